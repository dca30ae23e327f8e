using AngleSharp.Html.Parser;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Features.Assessments.LogNotification;

namespace DcoPortal.Tests.Features.Clock;

/// <summary>Wherever a date is read whose regulation nobody has seen, it says so; and no other date does.</summary>
public sealed class UnconfirmedTests : IDisposable
{
    private const string SearchBox = ".nhsuk-header__search-form";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    public static TheoryData<string, string, ClockEvent> Places
    {
        get
        {
            (string Email, string Path)[] places =
            [
                (TestWorld.Caseworker, "/"), (TestWorld.Caseworker, "/assessments"), (TestWorld.Caseworker, "/assessments/{case}"), (TestWorld.Caseworker, "/search"),
                (TestWorld.Caseworker, "/assessments/{case}/decision"), (TestWorld.Administrator, "/"), (TestWorld.Administrator, "/triage"), (TestWorld.Administrator, "/assessments"),
                (TestWorld.Administrator, "/assessments/{case}"), (TestWorld.Administrator, "/search"), (TestWorld.Administrator, "/assessments/csv"),
            ];
            var data = new TheoryData<string, string, ClockEvent>();
            foreach (var (email, path) in places) { foreach (var start in new[] { ClockEvent.RequestReceived, ClockEvent.BecameResponsible, ClockEvent.AssessmentOrdered, ClockEvent.ReassessmentRequested }) { data.Add(email, path, start); } }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Places))]
    public async Task A_decision_date_says_that_it_is_unconfirmed_exactly_where_its_rule_is(string email, string path, ClockEvent startedBy)
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 11, 16), decision: null, startedBy: startedBy);
        var rule = StatutoryClock.ForAssessment(startedBy, new(2026, 11, 16)).DecisionToAssess!.Rule;

        // one hit alone would be opened
        if (path == "/search") { await _app.AssessmentAsync(received: new(2026, 11, 16), decision: null, startedBy: startedBy); }
        var browser = await _app.SignInAsync(email);

        var html = path == "/search" ? (await browser.SubmitAsync(await browser.GetAsync("/account/profile"), SearchBox, new() { ["Text"] = "Ashworth" })).Document.Body!.InnerHtml
            : await browser.Client.GetStringAsync(path.Replace("{case}", keys.Reference, StringComparison.Ordinal));

        Assert.Contains("Ashworth", html, StringComparison.Ordinal);
        Assert.Equal(!rule.IsConfirmed, html.Contains(StatutoryRule.Unconfirmed, StringComparison.Ordinal));
        if (path != "/assessments/{case}") { return; }
        // the facts at a glance have room for one word beside each of their two, and so has the drawing
        var page = new HtmlParser().ParseDocument(html);
        Assert.Equal(rule.IsConfirmed ? 0 : 2, page.QuerySelector(".dco-facts")!.InnerHtml.Split("(unconfirmed)").Length - 1);
        Assert.Equal(!rule.IsConfirmed, page.QuerySelector("svg.dco-timeline")!.TextContent.Contains("(unconfirmed)", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(ClockEvent.RequestReceived, null, false)]
    [InlineData(ClockEvent.AssessmentOrdered, null, false)]
    [InlineData(ClockEvent.ReassessmentRequested, null, true)]
    [InlineData(ClockEvent.ReassessmentRequested, AssessmentDecision.Assess, false)] // told: that date is over
    public void The_clock_of_a_notification_that_is_being_logged_says_it_too(ClockEvent startedBy, AssessmentDecision? decision, bool says)
    {
        var words = ClockSummary.Of(startedBy, new(2026, 11, 12), new(2026, 11, 30), decision, decision is null ? null : new(2026, 11, 20));

        Assert.Equal(says, words.Contains($"27 November 2026. {StatutoryRule.Unconfirmed} The final plan is counted from the day you tell the family.", StringComparison.Ordinal));
        Assert.Equal(says, words.Contains(StatutoryRule.Unconfirmed, StringComparison.Ordinal));
    }
}
