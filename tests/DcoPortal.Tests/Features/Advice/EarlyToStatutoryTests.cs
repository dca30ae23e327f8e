using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What becomes of early information when the authority decides to assess: nobody who was to be asked, and nothing that a service said, drops out in silence.</summary>
public sealed class EarlyToStatutoryTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Early_information_kept_to_be_sent_later_becomes_a_prepared_statutory_request_with_its_note()
    {
        var keys = await PreparedEarlyAsync(familyAsked: false);

        await DecideAsync(keys);

        await using var db = _app.Database();
        var requests = await db.AdviceRequests.OrderByDescending(r => r.Kind).ToListAsync();
        Assert.Equal([(AdviceKind.Statutory, RequestStage.ToSend), (AdviceKind.EarlyInformation, RequestStage.Closed)], requests.Select(r => (r.Kind, r.Stage)));
        Assert.Equal((TestWorld.SpeechTherapy, "Please read his report", false), (requests[0].ServiceId, requests[0].CoveringNote, requests[0].RequestedByFamily));
        Assert.Equal("Replaced by a request for statutory advice: the authority has decided to assess.", requests[1].CloseReason);
    }

    [Fact]
    public async Task Whom_the_case_names_too_has_one_request_with_the_note_and_the_familys_mark()
    {
        var keys = await PreparedEarlyAsync();

        await DecideAsync(keys);

        await using var db = _app.Database();
        var statutory = await db.AdviceRequests.SingleAsync(r => r.Kind == AdviceKind.Statutory);
        Assert.Equal(("Please read his report", true), (statutory.CoveringNote, statutory.RequestedByFamily));
    }

    [Fact]
    public async Task What_took_the_place_of_early_information_goes_with_bulk_sending()
    {
        var keys = await PreparedEarlyAsync();
        await NameAsync(keys, TestWorld.OccupationalTherapy);
        await DecideAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var sent = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        Assert.Contains("2 requests of 1 assessment sent.", sent.Text, StringComparison.Ordinal);
        Assert.False(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Taking_the_decision_back_on_any_day_brings_the_early_request_back_with_what_was_written_since()
    {
        var keys = await PreparedEarlyAsync(familyAsked: false);
        await DecideAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}", ["CoveringNote"] = "Read the new report too" }, button: "later");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), "main form", new() { ["Reason"] = "Another child was meant" });

        Assert.Equal(System.Net.HttpStatusCode.OK, done.Status);
        await using var db = _app.Database();
        var open = await db.AdviceRequests.SingleAsync(r => r.Stage != RequestStage.Closed);
        Assert.Equal((AdviceKind.EarlyInformation, RequestStage.ToSend, "Read the new report too"), (open.Kind, open.Stage, open.CoveringNote));
        Assert.Null((await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Decision);
    }

    [Fact]
    public async Task Closing_the_only_statutory_request_brings_the_case_to_triage_although_early_information_is_there()
    {
        var keys = await PreparedEarlyAsync(familyAsked: false);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");
        await DecideAsync(keys);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");
        Assert.False(await IsInTriageAsync(keys));
        await using var db = _app.Database();
        var statutory = await db.AdviceRequests.SingleAsync(r => r.Kind == AdviceKind.Statutory);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{statutory.Id}/close"), "main form", new() { ["Why"] = "mistake", ["Reason"] = "Rang them first" });

        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Who_was_asked_for_early_information_alone_keeps_the_case_in_triage_until_somebody_has_looked()
    {
        var keys = await PreparedEarlyAsync(familyAsked: false);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");
        await NameAsync(keys, TestWorld.OccupationalTherapy);
        await DecideAsync(keys);
        var triage = await dco.GetAsync("/triage");

        var sent = await dco.SubmitAsync(triage, "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        Assert.Contains("1 service asked for early information only", triage.Text, StringComparison.Ordinal);
        Assert.Contains("1 request of 1 assessment sent.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("(asked for early information only). Open the case and choose whom to ask, or say why not.", sent.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");
        Assert.False(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task The_service_that_somebody_has_left_since_it_gave_early_information_keeps_the_case_in_triage()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "main form[data-warns]", new() { ["Professionals[0].Name"] = "Gwen Pritchard", ["Professionals[0].ProfessionalId"] = TestWorld.Gwen.ToString() });
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"professional:{TestWorld.Gwen:N}" }, button: "send");
        await dco.SubmitAsync(await dco.GetAsync($"/directory/professionals/{TestWorld.Gwen}"), "main form[method=post]", new() { ["ServiceId"] = TestWorld.SpeechTherapy.ToString() });
        await DecideAsync(keys);

        var sent = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        Assert.Contains("1 request of 1 assessment sent.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Paediatric occupational therapy, LSCFT (asked for early information only)", sent.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
        Assert.Contains("1 service asked for early information only", (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Undoing_the_decision_brings_the_early_request_back_and_takes_the_statutory_one_away()
    {
        var keys = await PreparedEarlyAsync();
        var decided = await DecideAsync(keys);

        await decided.Browser.SubmitAsync(decided.Page, "form[data-undo]", []);

        await using var db = _app.Database();
        var only = await db.AdviceRequests.SingleAsync();
        Assert.Equal((AdviceKind.EarlyInformation, RequestStage.ToSend, "Please read his report"), (only.Kind, only.Stage, only.CoveringNote));
    }

    [Fact]
    public async Task A_service_that_is_asked_no_more_stands_on_the_case_as_named_so_that_the_case_stays_in_triage()
    {
        var keys = await PreparedEarlyAsync(familyAsked: false);
        await using (var db = _app.Database())
        {
            (await db.Services.SingleAsync(s => s.Id == TestWorld.SpeechTherapy)).IsActive = false;
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        await NameAsync(keys, TestWorld.OccupationalTherapy);

        await DecideAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var sent = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", [], button: "send");

        Assert.Contains("The case stays in triage: nobody is asking Paediatric speech and language therapy", sent.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task What_a_service_said_when_it_gave_early_information_back_stays_and_nobody_there_is_asked_again_unasked_for()
    {
        var (keys, id) = await GivenBackAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await DecideAsync(keys);

        await using (var db = _app.Database()) { Assert.Equal(RequestStage.GivenBack, (await db.AdviceRequests.SingleAsync()).Stage); }
        var page = await dco.GetAsync($"/assessments/{keys.Reference}/request-advice");
        foreach (var text in new[] { "Given back by Gwen Pritchard, Paediatric occupational therapy", "She is with podiatry", "Suggested instead: Mrs Kay" }) { Assert.Contains(text, page.Text, StringComparison.Ordinal); }
        Assert.False(page.Find($"#ask-professional-{TestWorld.Gwen:N}").HasAttribute("checked"));
        Assert.Contains("She is with podiatry", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Bulk_sending_leaves_a_case_in_triage_whose_named_professional_gave_early_information_back()
    {
        var (keys, _) = await GivenBackAsync();
        await NameAsync(keys, TestWorld.SpeechTherapy);
        await DecideAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var sent = await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        Assert.Contains("1 request of 1 assessment sent.", sent.Text, StringComparison.Ordinal);
        Assert.Contains($"{keys.Reference} stays in triage: nobody is asking Gwen Pritchard", sent.Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Somebody_who_gave_early_information_back_is_not_prepared_for_when_that_was_closed_to_ask_somebody_else()
    {
        var (keys, _) = await GivenBackAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", [], button: "Close, and ask somebody else");

        await DecideAsync(keys);

        await using (var db = _app.Database()) { Assert.False(await db.AdviceRequests.AnyAsync(r => r.Kind == AdviceKind.Statutory)); }
        Assert.Contains("Its service gave the request for early information back", (await dco.GetAsync($"/assessments/{keys.Reference}/request-advice")).Text, StringComparison.Ordinal);
        Assert.True(await IsInTriageAsync(keys));
    }

    [Fact]
    public async Task Who_gave_early_information_back_is_asked_for_advice_when_somebody_ticks_them_and_finds_the_begun_answer_there()
    {
        var (keys, _) = await GivenBackAsync();
        await DecideAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"professional:{TestWorld.Gwen:N}" }, button: "send");

        Guid id;
        await using (var db = _app.Database()) { id = (await db.AdviceRequests.SingleAsync(r => r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory)).Id; }
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var page = await gwen.GetAsync($"/advice-requests/{id}/respond");
        Assert.Equal("Needs a chair", page.Find("#Needs").TextContent.Trim());
        Assert.Contains("report.pdf", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_service_does_not_find_what_the_one_had_begun()
    {
        var (keys, _) = await GivenBackAsync();
        await DecideAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = $"service:{TestWorld.SpeechTherapy:N}" }, button: "send");

        await using var db = _app.Database();
        var id = (await db.AdviceRequests.SingleAsync(r => r.ServiceId == TestWorld.SpeechTherapy)).Id;
        Assert.False(await db.Documents.AnyAsync(d => d.AdviceRequestId == id) || await db.AdviceResponses.AnyAsync(r => r.Id == id));
    }

    [Fact]
    public async Task The_same_service_asked_for_advice_after_early_information_was_closed_finds_the_begun_answer()
    {
        var (keys, id) = await BegunAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), Form, new() { ["Why"] = "not-needed", ["SetAside"] = "true" });
        await DecideAsync(keys);

        await dco.SubmitAsync(await dco.GetAsync("/triage"), "form[action$='/triage/send']", new() { ["references"] = keys.Reference });

        await using var db = _app.Database();
        var asked = (await db.AdviceRequests.SingleAsync(r => r.Kind == AdviceKind.Statutory)).Id;
        Assert.Equal("Needs a chair", (await db.AdviceResponses.SingleAsync(r => r.Id == asked)).Needs);
    }

    [Fact]
    public async Task An_early_request_that_is_open_after_the_decision_says_so()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await DecideAsync(keys);

        var page = await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}");

        Assert.Contains("The local authority has decided to assess since. Statutory advice is a new request", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("has not yet decided", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_early_request_is_not_opened_again_once_the_authority_has_decided_and_the_way_on_is_said()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, change: r => r.Close("Not needed", DateTime.UnixEpoch));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var open = await dco.GetAsync($"/advice-requests/{id}/reopen");
        await DecideAsync(keys);

        var refused = await dco.SubmitAsync(open, "form[action$='/reopen']", new() { ["Reason"] = "The wrong one" });

        foreach (var page in new[] { refused, await dco.GetAsync($"/advice-requests/{id}/reopen") })
        {
            Assert.Contains("Statutory advice is a new request: ask for it with Request advice", page.Text, StringComparison.Ordinal);
        }
        await using var db = _app.Database();
        Assert.Equal(RequestStage.Closed, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).Stage);
    }

    // one that only the DCO service has chosen
    private async Task<CaseKeys> PreparedEarlyAsync(bool familyAsked = true)
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var token = $"service:{TestWorld.SpeechTherapy:N}";
        await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "#ask", new() { ["Ask"] = token, ["Family"] = familyAsked ? token : null, ["CoveringNote"] = "Please read his report" }, button: "later");
        return keys;
    }

    private async Task<(CaseKeys Keys, Guid Id)> BegunAsync()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await NameAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "form[action$='/respond']", new() { ["Needs"] = "Needs a chair" }, [("Files", "report.pdf", SampleFiles.Pdf)], button: "save");
        return (keys, id);
    }

    private async Task<(CaseKeys Keys, Guid Id)> GivenBackAsync()
    {
        var (keys, id) = await BegunAsync();
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/give-back"), Form, new() { ["Reason"] = "She is with podiatry", ["Suggestion"] = "Mrs Kay", ["SetAside"] = "true" });
        return (keys, id);
    }

    private async Task NameAsync(CaseKeys keys, Guid service, Guid? professional = null)
    {
        await using var db = _app.Database();
        var asked = await db.Services.SingleAsync(s => s.Id == service);
        var person = professional is { } p ? await db.Professionals.SingleAsync(x => x.Id == p) : null;
        if (await db.InvolvedProfessionals.AnyAsync(n => n.AssessmentId == keys.AssessmentId && n.ServiceId == service)) { return; }
        db.InvolvedProfessionals.Add(InvolvedProfessional.Of(keys, 0, asked, person, "The trust"));
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
    }

    private async Task<(PortalBrowser Browser, Page Page)> DecideAsync(CaseKeys keys)
    {
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        return (carol, await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/decision"), Form, new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" }));
    }

    private async Task<bool> IsInTriageAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.Assessments.AnyAsync(a => a.Id == keys.AssessmentId && a.TriagedUtc == null);
    }
}
