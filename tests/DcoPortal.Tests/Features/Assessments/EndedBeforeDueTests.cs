using System.Globalization;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Figures;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>What an assessment was to be given and ended by the due date: nothing is owed, and nothing is late, on any page. Due on 13 October 2026.</summary>
public sealed class EndedBeforeDueTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    // on the day of the end itself nothing had fallen due, as figures count
    [InlineData("2026-10-10", "10 October 2026")]
    [InlineData("2026-10-13", "13 October 2026")]
    public async Task No_page_list_or_email_calls_late_what_had_not_fallen_due_when_the_assessment_ended(string endedOn, string said)
    {
        var (keys, id) = await BeingCheckedAsync(DateOnly.Parse(endedOn, CultureInfo.InvariantCulture));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var facts = (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;
        var check = await dco.GetAsync("/check");
        await ChangeAsync(keys, id, r => r.Accept(FigureWorld.Noon(Today)));
        var form = await dco.GetAsync($"/assessments/{keys.Reference}/return");
        var done = await dco.SubmitAsync(form, "main form", []);
        var (shown, clinician) = (await dco.GetAsync($"/assessments/{keys.Reference}"), await (await _app.SignInAsync(TestWorld.OtherClinician)).GetAsync($"/advice-requests/{id}"));
        var csv = (await dco.Client.GetStringAsync("/advice-requests/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));

        Assert.Contains("No date is running", facts, StringComparison.Ordinal);
        Assert.Contains($"The assessment ended on {said}, by the due date of what is awaited", facts, StringComparison.Ordinal);
        foreach (var page in new[] { check, form }) { Assert.Contains("The assessment ended by the due date", page.Text, StringComparison.Ordinal); Assert.DoesNotContain("days overdue", page.Text, StringComparison.Ordinal); }
        Assert.Contains($"1 answer returned to the local authority. The assessment ended on {said}, by the due date.", done.Text, StringComparison.Ordinal);
        foreach (var page in new[] { shown, clinician })
        {
            Assert.Contains("Done on 21 November 2026. The assessment had ended by the due date", page.Text, StringComparison.Ordinal);
            Assert.Contains($"The assessment ended on {said}, by the due date: nothing is late.", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("days late", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("No exemption is recorded", page.Text, StringComparison.Ordinal);
        }
        Assert.Contains("The assessment had ended by the due date", csv, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Contains($"statutory advice for an assessment that ended on {said}, by the due date", (await db.Emails.SingleAsync(e => e.Template == "advice-returned")).Body, StringComparison.Ordinal);
        Assert.Contains("not due, the assessment had ended", (await db.AuditEntries.SingleAsync(e => e.Fact == nameof(AdviceReturned))).After, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_fell_due_the_day_before_the_end_is_late_as_ever()
    {
        var (keys, id) = await BeingCheckedAsync(new(2026, 10, 14));
        await ChangeAsync(keys, id, r => r.Accept(FigureWorld.Noon(Today)));
        var dco = await _app.SignInAsync(TestWorld.Dco);

        var done = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/return"), "main form", []);

        Assert.Contains("1 answer returned to the local authority, 1 of them late.", done.Text, StringComparison.Ordinal);
        Assert.Contains("Done 39 days late", (await dco.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_sent_back_after_the_end_is_neither_overdue_nor_in_a_calendar()
    {
        var (keys, id) = await BeingCheckedAsync(new(2026, 10, 10));
        await ChangeAsync(keys, id, r =>
        {
            r.SendBack("Say how often", FigureWorld.Noon(Today));
            r.Promise(Today, Today, FigureWorld.Noon(Today), "Joan");
        });
        _app.Time.Set(FigureWorld.Noon(Today.AddDays(1)));
        var dco = await _app.SignInAsync(TestWorld.Dco);

        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/advice-requests?box=Overdue")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);
        Assert.Contains("The assessment ended by the due date", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        foreach (var email in new[] { TestWorld.Dco, TestWorld.OtherClinician, TestWorld.Caseworker }) { Assert.DoesNotContain($"{keys.Reference} health advice due", await FeedAsync(email), StringComparison.Ordinal); }
    }

    [Fact]
    public async Task What_was_closed_by_hand_before_the_plan_of_an_earlier_day_is_recorded_is_closed_before_it_fell_due_in_every_word()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.Close("Sent by mistake", FigureWorld.Noon(Today), became: Became.Withdrawn));
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, new(2026, 10, 12), AssessmentOutcome.PlanIssued);
        var dco = await _app.SignInAsync(TestWorld.Dco);

        Assert.Contains("2 closed by the due date", (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains(",2,0,0,0,0,0,2,", (await dco.Client.GetStringAsync("/assessments/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_what_was_returned_has_met_is_in_no_calendar_when_it_is_asked_for_again()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var on = new DateOnly(2026, 9, 4);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r => { Return(r, on); r.AskForMore(AnswerKind.Version, "It is about another child", new DateOnly(2027, 7, 1), FigureWorld.Noon(on)); });

        foreach (var email in new[] { TestWorld.Dco, TestWorld.OtherClinician, TestWorld.Caseworker }) { Assert.DoesNotContain($"{keys.Reference} health advice due", await FeedAsync(email), StringComparison.Ordinal); }
    }

    // asked on 1 September, answered on 12 October and being checked when the assessment ended
    private async Task<(CaseKeys Keys, Guid Id)> BeingCheckedAsync(DateOnly endedOn)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r => r.Submit(FigureWorld.Noon(new(2026, 10, 12)), new(2026, 10, 12), "Joan"));
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, endedOn, AssessmentOutcome.Withdrawn);
        return (keys, id);
    }

    private static void Return(AdviceRequest r, DateOnly on)
    {
        r.Submit(FigureWorld.Noon(on), on, "Joan");
        r.Accept(FigureWorld.Noon(on));
        r.ReturnToAuthority(FigureWorld.Noon(on), on);
    }

    private async Task<string> FeedAsync(string email)
    {
        var address = new Uri((await _app.AsAsync(email, services => services.GetRequiredService<CalendarAddressHandler>().MakeAsync(default))).Value!).PathAndQuery;
        return (await _app.Browser().Client.GetStringAsync(address)).Replace("\r\n ", "", StringComparison.Ordinal);
    }

    private async Task EndAsync(CaseKeys keys, DateOnly on, AssessmentOutcome outcome) =>
        await _app.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(keys.Reference, outcome, on), default));

    private async Task ChangeAsync(CaseKeys keys, Guid id, Action<AdviceRequest> change) => await _app.AsAsync(TestWorld.Dco, async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        change(await db.AdviceRequests.SingleAsync(r => r.Id == id));
        services.GetRequiredService<AuditTrail>().Record(new AdviceRequested(keys, id, "The service", Today));
        return await db.SaveChangesAsync();
    });
}
