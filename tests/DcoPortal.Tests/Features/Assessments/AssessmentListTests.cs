using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class AssessmentListTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_limit_is_met_on_its_due_date_and_overdue_the_day_after()
    {
        var decideToday = await Undecided(42);
        var decideYesterday = await Undecided(43);
        var week16 = await Decided(112);
        var pastWeek16 = await Decided(113);
        var week20 = await Decided(140);
        var pastWeek20 = await Decided(141);
        var ended = await _app.AssessmentAsync(received: Today.AddDays(-200), change: a => a.End(AssessmentOutcome.PlanIssued, Today, Today));
        var refused = await _app.AssessmentAsync(received: Today.AddDays(-200), decision: AssessmentDecision.DoNotAssess);
        // due yesterday and due today, by the day health was told
        _app.Time.Set(new DateTime(2026, 10, 9, 12, 0, 0, DateTimeKind.Utc));
        var late = await _app.AssessmentAsync();
        await _app.RequestAsync(late, TestWorld.OccupationalTherapy);
        _app.Time.Set(new DateTime(2026, 10, 10, 12, 0, 0, DateTimeKind.Utc));
        var dueToday = await _app.AssessmentAsync();
        await _app.RequestAsync(dueToday, TestWorld.OccupationalTherapy);
        _app.Time.Set(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await AssertListAsync(browser, "decision-overdue", decideYesterday);
        await AssertListAsync(browser, "undecided", decideToday, decideYesterday);
        await AssertListAsync(browser, "past-week-16", pastWeek16, week20, pastWeek20);
        await AssertListAsync(browser, "plan-overdue", pastWeek20);
        await AssertListAsync(browser, "health-late", late);
        await AssertListAsync(browser, "closed", ended, refused);
        await AssertListAsync(browser, "open", decideToday, decideYesterday, week16, pastWeek16, week20, pastWeek20, late, dueToday);
    }

    [Fact]
    public async Task A_search_is_kept_on_the_server_and_an_address_wins_over_it()
    {
        var ash = await _app.AssessmentAsync(surname: "O'Ashe", nhsNumber: "9990181594");
        var elm = await _app.AssessmentAsync(surname: "Elm");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync("/assessments");

        foreach (var search in new[] { "o'ashe", "ASHE", "999 018 1594", ash.Reference.ToLowerInvariant() })
        {
            var found = await browser.SubmitAsync(page, "form.dco-filters", new() { ["Search"] = search });
            Assert.Equal("/assessments", found.Url.PathAndQuery);
            Assert.Equal([ash.Reference], References(found));
        }
        Assert.Equal([ash.Reference], References(await browser.GetAsync("/assessments")));
        Assert.Equal(2, References(await browser.GetAsync("/assessments?mark=open")).Count);
        var none = await browser.SubmitAsync(page, "form.dco-filters", new() { ["Search"] = "nobody" });
        Assert.Contains("No assessments match these filters", none.Text, StringComparison.Ordinal);
        var cleared = await browser.SubmitAsync(page, "form.dco-filters", new() { ["Clear"] = "true" });
        Assert.Equal([ash.Reference, elm.Reference], References(cleared).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_list_pages_sorts_and_counts()
    {
        for (var n = 0; n < 27; n++) { await _app.AssessmentAsync(received: Today.AddDays(-n - 1)); }
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var first = await browser.GetAsync("/assessments?sort=-received");
        var second = await browser.GetAsync("/assessments?sort=-received&page=2");
        var beyond = await browser.GetAsync("/assessments?sort=-received&page=99");

        Assert.Contains("Showing 1 to 25 of 27 assessments", first.Text, StringComparison.Ordinal);
        Assert.Equal(27, References(first).Concat(References(second)).Distinct().Count());
        Assert.Equal(References(second), References(beyond));
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After == "Assessments, 25 rows"));
    }

    [Fact]
    public async Task The_CSV_holds_what_is_shown_and_no_formula()
    {
        var keys = await _app.AssessmentAsync(change: a => { a.Child.KnownAs = "=HYPERLINK(\"http://x\")"; a.RefreshSearch(); });
        await _app.AssessmentAsync(decision: null);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.GetAsync("/assessments");

        var answer = await browser.Client.GetAsync("/assessments/csv?mark=health-late");
        var open = await (await browser.Client.GetAsync("/assessments/csv?mark=open")).Content.ReadAsStringAsync();

        Assert.Single((await answer.Content.ReadAsStringAsync()).Trim().Split('\n'));
        Assert.Equal(3, open.Trim().Split('\n').Length);
        Assert.Contains(keys.Reference, open, StringComparison.Ordinal);
        Assert.DoesNotContain(",=HYPERLINK", open, StringComparison.Ordinal);
        Assert.DoesNotContain("\"=HYPERLINK", open, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.Sentence == "List downloaded" && e.After == "Assessments, 2 rows"));
    }

    [Fact]
    public async Task Everyone_sees_their_own_and_roles_without_children_see_none()
    {
        var keys = await _app.AssessmentAsync();
        Assert.Equal([keys.Reference], References(await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/assessments")));
        foreach (var other in new[] { TestWorld.OtherCaseworker, TestWorld.FarAdministrator })
        {
            var browser = await _app.SignInAsync(other);
            Assert.Contains("No assessments yet", (await browser.GetAsync("/assessments")).Text, StringComparison.Ordinal);
            foreach (var path in new[] { "", "/activity", "/advice.zip" })
            {
                Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/assessments/{keys.Reference}{path}")).Status);
            }
        }
        foreach (var email in new[] { TestWorld.Clinician, TestWorld.BoardMember, TestWorld.SystemAdministrator })
        {
            var browser = await _app.SignInAsync(email);
            foreach (var path in new[] { "", "/csv", $"/{keys.Reference}", $"/{keys.Reference}/activity", $"/{keys.Reference}/advice.zip" })
            {
                Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/assessments{path}")).Status);
            }
        }
    }

    internal static IReadOnlyList<string> References(Page page) => [.. page.All("main tbody th .dco-child-line__place").Select(e => e.TextContent.Split(". ")[^1].Trim())];

    private Task<CaseKeys> Undecided(int daysAgo) => _app.AssessmentAsync(received: Today.AddDays(-daysAgo), decision: null);

    private Task<CaseKeys> Decided(int daysAgo) => _app.AssessmentAsync(received: Today.AddDays(-daysAgo));

    private static async Task AssertListAsync(PortalBrowser browser, string mark, params CaseKeys[] expected) =>
        Assert.Equal(expected.Select(k => k.Reference).Order(StringComparer.Ordinal), References(await browser.GetAsync($"/assessments?mark={mark}")).Order(StringComparer.Ordinal));
}
