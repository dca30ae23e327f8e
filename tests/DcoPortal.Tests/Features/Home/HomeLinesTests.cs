using System.Globalization;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Home;

/// <summary>Every line of the home page counts something, and "See all" opens a list of just that.</summary>
public sealed partial class HomeLinesTests : IDisposable
{
    // one more than a line shows
    private const int Many = 6;

    private static readonly DateTime Noon = new(2026, 11, 20, 12, 0, 0, DateTimeKind.Utc);
    private static readonly DateOnly Day = new(2026, 11, 20);

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Administrator, 11)]
    [InlineData(TestWorld.Caseworker, 4)]
    [InlineData(TestWorld.Clinician, 4)]
    [InlineData(TestWorld.Lead, 4)]
    public async Task See_all_of_every_line_opens_a_list_of_just_what_the_line_counts(string who, int lines)
    {
        await MakeAsync();
        var browser = await _app.SignInAsync(who);
        var home = await browser.GetAsync("/");

        var counted = home.All(".dco-fold a").Where(a => a.TextContent.StartsWith("See all", StringComparison.Ordinal)).ToList();

        Assert.True(counted.Count >= lines, string.Join("; ", counted.Select(a => a.TextContent)));
        var counts = home.All(".dco-fold__name, .dco-fold h4").Select(h => Counted().Match(h.TextContent)).Where(m => m.Success).ToLookup(m => m.Groups[1].Value, m => int.Parse(m.Groups[2].Value, CultureInfo.InvariantCulture));
        foreach (var link in counted)
        {
            var (line, list) = (link.TextContent["See all: ".Length..], await browser.GetAsync(link.GetAttribute("href")!));
            var shown = list.All("main tbody tr").Count is > 0 and var rows ? rows : list.All("main .dco-work__item").Count;
            Assert.True(counts[line].Contains(shown), $"{line}: {string.Join(", ", counts[line])}, and its list {link.GetAttribute("href")} shows {shown}");
        }
    }

    [Fact]
    public async Task What_the_family_may_object_to_is_a_list_of_its_own_in_words()
    {
        await ManyAsync(Many, r => r.DoubtSharing(true, Noon));
        await ManyAsync(2);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var list = await browser.GetAsync("/advice-requests?work=MayObject");

        Assert.Equal(Many, list.All("main tbody tr").Count);
        Assert.Contains("Showing only requests where the family may object: stop or keep each", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task See_all_of_triage_shows_all_in_spite_of_a_filter()
    {
        for (var i = 0; i < Many; i++) { await _app.AssessmentAsync(); }
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/triage"), "form[action$='/triage/filters']", new() { ["Decision"] = "undecided" });
        Assert.Empty((await browser.GetAsync("/triage")).All("main tbody tr"));

        var all = (await browser.GetAsync("/")).All("main a").Single(a => a.TextContent == "See all: To triage");

        Assert.Equal(Many, (await browser.GetAsync(all.GetAttribute("href")!)).All("main tbody tr").Count);
    }

    [Theory]
    [InlineData(TestWorld.Administrator, "/triage", "form[action$='/triage/filters']", "Decision", "undecided")]
    [InlineData(TestWorld.Caseworker, "/assessments", "form[action$='/assessments/filter']", "Search", "zzzznotthere")]
    [InlineData(TestWorld.Administrator, "/advice-requests", "form[action$='/advice-requests/filter']", "Search", "zzzznotthere")]
    public async Task A_filter_is_forgotten_with_the_session(string who, string path, string form, string field, string value)
    {
        await ManyAsync(1);
        await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(who);
        await browser.SubmitAsync(await browser.GetAsync(path), form, new() { [field] = value });
        Assert.Empty((await browser.GetAsync(path)).All("main tbody tr"));

        var next = await _app.SignInAsync(who);

        Assert.NotEmpty((await next.GetAsync(path)).All("main tbody tr"));
    }

    // of each kind more than a line shows and less than a page of its list
    private async Task MakeAsync()
    {
        for (var i = 0; i < Many; i++) { await _app.AssessmentAsync(decision: null); }
        for (var i = 0; i < Many + 1; i++) { await _app.AssessmentAsync(received: new DateOnly(2026, 6, 1)); }
        await ManyAsync(6, r => r.DoubtSharing(true, Noon));
        await ManyAsync(8, Submit);
        await ManyAsync(9, r => { Submit(r); r.Accept(Noon); });
        await ManyAsync(7, r => { Submit(r); r.Accept(Noon); r.ReturnToAuthority(Noon, Day); });
        await ManyAsync(10, r => r.CorrectReceipt(r.ReceivedByHealthOn.AddDays(-60)));
        await ManyAsync(11, r => r.GiveBack("Not ours", "Gwen", Noon));
        await ManyAsync(6, Reopened);
        await ManyAsync(8, held: TestWorld.Gwen);
        await ManyAsync(7, r => { Submit(r); r.SendBack("More.", Noon); }, TestWorld.Gwen);
        await ManyAsync(8, Submit, TestWorld.Gwen);
        await ManyAsync(9, r => r.CorrectReceipt(r.ReceivedByHealthOn.AddDays(-60)), TestWorld.Gwen);
        await ManyAsync(6, held: TestWorld.Tariq);
        await using var all = _app.Database();
        (await all.Users.SingleAsync(u => u.Email == TestWorld.Colleague)).DisabledUtc = Noon;
        await all.SaveChangesAsync();
        await AskAsync((await all.Assessments.FirstAsync()).Keys);
        // who was asked today has not been silent yet
        _app.Time.Advance(TimeSpan.FromDays(1));
        var late = await all.AdviceRequests.Where(r => r.Stage == RequestStage.WithService && r.DueOn < Day && r.ProfessionalId == null).OrderBy(r => r.Id).Take(3).Select(r => r.Id).ToListAsync();
        await all.AdviceRequests.Where(r => late.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.LastChasedUtc, _app.Time.GetUtcNow().UtcDateTime));
        var withdrawn = await all.AdviceRequests.Where(r => r.Stage == RequestStage.Returned).OrderBy(r => r.Id).Take(6).Select(r => r.Id).ToListAsync();
        await all.AdviceRequests.Where(r => withdrawn.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.UnsettledUtc, Noon).SetProperty(r => r.AnswerStands, false));
    }

    private async Task AskAsync(CaseKeys keys)
    {
        await using var scope = _app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        for (var i = 0; i < 20; i++) { db.Questions.Add(new CaseQuestion(Guid.CreateVersion7(), keys, i < 7 ? CaseSide.DcoService : CaseSide.LocalAuthority, "Which school nurse?", "Jo", Noon)); }
        scope.ServiceProvider.GetRequiredService<AuditTrail>().Record(new QuestionAsked(keys, CaseSide.DcoService));
        await db.SaveChangesAsync();
    }

    private static void Submit(AdviceRequest r) => r.Submit(Noon, Day, "Gwen");

    private static void Reopened(AdviceRequest r)
    {
        Submit(r);
        r.Accept(Noon);
        r.ReturnToAuthority(Noon, Day);
        r.AskForMore(AnswerKind.Version, "Please", new DateOnly(2027, 7, 1), Noon);
    }

    private async Task ManyAsync(int count, Action<AdviceRequest>? change = null, Guid? held = null)
    {
        await using var db = _app.Database();
        var before = await db.AdviceRequests.Select(r => r.Id).ToListAsync();
        await _app.ManyRequestsAsync(count, [TestWorld.OccupationalTherapy], change, before.Count);
        if (held is { } who) { await db.AdviceRequests.Where(r => !before.Contains(r.Id)).ExecuteUpdateAsync(s => s.SetProperty(r => r.ProfessionalId, who)); }
    }

    [GeneratedRegex(@"^\s*(.+) \((\d+)\)")]
    private static partial Regex Counted();
}
