using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A family's wish holds in every door through which somebody could come to a child's record.</summary>
public sealed class WishesInEveryDoorTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Clinician)]
    [InlineData(TestWorld.Lead)]
    [InlineData(TestWorld.Administrator)]
    public async Task A_request_does_not_go_back_to_a_service_where_somebody_works_whom_the_family_excludes(string who)
    {
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = "Tariq Aziz (neighbour)");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(who);

        var refused = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{request}/pass-on"), "main form", new() { ["To"] = "service" });

        Assert.Contains("somebody who may work in Paediatric occupational therapy", refused.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{request}")).Status);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.Gwen, (await db.AdviceRequests.SingleAsync()).ProfessionalId);
    }

    [Fact]
    public async Task A_request_does_not_come_back_from_its_cover_to_a_service_that_the_family_excludes_by_now()
    {
        await TherapyIsBackAsync();
        var keys = await _app.AssessmentAsync(change: a => a.Family.DoNotShareWith = "Gwen Pritchard");
        var speech = await ServiceAsync(TestWorld.SpeechTherapy);
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, null, r => r.PassToCover(speech, "Occupational therapy", "Speech therapy", DateTime.UnixEpoch));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/chase"), "main form", []);

        await using var db = _app.Database();
        Assert.Equal(TestWorld.SpeechTherapy, (await db.AdviceRequests.SingleAsync()).ServiceId);
    }

    [Theory]
    [InlineData("Gwen Pritchard", false)]
    [InlineData("Gwen Pritchard", true)] // said on another case of the child
    [InlineData("The lady who tested her hands", false)] // names nobody known, so anybody may be meant
    public async Task An_outcome_taken_back_puts_before_the_DCO_service_whom_the_family_has_excluded_since(string wish, bool isElsewhere)
    {
        var (keys, other) = (await SameChildAsync("888"), await SameChildAsync("888"));
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), Form, new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await SayAsync(carol, isElsewhere ? other : keys, wish);
        await _app.SendEmailsAsync();

        var done = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "It was another child" });

        Assert.Contains("1 of them may go to somebody whom the family has excluded since: the DCO service is asked to stop or keep it.", done.Text, StringComparison.Ordinal);
        Assert.Contains("The family may object: stop or keep", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
        Assert.DoesNotContain(await db.Emails.Where(e => e.SentUtc == null).Select(e => e.To).ToListAsync(), to => to == TestWorld.Clinician);
    }

    [Theory]
    [InlineData("taken back")]
    [InlineData("two children")]
    [InlineData("corrected")]
    public async Task Who_was_stopped_for_a_wish_on_another_record_is_to_be_asked_again_once_it_counts_no_longer(string how)
    {
        var (keys, other) = (await SameChildAsync("888"), await SameChildAsync("888", a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Agreed, null)));
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await SayAsync(carol, other, "Gwen Pritchard");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var decide = await dco.GetAsync($"/advice-requests/{request}/sharing");
        // whose words they are stands beside them
        Assert.NotNull(decide.Find($"main a[href='/assessments/{other.Reference}']"));
        Assert.NotNull(decide.Find($"main a[href='/assessments/{keys.Reference}/same-child']"));
        await dco.SubmitAsync(decide, "main form", new() { ["Choice"] = "stop", ["Reason"] = "The mother named her." });
        await using (var db = _app.Database()) { await db.Assessments.ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, DateTime.UnixEpoch)); }

        if (how == "taken back") { await carol.SubmitAsync(await carol.GetAsync($"/assessments/{other.Reference}/sharing"), "main form", new() { ["Sharing"] = "Agreed", ["DoNotShareWith"] = "", ["SaidBy"] = "The mother" }); }
        else
        {
            var wrong = await carol.GetAsync($"/assessments/{other.Reference}/correct-details");
            Dictionary<string, string?> right = new() { ["Child.NhsNumber"] = "", ["Child.NhsNumberNotKnown"] = "true", ["Reason"] = "The number is her sister's" };
            if (how == "corrected") { (right["Child.LegalSurname"], right["Child.Forenames"], right["Child.DateOfBirth.Day"]) = ("Quite-Another", "Benedict", "17"); }
            var check = await carol.SubmitAsync(wrong, Form, right);
            Assert.Empty(check.Errors);
            var done = await carol.SubmitAsync(check, Form, check.All("input[name=IsSameChild]").Any() ? new() { ["IsSameChild"] = "true" } : []);
            Assert.Contains("corrected", done.Text, StringComparison.Ordinal);
            if (how == "two children") { await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/same-child?other={other.Reference}"), Form, new() { ["Decision"] = "two", ["Reason"] = "Twins" }); }
        }

        await using var after = _app.Database();
        Assert.Null((await after.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).TriagedUtc);
        Assert.Equal(keys.AssessmentId, (await after.AuditEntries.SingleAsync(e => e.Fact == "WishLifted")).AssessmentId);
        Assert.Contains(keys.Reference, (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Tariq Aziz", true)] // to whom Gwen passed it
    [InlineData("Gwen Pritchard", false)]
    [InlineData("Occupational therapists", false)]
    [InlineData("the lady who tested her hands", false)] // whom the DCO service has just said to be meant
    public async Task A_stop_leaves_nobody_unasked_whom_the_authority_named_and_the_wish_does_not_mean(string wish, bool isTriage)
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await using (var db = _app.Database())
        {
            db.InvolvedProfessionals.Add(new InvolvedProfessional(keys, 0) { Name = "Gwen Pritchard", ServiceId = TestWorld.OccupationalTherapy, ProfessionalId = TestWorld.Gwen });
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
            await db.Assessments.ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, DateTime.UnixEpoch));
            if (isTriage) { await db.AdviceRequests.Where(r => r.Id == request).ExecuteUpdateAsync(s => s.SetProperty(r => r.ProfessionalId, TestWorld.Tariq)); }
        }
        await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), keys, wish);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), "main form", new() { ["Choice"] = "stop", ["Reason"] = "The mother said so." });

        await using var after = _app.Database();
        Assert.Equal(RequestStage.Closed, (await after.AdviceRequests.SingleAsync(r => r.Id == request)).Stage);
        Assert.Equal(isTriage, (await after.Assessments.SingleAsync()).TriagedUtc is null);
    }

    [Fact]
    public async Task Whom_nobody_asked_for_the_family_s_wish_comes_back_to_triage_with_the_wish_taken_back()
    {
        var keys = await _app.AssessmentAsync(change: a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Objects, "Gwen Pritchard"));
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await using (var db = _app.Database())
        {
            var named = new InvolvedProfessional(keys, 0) { Name = "Gwen Pritchard", ProfessionalId = TestWorld.Gwen };
            named.NotAsked(keys, "The family excludes her", "Priya Nair", DateTime.UnixEpoch);
            db.InvolvedProfessionals.Add(named);
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
            await db.Assessments.ExecuteUpdateAsync(s => s.SetProperty(a => a.TriagedUtc, DateTime.UnixEpoch));
        }
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/sharing"), "main form", new() { ["Sharing"] = "Agreed", ["DoNotShareWith"] = "", ["SaidBy"] = "The mother" });

        Assert.Contains("1 professional named and not asked for the wish before: the case is in triage", done.Text, StringComparison.Ordinal);
        await using var after = _app.Database();
        Assert.Null((await after.Assessments.SingleAsync()).TriagedUtc);
    }

    [Fact]
    public async Task An_undo_of_closing_puts_before_the_DCO_service_whom_the_family_has_excluded_in_between()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var closed = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/close"), "main form", new() { ["Why"] = "not-needed" });
        await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), keys, "Gwen Pritchard");

        await dco.SubmitAsync(closed, "form[data-undo]", []);

        await using var db = _app.Database();
        var again = await db.AdviceRequests.SingleAsync();
        Assert.Equal((RequestStage.WithService, true), (again.Stage, again.SharingDoubtUtc is not null));
    }

    [Fact]
    public async Task Who_keeps_a_request_for_one_person_keeps_it_for_nobody_else()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), keys, "the one with the beard");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/advice-requests/{request}/sharing");
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var passing = await gwen.GetAsync($"/advice-requests/{request}/pass-on");
        Assert.Contains("the one with the beard", passing.Text, StringComparison.Ordinal);
        await gwen.SubmitAsync(passing, Form, new() { ["To"] = TestWorld.Tariq.ToString() });

        var late = await dco.SubmitAsync(page, Form, new() { ["Choice"] = "keep", ["Reason"] = "It is not Gwen" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync()).SharingDoubtUtc);
    }

    [Fact]
    public async Task Who_was_found_not_to_be_meant_passes_the_request_on_before_the_DCO_service()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await SayAsync(carol, keys, "the one with the beard");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), Form, new() { ["Choice"] = "keep", ["Reason"] = "It is not Gwen" });
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{request}/pass-on"), Form, new() { ["To"] = TestWorld.Tariq.ToString() });

        await using var now = _app.Database();
        Assert.NotNull((await now.AdviceRequests.SingleAsync()).SharingDoubtUtc);
    }

    [Fact]
    public async Task Who_keeps_a_request_on_a_page_that_shows_an_older_wish_reads_the_newer_one_first()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await SayAsync(carol, keys, "Gwen (a neighbour)");
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/advice-requests/{request}/sharing");
        await SayAsync(carol, keys, "Gwen Pritchard, the therapist herself");

        var late = await dco.SubmitAsync(page, Form, new() { ["Choice"] = "keep", ["Reason"] = "She means a neighbour" });

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("the family’s wish, or who has the request, has changed since you opened this page", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("the therapist herself", late.Find("blockquote").TextContent, StringComparison.Ordinal);
        Assert.Equal("She means a neighbour", late.Find("textarea[name=Reason]").TextContent.Trim());
        await using (var db = _app.Database()) { Assert.NotNull((await db.AdviceRequests.SingleAsync()).SharingDoubtUtc); }
        await dco.SubmitAsync(late, Form, new() { ["Choice"] = "keep" });
        await using (var db = _app.Database()) { Assert.Null((await db.AdviceRequests.SingleAsync()).SharingDoubtUtc); }
    }

    [Fact]
    public async Task A_confirmation_given_under_an_older_wish_sends_nothing()
    {
        var keys = await _app.AssessmentAsync(change: a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Objects, "Gwen (a neighbour)"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/assessments/{keys.Reference}/request-advice");
        await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), keys, "Gwen Pritchard, the therapist herself");
        var gwen = $"professional:{TestWorld.Gwen}";

        var late = await dco.SubmitAsync(page, "form#ask", new() { ["Another"] = gwen, ["Confirmed"] = gwen }, button: "send");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Nothing was sent.", Assert.Single(late.Errors), StringComparison.Ordinal);
        Assert.Contains("the therapist herself", late.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Theory]
    [InlineData("Lena Ford, she is the neighbour", "Lena Ford", "leads Paediatric occupational therapy")]
    [InlineData("Helen Shaw at the DCO service", "Dr Helen Shaw", "works in the DCO service")]
    public async Task A_wish_that_may_mean_who_sees_the_case_by_their_role_is_told_to_who_records_it_and_to_the_DCO_service(string wish, string name, string sees)
    {
        var keys = await _app.AssessmentAsync();

        var said = await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), keys, wish);

        Assert.Contains($"It may mean {name}, who {sees}", said.Document.Body!.TextContent, StringComparison.Ordinal);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        foreach (var address in new[] { $"/assessments/{keys.Reference}", $"/assessments/{keys.Reference}/request-advice" })
        {
            var page = (await dco.GetAsync(address)).Document.Body!.TextContent;
            Assert.Contains("The family may mean somebody who sees this case by their role", page, StringComparison.Ordinal);
            Assert.Contains(sees, page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_wish_on_one_of_two_linked_cases_is_told_on_both_and_marks_whom_it_means_on_the_other()
    {
        var (one, other) = (await _app.AssessmentAsync(), await _app.AssessmentAsync());
        await LinkAsync(one, other);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        var said = await SayAsync(carol, one, "Gwen Pritchard");

        Assert.Contains($"{other.Reference}, another case of the same child, has another wish", said.Text, StringComparison.Ordinal);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var ask = await dco.GetAsync($"/assessments/{other.Reference}/request-advice");
        Assert.Contains("Another case of this child has another wish about sharing", ask.Document.Body!.TextContent, StringComparison.Ordinal);
        var stopped = await dco.SubmitAsync(ask, "form#ask", new() { ["Another"] = $"professional:{TestWorld.Gwen}" }, button: "send");
        Assert.Contains("Confirm that you may ask the ones marked", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        var there = await carol.GetAsync($"/assessments/{other.Reference}/sharing?as={one.Reference}");
        Assert.Equal("Gwen Pritchard", there.Find("textarea[name=DoNotShareWith]").TextContent.Trim());
        await carol.SubmitAsync(there, Form, []);
        Assert.DoesNotContain("has another wish about sharing", (await carol.GetAsync($"/assessments/{one.Reference}")).Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("888", false)]
    [InlineData("888", true)]
    [InlineData("890", false)]
    public async Task A_wish_on_another_case_of_the_child_holds_for_what_is_opened_again_asked_anew_and_passed_on(string authority, bool isLinked)
    {
        var (said, other) = (await SameChildAsync("888", a => a.Family.DoNotShareWith = "Tariq Aziz"), await SameChildAsync(authority));
        if (isLinked) { await LinkAsync(said, other); }
        var closed = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Tariq, r => r.Close("Sent by mistake", DateTime.UnixEpoch));
        var open = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var again = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{closed}/reopen"), "form[action$='/reopen']", new() { ["Reason"] = "It was right after all" });
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var passed = await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{open}/pass-on"), "main form", new() { ["To"] = $"{TestWorld.Tariq}" });

        Assert.Contains("The family may not want information shared with who had this request", again.Text, StringComparison.Ordinal);
        Assert.Contains("The family asked not to share information with somebody who may be Tariq Aziz", passed.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((RequestStage.Closed, TestWorld.Gwen), (await db.AdviceRequests.Where(r => r.Id == closed).Select(r => r.Stage).SingleAsync(), await db.AdviceRequests.Where(r => r.Id == open).Select(r => r.ProfessionalId!.Value).SingleAsync()));
    }

    [Theory]
    [InlineData("888", false)]
    [InlineData("888", true)]
    [InlineData("890", false)]
    public async Task A_wish_that_is_said_on_another_case_of_the_child_puts_its_open_requests_before_the_DCO_service(string authority, bool isLinked)
    {
        var (here, other, stranger) = (await SameChildAsync("888"), await SameChildAsync(authority), await _app.AssessmentAsync(surname: "Nobody"));
        if (isLinked) { await LinkAsync(here, other); }
        var meant = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (elsewhere, ofAnother) = (await _app.RequestAsync(other, TestWorld.SpeechTherapy, TestWorld.Joan), await _app.RequestAsync(stranger, TestWorld.OccupationalTherapy, TestWorld.Gwen));

        await SayAsync(await _app.SignInAsync(TestWorld.Caseworker), here, "Gwen Pritchard");

        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await using (var db = _app.Database())
        {
            Assert.Equal([meant], await db.AdviceRequests.Where(r => r.SharingDoubtUtc != null).Select(r => r.Id).ToListAsync());
            Assert.Contains(await db.Emails.Where(e => e.Template == "sharing-doubt").Select(e => e.AssessmentId).ToListAsync(), id => id == other.AssessmentId);
        }
        var decide = await dco.GetAsync($"/advice-requests/{meant}/sharing");
        Assert.Contains("Gwen Pritchard", decide.Find("blockquote").TextContent, StringComparison.Ordinal);
        await dco.SubmitAsync(decide, Form, new() { ["Choice"] = "stop", ["Reason"] = "The mother said so" });
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{meant}")).Status);
        Assert.NotEqual(elsewhere, ofAnother);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Linking_two_cases_that_do_not_look_alike_puts_before_the_DCO_service_whom_one_of_them_excludes(bool fromTheOther)
    {
        var (said, other) = (await _app.AssessmentAsync(surname: "Adopted", change: a => a.Family.DoNotShareWith = "Gwen Pritchard"), await _app.AssessmentAsync(surname: "Birth"));
        var request = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (here, there) = fromTheOther ? (other, said) : (said, other);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{here.Reference}/same-child?other={there.Reference}"), Form, new() { ["Decision"] = "link", ["Reason"] = "Her name before the adoption" });

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
        Assert.Contains("The family may object: stop or keep", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_that_is_made_while_the_case_was_ended_counts_when_its_outcome_is_taken_back()
    {
        var (said, other) = (await _app.AssessmentAsync(surname: "Adopted", change: a => a.Family.DoNotShareWith = "Gwen Pritchard"), await _app.AssessmentAsync(surname: "Birth"));
        var request = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{other.Reference}/outcome"), Form, new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{other.Reference}/same-child?other={said.Reference}"), Form, new() { ["Decision"] = "link", ["Reason"] = "Her name before the adoption" });

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{other.Reference}/take-back"), Form, new() { ["Reason"] = "It was another child" });

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task A_wish_of_a_case_that_is_logged_meanwhile_counts_when_an_outcome_is_taken_back()
    {
        var keys = await SameChildAsync("888");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/outcome"), Form, new() { ["Outcome"] = "Withdrawn", ["On.Day"] = "21", ["On.Month"] = "11", ["On.Year"] = "2026" });
        await SameChildAsync("890", a => a.Family.DoNotShareWith = "Gwen Pritchard");

        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/take-back"), Form, new() { ["Reason"] = "It was another child" });

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task A_wish_counts_on_an_open_case_of_the_child_whose_day_and_month_of_birth_are_exchanged()
    {
        static void Born(Assessment a, DateOnly on) => (a.Child.Forenames, a.Child.DateOfBirth) = ("Maya", on);
        var (here, other) = (await _app.AssessmentAsync(surname: "Across", change: a => Born(a, new(2019, 3, 4))), await _app.AssessmentAsync(surname: "Across", change: a => Born(a, new(2019, 4, 3))));
        var request = await _app.RequestAsync(other, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);

        await SayAsync(carol, here, "Gwen Pritchard");

        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc);
    }

    [Fact]
    public async Task A_cover_whom_another_case_of_the_child_excludes_gets_no_reminder()
    {
        await SameChildAsync("888", a => a.Family.DoNotShareWith = "Tariq Aziz");
        var request = await _app.RequestAsync(await SameChildAsync("890"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using (var db = _app.Database())
        {
            var gwen = await db.Professionals.SingleAsync(p => p.Id == TestWorld.Gwen);
            (gwen.AwayFrom, gwen.AwayUntil, gwen.CoverProfessionalId) = (new(2026, 11, 1), new(2026, 12, 31), TestWorld.Tariq);
            db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
            await db.SaveChangesAsync();
        }
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var chase = await dco.GetAsync($"/advice-requests/{request}/chase");

        await dco.SubmitAsync(chase, "main form", []);

        Assert.DoesNotContain("Tariq", chase.Text, StringComparison.Ordinal);
        await using var after = _app.Database();
        Assert.Equal(TestWorld.Gwen, (await after.AdviceRequests.SingleAsync(r => r.Id == request)).ProfessionalId);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{request}")).Status);
    }

    private Task<CaseKeys> SameChildAsync(string authority, Action<Assessment>? change = null) => _app.AssessmentAsync(authority, surname: "Across", nhsNumber: "9434765919", change: a =>
    {
        a.Child.Forenames = "Maya";
        change?.Invoke(a);
    });

    [Fact]
    public async Task A_child_whom_two_authorities_of_the_board_have_is_shown_to_the_DCO_service_alone()
    {
        static void Same(Assessment a) => (a.Child.Forenames, a.Child.LegalSurname) = ("Maya", "Across");
        var here = await _app.AssessmentAsync(change: Same);
        var there = await _app.AssessmentAsync("890", change: Same);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var shown = await dco.GetAsync($"/assessments/{here.Reference}");
        Assert.Contains("Another authority may have this child too", shown.Text, StringComparison.Ordinal);
        Assert.NotNull(shown.Find($"main a[href='/assessments/{there.Reference}']"));
        Assert.Equal(2, (await dco.GetAsync("/triage")).Text.Split("Two authorities").Length - 1);
        Assert.DoesNotContain(there.Reference, (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{here.Reference}")).Text, StringComparison.Ordinal);
    }

    private static async Task<Page> SayAsync(PortalBrowser browser, CaseKeys keys, string whom) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = whom, ["SaidBy"] = "The mother, by phone" });

    private async Task LinkAsync(CaseKeys one, CaseKeys other)
    {
        await using var db = _app.Database();
        var both = await db.Assessments.ToDictionaryAsync(a => a.Id);
        db.CaseTies.Add(CaseTie.Of(both[one.AssessmentId], both[other.AssessmentId], TieKind.SameChild, new(CaseSide.LocalAuthority, "Carol", "A re-assessment", DateTime.UnixEpoch, new(2026, 11, 1))));
        db.AuditEntries.Add(Facts.About(one));
        await db.SaveChangesAsync();
    }

    private async Task<HealthService> ServiceAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.Services.AsNoTracking().SingleAsync(s => s.Id == id);
    }

    private async Task TherapyIsBackAsync()
    {
        await using var db = _app.Database();
        var service = await db.Services.SingleAsync(s => s.Id == TestWorld.OccupationalTherapy);
        (service.AwayFrom, service.AwayUntil, service.CoverServiceId) = (new(2026, 11, 1), new(2026, 11, 20), TestWorld.SpeechTherapy);
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }
}
