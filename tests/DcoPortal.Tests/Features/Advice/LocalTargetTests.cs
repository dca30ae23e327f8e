using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Early information has a local target: past it, it is seen everywhere and overdue nowhere.</summary>
public sealed class LocalTargetTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 12, 20);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(AdviceKind.EarlyInformation, -1, RequestBox.PastTarget)]
    [InlineData(AdviceKind.Statutory, -1, RequestBox.Overdue)]
    [InlineData(AdviceKind.EarlyInformation, 0, RequestBox.DueSoon)]
    [InlineData(AdviceKind.Statutory, 0, RequestBox.DueSoon)]
    public void A_date_that_has_passed_makes_only_statutory_advice_overdue(AdviceKind kind, int days, RequestBox box) =>
        Assert.Equal(box, TrafficLight.On(Today).BoxOf(RequestStage.WithService, kind, Today.AddDays(days)));

    [Fact]
    public async Task Early_information_past_its_target_is_in_its_own_box_on_every_list_and_in_no_figure_of_lateness()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var early = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Advance(TimeSpan.FromDays(20));
        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Administrator, TestWorld.Clinician, TestWorld.Lead })
        {
            var browser = await _app.SignInAsync(email);
            var home = await browser.GetAsync("/");
            Assert.Contains("6 days past local target", home.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("days overdue", home.Text, StringComparison.Ordinal);
            Assert.Empty((await browser.GetAsync("/advice-requests?box=Overdue")).All("tbody tr"));
            var row = Assert.Single((await browser.GetAsync("/advice-requests?box=PastTarget")).All("tbody tr"));
            Assert.NotNull(row.QuerySelector($"a[href='/advice-requests/{early}']"));
            Assert.NotNull(row.QuerySelector(".dco-rag--past-target"));
        }
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Empty((await administrator.GetAsync("/assessments?mark=health-late")).All("tbody tr"));
        Assert.Contains("1 past local target", (await administrator.GetAsync("/assessments")).Text, StringComparison.Ordinal);
        var drawn = (await administrator.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-timeline");
        Assert.NotEmpty(drawn.QuerySelectorAll(".dco-rag--past-target"));
        Assert.Contains("6 days past local target", drawn.QuerySelector("desc")!.TextContent, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await administrator.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_dashboard_counts_early_information_apart()
    {
        var before = await _app.AssessmentAsync(decision: null);
        await _app.RequestAsync(before, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var now = _app.Time.GetUtcNow().UtcDateTime.AddDays(20);
        // late by its target, which is not law
        await _app.RequestAsync(before, TestWorld.SpeechTherapy, change: r => { r.Submit(now, Today, "Joan"); r.Accept(now); r.ReturnToAuthority(now, Today); });
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, change: r => { r.Submit(now, new DateOnly(2026, 12, 11), "Joan"); r.Accept(now); r.ReturnToAuthority(now, new DateOnly(2026, 12, 11)); });
        _app.Time.Advance(TimeSpan.FromDays(20));

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/dashboard/now");

        Assert.Equal("0", page.Find("a.dco-fact__link[href$='box=Overdue']").FirstChild!.TextContent);
        Assert.Equal("1", page.Find("a.dco-fact__link[href$='box=PastTarget']").FirstChild!.TextContent);
        Assert.Equal("2", page.Find("a.dco-fact__link[href$='box=Returned']").FirstChild!.TextContent);
        Assert.Contains("2 this quarter", page.Text, StringComparison.Ordinal);
        Assert.Contains("none late", page.Text, StringComparison.Ordinal);
        Assert.Contains("early information, oldest 6 days", page.Text, StringComparison.Ordinal);
    }
}
