using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>While somebody is still to be asked, the case stands in triage: no other list of the DCO service has it.</summary>
public sealed class StaysInTriageTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Whom_the_family_asks_for_after_the_request_to_them_was_closed_comes_to_triage()
    {
        var (keys, request) = await AskedAsync();
        await NameAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await CloseAsync(dco, request, "not-needed");
        Assert.False(await IsInTriageAsync(keys));
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await carol.GetAsync($"/assessments/{keys.Reference}/add");
        var marked = await carol.SubmitAsync(page, "#add", [], button: page.Find("button[formaction*='/family-asked']").TextContent.Trim());

        Assert.Contains("Marked: the family asked for", marked.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
        Assert.Contains(". Not asked now.", (await carol.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("not-needed", "Withdrawn", false, true)]
    [InlineData("mistake", "Withdrawn", false, true)]
    [InlineData("mistake", "NoPlan", false, true)]
    // another service is asked and is open again: only who is to be asked instead brings it back
    [InlineData("not-needed", "Withdrawn", true, false)]
    [InlineData("elsewhere", "Withdrawn", true, true)]
    public async Task What_was_closed_while_the_case_was_ended_brings_it_to_triage_when_the_outcome_is_taken_back(string why, string outcome, bool isBeside, bool isInTriage)
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.ChangeRequestAsync(request, r => r.SubmitNilReturn(ReplyCode.NotKnown, null, DateTime.UnixEpoch, new(2026, 11, 20), "Gwen Pritchard"));
        if (isBeside) { await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan); }
        var (carol, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Administrator));
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new() { ["Outcome"] = outcome, ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await CloseAsync(dco, request, why, "Sent to the wrong team");

        var taken = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "Another child was meant" });

        Assert.Contains("The outcome is taken back", taken.Text, StringComparison.Ordinal);
        Assert.Equal(isInTriage, await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task What_a_colleague_closed_before_the_outcome_was_undone_brings_it_to_triage()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.ChangeRequestAsync(request, r => r.SubmitNilReturn(ReplyCode.NotKnown, null, DateTime.UnixEpoch, new(2026, 11, 20), "Gwen Pritchard"));
        var (carol, dco) = (await _app.SignInAsync(TestWorld.Caseworker), await _app.SignInAsync(TestWorld.Administrator));
        var ended = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), "main form", new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "20", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await CloseAsync(dco, request, "not-needed");

        await carol.SubmitAsync(ended, "form[data-undo]", []);

        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Bulk_sending_leaves_a_case_in_triage_for_whom_the_directory_does_not_know()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].Name"] = "Gwen Pritchard", ["Professionals[1].ServiceName"] = "CAMHS" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var sent = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        Assert.Contains("1 request of 1 assessment sent.", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"{keys.Reference} stays in triage: nobody is asking CAMHS.", sent.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Asking_on_the_case_leaves_it_in_triage_for_whom_the_directory_does_not_know_until_a_reason_is_given()
    {
        var keys = await _app.AssessmentAsync();
        await NameAsync(keys, p => (p.Name, p.ServiceId, p.ServiceName) = (null, null, "CAMHS"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var address = $"/assessments/{keys.Reference}/request-advice";

        var sent = await dco.SubmitAsync(await dco.GetAsync(address), "#ask", new() { ["Ask"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");

        Assert.Contains("1 request sent", sent.Text, StringComparison.Ordinal);
        Assert.Contains("The case stays in triage: nobody is asking CAMHS.", sent.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
        await dco.SubmitAsync(await dco.GetAsync($"/triage/{keys.Reference}/no-request"), "main form", new() { ["Reason"] = "Paediatrics is asked", ["NotAsked[0].Reason"] = "Never seen by CAMHS" });
        Assert.False(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Why_no_request_is_needed_is_why_each_of_those_named_is_not_asked_once_the_authority_has_decided()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].ServiceName"] = "CAMHS" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.GetAsync($"/triage/{keys.Reference}/no-request");
        var done = await dco.SubmitAsync(page, "main form", new() { ["Reason"] = "CAMHS closed her case in spring" });

        Assert.Contains("so the notification does not come back by itself", page.Text, StringComparison.Ordinal);
        Assert.Contains($"{keys.Reference} is out of triage.", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("It comes back", done.Text, StringComparison.Ordinal);
        Assert.Contains("CAMHS closed her case in spring", (await carol.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_beside_whom_the_directory_does_not_know_takes_the_case_out_of_triage_with_what_is_sent()
    {
        var keys = await _app.AssessmentAsync();
        await NameAsync(keys, p => (p.Name, p.ServiceId, p.ServiceName) = (null, null, "CAMHS"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.Paediatrics:N}", ["NotAsked[0].Reason"] = "Never seen by CAMHS" }, button: "send");

        Assert.False(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Who_decides_that_no_health_needs_are_known_reads_who_was_named_and_not_asked()
    {
        var keys = await _app.AssessmentAsync();
        await NameAsync(keys, p => (p.Name, p.ServiceId, p.ServiceName) = (null, null, "CAMHS"));
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var page = await dco.GetAsync($"/assessments/{keys.Reference}/all-nil");

        Assert.Contains("CAMHS", page.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody was asked, and nobody has said why.", page.Text, StringComparison.Ordinal);
        Assert.Contains(page.All("main a"), a => a.GetAttribute("href") == $"/assessments/{keys.Reference}/not-asked");
    }

    [Fact]
    public async Task Closing_what_the_family_asked_for_keeps_the_reason_with_whom_it_asked_for()
    {
        var (keys, request) = await AskedAsync();
        await NameAsync(keys, p => p.FamilyAsked = true);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await CloseAsync(dco, request, "not-needed", "Seen last week, the mother agrees");

        Assert.False(await IsInTriageAsync(keys));
        await using var db = _app.Database();
        Assert.Contains("the mother agrees", (await db.InvolvedProfessionals.SingleAsync()).NotAskedReason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_case_waits_in_triage_until_somebody_else_is_asked_instead()
    {
        var (keys, request) = await AskedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var asked = await CloseAsync(dco, request, "elsewhere");

        Assert.True(await IsInTriageAsync(keys));
        Assert.Equal($"/assessments/{keys.Reference}/request-advice", asked.Url.AbsolutePath);
        await dco.SubmitAsync(asked, "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");
        Assert.False(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Somebody_named_while_the_page_was_open_is_looked_at_before_anything_is_sent()
    {
        var keys = await _app.AssessmentAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/assessments/{keys.Reference}/request-advice");
        await NameAsync(keys, p => (p.Name, p.ServiceId, p.ServiceName) = ("Dr Unknown", null, "Hearing clinic"));

        var refused = await dco.SubmitAsync(page, "#ask", new() { ["Ask"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");

        Assert.Contains("Nothing was sent", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Contains("Dr Unknown", refused.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task Who_was_named_while_the_case_had_ended_by_mistake_is_looked_for_when_it_is_open_again()
    {
        var (keys, _) = await AskedAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), Form, new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await NameAsync(keys, p => (p.ServiceId, p.FamilyAsked) = (TestWorld.SpeechTherapy, true));

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "It was another child" });

        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Why_somebody_was_not_asked_early_is_no_reason_once_the_authority_has_decided_to_assess()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await NameAsync(keys, p => { p.FamilyAsked = true; p.NotAsked(keys, "Has sent her old report", "Priya", DateTime.UnixEpoch); });
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/decision"), Form, new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        await using var db = _app.Database();
        Assert.Null((await db.InvolvedProfessionals.SingleAsync()).NotAskedReason);
        Assert.Equal((RequestStage.ToSend, true), await db.AdviceRequests.Select(r => new ValueTuple<RequestStage, bool>(r.Stage, r.RequestedByFamily)).SingleAsync());
    }

    [Fact]
    public async Task A_request_for_advice_is_not_opened_again_while_the_decision_to_assess_is_taken_back()
    {
        var (keys, request) = await AskedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await CloseAsync(dco, request, "mistake");
        var page = await dco.GetAsync($"/advice-requests/{request}/reopen");
        await using (var db = _app.Database())
        {
            (await db.Assessments.SingleAsync()).TakeBackDecision("Another child");
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        var refused = await dco.SubmitAsync(page, "form[action$='/reopen']", new() { ["Reason"] = "The wrong one" });

        Assert.Contains("The authority’s decision to assess was taken back", refused.Text, StringComparison.Ordinal);
        await using (var db = _app.Database()) { Assert.Equal(RequestStage.Closed, (await db.AdviceRequests.SingleAsync(r => r.Id == request)).Stage); }
    }

    [Fact]
    public async Task A_request_is_not_opened_again_at_a_service_that_is_no_longer_asked()
    {
        var (keys, request) = await AskedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await CloseAsync(dco, request, "mistake");
        await using (var db = _app.Database())
        {
            (await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy)).IsActive = false;
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        var refused = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/reopen"), "form[action$='/reopen']", new() { ["Reason"] = "It is theirs" });

        Assert.Contains("By the directory this service is no longer asked.", refused.Text, StringComparison.Ordinal);
    }

    // another service has a request too, so that the one which ends is not the last
    private async Task<(CaseKeys Keys, Guid Request)> AskedAsync()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.Paediatrics);
        return (keys, await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen));
    }

    private async Task<Guid> NameAsync(CaseKeys keys, Action<InvolvedProfessional>? change = null)
    {
        await using var db = _app.Database();
        var named = new InvolvedProfessional(keys, 0) { Name = "Gwen Pritchard", ServiceId = TestWorld.OccupationalTherapy };
        change?.Invoke(named);
        db.InvolvedProfessionals.Add(named);
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
        return named.Id;
    }

    private static async Task<Page> CloseAsync(PortalBrowser dco, Guid request, string why, string? reason = null) =>
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/close"), "main form", new() { ["Why"] = why, ["Reason"] = reason });

    private async Task<bool> IsInTriageAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.Assessments.AnyAsync(a => a.Id == keys.AssessmentId && a.TriagedUtc == null);
    }
}
