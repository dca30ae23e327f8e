using System.Globalization;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Casework.Figures;
using DcoPortal.Tests.Features.Exemptions;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class LackingAdviceTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_outcome_and_the_case_say_which_advice_the_plan_lacks_and_the_figures_keep_it()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 9, 20))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20)); });
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        var after = await caseworker.SubmitAsync(form, "main form", new() { ["Outcome"] = "PlanIssued", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        var shown = await caseworker.GetAsync($"/assessments/{keys.Reference}");
        var figures = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-10");

        Assert.Contains("A plan issued now would lack advice that was asked for", form.Text, StringComparison.Ordinal);
        Assert.Contains("(regulation 6(1)(c)), due 13 October 2026", form.Text, StringComparison.Ordinal);
        Assert.Contains("The plan lacks advice that was asked for", shown.Text, StringComparison.Ordinal);
        Assert.Equal(200, (int)after.Status);
        Assert.Equal("1", figures.All("#became tbody tr").Single(r => r.TextContent.Contains("Not given, and closed", StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Split(',')[0].Trim());
    }

    [Fact]
    public async Task Before_a_plan_is_recorded_it_is_said_that_no_advice_has_been_returned()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);

        Assert.Contains("A plan issued now would lack the medical advice of regulation 6(1)(c): no advice has been returned yet.", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}/outcome")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_plan_with_all_its_advice_lacks_none_and_a_nil_return_is_an_answer()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.SubmitNilReturn(ReplyCode.NotKnown, null, FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.DoesNotContain("would lack advice", (await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "each service said that it has none")]
    [InlineData(true, "who answered said that there is none, and every other request was closed or withdrawn without an answer")]
    public async Task A_plan_with_nothing_but_nil_returns_has_no_medical_advice_and_the_list_has_it(bool closed, string why)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: Nil);
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => { if (closed) { r.Close("No longer needed", FigureWorld.Noon(new(2026, 9, 5))); } else { Nil(r); } });
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        await EndAsync(keys, Today);

        Assert.Contains($"A plan issued now would lack the medical advice of regulation 6(1)(c): {why}.", form.Text, StringComparison.Ordinal);
        Assert.Contains(why, (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(keys.Reference, (await caseworker.GetAsync("/assessments?plans=2026-11&part=LackingAdvice")).Text, StringComparison.Ordinal);
        Assert.Equal(1, Plans(await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-11"), "lack advice"));

        static void Nil(AdviceRequest r) { r.SubmitNilReturn(ReplyCode.NotKnown, null, FigureWorld.Noon(new(2026, 9, 4)), new(2026, 9, 4), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 9, 4))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 9, 4)), new(2026, 9, 4)); }
    }

    [Theory]
    // due on 13 October: the assessment ended or moved on that day or before, so no advice fell due, answered late, closed by hand or neither
    [InlineData("2026-10-10", true)]
    [InlineData("2026-10-13", true)]
    [InlineData("2026-10-14", false)]
    public async Task What_fell_due_after_the_end_is_not_counted_however_it_ended_and_whenever_the_end_is_recorded(string endedOn, bool notDue)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var late = await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var closed = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        _app.Time.Set(FigureWorld.Noon(new(2026, 10, 15)));
        await ChangeAsync(keys, late, r => { r.Submit(FigureWorld.Noon(new(2026, 10, 15)), new(2026, 10, 15), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 10, 15))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 10, 15)), new(2026, 10, 15)); });
        await ChangeAsync(keys, closed, r => r.Close("Not needed", FigureWorld.Noon(new(2026, 10, 20))));
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, DateOnly.Parse(endedOn, CultureInfo.InvariantCulture), AssessmentOutcome.MovedAway);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var figures = await dco.GetAsync("/dashboard?period=2026-10");
        var facts = (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;

        if (notDue) { Assert.StartsWith("Not counted: 3, Closed by the due date", NotCounted(figures), StringComparison.Ordinal); }
        else { Assert.Equal(("1", "2"), (Became(figures, "Late"), Became(figures, "Not given, and closed"))); }
        Assert.Contains("1 of 3 back", facts, StringComparison.Ordinal);
        Assert.Contains(notDue ? "2 closed by the due date" : "2 not given", facts, StringComparison.Ordinal);
        var row = (await dco.Client.GetStringAsync("/assessments/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));
        Assert.Contains(notDue ? ",3,1,0,0,0,0,2," : ",3,1,0,0,2,0,0,", row, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_end_of_a_case_is_kept_with_its_requests_and_goes_when_it_is_taken_back()
    {
        var (keys, id) = await PlanWithAnAnswerBeingCheckedAsync();
        await using (var db = _app.Database()) { Assert.Equal(Today, await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.CaseEndedOn).SingleAsync()); }
        await _app.AsAsync(TestWorld.Caseworker, async s =>
        {
            var seen = await s.GetRequiredService<PortalDb>().Assessments.Where(a => a.Reference == keys.Reference).Select(a => a.Version).SingleAsync();
            return await s.GetRequiredService<TakeBackRecordHandler>().HandleAsync(keys.Reference, seen, "Another case", default);
        });

        await using var after = _app.Database();
        Assert.Null(await after.AdviceRequests.Where(r => r.Id == id).Select(r => r.CaseEndedOn).SingleAsync());
    }

    [Fact]
    public async Task Advice_that_another_service_is_asked_for_after_it_was_due_counts_once_with_the_service_that_had_it()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere" });
        var lackingFirst = await LackingAsync(keys);
        await AskAsync(keys, TestWorld.SpeechTherapy);
        var figures = await dco.GetAsync("/dashboard?period=2026-10");
        var second = await LackingAsync(keys);
        // the second is given up as well, and a third is asked
        await ChangeAsync(keys, second.Single(), r => r.WithdrawRequest("Another service is to be asked instead", "The service", FigureWorld.Noon(Today), asksAnother: true));
        await AskAsync(keys, TestWorld.Paediatrics);
        var third = await LackingAsync(keys);
        await ChangeAsync(keys, third.Single(), r => { r.Submit(FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });

        Assert.Equal([id], lackingFirst);
        Assert.Equal("1", Became(figures, "Not given, and closed"));
        Assert.Contains("1, Asked instead, after it was due asked after its due date in place of one that is counted", NotCounted(figures), StringComparison.Ordinal);
        Assert.Contains("2, Asked instead, after it was due", NotCounted(await dco.GetAsync("/dashboard?period=2026-10")), StringComparison.Ordinal);
        Assert.NotEqual(second, third);
        // what the third gave is what the first and the second owed
        Assert.Empty(await LackingAsync(keys));
    }

    [Fact]
    public async Task A_service_that_is_asked_again_owes_what_it_owed_though_another_was_asked_for_it_meanwhile()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere" });
        await AskAsync(keys, TestWorld.SpeechTherapy);
        await AskAsync(keys, TestWorld.OccupationalTherapy);
        var figures = await dco.GetAsync("/dashboard?period=2026-10");

        Assert.Equal(("1", "0"), (Became(figures, "Not given, and closed"), Became(figures, "Not given, still awaited")));
        Assert.Contains("2, Asked instead, after it was due", NotCounted(figures), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere", true)]
    [InlineData("mistake", false)]
    public async Task Only_what_was_closed_for_another_service_has_one_in_its_place_and_opening_it_again_ends_that(string why, bool replaced)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = why });
        await AskAsync(keys, TestWorld.SpeechTherapy);
        var insteadOf = await InsteadAsync(keys);
        var lacking = await LackingAsync(keys);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/reopen"), "main form", new() { ["Reason"] = "It is theirs after all" });

        Assert.Equal(replaced ? [id] : [], insteadOf);
        Assert.Equal(!replaced, lacking.Contains(id));
        Assert.Empty(await InsteadAsync(keys));
        await using var db = _app.Database();
        Assert.Equal((RequestStage.WithService, false, false), await db.AdviceRequests.Where(r => r.Id == id).Select(r => new ValueTuple<RequestStage, bool, bool>(r.Stage, r.IsReplaced, r.IsForAnother)).SingleAsync());
    }

    [Fact]
    public async Task Who_was_asked_beside_a_request_that_is_closed_for_another_counts_for_themselves_and_who_is_asked_after_it_takes_its_place()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        _app.Time.Set(FigureWorld.Noon(Today));
        await _app.AsAsync(TestWorld.Dco, s => s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new RequestAdviceCommand(keys.Reference,
            [new AskOne(new AskTarget(TestWorld.OccupationalTherapy, null)), new AskOne(new AskTarget(TestWorld.Paediatrics, null))], null, SendNow: true), default));
        Guid closed;
        await using (var db = _app.Database()) { closed = await db.AdviceRequests.Where(r => r.ServiceId == TestWorld.OccupationalTherapy).Select(r => r.Id).SingleAsync(); }
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{closed}/close"), "main form", new() { ["Why"] = "elsewhere" });
        var beside = await InsteadAsync(keys);
        var facts = (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;
        await AskAsync(keys, TestWorld.SpeechTherapy);

        Assert.Empty(beside);
        // somebody chose that another be asked: that is the DCO service's to do, whoever else has a request
        Assert.Contains("DCO to send", facts, StringComparison.Ordinal);
        Assert.Contains("Nobody is asked in place of Paediatric occupational therapy, and 1 other open", facts, StringComparison.Ordinal);
        Assert.Equal([closed], await InsteadAsync(keys));
    }

    [Fact]
    public async Task A_service_of_the_same_kind_stands_for_what_was_closed_of_its_kind_before_it_stands_for_another()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var mistake = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.Close("Sent by mistake", FigureWorld.Noon(Today), Today));
        var another = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.Close(AdviceRequest.AsksAnother, FigureWorld.Noon(Today), Today, asksAnother: true));
        await using var db = _app.Database();
        var (closed, service) = (await db.AdviceRequests.ToListAsync(), await db.Services.SingleAsync(s => s.Id == TestWorld.Paediatrics));
        var assessment = await db.Assessments.SingleAsync();
        var (sameKind, other) = (new AdviceRequest(assessment, service, null, FigureWorld.Noon(Today)), new AdviceRequest(assessment, service, null, FigureWorld.Noon(Today)));

        sameKind.StandInForOneOf(closed, Today, new HashSet<Guid> { TestWorld.SpeechTherapy });
        other.StandInForOneOf(closed, Today);

        Assert.Equal((mistake, another), (sameKind.InsteadOfId!.Value, other.InsteadOfId!.Value));
    }

    [Fact]
    public async Task A_service_of_the_same_kind_takes_the_place_over_from_one_that_only_stood_in()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var closed = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.Close(AdviceRequest.AsksAnother, FigureWorld.Noon(Today), Today, asksAnother: true));
        await using var db = _app.Database();
        var (requests, services, assessment) = (await db.AdviceRequests.ToListAsync(), await db.Services.ToDictionaryAsync(s => s.Id), await db.Assessments.SingleAsync());
        AdviceRequest Ask(Guid service) => new(assessment, services[service], null, FigureWorld.Noon(Today));
        var (first, second) = (Ask(TestWorld.SpeechTherapy), Ask(TestWorld.Paediatrics));

        first.StandInForOneOf(requests, Today, new HashSet<Guid> { TestWorld.SpeechTherapy });
        var stoodIn = first.InsteadOfId;
        second.StandInForOneOf([.. requests, first], Today, new HashSet<Guid> { TestWorld.Paediatrics, TestWorld.OccupationalTherapy });

        Assert.Equal((closed, null, closed), (stoodIn, first.InsteadOfId, second.InsteadOfId));
    }

    [Fact]
    public async Task Taking_a_closing_back_ends_that_another_is_asked_in_its_place()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        await AskAsync(keys, TestWorld.SpeechTherapy);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var closed = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere" });
        var before = await InsteadAsync(keys);
        await dco.SubmitAsync(closed, "form[data-undo]", []);

        Assert.Equal([id], before);
        Assert.Empty(await InsteadAsync(keys));
    }

    [Fact]
    public async Task A_plan_lacks_the_medical_advice_where_all_that_was_given_is_withdrawn_and_asked_for_again()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var on = new DateOnly(2026, 9, 4);
        var id = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(on), on, "Joan"); r.Accept(FigureWorld.Noon(on)); r.ReturnToAuthority(FigureWorld.Noon(on), on); r.AskForMore(AnswerKind.Version, "It is about another child", new DateOnly(2027, 7, 1), FigureWorld.Noon(on)); });
        await using (var db = _app.Database()) { await db.AdviceRequests.Where(r => r.Id == id).ExecuteUpdateAsync(r => r.SetProperty(x => x.AnswerStands, false)); }
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        await EndAsync(keys, Today);

        Assert.Contains("A plan issued now would lack the medical advice of regulation 6(1)(c): what was given is withdrawn", form.Text, StringComparison.Ordinal);
        Assert.Contains("The plan lacks the medical advice of regulation 6(1)(c)", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_was_never_sent_is_not_said_to_have_been_asked_for()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 11, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, send: false);
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        await EndAsync(keys, Today);
        var shown = await caseworker.GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("A plan issued now would lack advice that was to be asked for", form.Text, StringComparison.Ordinal);
        Assert.Contains("The plan lacks advice that was to be asked for", shown.Text, StringComparison.Ordinal);
        Assert.Contains("the request was not sent, so nobody was asked", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("not given", shown.Find(".dco-facts").TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("elsewhere", true)]
    [InlineData("mistake", false)]
    public async Task The_list_and_its_file_name_the_same_most_urgent_date_as_the_case(string why, bool isHealths)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var on = new DateOnly(2026, 9, 4);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(on), on, "Joan"); r.Accept(FigureWorld.Noon(on)); r.ReturnToAuthority(FigureWorld.Noon(on), on); });
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = why });
        var facts = (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;
        var list = await dco.GetAsync("/assessments");
        var csv = (await dco.Client.GetStringAsync("/assessments/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));
        var late = await dco.GetAsync("/assessments?mark=health-late");

        Assert.Equal(isHealths, facts.Contains("Health advice: nobody is asked in its place", StringComparison.Ordinal));
        Assert.Equal(isHealths, list.Text.Contains("Most urgent: Health advice: nobody is asked in its place, 39 days overdue", StringComparison.Ordinal));
        Assert.Contains(isHealths ? "Health advice: nobody is asked in its place: 39 days overdue" : "Final plan: ", csv, StringComparison.Ordinal);
        Assert.Equal(isHealths, late.Text.Contains(keys.Reference, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("never asked", "Health advice: nobody has been asked yet")]
    [InlineData("out of triage", null)]
    [InlineData("all closed", "Health advice: nobody is asked now")]
    [InlineData("all closed, out of triage", "Health advice: nobody is asked now")]
    [InlineData("another to be asked", "Health advice: nobody is asked in its place")]
    [InlineData("all nil", "Health advice: no service that answered has any")]
    [InlineData("prepared and closed", "Health advice: nobody has been asked yet")]
    [InlineData("advice in", null)]
    public async Task Where_somebody_still_is_to_be_asked_healths_time_stands_on_every_page_alike(string state, string? what)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync(change: a => { if (state.Contains("out of triage", StringComparison.Ordinal)) { a.Triaged(FigureWorld.Noon(new(2026, 9, 1))); } });
        await ComeToAsync(keys, state);
        _app.Time.Set(FigureWorld.Noon(Today));
        await using var db = _app.Database();
        var unasked = await UnaskedCases.Of(db).AnyAsync(a => a.Id == keys.AssessmentId);
        var (caseworker, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Dco));
        var facts = (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;
        var csv = (await dco.Client.GetStringAsync("/assessments/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal));

        Assert.Equal(what is not null, unasked);
        Assert.Equal(unasked, facts.Contains(what ?? "Health advice: n", StringComparison.Ordinal));
        Assert.Equal(unasked, facts.Contains("39 days overdue", StringComparison.Ordinal));
        Assert.Equal(unasked, (await dco.GetAsync("/assessments")).Text.Contains($"Most urgent: {what ?? "Health advice: n"}{(unasked ? ", 39 days overdue" : "")}", StringComparison.Ordinal));
        Assert.Equal(unasked, csv.Contains($"{what ?? "Health advice: n"}{(unasked ? ": 39 days overdue" : "")}", StringComparison.Ordinal));
        Assert.Equal(unasked, (await dco.GetAsync("/assessments?mark=health-late")).Text.Contains(keys.Reference, StringComparison.Ordinal));
        Assert.Equal(unasked, (await caseworker.GetAsync("/?cases=team")).Text.Contains("Health advice that is late (1)", StringComparison.Ordinal));
        Assert.Equal(unasked, (await dco.GetAsync("/dashboard/now")).All("main a[href*='mark=health-late']").Any(f => f.TextContent.Trim().StartsWith('1')));
    }

    // asked on 1 September, due on 13 October
    private async Task ComeToAsync(CaseKeys keys, string state)
    {
        var on = new DateOnly(2026, 9, 4);
        var noon = FigureWorld.Noon(on);
        if (state.StartsWith("all closed", StringComparison.Ordinal)) { await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.Close("Not needed", noon)); }
        if (state is "another to be asked") { await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.WithdrawRequest("Another service is to be asked instead", "The service", noon, asksAnother: true)); }
        if (state is "another to be asked" or "advice in") { await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(noon, on, "Joan"); r.Accept(noon); r.ReturnToAuthority(noon, on); }); }
        if (state is "all nil") { await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.SubmitNilReturn(ReplyCode.NotKnown, null, noon, on, "Joan"); r.Accept(noon); r.ReturnToAuthority(noon, on); }); }
        if (state is "prepared and closed")
        {
            var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.Close("Not needed", noon));
            await using var db = _app.Database();
            await db.AdviceRequests.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.AskedOn, (DateOnly?)null).SetProperty(r => r.FirstSentUtc, (DateTime?)null).SetProperty(r => r.SentUtc, (DateTime?)null));
        }
        if (state is "all closed" or "another to be asked" or "prepared and closed")
        {
            await using var db = _app.Database();
            await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, (DateTime?)null));
        }
    }

    [Fact]
    public async Task What_another_is_to_be_asked_for_before_it_was_due_stays_in_the_forecast_and_in_what_a_plan_would_lack()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere" });
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("Nobody has the request for the advice of Paediatric occupational therapy now", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.Contains("Paediatric occupational therapy, ", (await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Opened_again_the_email_names_the_exemption_that_is_recorded()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/exemption"), "main form", ExemptionSteps.Missed("2026-10-01"));
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "mistake" });
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/reopen"), "main form", new() { ["Reason"] = "It is theirs after all" });
        await using var db = _app.Database();
        var body = await db.Emails.Where(e => e.AdviceRequestId == id && e.Body.Contains("is open again")).Select(e => e.Body).SingleAsync();

        Assert.Contains("39 days overdue", body, StringComparison.Ordinal);
        Assert.Contains("appointment", body, StringComparison.Ordinal);
        Assert.DoesNotContain("No exemption is recorded", body, StringComparison.Ordinal);
    }

    private async Task<IReadOnlyList<Guid?>> InsteadAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId && r.InsteadOfId != null).Select(r => r.InsteadOfId).ToListAsync();
    }

    private async Task<IReadOnlyList<Guid>> LackingAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).Where(LackingAdvice.Lacks).Select(r => r.Id).ToListAsync();
    }

    private async Task AskAsync(CaseKeys keys, Guid service) =>
        await _app.AsAsync(TestWorld.Dco, s => s.GetRequiredService<RequestAdviceHandler>().HandleAsync(new RequestAdviceCommand(keys.Reference, [new AskOne(new AskTarget(service, null))], null, SendNow: true), default));

    [Theory]
    [InlineData("given back")]
    [InlineData("to send")]
    [InlineData("to check")]
    [InlineData("to return")]
    public async Task Health_is_late_until_its_advice_is_returned_whoever_has_the_request(string where)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        var on = new DateOnly(2026, 9, 4);
        await ChangeAsync(keys, id, r =>
        {
            if (where == "given back") { r.GiveBack("Not ours", "Gwen", FigureWorld.Noon(on)); }
            if (where is "to check" or "to return") { r.Submit(FigureWorld.Noon(on), on, "Joan"); }
            if (where == "to return") { r.Accept(FigureWorld.Noon(on)); }
        });
        await using (var db = _app.Database())
        {
            if (where == "to send") { await db.AdviceRequests.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Stage, RequestStage.ToSend)); }
        }
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("39 days overdue", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 overdue", (await caseworker.GetAsync("/assessments?mark=health-late")).Find("main tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("Health advice that is late (1)", (await caseworker.GetAsync("/?cases=team")).Text, StringComparison.Ordinal);
        var csv = (await caseworker.Client.GetStringAsync("/assessments/csv?mark=health-late")).Trim().Split('\n');
        Assert.Contains(",1,0,1,1,0,0,0,", csv[1], StringComparison.Ordinal);
        var figures = (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard/now")).All("main a").Where(a => a.GetAttribute("href")?.Contains("mark=health-late", StringComparison.Ordinal) == true).ToList();
        Assert.NotEmpty(figures);
        Assert.All(figures, f => Assert.StartsWith("1", f.TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task What_another_service_is_to_be_asked_for_is_overdue_and_lacking_until_it_is_asked_also_beside_other_answers()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var on = new DateOnly(2026, 9, 4);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(on), on, "Joan"); r.Accept(FigureWorld.Noon(on)); r.ReturnToAuthority(FigureWorld.Noon(on), on); });
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere" });
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var facts = (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;
        var late = await caseworker.GetAsync("/assessments?mark=health-late");
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        await AskAsync(keys, TestWorld.Paediatrics);
        await ChangeAsync(keys, (await LackingAsync(keys)).Single(), r => { r.Submit(FigureWorld.Noon(Today), Today, "Joan"); r.Accept(FigureWorld.Noon(Today)); r.ReturnToAuthority(FigureWorld.Noon(Today), Today); });

        Assert.Contains("39 days overdue", facts, StringComparison.Ordinal);
        Assert.Contains("nobody is asked in its place", facts, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, late.Text, StringComparison.Ordinal);
        Assert.Contains("A plan issued now would lack advice that was asked for", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Reference, (await caseworker.GetAsync("/assessments?mark=health-late")).Text, StringComparison.Ordinal);
        await EndAsync(keys, Today);
        Assert.DoesNotContain(keys.Reference, (await caseworker.GetAsync("/assessments?plans=2026-11&part=LackingAdvice")).Text, StringComparison.Ordinal);
        Assert.Contains("No draft plan is recorded. Before the final plan the family must have had the draft for 15 days", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_outcome_says_which_request_stays_open_because_its_answer_is_asked_for_again()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var on = new DateOnly(2026, 9, 4);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(on), on, "Joan"); r.Accept(FigureWorld.Noon(on)); r.ReturnToAuthority(FigureWorld.Noon(on), on); r.AskForMore(AnswerKind.Version, "It is about another child", new DateOnly(2027, 7, 1), FigureWorld.Noon(on)); });
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        await EndAsync(keys, Today);
        // until health is sent the plan, that presses most
        Assert.Contains("Send the plan to health, local authority", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent, StringComparison.Ordinal);
        await using (var db = _app.Database()) { await db.Assessments.Where(a => a.Id == keys.AssessmentId).ExecuteUpdateAsync(s => s.SetProperty(a => a.HealthToldOfOutcomeOn, Today)); }
        var facts = (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;

        Assert.Contains("1 request will stay open, because what was returned is asked for again", form.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("will be closed", form.Text, StringComparison.Ordinal);
        Assert.Contains("new answer asked for", facts, StringComparison.Ordinal);
        Assert.DoesNotContain("Nothing", facts, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_by_mistake_counts_as_withdrawn_also_where_nobody_has_it_any_more()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.GiveBack("Not ours", "The service", FigureWorld.Noon(new(2026, 9, 3))));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "mistake" });
        _app.Time.Set(FigureWorld.Noon(Today));

        Assert.Contains("1, Withdrawn by the due date", NotCounted(await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/dashboard?period=2026-10")), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_the_authority_has_not_had_is_named_among_what_the_plan_lacks()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.SubmitNilReturn(ReplyCode.NotKnown, null, FigureWorld.Noon(Today), Today, "Joan"));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("answered, and not returned to the authority yet", (await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_came_after_the_plan_counts_on_the_day_it_came_and_the_case_says_so()
    {
        var (keys, id) = await PlanWithAnAnswerBeingCheckedAsync();
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var before = await dco.GetAsync($"/assessments/{keys.Reference}");
        await ChangeAsync(keys, id, r => { r.Accept(FigureWorld.Noon(Today.AddDays(1))); r.ReturnToAuthority(FigureWorld.Noon(Today.AddDays(1)), Today.AddDays(1)); });
        _app.Time.Set(FigureWorld.Noon(Today.AddDays(2)));
        dco = await _app.SignInAsync(TestWorld.Dco);

        var after = await dco.GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("In the figures it counts on the day on which it is returned, or as not given.", before.Text, StringComparison.Ordinal);
        Assert.Contains("it came on 22 November 2026, after the plan. In the figures it counts as: late.", after.Text, StringComparison.Ordinal);
        Assert.Equal("1", Became(await dco.GetAsync("/dashboard?period=2026-10"), "Late"));
        Assert.DoesNotContain("stays “not given”", after.Text, StringComparison.Ordinal);
        Assert.Equal(1, Plans(await dco.GetAsync("/dashboard?period=2026-11"), "lack advice"));
    }

    [Fact]
    public async Task An_answer_that_was_sent_back_after_the_plan_is_still_named_among_what_it_lacks()
    {
        var (keys, id) = await PlanWithAnAnswerBeingCheckedAsync();
        await ChangeAsync(keys, id, r => r.SendBack("Say how often", FigureWorld.Noon(Today)));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("nothing was returned. In the figures it counts on the day on which it is given, or as not given.", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_law_excuses_is_said_to_count_as_excused()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, change: r => r.NoteExemption(ExemptionGround.MissedAppointment));
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, Today);

        Assert.Contains("nothing was returned. In the figures it counts as: excused.", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answer_that_is_withdrawn_with_nothing_in_its_place_is_lacking()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        foreach (var service in new[] { TestWorld.SpeechTherapy, TestWorld.OccupationalTherapy })
        {
            await _app.RequestAsync(keys, service, change: r => { r.Submit(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 9, 20))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20)); });
        }
        await using (var db = _app.Database())
        {
            var one = await db.AdviceRequests.Where(r => r.ServiceId == TestWorld.SpeechTherapy).Select(r => r.Id).SingleAsync();
            await db.AdviceRequests.Where(r => r.Id == one).ExecuteUpdateAsync(r => r.SetProperty(x => x.AnswerStands, false));
        }
        _app.Time.Set(FigureWorld.Noon(new(2026, 10, 1)));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await caseworker.GetAsync($"/assessments/{keys.Reference}");
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, Today);
        var shown = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");

        Assert.DoesNotContain("All advice has been in", page.Text, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("(what was never given, or withdrawn, is lacking)", page.Text, StringComparison.Ordinal);
        Assert.Contains("without what was withdrawn", page.Text, StringComparison.Ordinal);
        foreach (var told in new[] { form, shown }) { Assert.Contains("what was returned on 20 September 2026 is withdrawn, and nothing is in its place", told.Text, StringComparison.Ordinal); }
        Assert.Contains("In the figures it stays what it was on that day: in time.", shown.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, "nobody in health was asked")]
    [InlineData(true, "every request to health was closed or withdrawn without an answer")]
    public async Task A_plan_without_anybody_in_health_lacks_the_medical_advice_and_both_pages_say_so(bool asked, string why)
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        if (asked) { await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.WithdrawRequest("Sent by mistake", "The service", FigureWorld.Noon(new(2026, 9, 3)))); }
        _app.Time.Set(FigureWorld.Noon(Today));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await caseworker.GetAsync($"/assessments/{keys.Reference}/outcome");
        await EndAsync(keys, Today);
        var shown = await caseworker.GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains($"A plan issued now would lack the medical advice of regulation 6(1)(c): {why}.", form.Text, StringComparison.Ordinal);
        Assert.Contains("The plan lacks the medical advice of regulation 6(1)(c)", shown.Text, StringComparison.Ordinal);
        Assert.Contains(why, shown.Text, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task Who_was_asked_and_never_answered_stays_among_those_who_were_asked()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        await _app.RequestAsync(keys, TestWorld.Paediatrics, change: r => r.Close("Not needed any more", FigureWorld.Noon(new(2026, 9, 5))));
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Submit(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20), "Joan"); r.Accept(FigureWorld.Noon(new(2026, 9, 20))); r.ReturnToAuthority(FigureWorld.Noon(new(2026, 9, 20)), new(2026, 9, 20)); });
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, Today);
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Contains("1 of 3 back", (await caseworker.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent, StringComparison.Ordinal);
        Assert.Contains("1 of 3 back, 1 not given, 1 closed by the due date", (await caseworker.GetAsync("/assessments?plans=2026-11&part=LackingAdvice")).Text, StringComparison.Ordinal);
        var csv = (await caseworker.Client.GetStringAsync("/assessments/csv")).Split('\n');
        Assert.Contains(",Health asked,Health back,Health awaited,Health overdue,Health not given,Health withdrawn,Health closed before due,", csv[0], StringComparison.Ordinal);
        Assert.Contains(",3,1,0,0,1,0,1,", csv.Single(l => l.Contains(keys.Reference, StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_withdrawn_after_its_due_date_stays_late_on_the_case_in_the_lists_and_in_the_figures()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere" });

        var facts = (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent;
        Assert.Contains("0 of 1 back", facts, StringComparison.Ordinal);
        Assert.Contains("1 not given", facts, StringComparison.Ordinal);
        Assert.Contains("39 days overdue", facts, StringComparison.Ordinal);
        Assert.Contains("Nobody is asked now", facts, StringComparison.Ordinal);
        Assert.Contains(keys.Reference, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/assessments?mark=health-late")).Text, StringComparison.Ordinal);
        Assert.Equal("1", Became(await dco.GetAsync("/dashboard?period=2026-10"), "Not given, and closed"));
        // the tile, its line, the list and the file are one rule
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var home = await caseworker.GetAsync("/");
        Assert.Contains("Nobody is asked now", home.Text, StringComparison.Ordinal);
        Assert.Contains(home.All("main a"), a => a.GetAttribute("href")?.Contains("mark=health-late", StringComparison.Ordinal) == true);
        Assert.Contains(",1,0,0,1,1,0,0,", (await caseworker.Client.GetStringAsync("/assessments/csv")).Split('\n').Single(l => l.StartsWith(keys.Reference, StringComparison.Ordinal)), StringComparison.Ordinal);
        // what was closed is as late on every day
        _app.Time.Set(FigureWorld.Noon(Today.AddDays(5)));
        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync($"/advice-requests/{id}");
        Assert.Contains("Not given: closed 39 days after its due date", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("days overdue", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Next: the DCO service", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_outcome_closes_on_its_own_day_also_when_it_is_recorded_later_or_corrected()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        // due on 13 October
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy);
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, new(2026, 10, 10), AssessmentOutcome.Withdrawn);
        var dco = await _app.SignInAsync(TestWorld.Dco);
        Assert.StartsWith("Not counted: 1, Closed by the due date closed, or the assessment had ended, by its due date", NotCounted(await dco.GetAsync("/dashboard?period=2026-10")), StringComparison.Ordinal);

        await _app.AsAsync(TestWorld.Caseworker, async s =>
        {
            var seen = await s.GetRequiredService<PortalDb>().Assessments.Where(a => a.Reference == keys.Reference).Select(a => a.Version).SingleAsync();
            return await s.GetRequiredService<CorrectDatesHandler>().HandleAsync(new(keys.Reference, new(null, null, null, null, OutcomeOn: new(2026, 10, 20)), "It was the 20th", seen), default);
        });

        Assert.Equal("1", Became(await dco.GetAsync("/dashboard?period=2026-10"), "Not given, and closed"));
    }

    [Theory]
    // closed by hand by the due date and before the plan: no longer needed
    [InlineData(-20, 5, false)]
    // closed because the assessment ended, on the day of the plan, before or after its due date
    [InlineData(-3, -3, true)]
    [InlineData(4, 4, true)]
    // closed by hand after its due date, long before the plan
    [InlineData(2, 60, true)]
    public async Task A_plan_lacks_what_was_closed_late_or_by_its_own_coming(int closedAfterDue, int planAfterDue, bool lacks)
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.Close("The assessment has ended", FigureWorld.Noon(r.DueOn.AddDays(closedAfterDue))); r.CaseEnds(r.DueOn.AddDays(planAfterDue)); });
        await using var db = _app.Database();

        Assert.Equal(lacks, await db.AdviceRequests.Where(r => r.AssessmentId == keys.AssessmentId).AnyAsync(LackingAdvice.Lacks));
    }

    // asked on 1 September, due on 13 October, answered on the day of the plan and not returned
    private async Task<(CaseKeys Keys, Guid Id)> PlanWithAnAnswerBeingCheckedAsync()
    {
        _app.Time.Set(FigureWorld.Noon(new(2026, 9, 1)));
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => r.Submit(FigureWorld.Noon(Today), Today, "Joan"));
        _app.Time.Set(FigureWorld.Noon(Today));
        await EndAsync(keys, Today);
        return (keys, id);
    }

    private async Task EndAsync(CaseKeys keys, DateOnly on, AssessmentOutcome outcome = AssessmentOutcome.PlanIssued) =>
        await _app.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<RecordOutcomeHandler>().HandleAsync(new OutcomeToRecord(keys.Reference, outcome, on), default));

    private async Task ChangeAsync(CaseKeys keys, Guid id, Action<AdviceRequest> change) => await _app.AsAsync(TestWorld.Dco, async services =>
    {
        var db = services.GetRequiredService<PortalDb>();
        change(await db.AdviceRequests.SingleAsync(r => r.Id == id));
        services.GetRequiredService<AuditTrail>().Record(new AdviceRequested(keys, id, "The service", Today));
        return await db.SaveChangesAsync();
    });

    private static string Became(Page page, string outcome) => page.All("#became tbody tr").Single(r => r.TextContent.Trim().StartsWith(outcome, StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Split(',')[0].Trim();

    private static string NotCounted(Page page) => string.Join(' ', page.Find("#became").TextContent[page.Find("#became").TextContent.IndexOf("Not counted", StringComparison.Ordinal)..].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static int Plans(Page page, string part) => int.Parse(page.All("#plans tbody tr").Single(r => r.TextContent.Contains(part, StringComparison.Ordinal)).QuerySelector("td")!.TextContent.Split(',')[0].Trim(), CultureInfo.InvariantCulture);
}
