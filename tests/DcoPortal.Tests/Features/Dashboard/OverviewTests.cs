using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Features.Dashboard;

public sealed class OverviewTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Administrator)]
    [InlineData(TestWorld.Manager)]
    [InlineData(TestWorld.Lead)]
    public async Task Every_figure_equals_the_length_of_the_list_it_leads_to(string email)
    {
        await ArrangeAsync();
        var browser = await _app.SignInAsync(email);
        var page = await browser.GetAsync("/dashboard/now");
        var figures = page.All("main a[href^='/advice-requests?'], main a[href^='/assessments?']");
        Assert.True(figures.Count >= 7, page.Text);

        foreach (var figure in figures)
        {
            var shown = int.Parse(figure.FirstChild!.TextContent, System.Globalization.CultureInfo.InvariantCulture);
            var list = await browser.GetAsync(figure.GetAttribute("href")!);
            Assert.True(list.Status == HttpStatusCode.OK, figure.GetAttribute("href"));
            Assert.True(shown == list.All("main tbody tr").Count, $"{figure.GetAttribute("href")}: {shown} on the dashboard, {list.All("main tbody tr").Count} in the list");
        }
    }

    [Fact]
    public async Task What_is_asked_for_again_after_its_return_runs_against_no_date_and_is_on_track_nowhere()
    {
        await ArrangeAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var (now, lights, list) = (await browser.GetAsync("/dashboard/now"), await browser.GetAsync("/traffic-lights"), await browser.GetAsync("/advice-requests?box=NoDate"));
        string Tile(string label) => now.All(".dco-fact").Single(f => f.QuerySelector(".dco-fact__label")!.TextContent.Trim() == label).TextContent;

        Assert.Contains("1", Tile("With professionals, no date running"), StringComparison.Ordinal);
        Assert.Contains("New version asked for", Assert.Single(list.All("main tbody tr")).TextContent, StringComparison.Ordinal);
        Assert.Contains("On track: 1", lights.Text, StringComparison.Ordinal);
        Assert.Equal("1", Assert.Single(now.All(".dco-fact__link"), l => l.GetAttribute("href")!.Contains("box=WithProfessionals", StringComparison.Ordinal)).FirstChild!.TextContent);
    }

    [Fact]
    public async Task Each_request_is_in_exactly_one_box()
    {
        var requests = await ArrangeAsync();
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/dashboard/now");

        Assert.Equal(requests, page.All(".dco-fact__link").Sum(l => int.Parse(l.FirstChild!.TextContent, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Contains("oldest 9 days", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 this quarter", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Filters_survive_and_clear_and_carry_into_the_links()
    {
        await ArrangeAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/dashboard/now");

        await browser.SubmitAsync(page, "form.dco-filters", new() { ["Service"] = TestWorld.SpeechTherapy.ToString() });
        var filtered = await browser.GetAsync("/dashboard/now");
        var cleared = await browser.SubmitAsync(filtered, "form.dco-filters", new() { ["Clear"] = "true" });

        Assert.Contains("All local authorities, all providers, Paediatric speech and language therapy, ", filtered.Text, StringComparison.Ordinal);
        Assert.All(filtered.All(".dco-fact__link"), l => Assert.Contains($"service={TestWorld.SpeechTherapy}", l.GetAttribute("href"), StringComparison.Ordinal));
        Assert.Contains("all services.", cleared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_board_member_sees_figures_but_no_small_number_no_list_and_no_child()
    {
        await ArrangeAsync();
        for (var n = 0; n < 5; n++)
        {
            var keys = await _app.AssessmentAsync();
            await _app.RequestAsync(keys, TestWorld.Paediatrics);
            await _app.RequestAsync(keys, TestWorld.SpeechTherapy, send: false);
        }
        var browser = await _app.SignInAsync(TestWorld.BoardMember);

        var page = await browser.GetAsync("/dashboard/now");

        Assert.Equal(HttpStatusCode.OK, page.Status);
        Assert.Equal(["/dashboard/by"], page.All("main p a").Select(a => a.GetAttribute("href")));
        Assert.Equal("6", page.All(".dco-fact__value")[0].TextContent.Trim());
        Assert.Equal("6", page.All(".dco-fact__value")[1].TextContent.Trim());
        Assert.DoesNotContain("Ashworth", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("-26-", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database(new() { Kind = DcoPortal.Domain.Access.ScopeKind.FiguresOnly });
        Assert.Empty(db.AdviceRequests);
    }

    [Fact]
    public async Task A_board_member_reads_the_whole_alone_so_that_no_sum_tells_of_few_and_no_filter_gives_a_second_view()
    {
        await ArrangeAsync();
        for (var n = 0; n < 6; n++)
        {
            var keys = await _app.AssessmentAsync();
            await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
            await _app.RequestAsync(keys, TestWorld.Paediatrics);
        }
        var browser = await _app.SignInAsync(TestWorld.BoardMember);

        var page = await browser.GetAsync("/dashboard/now");
        var filtered = await browser.GetAsync($"/dashboard/now?service={TestWorld.OccupationalTherapy}");

        Assert.Empty(page.All(".dco-filters"));
        Assert.Empty(page.All("main table"));
        Assert.Equal(page.Find("main").TextContent, filtered.Find("main").TextContent);
        Assert.Contains("1 to 4", page.All(".dco-fact__value").Select(v => v.TextContent.Trim()));
        Assert.DoesNotContain("oldest", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_organisation_counts_nothing_and_roles_without_figures_are_refused()
    {
        await ArrangeAsync();
        foreach (var email in new[] { TestWorld.FarAdministrator, TestWorld.OtherManager })
        {
            var page = await (await _app.SignInAsync(email)).GetAsync("/dashboard/now");
            Assert.All(page.All(".dco-fact__value"), v => Assert.Equal("0", v.FirstElementChild?.FirstChild?.TextContent ?? v.TextContent.Trim()));
        }
        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Clinician, TestWorld.SystemAdministrator })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(email)).GetAsync("/dashboard/now")).Status);
        }
    }

    /// <summary>A request in every box and an assessment past every mark; returns how many requests there are.</summary>
    private async Task<int> ArrangeAsync()
    {
        _app.Time.Set(new DateTime(2026, 10, 1, 12, 0, 0, DateTimeKind.Utc));
        var old = await _app.AssessmentAsync(received: Today.AddDays(-150));
        await _app.RequestAsync(old, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(old, TestWorld.SpeechTherapy, change: r => { r.Submit(Noon, Today, "Joan"); r.Accept(Noon); r.ReturnToAuthority(Noon, Today); });
        await _app.RequestAsync(old, TestWorld.Paediatrics, change: r => { r.Submit(Noon, Today, "Joan"); r.Accept(Noon); r.ReturnToAuthority(Noon, Today); r.AskForMore(AnswerKind.Version, "Which school?", new DateOnly(2027, 7, 1), Noon); });
        _app.Time.Set(new DateTime(2026, 10, 12, 12, 0, 0, DateTimeKind.Utc));
        var soon = await _app.AssessmentAsync(received: Today.AddDays(-120));
        await _app.RequestAsync(soon, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(soon, TestWorld.SpeechTherapy, change: r => r.Submit(Noon, Today, "Joan"));
        _app.Time.Set(Noon);
        var fresh = await _app.AssessmentAsync();
        await _app.RequestAsync(fresh, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(fresh, TestWorld.SpeechTherapy, send: false);
        await _app.RequestAsync(fresh, TestWorld.Paediatrics, change: r => r.Close("Not needed", Noon));
        await _app.AssessmentAsync(decision: null, received: Today.AddDays(-60));
        await _app.AssessmentAsync(change: a => a.End(AssessmentOutcome.Withdrawn, Today, Today));
        return 8;
    }
}
