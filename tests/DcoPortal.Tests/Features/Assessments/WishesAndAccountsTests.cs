using System.Net;
using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Whom a family's wish means is counted by accounts too, and anew whenever somebody comes to a service or is called otherwise.</summary>
public sealed class WishesAndAccountsTests : IDisposable
{
    private const string Form = "main form[method=post]";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task Somebody_whom_a_family_excludes_is_invited_after_the_request_was_sent_and_the_DCO_service_stops_or_keeps_it()
    {
        var (keys, request) = await AskedAsync("Nora Finch", TestWorld.OccupationalTherapy);
        var (_, elsewhere) = await AskedAsync("Nora Finch", TestWorld.SpeechTherapy);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);

        var invited = await sasha.SubmitAsync(await sasha.GetAsync("/admin/users/invite?role=Clinician"), "main form", new() { ["Name"] = "Nora Finch", ["Email"] = "nora@ot.test", ["JobTitle"] = "Occupational therapist", ["ServiceIds"] = TestWorld.OccupationalTherapy.ToString() });

        Assert.Contains("Nora Finch is invited", invited.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Reference, invited.Text, StringComparison.Ordinal);
        await AssertDoubtAsync(request, isDoubted: true);
        await AssertDoubtAsync(elsewhere, isDoubted: false);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("The family may object: stop or keep", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("The family may mean Nora Finch, who can open this request", (await dco.GetAsync($"/advice-requests/{request}/sharing")).Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Template == "sharing-doubt");
        Assert.Equal(await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), email.To);
        Assert.DoesNotContain("Nora", email.Subject + email.Body, StringComparison.Ordinal);
        Assert.Equal("Nora Finch", (await db.AuditEntries.SingleAsync(e => e.Fact == "WishMayMeanSomebodyNew")).After);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        Assert.DoesNotContain("The family may mean", (await gwen.GetAsync($"/advice-requests/{request}")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ServiceLead", true)] // who leads a service opens what a named person has
    [InlineData("Clinician", false)]
    public async Task Somebody_excluded_comes_to_a_service_where_a_named_person_has_the_request(string role, bool opens)
    {
        var (_, request) = await AskedAsync("Nora Finch", TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);

        await sasha.SubmitAsync(await sasha.GetAsync($"/admin/users/invite?role={role}"), "main form", new() { ["Name"] = "Nora Finch", ["Email"] = "nora@ot.test", ["JobTitle"] = role == "Clinician" ? "Nurse" : null, ["ServiceIds"] = TestWorld.OccupationalTherapy.ToString() });

        await AssertDoubtAsync(request, opens);
    }

    [Fact]
    public async Task A_disabled_account_that_is_enabled_again_puts_what_its_holder_opens_before_the_DCO_service()
    {
        await WorksInPaediatricsTooAsync(a => a.DisabledUtc = DateTime.UnixEpoch);
        var (_, request) = await AskedAsync("Joan Catterall", TestWorld.Paediatrics);
        var sasha = await _app.SignInAsync(TestWorld.SystemAdministrator);

        await sasha.SubmitAsync(await sasha.GetAsync($"/admin/users/{await AccountAsync()}"), "form[action$='/enable']", []);

        await AssertDoubtAsync(request, isDoubted: true);
    }

    [Fact]
    public async Task A_wish_means_somebody_in_each_service_of_their_account_also_where_the_directory_does_not_list_them()
    {
        await WorksInPaediatricsTooAsync();
        var keys = await _app.AssessmentAsync(change: a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Objects, "Joan Catterall"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var stopped = await dco.SubmitAsync(await dco.GetAsync($"/assessments/{keys.Reference}/request-advice"), "form#ask", new() { ["Another"] = $"service:{TestWorld.Paediatrics}" }, button: "send");

        Assert.Contains("Confirm that you may ask the ones marked", Assert.Single(stopped.Errors), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task A_wish_recorded_later_counts_for_an_account_that_is_called_otherwise_than_the_directory_says()
    {
        await WorksInPaediatricsTooAsync(a => a.DisplayName = "Joan Holroyd");
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.Paediatrics);

        await SayAsync(keys, "Mrs Holroyd");

        await AssertDoubtAsync(request, isDoubted: true);
    }

    [Fact]
    public async Task A_professional_who_is_renamed_or_moved_in_the_directory_puts_requests_before_the_DCO_service_once()
    {
        var (_, renamed) = await AskedAsync("Gwen Holroyd", TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var (_, moved) = await AskedAsync("Joan Catterall", TestWorld.OccupationalTherapy);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await KeepAsync(renamed);

        await SaveAsync(dco, TestWorld.Gwen, new() { ["FullName"] = "Gwen Holroyd" });
        await SaveAsync(dco, TestWorld.Joan, new() { ["ServiceId"] = TestWorld.OccupationalTherapy.ToString() });

        await AssertDoubtAsync(moved, isDoubted: true);
        // it was kept when "Gwen" was meant already
        await AssertDoubtAsync(renamed, isDoubted: false);
        await SaveAsync(dco, TestWorld.Gwen, new() { ["Phone"] = "01632 960111" });
        await using var db = _app.Database();
        Assert.Single(await db.Emails.Where(e => e.Template == "sharing-doubt").ToListAsync());
    }

    [Fact]
    public async Task A_service_that_is_renamed_puts_requests_before_the_DCO_service_whose_family_excludes_it()
    {
        var (_, request) = await AskedAsync("Sensory processing clinic", TestWorld.OccupationalTherapy);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        await dco.SubmitAsync(await dco.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}"), "main form", new() { ["Name"] = "Sensory processing" });

        await AssertDoubtAsync(request, isDoubted: true);
    }

    [Fact]
    public async Task A_wish_recorded_after_the_return_hides_the_child_from_the_service_once_the_DCO_service_says_so()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        Assert.Equal(HttpStatusCode.OK, (await tariq.GetAsync($"/advice-requests/{request}")).Status);

        var said = await SayAsync(keys, "Tariq Aziz");

        Assert.Contains("1 answered request is still seen by somebody they may exclude: the DCO service is asked to stop or keep it.", said.Text, StringComparison.Ordinal);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("Stop or keep a request", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        var done = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), Form, new() { ["Choice"] = "stop", ["Reason"] = "He lives next door" });
        Assert.Contains("no longer sees the child’s record", done.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await tariq.GetAsync($"/advice-requests/{request}")).Status);
        Assert.Equal(HttpStatusCode.OK, (await dco.GetAsync($"/advice-requests/{request}")).Status);
        await using var db = _app.Database();
        var hidden = await db.AdviceRequests.SingleAsync();
        Assert.Equal((RequestStage.Returned, null, false), (hidden.Stage, hidden.SharingDoubtUtc, hidden.ShownToService));
        Assert.DoesNotContain("Stop or keep a request", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_answered_request_that_was_hidden_for_a_wish_is_seen_by_its_service_again_when_the_wish_is_put_right()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);
        await SayAsync(keys, "Tariq Aziz");
        await StopAsync(request);
        var tariq = await _app.SignInAsync(TestWorld.Colleague);
        Assert.Equal(HttpStatusCode.NotFound, (await tariq.GetAsync($"/advice-requests/{request}")).Status);

        var said = await SayAsync(keys, "", "Agreed");

        Assert.Contains("1 answered request hidden for the wish before: its service sees it again.", said.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("had been asked for", said.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await tariq.GetAsync($"/advice-requests/{request}")).Status);
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.AdviceRequestId == request && e.Fact == "ReturnedRequestShownAgain"));
    }

    [Fact]
    public async Task An_answered_request_stays_hidden_while_another_wish_means_its_service_too()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);
        await SayAsync(keys, "Tariq Aziz");
        await StopAsync(request);

        await SayAsync(keys, "Tariq");

        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{request}")).Status);
    }

    [Fact]
    public async Task A_new_version_that_was_stopped_for_a_wish_waits_in_triage_with_its_words_when_the_wish_is_put_right()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await using (var db = _app.Database())
        {
            (await db.Assessments.SingleAsync()).Triaged(DateTime.UnixEpoch);
            db.AuditEntries.Add(Facts.About(keys));
            await db.SaveChangesAsync();
        }
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/more"), Form, new() { ["Kind"] = "Version", ["What"] = "Please add provision in hours" });
        await SayAsync(keys, "Tariq Aziz");
        await StopAsync(request);

        var said = await SayAsync(keys, "", "Agreed");

        Assert.Contains("A new version or an addendum had been asked for there and was stopped: the case is in triage", said.Text, StringComparison.Ordinal);
        var triage = await dco.GetAsync("/triage");
        Assert.Contains(triage.All("main table a"), a => a.GetAttribute("href") == $"/advice-requests/{request}");
        Assert.Contains("Please add provision in hours", (await dco.GetAsync($"/advice-requests/{request}")).Text, StringComparison.Ordinal);
        var again = await dco.GetAsync($"/advice-requests/{request}/more");
        Assert.Equal("Please add provision in hours", again.Find("#What").TextContent.Trim());
        await dco.SubmitAsync(again, Form, []);
        await using (var db = _app.Database()) { Assert.Equal((RequestStage.Reopened, "Please add provision in hours"), await db.AdviceRequests.Select(r => new ValueTuple<RequestStage, string?>(r.Stage, r.SentBackComment)).SingleAsync()); }
        Assert.DoesNotContain("More was asked for, and stopped", (await dco.GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_returned_request_whose_service_the_family_does_not_mean_is_kept_and_stays_seen()
    {
        var keys = await _app.AssessmentAsync();
        var request = await ReturnedAsync(keys);
        await SayAsync(keys, "Tariq (a neighbour)");

        await KeepAsync(request);

        await AssertDoubtAsync(request, isDoubted: false);
        Assert.Equal(HttpStatusCode.OK, (await (await _app.SignInAsync(TestWorld.Colleague)).GetAsync($"/advice-requests/{request}")).Status);
    }

    [Fact]
    public async Task An_answer_from_before_that_was_hidden_and_is_taken_back_is_with_its_service_again_for_the_DCO_service_to_decide()
    {
        var now = _app.Time.GetUtcNow().UtcDateTime;
        var request = await _app.RequestAsync(await _app.AssessmentAsync(received: new(2026, 10, 1)), TestWorld.OccupationalTherapy, null, r =>
        {
            r.RecordAsked(new(2026, 11, 2), now, "Occupational therapy", now);
            r.RecordAnswered(r.ReceivedByHealthOn.AddDays(9), now, "Priya Nair", now);
            r.HideFromService("The family excludes Tariq");
            r.TakeBackRecorded([.. r.Answers], "Nothing was returned", now);
        }, send: false);

        await AssertDoubtAsync(request, isDoubted: true);
        await using var db = _app.Database();
        Assert.True((await db.AdviceRequests.SingleAsync()).ShownToService);
    }

    private async Task StopAsync(Guid request)
    {
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{request}/sharing"), Form, new() { ["Choice"] = "stop", ["Reason"] = "He lives next door" });
    }

    private Task<Guid> ReturnedAsync(CaseKeys keys) => _app.RequestAsync(keys, TestWorld.OccupationalTherapy, null, r =>
    {
        r.Submit(_app.Time.GetUtcNow().UtcDateTime, new(2026, 11, 21), "Gwen Pritchard");
        r.Accept(_app.Time.GetUtcNow().UtcDateTime);
        r.ReturnToAuthority(_app.Time.GetUtcNow().UtcDateTime, new DateOnly(2026, 11, 21));
    });

    private async Task<(CaseKeys Keys, Guid Request)> AskedAsync(string wish, Guid service, Guid? professional = null)
    {
        var keys = await _app.AssessmentAsync(change: a => (a.Family.Sharing, a.Family.DoNotShareWith) = (SharingAgreement.Objects, wish));
        return (keys, await _app.RequestAsync(keys, service, professional));
    }

    private async Task<Page> SayAsync(CaseKeys keys, string whom, string sharing = "Objects")
    {
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        return await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/sharing"), Form, new() { ["Sharing"] = sharing, ["DoNotShareWith"] = whom, ["SaidBy"] = "The mother, by phone" });
    }

    private async Task KeepAsync(Guid request)
    {
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var page = await dco.GetAsync($"/advice-requests/{request}/sharing");
        if (page.All("input[name=Choice]").Any()) { await dco.SubmitAsync(page, Form, new() { ["Choice"] = "keep", ["Reason"] = "They mean somebody else" }); }
    }

    private static async Task SaveAsync(PortalBrowser dco, Guid professional, Dictionary<string, string?> values) =>
        Assert.Contains("is saved", (await dco.SubmitAsync(await dco.GetAsync($"/directory/professionals/{professional}"), "main form", values)).Text, StringComparison.Ordinal);

    private async Task WorksInPaediatricsTooAsync(Action<PortalUser>? change = null)
    {
        await using var db = _app.Database();
        var joan = await db.Users.SingleAsync(u => u.Email == TestWorld.OtherClinician);
        change?.Invoke(joan);
        db.UserServices.Add(new UserService { UserId = joan.Id, ServiceId = TestWorld.Paediatrics });
        db.AuditEntries.Add(Facts.About(new(Guid.NewGuid(), "X", Guid.Empty, Guid.Empty)));
        await db.SaveChangesAsync();
    }

    private async Task<Guid> AccountAsync()
    {
        await using var db = _app.Database();
        return await db.Users.Where(u => u.Email == TestWorld.OtherClinician).Select(u => u.Id).SingleAsync();
    }

    private async Task AssertDoubtAsync(Guid request, bool isDoubted)
    {
        await using var db = _app.Database();
        Assert.Equal(isDoubted, (await db.AdviceRequests.SingleAsync(r => r.Id == request)).SharingDoubtUtc is not null);
    }
}
