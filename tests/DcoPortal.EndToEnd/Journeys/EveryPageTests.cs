using System.Text.RegularExpressions;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>Every link of the menu and the main pages of a record, as each role, over a world with something in every box.</summary>
[Collection(PageTests.Name)]
public sealed partial class EveryPageTests(Chromium chromium, BusyPortal portal) : IClassFixture<BusyPortal>
{
    // {ref} is the assessment with requests, {undecided} the one without a decision, then the requests by where they stand
    private static readonly string[] OfTheAuthority =
    [
        "/assessments/{ref}", "/assessments/{ref}/activity", "/assessments/{undecided}", "/assessments/{undecided}/decision", "/assessments/{ref}/outcome", "/assessments/{ref}/plan-steps", "/assessments/{ref}/questions", "/questions", "/questions/{question}", "/assessments/{ref}/exemption?limit=FinalPlan", "/assessments/{ref}/correct-dates", "/assessments/{ref}/correct-details", "/assessments/{ref}/add", "/assessments/{ref}/sharing", "/assessments/{ended}", "/assessments/{ended}/health-told",
        "/assessments/{ref}/notes", "/assessments/{ref}/hand-over", "/assessments/hand-over", "/assessments?hand-over=true&mark=open", "/views",
        "/assessments/{ref}/same-child", "/advice-requests/{again}", "/advice-requests/{gwen}", "/advice-requests?box=PastTarget", "/assessments?mark=decision-overdue", "/account/profile", "/account/calendar", "/emails/{bounced}",
        "/clock?route=Section36Request", "/clock?route=Section36Request&RequestReceived.Day=2&RequestReceived.Month=3&RequestReceived.Year=2026&limit=final-plan-request&reason=AbsentFromArea",
    ];

    private static readonly string[] OfTheDcoService =
    [
        "/assessments/{ref}", "/assessments/{ref}/activity", "/assessments/{ref}/request-advice", "/assessments/{ref}/return", "/assessments/{ref}/correct-dates", "/assessments/{ref}/questions", "/assessments/{nil}/all-nil", "/questions", "/questions/{question}", "/all-nil", "/traffic-lights", "/check/{check}", "/assessments/{ref}/same-child", "/triage/{undecided}/no-request",
        "/advice-requests/{again}", "/advice-requests/{again}/withdraw", "/advice-requests/{again}/more", "/advice-requests/{again}/incident", "/withdrawals/{withdrawn}", "/incidents/{incident}", "/advice-requests/{closed}/reopen",
        "/advice-requests/{overdue}", "/advice-requests/{overdue}/chase", "/advice-requests/{overdue}/close", "/advice-requests/{overdue}/nil-return", "/advice-requests/{overdue}/promise", "/advice-requests/{overdue}/why-late", "/advice-requests?box=Overdue",
        "/directory/professionals", "/directory/providers", "/directory/services/add", "/directory/professionals/add", "/settings/clock", "/settings/team", "/settings/ladder", $"/settings/ladder?service={TestWorld.OccupationalTherapy}", "/chase", "/advice-requests/{overdue}/escalate", "/escalations", "/account/email", "/search",
        $"/directory/services/{TestWorld.OccupationalTherapy}", $"/directory/professionals/{TestWorld.Gwen}",
    ];

    private static readonly string[] OfAClinician =
    [
        "/advice-requests/{gwen}", "/advice-requests/{gwen}/respond", "/advice-requests/{gwen}/nil-return", "/advice-requests/{gwen}/pass-on", "/advice-requests/{gwen}/exemption",
        "/advice-requests/{again}", "/advice-requests/{again}/more", "/advice-requests/{gwen}/promise", "/advice-requests/{gwen}/give-back", "/account/leave",
    ];

    public static TheoryData<string, string, string[]> People => new()
    {
        { "caseworker", TestWorld.Caseworker, OfTheAuthority },
        { "manager", TestWorld.Manager, ["/assessments/{ref}", "/settings/clock"] },
        { "administrator", TestWorld.Administrator, OfTheDcoService },
        { "dco", TestWorld.Dco, ["/assessments/{ref}", "/dashboard", "/dashboard/by?by=need", "/dashboard?trend=quarters", "/dashboard/now", "/assessments/{nil}", "/assessments/{nil}/all-nil"] },
        { "board-member", TestWorld.BoardMember, ["/account/profile", "/dashboard", "/dashboard/by?by=service", "/dashboard/now"] },
        { "system-administrator", TestWorld.SystemAdministrator, ["/emails/{bounced}", "/admin/emails/test", "/admin/emails?status=undelivered", "/admin/users/{account}", "/admin/users/invite", "/admin/organisations", "/account/change-password"] },
        { "clinician", TestWorld.Clinician, OfAClinician },
        { "service-lead", TestWorld.Lead, ["/advice-requests/{overdue}", "/advice-requests/{overdue}/pass-on", "/traffic-lights", $"/cover/services/{TestWorld.OccupationalTherapy}", "/account/leave"] },
    };

    [Theory]
    [MemberData(nameof(People))]
    public async Task Each_page_of_a_role_is_accessible_wide_and_narrow(string role, string email, string[] pages)
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, $"pages-{role}");
        await visitor.SignInAsync(email);
        var menu = await visitor.Page.Locator("nav[aria-label=Menu] a").EvaluateAllAsync<string[]>("links => links.map(a => a.getAttribute('href'))");
        Assert.NotEmpty(menu);
        List<string> faults = [];
        foreach (var path in menu.Concat(pages.Select(Filled)))
        {
            try { await visitor.GoAsync(path, NameOf(path)); }
            catch (Exception e) when (e is Xunit.Sdk.XunitException or TimeoutException) { faults.Add(e.Message); }
        }
        Assert.True(faults.Count == 0, string.Join(Environment.NewLine, faults));
    }

    [Theory]
    [InlineData("/admin/users", 403, "no-access")]
    [InlineData("/assessments/LCC-26-00000", 404, "not-found")]
    public async Task A_page_that_is_refused_says_so(string path, int status, string name)
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "pages-refused");
        await visitor.SignInAsync(TestWorld.Caseworker);

        await visitor.GoToRefusalAsync(path, name, status);
    }

    private string Filled(string path) => path.Replace("{ref}", portal.Reference, StringComparison.Ordinal).Replace("{undecided}", portal.Undecided, StringComparison.Ordinal)
        .Replace("{ended}", portal.Ended, StringComparison.Ordinal).Replace("{nil}", portal.AllNil, StringComparison.Ordinal).Replace("{question}", $"{portal.Question}", StringComparison.Ordinal)
        .Replace("{bounced}", $"{portal.Bounced}", StringComparison.Ordinal).Replace("{account}", $"{portal.Account}", StringComparison.Ordinal).Replace("{gwen}", $"{portal.WithGwen}", StringComparison.Ordinal).Replace("{check}", $"{portal.ToCheck}", StringComparison.Ordinal).Replace("{overdue}", $"{portal.Overdue}", StringComparison.Ordinal)
        .Replace("{again}", $"{portal.Again}", StringComparison.Ordinal).Replace("{withdrawn}", $"{portal.Withdrawn}", StringComparison.Ordinal).Replace("{incident}", $"{portal.Incident}", StringComparison.Ordinal).Replace("{closed}", $"{portal.Closed}", StringComparison.Ordinal);

    /// <summary>A name for the picture, the same in every run.</summary>
    private string NameOf(string path) => string.Join('-', Id().Replace(path, "one").Replace(portal.Reference, "one", StringComparison.Ordinal).Replace(portal.Ended, "ended", StringComparison.Ordinal).Replace(portal.AllNil, "nil", StringComparison.Ordinal).Replace(portal.Undecided, "undecided", StringComparison.Ordinal)
        .Split(['/', '?', '='], StringSplitOptions.RemoveEmptyEntries).DefaultIfEmpty("home"));

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Id();
}
