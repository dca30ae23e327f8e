using System.Net;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Text;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What a clinician does from an email's link without writing advice: acknowledge, promise, give back.</summary>
public sealed class OneClickTests : IDisposable
{
    private const string Acknowledging = "form[action$='/acknowledge']";
    private const string Why = "She is with the Wyre team";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_app.Time.GetUtcNow().UtcDateTime);

    private async Task<Guid> AskedAsync(Guid? professional = null) =>
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, professional ?? TestWorld.Gwen);

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    [Fact]
    public async Task A_clinician_says_with_one_click_that_the_service_has_it_and_a_second_click_says_the_same()
    {
        var id = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}");

        var done = await browser.SubmitAsync(page, Acknowledging, []);
        _app.Time.Advance(TimeSpan.FromMinutes(10));
        var lead = await _app.SignInAsync(TestWorld.Lead);
        var colleague = await lead.SubmitAsync(page, Acknowledging, await TokenAsync(lead));

        Assert.Equal($"/advice-requests/{id}", done.Url.AbsolutePath);
        Assert.Equal(2, done.Text.Split("Acknowledged by Gwen Pritchard on ").Length - 1);
        Assert.Empty(done.All(Acknowledging));
        Assert.Contains("Acknowledged by Gwen Pritchard on ", colleague.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("Gwen Pritchard", (await db.AuditEntries.SingleAsync(e => e.Fact == "RequestAcknowledged" && e.AdviceRequestId == id)).ActorName);
    }

    [Fact]
    public async Task The_ways_on_are_on_the_page_that_the_email_opens_each_one_form_away()
    {
        var id = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var links = (await browser.GetAsync($"/advice-requests/{id}")).All(".dco-choices a").Select(a => (a.TextContent.Trim(), a.GetAttribute("href"))).ToList();

        Assert.Contains(("Promise a date", $"/advice-requests/{id}/promise"), links);
        Assert.Contains(("Pass to a colleague", $"/advice-requests/{id}/pass-on"), links);
        Assert.Contains(("Not ours: give it back to the DCO service", $"/advice-requests/{id}/give-back"), links);
        Assert.Contains(("The child or young person missed our appointment", $"/advice-requests/{id}/exemption?ground=MissedAppointment"), links);
        var exemption = await browser.GetAsync($"/advice-requests/{id}/exemption?ground=MissedAppointment");
        Assert.NotNull(exemption.Find("input[name=Ground][value=MissedAppointment][checked]"));
        var dco = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/advice-requests/{id}");
        Assert.DoesNotMatch(@"(?i)\b(us|we|ours?)\b", dco.Find(".dco-choices").TextContent);
        Assert.Equal(["Chase this request", "Escalate this request", "Close or withdraw this request"], dco.All(".dco-panel + .dco-buttons a").Select(a => a.TextContent.Trim()));
    }

    [Fact]
    public async Task Promising_passing_on_and_a_missed_appointment_are_one_form_in_which_nothing_is_chosen_beforehand()
    {
        var (promised, missed, passed) = (await AskedAsync(), await AskedAsync(), await AskedAsync());
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var promising = await browser.GetAsync($"/advice-requests/{promised}/promise");
        var untouched = await browser.SubmitAsync(promising, "main form", []);
        Assert.Equal("Select when the DCO service will have the answer", Assert.Single(untouched.Errors));
        var promise = await browser.SubmitAsync(promising, "main form", new() { ["When"] = $"{(await RequestAsync(promised)).DueOn:yyyy-MM-dd}" });
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{missed}/promise"), "main form", Another(Today.AddDays(9)));
        var exemption = await browser.GetAsync($"/advice-requests/{missed}/exemption?ground=MissedAppointment");
        Assert.Equal($"{Today.AddDays(9).Day}", exemption.Find("[name='ExpectedOn.Day']").GetAttribute("value"));
        // the day, what shows it and why it matters: the law asks for these, and nobody but the person knows them
        var unsaid = await browser.SubmitAsync(exemption, "main form", []);
        var recorded = await browser.SubmitAsync(exemption, "main form", new() { ["AppointmentOn.Day"] = $"{Today.Day}", ["AppointmentOn.Month"] = $"{Today.Month}", ["AppointmentOn.Year"] = $"{Today.Year}", ["Evidence"] = "The appointment record", ["Impractical"] = "The child must be seen" });
        var list = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{passed}/pass-on"), "main form", [], button: "Pass to Tariq Aziz");

        var due = (await RequestAsync(promised)).DueOn;
        Assert.Equal(due, (await RequestAsync(promised)).PromisedOn);
        Assert.Contains($"Promised for {UkText.LongDate(due)}", promise.Text, StringComparison.Ordinal);
        Assert.Equal(["Enter the date of the appointment", "Enter what shows the facts", "Enter why keeping to the time limit was impractical"], unsaid.Errors);
        Assert.Contains("Exemption recorded", recorded.Text, StringComparison.Ordinal);
        Assert.Contains("is now with Tariq Aziz", list.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_colleagues_have_a_button_each_and_many_a_list()
    {
        var first = await AskedAsync();
        var second = await AskedAsync();
        await AddColleaguesAsync("Ann Lee", 1);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var buttons = await browser.GetAsync($"/advice-requests/{first}/pass-on");

        var list = await browser.SubmitAsync(buttons, "main form", new() { ["Reason"] = "He knows her" }, button: "Pass to Tariq Aziz");

        Assert.Equal(["Pass to Ann Lee 0", "Pass to Tariq Aziz", "Back to Paediatric occupational therapy"], buttons.All("main form button").Select(b => b.TextContent.Trim()));
        Assert.Contains("is now with Tariq Aziz", list.Text, StringComparison.Ordinal);
        await AddColleaguesAsync("Bea Moss", 7);
        var many = await browser.GetAsync($"/advice-requests/{second}/pass-on");
        Assert.Equal(11, many.All("select[name=To] option").Count);
        Assert.Contains("is now with Tariq Aziz", (await browser.SubmitAsync(many, "main form", new() { ["To"] = $"{TestWorld.Tariq}" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_offered_are_named_and_a_late_request_says_that_it_is_late_already()
    {
        var id = await AskedAsync();
        var due = (await RequestAsync(id)).DueOn;
        // a week from a Sunday is no working day: the Friday before it is offered
        _app.Time.Set(new DateTime(2026, 11, 22, 12, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var early = await browser.GetAsync($"/advice-requests/{id}/promise");
        _app.Time.Set(due.AddDays(3).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        browser = await _app.SignInAsync(TestWorld.Clinician);
        var late = await browser.GetAsync($"/advice-requests/{id}/promise");

        Assert.Contains("By Friday 27 November 2026", early.Text, StringComparison.Ordinal);
        Assert.Contains($"By the due date, {UkText.WeekdayDate(due)}", early.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("In 1 week,", early.Text, StringComparison.Ordinal);
        Assert.Contains("the answer is late already", late.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("will be late", late.Text, StringComparison.Ordinal);
        Assert.Contains("the answer is late already", (await browser.SubmitAsync(late, "main form", [])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_is_kept_shown_wherever_the_request_stands_and_acknowledges_it()
    {
        var id = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/promise");
        var due = (await RequestAsync(id)).DueOn;

        var done = await browser.SubmitAsync(form, "main form", new() { ["When"] = $"{due:yyyy-MM-dd}" });
        await browser.SubmitAsync(form, "main form", new() { ["When"] = $"{due:yyyy-MM-dd}" });

        var words = $"Promised for {UkText.LongDate(due)}";
        Assert.Contains($"{words}. The due date stays", done.Text, StringComparison.Ordinal);
        Assert.Contains("Acknowledged by Gwen Pritchard", done.Text, StringComparison.Ordinal);
        Assert.Contains(words, (await browser.GetAsync("/advice-requests")).Text, StringComparison.Ordinal);
        Assert.Contains(words, (await browser.GetAsync("/")).Text, StringComparison.OrdinalIgnoreCase);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var request = await RequestAsync(id);
        Assert.Contains(words, (await dco.GetAsync($"/assessments/{request.AssessmentReference}")).Text, StringComparison.Ordinal);
        var csv = await (await dco.Client.GetAsync("/advice-requests/csv")).Content.ReadAsStringAsync();
        Assert.Contains("Promised for", csv.Split('\n')[0], StringComparison.Ordinal);
        Assert.Equal(3, csv.Split('\n').Single(l => l.Contains(request.AssessmentReference, StringComparison.Ordinal)).Split(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{due:dd/MM/yyyy}")).Length);
        Assert.Equal((due, "Gwen Pritchard"), (request.PromisedOn!.Value, request.AcknowledgedByName));
        await using var db = _app.Database();
        Assert.Equal($"Promised for {due:yyyy-MM-dd}", (await db.AuditEntries.SingleAsync(e => e.Fact == "AnswerPromised" && e.AdviceRequestId == id)).After);
    }

    [Fact]
    public async Task A_later_day_may_be_promised_and_the_page_says_that_the_answer_will_be_late()
    {
        var id = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/promise");
        var late = (await RequestAsync(id)).DueOn.AddDays(3);

        var done = await browser.SubmitAsync(form, "main form", Another(late));

        Assert.Contains("the answer will be late", done.Text, StringComparison.Ordinal);
        Assert.Contains("after the due date", done.Text, StringComparison.Ordinal);
        Assert.Equal(late.AddDays(-3), (await RequestAsync(id)).DueOn);
        var again = await browser.GetAsync($"/advice-requests/{id}/promise");
        Assert.Equal($"{late.Day}", again.Find("[name='On.Day']").GetAttribute("value"));
    }

    [Fact]
    public async Task A_promise_before_today_or_of_no_day_is_refused_beside_the_field()
    {
        var id = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/promise");

        Assert.Equal(["Select when the DCO service will have the answer"], (await browser.SubmitAsync(form, "main form", new() { ["When"] = null })).Errors);
        Assert.Equal(["The promised date must be today or later"], (await browser.SubmitAsync(form, "main form", Another(Today.AddDays(-1)))).Errors);
        Assert.Equal(["Enter the date that you promise"], (await browser.SubmitAsync(form, "main form", new() { ["When"] = "other" })).Errors);
        Assert.Equal(["The promised date must include a month and a year"], (await browser.SubmitAsync(form, "main form", new() { ["When"] = "other", ["On.Day"] = "3" })).Errors);
        Assert.Equal(["The promised date must be within a year"], (await browser.SubmitAsync(form, "main form", Another(Today.AddDays(400)))).Errors);
        Assert.Null((await RequestAsync(id)).PromisedOn);
    }

    [Fact]
    public async Task Other_words_than_those_that_went_with_the_first_click_are_said_to_have_reached_nobody()
    {
        var id = await AskedAsync();
        var passed = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var (back, pass) = (await browser.GetAsync($"/advice-requests/{id}/give-back"), await browser.GetAsync($"/advice-requests/{passed}/pass-on"));
        await browser.SubmitAsync(back, "main form", new() { ["Reason"] = Why });
        await browser.SubmitAsync(pass, "main form", new() { ["To"] = $"{TestWorld.Tariq}" });

        var corrected = await browser.SubmitAsync(back, "main form", new() { ["Reason"] = "Ask wheelchair services" });
        var reasoned = await browser.SubmitAsync(pass, "main form", new() { ["To"] = $"{TestWorld.Tariq}", ["Reason"] = "He knows her best" });

        Assert.Equal((HttpStatusCode.Conflict, HttpStatusCode.Conflict), (corrected.Status, reasoned.Status));
        Assert.Contains("Ask wheelchair services", corrected.Text, StringComparison.Ordinal);
        Assert.Contains("to Tariq Aziz a moment ago, with no reason", reasoned.Text, StringComparison.Ordinal);
        Assert.Contains("He knows her best", reasoned.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_is_not_theirs_goes_back_with_the_reason_and_they_no_longer_see_it()
    {
        var id = await AskedAsync();
        var due = (await RequestAsync(id)).DueOn;
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var form = await browser.GetAsync($"/advice-requests/{id}/give-back");

        var unsaid = await browser.SubmitAsync(form, "main form", []);
        var home = await browser.SubmitAsync(form, "main form", new() { ["Reason"] = Why, ["Suggestion"] = "Wyre paediatrics" });
        var twice = await browser.SubmitAsync(form, "main form", new() { ["Reason"] = Why });

        Assert.Equal(["Enter why it is not yours"], unsaid.Errors);
        Assert.All([home, twice], p =>
        {
            Assert.Equal("/", p.Url.AbsolutePath);
            Assert.Contains("is given back to the DCO service", p.Text, StringComparison.Ordinal);
        });
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/advice-requests/{id}")).Status);
        var request = await RequestAsync(id);
        Assert.Equal((RequestStage.GivenBack, null, $"{Why}\nSuggested instead: Wyre paediatrics", due), (request.Stage, request.ProfessionalId, request.GivenBackReason, request.DueOn));
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.AdviceRequestId == id && e.Template == "request-given-back");
        Assert.Equal((await db.Icbs.SingleAsync(i => i.Id == request.IcbId)).DcoInbox, email.To);
        Assert.DoesNotContain(Why, email.Subject + email.Body, StringComparison.Ordinal);
        Assert.Contains($"/assessments/{request.AssessmentReference}/request-advice", email.Body, StringComparison.Ordinal);
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "RequestGivenBack" && e.AdviceRequestId == id);
        Assert.Equal(("Gwen Pritchard", "Paediatric occupational therapy"), (fact.ActorName, fact.Before));
    }

    [Fact]
    public async Task The_DCO_service_sees_what_was_given_back_at_once_and_sends_it_again_for_the_lead_to_assign()
    {
        var id = await AskedAsync();
        await GiveBackAsync(id);
        var reference = (await RequestAsync(id)).AssessmentReference;
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Contains("Given back: ask somebody else", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains(Why, (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.Contains("Given back", (await dco.GetAsync("/advice-requests?box=ToSend")).Text, StringComparison.Ordinal);
        var page = await dco.GetAsync($"/assessments/{reference}/request-advice");
        Assert.Contains(Why, page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All($"input[name=Ask][value='professional:{TestWorld.Gwen:N}']"));
        // asked from an old page, nothing new is made beside it
        Assert.Contains("Given back earlier", (await dco.SubmitAsync(page, "#ask", new() { ["Ask"] = $"professional:{TestWorld.Gwen:N}" }, button: "send")).Text, StringComparison.Ordinal);

        var sent = await dco.SubmitAsync(page, "form#ask", [], button: "Send again to the same service");
        var twice = await dco.SubmitAsync(page, "form#ask", [], button: "Send again to the same service");

        Assert.Contains("1 request sent", sent.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, sent.Text, StringComparison.Ordinal);
        Assert.Contains("Already asked", twice.Text, StringComparison.Ordinal);
        var request = await RequestAsync(id);
        Assert.Equal((null, null), (request.GivenBackUtc, request.ProfessionalId));
        await using var db = _app.Database();
        Assert.Equal("ot@lscft.test", (await db.Emails.SingleAsync(e => e.AdviceRequestId == id && e.Template == "advice-request-sent")).To);
        Assert.Equal(1, await db.AdviceRequests.CountAsync(r => r.AssessmentId == request.AssessmentId));
    }

    [Fact]
    public async Task Closing_what_was_given_back_lets_somebody_else_be_asked_with_the_same_due_date()
    {
        var id = await AskedAsync();
        await GiveBackAsync(id);
        var first = await RequestAsync(id);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/assessments/{first.AssessmentReference}/request-advice");

        var closed = await dco.SubmitAsync(page, "form#ask", [], button: "Close, and ask somebody else");
        await dco.SubmitAsync(page, "form#ask", [], button: "Close, and ask somebody else");
        await dco.SubmitAsync(closed, "#ask", new() { ["Ask"] = $"service:{TestWorld.Paediatrics:N}" }, button: "send");

        Assert.Equal($"/assessments/{first.AssessmentReference}/request-advice", closed.Url.AbsolutePath);
        await using var db = _app.Database();
        var second = await db.AdviceRequests.SingleAsync(r => r.AssessmentId == first.AssessmentId && r.ServiceId == TestWorld.Paediatrics);
        Assert.Equal((first.DueOn, first.ReceivedByHealthOn), (second.DueOn, second.ReceivedByHealthOn));
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "RequestClosed" && e.AdviceRequestId == id);
        Assert.StartsWith("Given back: ", fact.Reason, StringComparison.Ordinal);
        // what the service wrote is not for the authority, which reads why a request was closed
        Assert.DoesNotContain(Why, fact.Reason, StringComparison.Ordinal);
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        Assert.DoesNotContain(Why, (await authority.GetAsync($"/assessments/{first.AssessmentReference}/activity")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Why, (await authority.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_given_back_and_the_family_asked_for_is_closed_only_with_a_reason()
    {
        var id = await AskedAsync();
        await GiveBackAsync(id);
        var request = await RequestAsync(id);
        await using (var db = _app.Database())
        {
            db.InvolvedProfessionals.Add(new InvolvedProfessional(request.Keys, 0) { Name = "Gwen Pritchard", ServiceId = request.ServiceId, FamilyAsked = true });
            db.AuditEntries.Add(Facts.About(request.Keys));
            await db.SaveChangesAsync();
        }
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var asked = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{request.AssessmentReference}/request-advice"), "#ask", [], button: "Close, and ask somebody else");

        Assert.Equal($"/advice-requests/{id}/close", asked.Url.AbsolutePath);
        Assert.Contains("Nothing was closed yet. The family asked for this advice (regulation 6(1)(h))", asked.Text, StringComparison.Ordinal);
        Assert.Equal(RequestStage.GivenBack, (await RequestAsync(id)).Stage);
        await dco.SubmitAsync(asked, "main form", new() { ["Why"] = "other", ["Reason"] = "Wyre paediatrics sees her now" });
        Assert.Equal(RequestStage.Closed, (await RequestAsync(id)).Stage);
    }

    [Fact]
    public async Task The_DCO_service_records_for_a_service_and_the_record_says_who_did()
    {
        var id = await AskedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}"), Acknowledging, []);
        Assert.Contains("Acknowledged by Priya Nair, recorded for Paediatric occupational therapy on ", page.Text, StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/promise"), "main form", Another(Today.AddDays(4)));

        var given = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/give-back"), "main form", new() { ["Reason"] = Why });

        Assert.EndsWith("/request-advice", given.Url.AbsolutePath, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.False(await db.Emails.AnyAsync(e => e.AdviceRequestId == id && e.Template == "request-given-back"));
        Assert.Equal("Recorded for Paediatric occupational therapy", (await db.AuditEntries.SingleAsync(e => e.Fact == "RequestAcknowledged")).After);
        Assert.EndsWith("recorded for Paediatric occupational therapy", (await db.AuditEntries.SingleAsync(e => e.Fact == "AnswerPromised")).After, StringComparison.Ordinal);
        Assert.Equal("Priya Nair", (await db.AuditEntries.SingleAsync(e => e.Fact == "RequestGivenBack")).ActorName);
    }

    [Fact]
    public async Task Whoever_may_not_answer_is_refused_and_whoever_does_not_see_it_finds_nothing()
    {
        var id = await AskedAsync();
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var (request, promise, back) = (await clinician.GetAsync($"/advice-requests/{id}"), await clinician.GetAsync($"/advice-requests/{id}/promise"), await clinician.GetAsync($"/advice-requests/{id}/give-back"));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var other = await _app.SignInAsync(TestWorld.OtherClinician);

        foreach (var (person, status) in new[] { (caseworker, HttpStatusCode.Forbidden), (other, HttpStatusCode.NotFound) })
        {
            Assert.Equal(status, (await person.GetAsync($"/advice-requests/{id}/promise")).Status);
            Assert.Equal(status, (await person.GetAsync($"/advice-requests/{id}/give-back")).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(request, Acknowledging, await TokenAsync(other))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(promise, "main form", await TokenAsync(other, ("When", "2026-12-01")))).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(back, "main form", await TokenAsync(other, ("Reason", Why)))).Status);
        Assert.Null((await RequestAsync(id)).AcknowledgedUtc);
    }

    [Fact]
    public async Task What_was_answered_meanwhile_stays_as_it_is()
    {
        var id = await AskedAsync();
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var (request, promise, back) = (await browser.GetAsync($"/advice-requests/{id}"), await browser.GetAsync($"/advice-requests/{id}/promise"), await browser.GetAsync($"/advice-requests/{id}/give-back"));
        await using (var db = _app.Database())
        {
            (await db.AdviceRequests.SingleAsync(r => r.Id == id)).Submit(_app.Time.GetUtcNow().UtcDateTime, Today, "Tariq Aziz");
            db.AuditEntries.Add(Facts.About((await db.AdviceRequests.SingleAsync(r => r.Id == id)).Keys));
            await db.SaveChangesAsync();
        }

        Page[] pages = [await browser.SubmitAsync(request, Acknowledging, []), await browser.SubmitAsync(promise, "main form", Another(Today.AddDays(3))), await browser.SubmitAsync(back, "main form", new() { ["Reason"] = Why })];

        Assert.Contains("Nothing was changed", pages[0].Text, StringComparison.Ordinal);
        Assert.All(pages[1..], p => Assert.Contains("Tariq Aziz answered it on 21 November 2026 at 12:00pm. What you sent was not saved.", p.Text, StringComparison.Ordinal));
        Assert.NotNull((await RequestAsync(id)).SentUtc);
        Assert.Null((await RequestAsync(id)).PromisedOn);
    }

    private async Task AddColleaguesAsync(string name, int count)
    {
        await using var db = _app.Database();
        var like = await db.Professionals.AsNoTracking().SingleAsync(p => p.Id == TestWorld.Tariq);
        for (var n = 0; n < count; n++)
        {
            var colleague = new Professional { Id = Guid.CreateVersion7(), IcbId = like.IcbId, ProviderId = like.ProviderId, ServiceId = like.ServiceId, FullName = $"{name} {n}", JobTitle = "Occupational therapist", Email = $"colleague{n}@{name[..3]}.test", Regulator = "HCPC" };
            var account = new PortalUser { Id = Guid.CreateVersion7(), UserName = colleague.Email, NormalizedUserName = colleague.Email.ToUpperInvariant(), Email = colleague.Email, DisplayName = colleague.FullName, Role = Role.Clinician, IcbId = like.IcbId, OrganisationName = "", ProfessionalId = colleague.Id };
            db.AddRange(colleague, account, new UserService { UserId = account.Id, ServiceId = like.ServiceId });
        }
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, like.IcbId)));
        await db.SaveChangesAsync();
    }

    private async Task GiveBackAsync(Guid id)
    {
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/give-back"), "main form", new() { ["Reason"] = Why });
    }

    private static Dictionary<string, string?> Another(DateOnly on) => new() { ["When"] = "other", ["On.Day"] = $"{on.Day}", ["On.Month"] = $"{on.Month}", ["On.Year"] = $"{on.Year}" };

    // a form of one person's page sent by another needs the other's own token
    private static async Task<Dictionary<string, string?>> TokenAsync(PortalBrowser browser, params (string Field, string Value)[] more)
    {
        var values = more.ToDictionary(m => m.Field, m => (string?)m.Value);
        values["__RequestVerificationToken"] = (await browser.GetAsync("/")).Find("input[name=__RequestVerificationToken]").GetAttribute("value");
        return values;
    }
}
