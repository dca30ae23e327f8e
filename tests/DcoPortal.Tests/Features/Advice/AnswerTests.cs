using System.Net;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>The request's page and the ways to answer other than with advice.</summary>
public sealed class AnswerTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_request_shows_the_familys_views_first_and_is_noted_as_opened_once()
    {
        var keys = await _app.AssessmentAsync(change: a => { a.Family.DoNotShareWith = "Uncle Bob"; a.Child.Interpreter = "Polish"; });
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: "Please look at hand skills.");
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var page = await browser.GetAsync($"/advice-requests/{id}");
        await browser.GetAsync($"/advice-requests/{id}");

        Assert.True(page.Text.IndexOf("She loves water and music.", StringComparison.Ordinal) < page.Text.IndexOf("Please look at hand skills.", StringComparison.Ordinal));
        foreach (var words in new[] { "Uncle Bob", "Polish", "Please look at hand skills.", "2 January 2027", "42 days left", "Upload or write advice", "Pass to a colleague" })
        {
            Assert.Contains(words, page.Text, StringComparison.Ordinal);
        }
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "AdviceRequestOpened" && e.AdviceRequestId == id));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "ChildRecordViewed" && e.AdviceRequestId == id));
    }

    [Fact]
    public async Task Another_services_request_is_not_found_and_a_look_by_the_dco_service_opens_nothing()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);

        foreach (var email in new[] { TestWorld.OtherClinician, TestWorld.Colleague, TestWorld.OtherCaseworker, TestWorld.FarAdministrator })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(email)).GetAsync($"/advice-requests/{id}")).Status);
        }
        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.BoardMember)).GetAsync($"/advice-requests/{id}")).Status);
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/advice-requests/{id}");

        Assert.Contains("Close or withdraw this request", dco.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Null((await db.AdviceRequests.SingleAsync(r => r.Id == id)).FirstOpenedUtc);
    }

    [Fact]
    public async Task An_unassigned_request_is_seen_by_the_whole_service()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);

        var page = await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{id}");

        Assert.Contains("Assign to a colleague", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_not_known_to_the_service_is_answered_in_two_clicks_and_twice_is_once()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/nil-return");

        var nothing = await browser.SubmitAsync(form, "main form", []);
        var done = await browser.SubmitAsync(form, "main form", new() { ["Reason"] = "NotKnown" });
        var twice = await browser.SubmitAsync(form, "main form", new() { ["Reason"] = "NotKnown" });
        var another = await browser.SubmitAsync(form, "main form", new() { ["Reason"] = "Duplicate" });

        Assert.Equal(["Select why you have no advice to give"], nothing.Errors);
        Assert.Contains("Not known to the service", done.Text, StringComparison.Ordinal);
        Assert.Equal(done.Url, twice.Url);
        Assert.Equal(HttpStatusCode.Conflict, another.Status);
        await using var db = _app.Database();
        Assert.Equal(ReplyCode.NotKnown, (await db.AdviceRequests.SingleAsync(r => r.Id == id)).NilReason);
        Assert.Equal(1, await db.Emails.CountAsync(e => e.AdviceRequestId == id && e.Template == "advice-submitted"));
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "NilReturnSubmitted" && e.AdviceRequestId == id && e.After == "NotKnown"));
        // what it says is health's business until it is returned
        var caseworker = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/advice-requests/{id}");
        Assert.DoesNotContain("Not known to the service", caseworker.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Nil return", caseworker.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("WrongService")]
    [InlineData("Discharged")]
    public async Task Some_reasons_need_a_note(string reason)
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var page = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/nil-return"), "main form", new() { ["Reason"] = reason });

        Assert.Single(page.Errors);
        Assert.True(page.Find($"input[value={reason}]").HasAttribute("checked"));
    }

    [Theory]
    [InlineData("elsewhere", true)]
    [InlineData("not-needed", false)]
    public async Task What_a_service_answered_stays_readable_when_the_request_is_closed_and_whom_it_names_is_looked_for(string why, bool isNamed)
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/nil-return"), "main form", new() { ["Reason"] = "WrongService", ["Note"] = "Ask Dr Rao, he has seen her since 2023" });
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = why, ["Reason"] = "Dr Rao is asked" });

        var page = await dco.GetAsync($"/advice-requests/{id}");
        Assert.Contains("What was submitted and not returned", page.Text, StringComparison.Ordinal);
        Assert.Contains("Ask Dr Rao, he has seen her since 2023", page.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var ask = await dco.GetAsync($"/assessments/{keys.Reference}/request-advice");
        Assert.Equal((isNamed, isNamed), (await db.InvolvedProfessionals.AnyAsync(p => p.ServiceName!.StartsWith("Ask Dr Rao")), ask.Text.Contains("Ask Dr Rao", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Advice_that_was_submitted_stays_readable_for_the_dco_service_when_the_request_is_closed()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Summary"] = "In short", ["Needs"] = "Holds a pencil with help", ["Outcomes"] = "Dresses alone", ["Provision"] = "An hour a week" }, button: "check");
        await gwen.SubmitAsync(check, "main form", []);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "elsewhere", ["Reason"] = "Another is asked" });

        var page = await dco.GetAsync($"/advice-requests/{id}");
        Assert.Contains("What was submitted and not returned", page.Text, StringComparison.Ordinal);
        Assert.Contains("Holds a pencil with help", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("had begun an answer", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nil_return_recorded_by_the_dco_service_says_who_said_it()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Dco);

        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/nil-return"), "main form",
            new() { ["Reason"] = "NotKnown", ["ReceivedBy"] = "phone", ["ReceivedFrom"] = "Gwen Pritchard" });

        await using var db = _app.Database();
        Assert.Equal("Dr Helen Shaw, received by phone from Gwen Pritchard", (await db.AdviceRequests.SingleAsync(r => r.Id == id)).SubmittedByName);
    }

    [Fact]
    public async Task A_request_is_passed_to_a_colleague_who_gets_an_email_and_the_clinician_goes_back_to_the_list()
    {
        await ChangeProfessionalAsync(TestWorld.Tariq, p => { p.AwayFrom = new DateOnly(2026, 11, 16); p.AwayUntil = new DateOnly(2026, 11, 30); });
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/pass-on");
        Assert.Contains("Away until 30 November 2026", form.Text, StringComparison.Ordinal);

        var unchosen = await browser.SubmitAsync(form, "main form", new() { ["To"] = null });
        var list = await browser.SubmitAsync(form, "main form", new() { ["To"] = TestWorld.Tariq.ToString(), ["Reason"] = "He saw the child last" });
        var twice = await browser.SubmitAsync(form, "main form", new() { ["To"] = TestWorld.Tariq.ToString() });

        Assert.Equal(["Select who should have this request"], unchosen.Errors);
        Assert.Equal("/advice-requests", list.Url.AbsolutePath);
        Assert.Contains("is now with Tariq Aziz", list.Text, StringComparison.Ordinal);
        Assert.Contains("is now with Tariq Aziz", twice.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/advice-requests/{id}")).Status);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.Colleague, (await db.Emails.SingleAsync(e => e.AdviceRequestId == id && e.Template == "request-passed-on")).To);
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "RequestPassedOn" && e.AdviceRequestId == id);
        Assert.Equal(("Gwen Pritchard", "Tariq Aziz", "He saw the child last"), (fact.Before, fact.After, fact.Reason));
    }

    [Fact]
    public async Task A_lead_sees_who_left_and_gives_the_request_back_to_the_service()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await ChangeProfessionalAsync(TestWorld.Gwen, p => p.IsActive = false);
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var form = await lead.GetAsync($"/advice-requests/{id}/pass-on");
        Assert.Contains("Now with: Gwen Pritchard", form.Text, StringComparison.Ordinal);

        await lead.SubmitAsync(form, "main form", new() { ["To"] = "service" });

        await using var db = _app.Database();
        Assert.Null((await db.AdviceRequests.SingleAsync(r => r.Id == id)).ProfessionalId);
        Assert.Equal("ot@lscft.test", (await db.Emails.SingleAsync(e => e.AdviceRequestId == id && e.Template == "request-passed-on")).To);
        var elsewhere = await lead.SubmitAsync(await lead.GetAsync($"/advice-requests/{id}/pass-on"), "main form", new() { ["To"] = TestWorld.Joan.ToString() });
        Assert.Equal(["Select a colleague who works in this service"], elsewhere.Errors);
    }

    [Fact]
    public async Task A_closed_request_no_longer_shows_the_child_and_takes_no_answer()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Close("Asked in error.", DateTime.UnixEpoch));
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var page = await browser.GetAsync($"/advice-requests/{id}");
        var respond = await browser.GetAsync($"/advice-requests/{id}/respond");

        Assert.Contains("was closed", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Ashworth", page.Text, StringComparison.Ordinal);
        Assert.Equal($"/advice-requests/{id}", respond.Url.AbsolutePath);
    }

    private async Task ChangeProfessionalAsync(Guid id, Action<Professional> change)
    {
        await using var db = _app.Database();
        var person = await db.Professionals.SingleAsync(p => p.Id == id);
        change(person);
        await db.SaveChangesAsync();
    }
}
