using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>The forecast on the assessment page: what it is based on, and that it says so when there is not enough.</summary>
public sealed class ForecastTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task It_says_when_there_is_not_enough_history_and_names_the_service()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("The advice of Paediatric occupational therapy has no forecast (not enough history: 0 answers by Paediatric occupational therapy in the last 6 months)", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_rests_on_what_the_service_has_lately_taken_and_names_what_everything_waits_for()
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        // asked today, answered after the median of 30 days
        Assert.Contains("expected about 21 December 2026 (median of 5 answers by Paediatric occupational therapy in the last 6 months)", page.Text, StringComparison.Ordinal);
        Assert.Contains("Waiting longest for", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_reader_sees_one_forecast_although_the_history_is_of_cases_that_an_authority_cannot_see()
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days, "890"); }
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        async Task<string> ForecastAsync(string email) => string.Join(' ', (await (await _app.SignInAsync(email)).GetAsync($"/assessments/{keys.Reference}")).All(".dco-compact__note").Select(n => n.TextContent.Trim()).Where(t => t.Contains("median", StringComparison.Ordinal)));

        var authority = await ForecastAsync(TestWorld.Caseworker);

        Assert.Contains("median of 5 answers", authority, StringComparison.Ordinal);
        Assert.Equal(await ForecastAsync(TestWorld.Administrator), authority);
    }

    [Theory]
    [InlineData(TestWorld.Administrator)]
    [InlineData(TestWorld.Caseworker)]
    public async Task What_was_given_back_waits_for_nobody_and_only_health_reads_that_it_was(string email)
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-80), change: a => a.CorrectAdviceReceipt(Today.AddDays(-70), Today));
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.GiveBack("Not ours", "Gwen Pritchard", now));
        await using (var db = _app.Database())
        {
            var sent = Today.AddDays(-70).ToDateTime(new(12, 0), DateTimeKind.Utc);
            await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(r => r.FirstSentUtc, sent).SetProperty(r => r.SentUtc, sent));
        }

        var page = await (await _app.SignInAsync(email)).GetAsync($"/assessments/{keys.Reference}");

        Assert.DoesNotContain("already at", page.Text, StringComparison.Ordinal);
        Assert.Contains("expected about 21 December 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody has the request for the advice of Paediatric occupational therapy now: it is counted as if it were asked for today.", page.Text, StringComparison.Ordinal);
        Assert.Equal(email == TestWorld.Administrator, page.Find(".dco-facts").TextContent.Contains("gave it back", StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_none_before_health_is_asked_or_after_the_end()
    {
        var unasked = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        Assert.DoesNotContain("Forecast", (await browser.GetAsync($"/assessments/{unasked.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_new_version_has_waited_since_it_was_asked_for_and_not_since_the_first_asking()
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-90), change: a => a.CorrectAdviceReceipt(Today.AddDays(-84), Today));
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.SubmitNilReturn(ReplyCode.NotKnown, null, now.AddDays(-60), Today.AddDays(-60), "Gwen Pritchard");
            r.Accept(now.AddDays(-60));
            r.ReturnToAuthority(now.AddDays(-60), Today.AddDays(-60));
            r.AskForMore(AnswerKind.Version, "It is about another child", new DateOnly(2027, 7, 1), now);
        });

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.DoesNotContain("already at", page.Text, StringComparison.Ordinal);
        Assert.Contains("expected about 21 December 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 nil return", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1 with advice", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_addition_to_advice_that_stands_holds_no_plan_up()
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync();
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.Submit(1, true, "Gwen Pritchard", now, Today);
            r.Accept(now);
            r.ReturnToAuthority(now, Today);
            r.AskForMore(AnswerKind.Addendum, "The table of page 3", new DateOnly(2027, 7, 1), now);
        });

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("is on course to be kept", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("expected about", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("still out", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nobody_has_advice_the_plan_waits_for_the_DCO_and_no_advice_is_called_in()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, Nil);

        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("the medical advice of regulation 6(1)(c) is lacking (each service said that it has none), and what follows is for the Designated Clinical Officer to decide", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("advice has been in", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("On course", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_last_open_request_is_closed_the_time_to_draft_runs_from_that_day()
    {
        var keys = await _app.AssessmentAsync();
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r =>
        {
            r.Submit(now, Today, "Joan");
            r.Accept(now);
            r.ReturnToAuthority(now, Today);
        });
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Not needed any more", now.AddDays(30)));
        _app.Time.Advance(TimeSpan.FromDays(30));

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("nothing more has been awaited since 21 December 2026", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("should have had the draft", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_service_has_answered_is_expected_of_it_no_more()
    {
        var keys = await _app.AssessmentAsync();
        var now = _app.Time.GetUtcNow().UtcDateTime;
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.SubmitNilReturn(ReplyCode.NotKnown, null, now, Today, "Gwen Pritchard"));

        foreach (var reader in new[] { TestWorld.Administrator, TestWorld.Caseworker })
        {
            var page = await (await _app.SignInAsync(reader)).GetAsync($"/assessments/{keys.Reference}");
            Assert.Contains("1 answer, of 21 November 2026, waits for it", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("has no forecast", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_service_that_is_asked_late_has_waited_since_it_was_asked()
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-60), change: a => a.CorrectAdviceReceipt(Today.AddDays(-54), Today));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.DoesNotContain("already at", page.Text, StringComparison.Ordinal);
        Assert.Contains("expected about 21 December 2026", page.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true, false, "expected about 20 March 2027 (promised for 20 March 2027, later than the median of 5 answers by Paediatric occupational therapy in the last 6 months)")]
    [InlineData(false, true, "expected about 28 March 2027 (now expected on 28 March 2027, as recorded with the exemption, later than the median of 5 answers by Paediatric occupational therapy in the last 6 months)")]
    [InlineData(true, true, "expected about 20 March 2027 (promised for 20 March 2027, later than the median of 5 answers by Paediatric occupational therapy in the last 6 months)")]
    public async Task No_page_expects_an_answer_before_the_day_that_was_recorded_for_it_whoever_reads(bool promised, bool exempt, string words)
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-1));
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => { if (promised) { r.Promise(new(2027, 3, 20), Today, _app.Time.GetUtcNow().UtcDateTime, "Gwen Pritchard"); } });
        if (exempt) { await ExemptAsync(keys, id, new(2027, 3, 28)); }

        foreach (var reader in new[] { TestWorld.Administrator, TestWorld.Caseworker })
        {
            var page = await (await _app.SignInAsync(reader)).GetAsync($"/assessments/{keys.Reference}");
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
            Assert.Contains("Expected late", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("On course", page.Text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_plan_that_the_authority_itself_expects_late_is_not_on_course()
    {
        foreach (var days in new[] { 20, 24, 30, 36, 40 }) { await ReturnedAsync(days); }
        var keys = await _app.AssessmentAsync(received: Today.AddDays(-1));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await ExemptAsync(keys, null, new(2027, 5, 3));

        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("but the local authority now expects the plan on 3 May 2027, as recorded with its exemption", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("On course", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_served_where_nobody_in_health_was_asked_names_what_the_plan_would_lack()
    {
        var keys = await _app.AssessmentAsync();
        await using (var db = _app.Database()) { await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.DraftServedOn, Today)); }

        foreach (var reader in new[] { TestWorld.Administrator, TestWorld.Caseworker })
        {
            var page = await (await _app.SignInAsync(reader)).GetAsync($"/assessments/{keys.Reference}");
            Assert.Contains("and the final plan can follow. A plan issued now would lack the medical advice of regulation 6(1)(c) (nobody in health was asked).", page.Text, StringComparison.Ordinal);
        }
    }

    // of a request, or of the authority's final plan
    private Task<int> ExemptAsync(CaseKeys keys, Guid? request, DateOnly expected) => _app.AsAsync(request is null ? TestWorld.Caseworker : TestWorld.Dco, async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        var grounds = new ExemptionGrounds(request is null ? ExemptionGround.AbsentFromArea : ExemptionGround.MissedAppointment, request is null ? new AbsenceFacts(Today.AddDays(5), Today.AddDays(60)) : new MissedAppointmentFacts(Today, AppointmentNotKeptBy.ChildOrFamily),
            "The next appointment is in spring", "The appointment record", "Gwen Pritchard", Today, "Gwen Pritchard", Today, ExpectedOn: expected);
        db.Exemptions.Add(request is { } id ? new Exemption(await db.AdviceRequests.SingleAsync(r => r.Id == id), grounds) : new Exemption(await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId), DeadlineKind.FinalPlan, grounds));
        services.GetRequiredService<AuditTrail>().Record(new ExemptWorkExpected(keys, request, null, expected));
        return await db.SaveChangesAsync();
    });

    private void Nil(AdviceRequest r)
    {
        var now = _app.Time.GetUtcNow().UtcDateTime;
        r.SubmitNilReturn(ReplyCode.NotKnown, null, now, Today, "Gwen Pritchard");
        r.Accept(now);
        r.ReturnToAuthority(now, Today);
    }

    private async Task ReturnedAsync(int daysTaken, string authority = "888")
    {
        var keys = await _app.AssessmentAsync(authority, received: Today.AddDays(-90), change: a => a.CorrectAdviceReceipt(Today.AddDays(-daysTaken), Today));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, Nil);
    }
}
