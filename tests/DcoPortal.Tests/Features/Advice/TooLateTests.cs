using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Somebody else was first: what was typed comes back, with who did what meanwhile. Today is 21 November 2026.</summary>
public sealed class TooLateTests : IDisposable
{
    private const string Form = "main form[method=post]";
    private const string Respond = "main form[enctype]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task What_a_colleague_had_typed_when_the_other_one_answered_comes_back_with_who_answered()
    {
        var id = await RequestAsync(null);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        var open = await tariq.GetAsync($"/advice-requests/{id}/respond");
        await AnswerAsync(id);

        var late = await tariq.SubmitAsync(open, Respond, new() { ["Outcomes"] = "Ties his laces by July" }, [("Files", "mine.pdf", SampleFiles.Pdf)], "check");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("This request was answered while you were writing", late.Find("h1").TextContent);
        Assert.Contains("Gwen Pritchard answered it on 21 November 2026", late.Text, StringComparison.Ordinal);
        Assert.Contains("Ties his laces by July", late.Find("main details").TextContent, StringComparison.Ordinal);
        Assert.Contains("The files that you chose were not kept: mine.pdf", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_the_answer_is_returned_the_way_on_is_a_new_version_or_an_addendum()
    {
        var id = await RequestAsync(null);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        var open = await tariq.GetAsync($"/advice-requests/{id}/respond");
        await AnswerAsync(id);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");

        var late = await tariq.SubmitAsync(open, Respond, new() { ["Outcomes"] = "Ties his laces by July" }, null, "draft");

        Assert.Equal("Send a new version or an addendum", late.Find($"main a[href='/advice-requests/{id}/more']").TextContent);
        Assert.Contains("Ties his laces by July", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_that_saves_itself_says_that_the_request_is_answered()
    {
        var id = await RequestAsync(null);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        var open = await tariq.GetAsync($"/advice-requests/{id}/respond");
        open.Find(Respond).SetAttribute("action", $"/advice-requests/{id}/respond/draft");
        await AnswerAsync(id);

        Assert.Equal(HttpStatusCode.Gone, (await tariq.PostAsync(open, Respond, new() { ["Needs"] = "More of it" })).StatusCode);
    }

    [Fact]
    public async Task What_was_written_of_an_exemption_comes_back_when_the_request_was_closed_meanwhile()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var (gwen, dan) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Dco));
        var open = await gwen.GetAsync($"/advice-requests/{id}/exemption");
        await dan.SubmitAsync(await dan.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "not-needed" });

        var late = await gwen.SubmitAsync(open, "main form", new() { ["Evidence"] = "The letter of the school" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("The letter of the school", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Short_words_choices_and_the_names_of_files_come_back_too()
    {
        var keys = await _app.AssessmentAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var open = await caseworker.GetAsync($"/assessments/{keys.Reference}/sharing");
        await _app.AssessmentAsync();
        await using (var db = _app.Database())
        {
            (await db.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Version = Guid.NewGuid();
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }

        var late = await caseworker.SubmitAsync(open, "main form", new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "dad", ["SaidBy"] = "mum" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        var typed = late.Find("main details").TextContent;
        foreach (var words in new[] { "What does the family wish?", "Objects", "Who must not have information, or what must not be shared?", "dad", "mum", "When did they say so?", "21 11 2026" }) { Assert.Contains(words, typed, StringComparison.Ordinal); }
        Assert.DoesNotContain("Version", typed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(TestWorld.Colleague)]
    [InlineData(TestWorld.Dco)]
    public async Task A_nil_return_after_somebody_has_answered_is_not_shown_as_submitted(string who)
    {
        var id = await RequestAsync(null);
        var browser = await _app.SignInAsync(who);
        var open = await browser.GetAsync($"/advice-requests/{id}/nil-return");
        await AnswerAsync(id);
        Dictionary<string, string?> typed = new() { ["Reason"] = "Discharged", ["Note"] = "Discharged in May" };
        if (who == TestWorld.Dco) { (typed["ReceivedBy"], typed["ReceivedFrom"]) = ("phone", "Gwen Pritchard"); }

        var late = await browser.SubmitAsync(open, Form, typed);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Gwen Pritchard answered it on 21 November 2026", late.Text, StringComparison.Ordinal);
        Assert.Contains("Discharged in May", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_nil_return_of_an_earlier_asking_does_not_answer_the_next()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var open = await gwen.GetAsync($"/advice-requests/{id}/nil-return");
        await AnswerAsync(id);
        await _app.ChangeRequestAsync(id, r => r.SendBack("Please add how often.", _app.Time.GetUtcNow().UtcDateTime));

        var stopped = await gwen.SubmitAsync(open, Form, new() { ["Reason"] = "NotKnown", ["Note"] = "Never seen" });

        Assert.Contains("asked anew while this page was open", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        Assert.Equal("Never seen", stopped.Find("#Note").TextContent);
        Assert.Equal(RequestStage.WithService, (await RowAsync(id)).Stage);
    }

    [Fact]
    public async Task Who_presses_submit_after_a_colleague_has_answered_is_told_so()
    {
        var id = await RequestAsync(null);
        var (gwen, tariq) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Colleague));
        var page = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), Respond, new() { ["Needs"] = "Zips", ["Provision"] = "Weekly" }, null, "check");
        var his = await tariq.GetAsync($"/advice-requests/{id}/respond/check");
        await gwen.SubmitAsync(page, Form, []);

        var late = await tariq.SubmitAsync(his, Form, []);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Gwen Pritchard answered it", late.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reason_to_give_back_what_was_answered_meanwhile_is_not_lost()
    {
        var id = await RequestAsync(null);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        var open = await tariq.GetAsync($"/advice-requests/{id}/give-back");
        await AnswerAsync(id);

        var late = await tariq.SubmitAsync(open, Form, new() { ["Reason"] = "She went to Bolton" });

        Assert.Contains("Gwen Pritchard answered it", late.Text, StringComparison.Ordinal);
        Assert.Contains("She went to Bolton", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reasons_to_give_a_request_back_are_not_taken_for_one()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await dan.GetAsync($"/advice-requests/{id}/give-back");
        await priya.SubmitAsync(await priya.GetAsync($"/advice-requests/{id}/give-back"), Form, new() { ["Reason"] = "They do not see under-fives" });

        var late = await dan.SubmitAsync(open, Form, new() { ["Reason"] = "The child lives in Bolton" });

        Assert.Contains("by Priya Nair", late.Text, StringComparison.Ordinal);
        Assert.Contains("They do not see under-fives", late.Text, StringComparison.Ordinal);
        Assert.Contains("The child lives in Bolton", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_reasons_to_close_a_request_are_not_taken_for_one()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await dan.GetAsync($"/advice-requests/{id}/close");
        await priya.SubmitAsync(await priya.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "not-needed" });

        var late = await dan.SubmitAsync(open, "main form", new() { ["Why"] = "", ["Reason"] = "The mother withdrew her request" });

        Assert.Contains("Request closed, by Priya Nair on 21 November 2026", late.Text, StringComparison.Ordinal);
        Assert.Contains("The mother withdrew her request", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_never_takes_the_place_of_what_somebody_typed()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        await priya.SubmitAsync(await priya.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "not-needed" });
        var open = await dan.GetAsync($"/advice-requests/{id}/reopen");
        await priya.SubmitAsync(await priya.GetAsync($"/advice-requests/{id}/reopen"), Form, new() { ["Reason"] = "Needed after all" });

        var late = await dan.SubmitAsync(open, Form, new() { ["Reason"] = "The school asks for it" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("by Priya Nair", late.Text, StringComparison.Ordinal);
        Assert.Contains("The school asks for it", late.Find("main details").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_made_meanwhile_is_seen_before_it_is_replaced()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var (gwen, dan) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Dco));
        var open = await dan.GetAsync($"/advice-requests/{id}/promise");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/promise"), Form, new() { ["When"] = "2026-12-11" });

        var told = await dan.SubmitAsync(open, Form, new() { ["When"] = "2026-12-04" });

        Assert.Contains("11 December 2026 was promised while this page was open", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2026, 12, 11), (await RowAsync(id)).PromisedOn);
        await dan.SubmitAsync(told, Form, new() { ["When"] = "2026-12-04" });
        Assert.Equal(new DateOnly(2026, 12, 4), (await RowAsync(id)).PromisedOn);
    }

    [Fact]
    public async Task A_promise_told_on_the_phone_does_not_replace_one_made_meanwhile_unseen()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        var (gwen, dan) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Dco));
        var open = await dan.GetAsync($"/advice-requests/{id}/chase");
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/promise"), Form, new() { ["When"] = "2026-12-11" });
        Dictionary<string, string?> typed = new() { ["Channel"] = "Phone", ["SpokeTo"] = "The secretary", ["PromisedOn.Day"] = "4", ["PromisedOn.Month"] = "12", ["PromisedOn.Year"] = "2026" };

        var told = await dan.SubmitAsync(open, "main form", typed);

        Assert.Contains("another day was promised while this page was open", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("The secretary", told.Find("[name=SpokeTo]").GetAttribute("value"));
        await dan.SubmitAsync(told, "main form", []);
        Assert.Equal(new DateOnly(2026, 12, 4), (await RowAsync(id)).PromisedOn);
    }

    [Fact]
    public async Task What_the_DCO_service_needs_beside_a_new_version_that_the_service_has_begun_is_added_to_it()
    {
        var id = await RequestAsync(TestWorld.Gwen);
        await AnswerAsync(id);
        var (gwen, dan) = (await _app.SignInAsync(TestWorld.Clinician), await _app.SignInAsync(TestWorld.Dco));
        await dan.SubmitAsync(await dan.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        var open = await dan.GetAsync($"/advice-requests/{id}/more");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "Found a new test" });

        var late = await dan.SubmitAsync(open, Form, new() { ["Kind"] = "Addendum", ["What"] = "The sensory profile please" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("New version of the answer asked for, by Gwen Pritchard", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Equal("Found a new test", (await RowAsync(id)).SentBackComment);
        await dan.SubmitAsync(late, Form, []);
        var asked = await RowAsync(id);
        Assert.Equal((AnswerKind.Version, "Found a new test\n\nThe sensory profile please"), (asked.NextAnswer, asked.SentBackComment));
    }

    [Fact]
    public async Task Who_stops_a_request_that_a_colleague_has_kept_reads_that_it_goes_on_and_how_to_close_it()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.DoubtSharing(true, _app.Time.GetUtcNow().UtcDateTime));
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var open = await dan.GetAsync($"/advice-requests/{id}/sharing");
        await priya.SubmitAsync(await priya.GetAsync($"/advice-requests/{id}/sharing"), Form, new() { ["Choice"] = "keep", ["Reason"] = "She means the teacher" });

        var late = await dan.SubmitAsync(open, Form, new() { ["Choice"] = "stop", ["Reason"] = "The mother named them" });

        Assert.Contains("Request kept: the family does not mean this service, by Priya Nair on 21 November 2026", late.Text, StringComparison.Ordinal);
        Assert.Contains("The service goes on seeing the child’s record", late.Text, StringComparison.Ordinal);
        Assert.Contains("The mother named them", late.Find("main details").TextContent, StringComparison.Ordinal);
        Assert.NotNull(late.Find($"main a[href='/advice-requests/{id}/close']"));
    }

    [Fact]
    public async Task A_second_click_on_keeping_a_request_is_no_colleague()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.DoubtSharing(true, _app.Time.GetUtcNow().UtcDateTime));
        var dan = await _app.SignInAsync(TestWorld.Dco);
        var open = await dan.GetAsync($"/advice-requests/{id}/sharing");
        Dictionary<string, string?> typed = new() { ["Choice"] = "keep", ["Reason"] = "She means the teacher" };
        await dan.SubmitAsync(open, Form, typed);

        Assert.Equal(HttpStatusCode.OK, (await dan.SubmitAsync(open, Form, typed)).Status);
    }

    [Fact]
    public async Task A_case_that_was_decided_meanwhile_is_not_taken_out_of_triage_for_an_older_reason()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var dan = await _app.SignInAsync(TestWorld.Dco);
        var open = await dan.GetAsync($"/triage/{keys.Reference}/no-request");
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/decision"), Form, new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });

        var told = await dan.SubmitAsync(open, Form, new() { ["Reason"] = "Not decided yet" });

        Assert.Contains("Decision to assess recorded, by", Assert.Single(told.Errors), StringComparison.Ordinal);
        Assert.Equal("Not decided yet", told.Find("[name=Reason]").TextContent);
        await using var db = _app.Database();
        Assert.Null((await db.Assessments.SingleAsync()).TriagedUtc);
    }

    [Fact]
    public async Task A_reason_why_somebody_is_not_asked_is_not_emptied_by_an_older_page()
    {
        var keys = await _app.AssessmentAsync();
        await using (var db = _app.Database())
        {
            db.InvolvedProfessionals.AddRange(new InvolvedProfessional(keys, 0) { Name = "Dora One" }, new InvolvedProfessional(keys, 1) { Name = "Hugo Two" });
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        var (priya, dan) = (await _app.SignInAsync(TestWorld.Administrator), await _app.SignInAsync(TestWorld.Dco));
        var address = $"/assessments/{keys.Reference}/not-asked";
        var open = await dan.GetAsync(address);
        await priya.SubmitAsync(await priya.GetAsync(address), Form, new() { ["NotAsked[0].Reason"] = "Retired in May" });

        await dan.SubmitAsync(open, Form, new() { ["NotAsked[1].Reason"] = "Works in Leeds now" });

        var both = await dan.SubmitAsync(open, Form, new() { ["NotAsked[0].Reason"] = "Moved to Leeds" });
        Assert.Contains("A colleague has written “Retired in May” here while this page was open", Assert.Single(both.Errors), StringComparison.Ordinal);
        await using var now = _app.Database();
        Assert.Equal(["Retired in May", "Works in Leeds now"], await now.InvolvedProfessionals.OrderBy(p => p.Position).Select(p => p.NotAskedReason!).ToListAsync());
    }

    private async Task<Guid> RequestAsync(Guid? professional) => await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, professional);

    private async Task AnswerAsync(Guid id)
    {
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var check = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), Respond, new() { ["Needs"] = "Finds zips hard", ["Provision"] = "Weekly for a term" }, null, "check");
        await gwen.SubmitAsync(check, Form, []);
    }

    private async Task<AdviceRequest> RowAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }
}
