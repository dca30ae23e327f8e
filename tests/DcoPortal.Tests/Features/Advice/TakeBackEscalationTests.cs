using System.Net;
using DcoPortal.Casework.Escalations;
using DcoPortal.Domain.Escalations;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

public sealed class TakeBackEscalationTests : IDisposable
{
    private readonly SameMomentApp _app = new();

    public void Dispose() => _app.Dispose();

    /// <summary>Does something just before the next save: what somebody else did in the same moment.</summary>
    private sealed class SameMomentApp : PortalApp
    {
        public Func<Task>? Before { get; set; }

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(new Saves(this));

        private sealed class Saves(SameMomentApp app) : SaveChangesInterceptor
        {
            public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
            {
                if (app.Before is { } before && eventData.Context!.ChangeTracker.Entries<Escalation>().Any(e => e.State == EntityState.Modified))
                {
                    app.Before = null;
                    // another request: nothing of this one flows into it
                    Task other;
                    using (ExecutionContext.SuppressFlow()) { other = Task.Run(before, cancellationToken); }
                    await other;
                }
                return result;
            }
        }
    }

    private async Task<(PortalBrowser Browser, Guid Request, Guid Id, Page Page)> EscalatedAsync()
    {
        var request = await _app.RequestToTherapyAsync();
        var id = await _app.EscalateAsync(TestWorld.Administrator, request, TestWorld.Lead);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        return (browser, request, id, await browser.GetAsync($"/escalations/{id}"));
    }

    [Fact]
    public async Task Who_asked_takes_it_back_once_and_the_person_is_told_and_has_it_no_longer()
    {
        var (browser, request, id, page) = await EscalatedAsync();
        var done = await browser.SubmitAsync(page, "form[action$=take-back]", []);
        Assert.Contains("No answer is waited for any more", done.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Taken back by Priya Nair", done.Text, StringComparison.Ordinal);
        Assert.Empty(done.All("main form"));
        var twice = await browser.SubmitAsync(page, "form[action$=take-back]", []);
        Assert.Contains("This was taken back already", twice.Document.Body!.TextContent, StringComparison.Ordinal);

        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.DoesNotContain("Escalated to you", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("No answer is needed any more", (await lead.GetAsync($"/escalations/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal([TestWorld.Lead], await _app.SentToAsync("escalation-withdrawn"));
        // who did it themselves needs no telling
        Assert.Empty(await _app.SentToAsync("escalation-taken-back"));
        Assert.DoesNotContain("taken back by", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.MorningAsync("2026-12-01 07:30"));
        await using var db = _app.Database();
        Assert.Equal(["EscalationWithdrawn", "RequestEscalated"], await db.AuditEntries.Where(e => e.AdviceRequestId == request && e.Fact.Contains("Escalat")).Select(e => e.Fact).OrderBy(f => f).ToListAsync());
    }

    [Fact]
    public async Task Who_asked_is_told_when_somebody_else_takes_it_back_and_finds_it_in_the_worklist_for_a_week()
    {
        var (browser, _, id, _) = await EscalatedAsync();
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var page = await dco.GetAsync($"/escalations/{id}");
        Assert.Contains("Priya Nair, who asked, is told too.", page.Text, StringComparison.Ordinal);
        foreach (var _ in new[] { 1, 2 }) { await dco.SubmitAsync(page, "form[action$=take-back]", []); }

        Assert.Equal([TestWorld.Administrator], await _app.SentToAsync("escalation-taken-back"));
        Assert.Equal([TestWorld.Lead], await _app.SentToAsync("escalation-withdrawn"));
        var home = await browser.GetAsync("/");
        Assert.Contains("taken back by Dr Helen Shaw", home.Text, StringComparison.Ordinal);
        Assert.Contains("Taken back by Dr Helen Shaw", (await browser.GetAsync(home.Find($".dco-work a[href='/escalations/{id}']").GetAttribute("href")!)).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("taken back by", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        _app.Time.Advance(TimeSpan.FromDays(8));
        Assert.DoesNotContain("taken back by", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_is_told_before_whom_somebody_else_put_it_instead()
    {
        var id = await _app.EscalateAsync(TestWorld.Lead, await _app.RequestToTherapyAsync(), TestWorld.Administrator);
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _app.MoveAsync(TestWorld.OtherLead, TestWorld.OccupationalTherapy);
        var other = await NameAsync(TestWorld.OtherLead);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var page = await dco.GetAsync($"/escalations/{id}");
        Assert.Contains("Lena Ford, who asked, is told by email. The answer comes to you.", page.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(page, "form[action$=somebody-else]", new() { ["To"] = (await _app.UserAsync(TestWorld.OtherLead)).ToString() });

        Assert.Equal([TestWorld.Lead], await _app.SentToAsync("escalation-moved"));
        Assert.Equal([TestWorld.Administrator], await _app.SentToAsync("escalation-withdrawn"));
        var lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.Contains($"put before {other} instead by Dr Helen Shaw", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        var seen = await lead.GetAsync($"/escalations/{id}");
        Assert.Contains($"{other} is asked instead.", seen.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("See what was asked of", seen.Text, StringComparison.Ordinal);
        var known = await dco.GetAsync($"/escalations/{id}");
        Assert.Contains($"Escalated to {other}", (await dco.GetAsync(known.All("main a").Single(a => a.TextContent == $"See what was asked of {other}").GetAttribute("href")!)).Text, StringComparison.Ordinal);
        // also where the request is no longer theirs
        await _app.MoveAsync(TestWorld.Lead, TestWorld.SpeechTherapy);
        lead = await _app.SignInAsync(TestWorld.Lead);
        Assert.Contains($"put before {other} instead", (await lead.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains($"{other} is asked instead.", (await lead.GetAsync($"/escalations/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_asked_and_can_no_longer_sign_in_is_not_written_to()
    {
        var (_, _, id, _) = await EscalatedAsync();
        await _app.DisableAsync(TestWorld.Administrator);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var page = await dco.GetAsync($"/escalations/{id}");
        Assert.DoesNotContain("who asked, is told", page.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(page, "form[action$=take-back]", []);
        Assert.Empty(await _app.SentToAsync("escalation-taken-back"));
        Assert.Equal([TestWorld.Lead], await _app.SentToAsync("escalation-withdrawn"));
    }

    private async Task<string> NameAsync(string email)
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == email).Select(u => u.DisplayName).SingleAsync();
    }

    [Fact]
    public async Task Nobody_is_written_to_whose_account_is_disabled()
    {
        var (browser, _, _, page) = await EscalatedAsync();
        await _app.DisableAsync(TestWorld.Lead);
        await browser.SubmitAsync(page, "form[action$=take-back]", []);
        Assert.Empty(await _app.SentToAsync("escalation-withdrawn"));
        await using var db = _app.Database();
        Assert.NotNull((await db.Escalations.SingleAsync()).WithdrawnUtc);
    }

    [Fact]
    public async Task Somebody_else_is_asked_with_the_same_words_and_only_they_have_it_then()
    {
        var (browser, request, id, page) = await EscalatedAsync();
        Assert.Equal("Two calls unanswered", page.Find("#Reason").TextContent.Trim());
        Assert.Equal(["Dr Helen Shaw, Designated Clinical Officer"], page.All("#To option").Select(o => o.TextContent.Trim()).Where(t => t != "Choose a person"));
        Assert.Equal(["Choose who must answer", "Say what you need from them"], (await browser.SubmitAsync(page, "form[action$=somebody-else]", new() { ["Reason"] = "" })).Errors);
        Assert.Equal(["Choose somebody from the list"], (await browser.SubmitAsync(page, "form[action$=somebody-else]", new() { ["To"] = (await _app.UserAsync(TestWorld.OtherLead)).ToString() })).Errors);
        var values = new Dictionary<string, string?> { ["To"] = (await _app.UserAsync(TestWorld.Dco)).ToString() };
        var done = await browser.SubmitAsync(page, "form[action$=somebody-else]", values);
        var again = await browser.SubmitAsync(page, "form[action$=somebody-else]", values);
        Assert.Equal(done.Url, again.Url);
        Assert.Contains("Escalated to Dr Helen Shaw", done.Text, StringComparison.Ordinal);

        await using var db = _app.Database();
        var rows = await db.Escalations.OrderBy(e => e.ToName).ToListAsync();
        Assert.Equal([("Dr Helen Shaw", "Two calls unanswered", true), ("Lena Ford", "Two calls unanswered", false)], rows.Select(e => (e.ToName, e.Reason, e.IsAwaited)));
        Assert.Equal([TestWorld.Dco, TestWorld.Lead], await _app.SentToAsync("request-escalated"));
        Assert.Equal([TestWorld.Lead], await _app.SentToAsync("escalation-withdrawn"));
        Assert.Equal(["EscalationWithdrawn", "RequestEscalated", "RequestEscalated"], await db.AuditEntries.Where(e => e.AdviceRequestId == request && e.Fact.Contains("Escalat")).Select(e => e.Fact).OrderBy(f => f).ToListAsync());
        Assert.DoesNotContain("Escalated to you", (await (await _app.SignInAsync(TestWorld.Lead)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Escalated to you", (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Equal($"/escalations/{id}", (await browser.GetAsync($"/escalations/{id}/take-back")).Url.AbsolutePath);
    }

    [Fact]
    public async Task An_answer_that_comes_in_the_same_moment_is_kept_and_who_asked_is_told_to_read_it()
    {
        var (browser, _, id, page) = await EscalatedAsync();
        foreach (var form in new[] { "form[action$=take-back]", "form[action$=somebody-else]" })
        {
            _app.Before = () => _app.AsAsync(TestWorld.Lead, s => s.GetRequiredService<EscalateHandler>().AnswerAsync(id, "On Friday", default));
            var done = await browser.SubmitAsync(page, form, new() { ["To"] = (await _app.UserAsync(TestWorld.Dco)).ToString() });
            Assert.Contains("This was answered in the meantime", done.Document.Body!.TextContent, StringComparison.Ordinal);
            Assert.Contains("On Friday", (await browser.GetAsync($"/escalations/{id}")).Text, StringComparison.Ordinal);
        }

        await using var db = _app.Database();
        var only = await db.Escalations.SingleAsync();
        Assert.Equal(("On Friday", null), (only.Answer, only.WithdrawnUtc));
        Assert.Empty(await _app.SentToAsync("escalation-withdrawn"));
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Fact == "EscalationWithdrawn"));
    }

    [Fact]
    public async Task What_was_written_while_it_was_taken_back_is_shown_once_more()
    {
        var (_, _, id, _) = await EscalatedAsync();
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var page = await lead.GetAsync($"/escalations/{id}");
        _app.Before = () => _app.AsAsync(TestWorld.Administrator, s => s.GetRequiredService<TakeBackEscalationHandler>().TakeBackAsync(id, default));
        var late = await lead.SubmitAsync(page, "main form", new() { ["Answer"] = "Tariq writes it" });
        Assert.Contains("Your answer was not sent", late.Text, StringComparison.Ordinal);
        Assert.Contains("Tariq writes it", late.Text, StringComparison.Ordinal);
        Assert.Contains("Taken back by Priya Nair", late.Text, StringComparison.Ordinal);
        Assert.Empty(await _app.SentToAsync("escalation-answered"));
    }

    [Fact]
    public async Task An_answer_that_meets_the_portals_reminder_is_sent_nevertheless()
    {
        var (_, _, id, _) = await EscalatedAsync();
        _app.Time.Set(new DateTime(2026, 11, 26, 7, 29, 0, DateTimeKind.Utc));
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var page = await lead.GetAsync($"/escalations/{id}");
        _app.Before = () => _app.MorningAsync("2026-11-26 07:30");
        var met = await lead.SubmitAsync(page, "main form", new() { ["Answer"] = "Tariq writes it" });
        Assert.Contains("Your answer was sent", met.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Tariq writes it", met.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(new DateTime(2026, 11, 26, 7, 30, 0, DateTimeKind.Utc), (await db.Escalations.SingleAsync()).RemindedUtc!.Value, TimeSpan.FromMinutes(1));
        Assert.Single(await _app.SentToAsync("escalation-answered"));
    }

    [Fact]
    public async Task Only_who_asked_and_the_DCO_service_of_the_board_take_it_back_or_ask_somebody_else()
    {
        var (_, _, id, page) = await EscalatedAsync();
        var token = page.Find("input[name=__RequestVerificationToken]");
        Assert.NotNull(token);
        foreach (var (who, status) in new[] { (TestWorld.Lead, HttpStatusCode.NotFound), (TestWorld.OtherLead, HttpStatusCode.NotFound), (TestWorld.FarAdministrator, HttpStatusCode.NotFound), (TestWorld.Clinician, HttpStatusCode.Forbidden), (TestWorld.Caseworker, HttpStatusCode.Forbidden), (TestWorld.BoardMember, HttpStatusCode.Forbidden) })
        {
            var browser = await _app.SignInAsync(who);
            var own = (await browser.GetAsync("/")).Find("input[name=__RequestVerificationToken]").GetAttribute("value")!;
            foreach (var path in new[] { "take-back", "somebody-else" })
            {
                using var content = new FormUrlEncodedContent(new Dictionary<string, string> { ["__RequestVerificationToken"] = own, ["To"] = (await _app.UserAsync(TestWorld.Dco)).ToString(), ["Reason"] = "Mine", ["Key"] = Guid.NewGuid().ToString() });
                var response = await browser.Client.PostAsync($"/escalations/{id}/{path}", content);
                Assert.Equal((who, path, status), (who, path, response.StatusCode));
            }
        }
        Assert.Empty((await (await _app.SignInAsync(TestWorld.Lead)).GetAsync($"/escalations/{id}")).All("form[action$=take-back]"));
        await using (var db = _app.Database()) { Assert.True((await db.Escalations.SingleAsync()).IsAwaited); }

        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/escalations/{id}"), "form[action$=take-back]", []);
        await using var after = _app.Database();
        Assert.Equal("Dr Helen Shaw", (await after.Escalations.SingleAsync()).WithdrawnByName);
    }
}
