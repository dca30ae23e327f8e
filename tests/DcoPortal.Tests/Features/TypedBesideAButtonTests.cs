using System.Net;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Features.Advice;
using DcoPortal.Tests.Features.Exemptions;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features;

/// <summary>A button that does not save what is typed beside it says so first, without script too.</summary>
public sealed class TypedBesideAButtonTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_reply_that_is_typed_and_not_sent_is_not_lost_with_the_closing_of_its_question()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var thread = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/questions"), Form, new() { ["Text"] = "Which clinic?" });

        var kept = await carol.SubmitAsync(thread, "form#reply", new() { ["Text"] = "Mum wants Tariq not to be told" }, button: "Close this question");

        Assert.Equal(["You have typed a reply: send it first, or clear it, then close the question"], kept.Errors);
        Assert.Equal("Mum wants Tariq not to be told", kept.Find("#Text").TextContent.Trim());
        await using var db = _app.Database();
        Assert.Null((await db.Questions.SingleAsync()).ClosedUtc);
    }

    [Fact]
    public async Task A_note_for_whom_is_asked_is_not_lost_when_a_request_is_sent_again()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.GiveBack("Not ours", _app.Time.GetUtcNow().UtcDateTime));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var kept = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "form#ask", new() { ["CoveringNote"] = "She is on your caseload since May" }, button: "Send again to the same service");

        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        foreach (var words in new[] { "You have typed something that this button does not save", "She is on your caseload since May" }) { Assert.Contains(words, kept.Document.Body!.TextContent, StringComparison.Ordinal); }
        await using var db = _app.Database();
        Assert.Equal(RequestStage.GivenBack, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).Stage);
    }

    [Fact]
    public async Task Somebody_named_and_a_file_chosen_are_not_lost_when_another_is_marked()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/add"), "form#add", new() { ["Professionals[0].Name"] = "Nurse Kay" }, []);

        var kept = await carol.SubmitAsync(page, "form#add", new() { ["Professionals[0].Name"] = "Dr Smith" }, [], button: "Mark as asked for by the family: Nurse Kay");
        var file = await carol.SubmitAsync(page, "form#add", [], [("Files", "letter.pdf", SampleFiles.Pdf)], button: "Mark as asked for by the family: Nurse Kay");

        Assert.Contains("Dr Smith", kept.Document.Body!.TextContent, StringComparison.Ordinal);
        foreach (var told in new[] { kept, file }) { Assert.Contains("You have typed something that this button does not save", told.Text, StringComparison.Ordinal); }
        await using var db = _app.Database();
        Assert.False((await db.InvolvedProfessionals.SingleAsync()).FamilyAsked);
    }

    [Fact]
    public async Task A_new_note_is_not_lost_when_an_older_one_s_reminder_is_done()
    {
        var keys = await _app.AssessmentAsync();
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        var path = $"/assessments/{keys.Reference}/notes";
        var page = await carol.SubmitAsync(await carol.GetAsync(path), "form#write", new() { ["Text"] = "Ring the school", ["Readers"] = "you", ["RemindOn.Day"] = "23", ["RemindOn.Month"] = "11", ["RemindOn.Year"] = "2026" });
        var done = page.Find("button[formaction$='/done']").TextContent.Trim();

        var kept = await carol.SubmitAsync(page, "form#write", new() { ["Text"] = "An hour of typing" }, button: done);

        Assert.Contains("An hour of typing", kept.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.Notes.SingleAsync()).DoneUtc);
    }

    [Fact]
    public async Task The_day_the_family_was_told_is_not_lost_when_the_expected_date_is_saved()
    {
        var (_, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var page = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        var typed = ExemptionSteps.OneDay("ExpectedOn", "2026-03-09").Concat(ExemptionSteps.OneDay("FamilyToldOn", "2026-02-09")).ToDictionary();

        var kept = await gwen.SubmitAsync(page, "#family-told", typed, button: "Save expected date");

        Assert.Equal(["You have changed this too. Save it with its own button first, or put it back"], kept.Errors);
        Assert.Equal("09", kept.Find("[name='FamilyToldOn.Day']").GetAttribute("value"));
        await using var db = _app.Database();
        Assert.Null((await db.Exemptions.SingleAsync()).FamilyToldOn);
    }

    [Theory]
    [InlineData("Take it back")]
    [InlineData("Ask this person instead")]
    public async Task An_answer_to_an_escalation_that_is_typed_and_not_sent_is_not_lost(string button)
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var helen = await _app.SignInAsync(TestWorld.Dco);
        var escalation = await _app.EscalateAsync(TestWorld.Administrator, id, TestWorld.Dco);

        var kept = await helen.SubmitAsync(await helen.GetAsync($"/escalations/{escalation}"), "form#answer", new() { ["Answer"] = "Dr Novak writes it by Thursday" }, button: button);

        Assert.Contains(kept.Errors, e => e.StartsWith("You have typed an answer: send it, or clear it", StringComparison.Ordinal));
        Assert.Equal("Dr Novak writes it by Thursday", kept.Find("#Answer").TextContent.Trim());
        await using var after = _app.Database();
        Assert.Null((await after.Escalations.SingleAsync()).WithdrawnUtc);
    }
}
