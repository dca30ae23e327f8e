using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>The DCO service logs and imports for an authority that still sends email. Today is 21 November 2026.</summary>
public sealed class LogForAuthorityTests : IDisposable
{
    private const string Form = "main form";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task An_administrator_logs_for_an_authority_and_healths_six_weeks_run_from_the_day_it_arrived()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var list = await administrator.GetAsync("/assessments");
        var start = await administrator.GetAsync(list.All("main a").Single(a => a.TextContent == "Log for an authority").GetAttribute("href")!);
        Assert.DoesNotContain(start.All("#Arrival_AuthorityId option"), o => o.TextContent == "Dorset Council");

        var check = await administrator.SubmitAsync(start, Form, await WholeAsync("18 11 2026"), [("Files", "email.pdf", SampleFiles.Pdf)], "check");
        Assert.Equal([], check.Errors);
        Assert.Contains("18 November 2026, by email", check.Text, StringComparison.Ordinal);
        var done = await administrator.SubmitAsync(check, Form, []);

        Assert.Contains("Lancashire County Council has been told by email", done.Text, StringComparison.Ordinal);
        Assert.Contains("30 December 2026", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal("LCC-26-00001", saved.Reference);
        Assert.Equal((true, ArrivalWay.Email, new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 18)),
            (saved.IsRecordedByHealth, saved.ArrivedBy!.Value, saved.NotifiedOn, saved.AdviceRequestReceivedOn!.Value, saved.HealthToldOfDecisionOn!.Value));
        Assert.Null(saved.OwnerUserId);
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "NotificationRecordedForAuthority");
        Assert.Equal("For Lancashire County Council: request received 2026-11-02, arrived 2026-11-18 by email", fact.After);
        Assert.Contains("administrator", fact.ActorRole, StringComparison.OrdinalIgnoreCase);
        var email = await db.Emails.SingleAsync();
        Assert.Equal("notification-recorded-for-authority", email.Template);
        Assert.Equal(await db.LocalAuthorities.Where(a => a.Code == "888").Select(a => a.SendInbox).SingleAsync(), email.To);
        foreach (var personal in new[] { "Ashworth", "Zoë", "2019", "9990181594" }) { Assert.DoesNotContain(personal, email.Subject + email.Body, StringComparison.OrdinalIgnoreCase); }
    }

    [Fact]
    public async Task The_authoritys_own_people_see_it_at_once_marked_and_correct_it_and_another_authority_does_not()
    {
        await LogAsync();
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var other = await _app.SignInAsync(TestWorld.OtherCaseworker);

        var page = await caseworker.GetAsync("/assessments/LCC-26-00001");
        var details = await caseworker.GetAsync("/assessments/LCC-26-00001/correct-details");
        var found = await caseworker.GetAsync("/assessments?Search=Ashworth");

        Assert.Contains("Recorded by the DCO service on 21 November 2026, arrived 18 November 2026 by email.", page.Text, StringComparison.Ordinal);
        Assert.Contains("Check that it is right", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, details.Response.StatusCode);
        Assert.Contains("LCC-26-00001", found.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync("/assessments/LCC-26-00001")).Response.StatusCode);
    }

    [Fact]
    public async Task The_day_it_arrived_is_asked_for_and_is_neither_before_the_decision_nor_in_the_future()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var start = await administrator.GetAsync("/assessments/log");

        var empty = await administrator.SubmitAsync(start, Form, [], button: "check");
        var early = await administrator.SubmitAsync(empty, Form, await WholeAsync("19 11 2026", decidedOn: "20"), button: "check");
        var late = await administrator.SubmitAsync(early, Form, await WholeAsync("22 11 2026"), button: "check");

        Assert.Equal(["Select the local authority", "Enter the day it arrived at health"], empty.Errors.Take(2));
        Assert.Equal(["It cannot have arrived at health before the decision, on 20 November 2026"], early.Errors);
        Assert.Equal(["The day it arrived at health must be today or in the past"], late.Errors);
    }

    [Fact]
    public async Task An_authority_of_another_board_is_refused_and_so_is_one_that_is_posted_by_an_authority()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var foreign = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/log"), Form,
            new(await WholeAsync("18 11 2026")) { ["Arrival.AuthorityId"] = TestWorld.Dorset.ToString() }, button: "check");
        Assert.Equal(["Select a local authority of your board"], foreign.Errors);

        var caseworker = await _app.SignInAsync(TestWorld.OtherCaseworker);
        var own = await caseworker.SubmitAsync(await caseworker.GetAsync("/assessments/log"), Form, await WholeAsync("18 11 2026"), button: "check");
        await caseworker.SubmitAsync(own, Form, []);
        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal("890", await db.LocalAuthorities.Where(a => a.Id == saved.LocalAuthorityId).Select(a => a.Code).SingleAsync());
        Assert.False(saved.IsRecordedByHealth);
    }

    [Fact]
    public async Task Only_the_dco_services_administrators_log_for_an_authority()
    {
        foreach (var email in new[] { TestWorld.Dco, TestWorld.Lead, TestWorld.Clinician, TestWorld.SystemAdministrator, TestWorld.BoardMember })
        {
            var browser = await _app.SignInAsync(email);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assessments/log")).Response.StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assessments/import")).Response.StatusCode);
        }
    }

    [Fact]
    public async Task A_child_whom_that_authority_has_notified_is_shown_before_it_is_logged_and_one_of_another_authority_is_not()
    {
        await LogAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var same = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/log"), Form, await WholeAsync("18 11 2026"), button: "check");
        var other = await administrator.SubmitAsync(await administrator.GetAsync(same.Url.AbsolutePath.Replace("/check", "", StringComparison.Ordinal)), Form,
            new() { ["Arrival.AuthorityId"] = await AuthorityAsync("890") }, button: "check");

        Assert.Contains("This child may already be in the portal", same.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("This child may already be in the portal", other.Text, StringComparison.Ordinal);
        Assert.Contains("Another authority of your board has notified a child like this one", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_form_saves_itself_and_stands_on_the_administrators_own_worklist_alone()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var saved = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/log"), Form, new() { ["Arrival.AuthorityId"] = await AuthorityAsync("888"), ["Child.LegalSurname"] = "Ashworth" }, button: "later");

        var home = await administrator.GetAsync("/");
        var again = await administrator.GetAsync(saved.All("main a").First(a => a.TextContent.StartsWith("Continue", StringComparison.Ordinal)).GetAttribute("href")!);

        Assert.Contains("Finish a notification", home.Text, StringComparison.Ordinal);
        Assert.Contains(home.All("main a"), a => a.TextContent == "Log for an authority");
        Assert.Equal(await AuthorityAsync("888"), again.Find("#Arrival_AuthorityId option[selected]").GetAttribute("value"));
        Assert.DoesNotContain("Finish a notification", (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_it_arrived_can_be_corrected_before_and_after_the_decision()
    {
        await LogAsync(new() { ["Request.Decision"] = "NotDecided", ["Request.DecisionOn.Day"] = "", ["Request.DecisionOn.Month"] = "", ["Request.DecisionOn.Year"] = "" });
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var check = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/LCC-26-00001/correct-dates"), Form, new() { ["ArrivedOn.Day"] = "9", ["ArrivedOn.Month"] = "11", ["ArrivedOn.Year"] = "2026", ["Reason"] = "The email is of 9 November" });
        await administrator.SubmitAsync(check, Form, []);
        await using (var db = _app.Database()) { Assert.Equal(new DateOnly(2026, 11, 9), (await db.Assessments.SingleAsync()).NotifiedOn); }

        var early = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/LCC-26-00001/correct-dates"), Form, new() { ["ArrivedOn.Day"] = "1", ["ArrivedOn.Month"] = "11", ["ArrivedOn.Year"] = "2026", ["Reason"] = "Try" });
        Assert.Equal(["It cannot have arrived before the request was received."], early.Errors);
    }

    [Fact]
    public async Task A_decision_that_comes_later_by_email_is_recorded_from_the_day_it_arrived_and_of_no_case_that_the_authority_logged()
    {
        await LogAsync(new() { ["Request.Decision"] = "NotDecided", ["Request.DecisionOn.Day"] = "", ["Request.DecisionOn.Month"] = "", ["Request.DecisionOn.Year"] = "", ["Professionals[0].Name"] = "Gwen Pritchard" });
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync("/assessments/LCC-26-00001");
        var form = await administrator.GetAsync(page.All("main a").Single(a => a.TextContent == "Record the authority’s decision").GetAttribute("href")!);
        Dictionary<string, string?> Decided(string on, string arrived) => new()
        {
            ["Decision"] = "Assess",
            ["DecidedOn.Day"] = on,
            ["DecidedOn.Month"] = "11",
            ["DecidedOn.Year"] = "2026",
            ["ArrivedOn.Day"] = arrived,
            ["ArrivedOn.Month"] = "11",
            ["ArrivedOn.Year"] = "2026",
        };

        var early = await administrator.SubmitAsync(form, Form, Decided("20", "19"));
        var before = await administrator.SubmitAsync(early, Form, Decided("16", "17"));
        var done = await administrator.SubmitAsync(before, Form, Decided("18", "20"));

        Assert.Equal(["It cannot have arrived at health before 20 November 2026"], early.Errors);
        Assert.Equal(["It cannot have arrived before the notification, on 18 November 2026"], before.Errors);
        Assert.Contains("Health advice is due by 1 January 2027", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 20)), (saved.NotifiedOn, saved.DecidedOn!.Value, saved.HealthToldOfDecisionOn!.Value, saved.AdviceRequestReceivedOn!.Value));
        Assert.Equal("Assess on 2026-11-18; for Lancashire County Council, arrived 2026-11-20", (await db.AuditEntries.SingleAsync(e => e.Fact == "DecisionRecorded")).After);
        Assert.Equal(1, await db.AdviceRequests.CountAsync());

        var own = await _app.AssessmentAsync(decision: null);
        Assert.Contains("The authority logged this itself", (await administrator.SubmitAsync(form, $"{Form}[action]", [])).Text + (await administrator.GetAsync($"/assessments/{own.Reference}/decision-arrived")).Text, StringComparison.Ordinal);
        Assert.Null((await _app.Database().Assessments.SingleAsync(a => a.Id == own.AssessmentId)).Decision);
    }

    [Fact]
    public async Task One_letter_that_was_notification_and_request_for_advice_is_corrected_as_one()
    {
        await LogAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var check = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/LCC-26-00001/correct-dates"), Form, new() { ["HealthReceivedOn.Day"] = "19", ["HealthReceivedOn.Month"] = "11", ["HealthReceivedOn.Year"] = "2026", ["Reason"] = "The email is of 19 November" });
        await administrator.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 19), new DateOnly(2026, 11, 19)), (saved.NotifiedOn, saved.AdviceRequestReceivedOn!.Value, saved.HealthToldOfDecisionOn!.Value));
    }

    [Fact]
    public async Task A_file_is_imported_for_an_authority_from_the_day_it_arrived_and_neither_side_sees_the_others_imports()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync("/assessments/import");
        const string file = """
            LA reference,Date request received,Decision to assess,Date of decision,Date health was asked for advice,Legal surname,Forenames,Date of birth
            A1,02/11/2026,Yes,10/11/2026,,Ashworth,Zoë,04/03/2019
            A2,02/11/2026,Yes,10/11/2026,12/11/2026,Begum,Aisha,05/04/2018
            A3,19/11/2026,,,,Clarke,Ben,06/05/2017
            A4,02/11/2026,Yes,20/11/2026,,Dixon,Cara,07/06/2016
            A5,02/11/2026,,,,Ellis,Dan,08/07/2015
            """;

        var wrong = await administrator.SubmitAsync(page, Form, [], [("File", "n.csv", System.Text.Encoding.UTF8.GetBytes(file))]);
        var preview = await administrator.SubmitAsync(wrong, Form, await ArrivalAsync("18 11 2026"), [("File", "n.csv", System.Text.Encoding.UTF8.GetBytes(file))]);

        Assert.Equal(["Select the local authority", "Enter the day it arrived at health"], wrong.Errors);
        Assert.Contains("Choose n.csv again", wrong.Text, StringComparison.Ordinal);
        Assert.Equal("Good 3, With a warning 0, To look at 0, Already there 0, Refused 2", preview.Figures());
        Assert.Contains("Date request received: after 18 November 2026, the day on which it arrived at health", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Date of decision: after 18 November 2026, the day on which it arrived at health", preview.Text, StringComparison.Ordinal);
        await administrator.ConfirmAsync(preview);
        Assert.True(await _app.ImportNextAsync());

        await using var db = _app.Database();
        var saved = await db.Assessments.OrderBy(a => a.AuthorityReference).ToListAsync();
        Assert.Equal(["A1", "A2", "A5"], saved.Select(a => a.AuthorityReference));
        Assert.Equal([new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 12), null], saved.Select(a => a.AdviceRequestReceivedOn));
        Assert.Equal([new DateOnly(2026, 11, 18), new DateOnly(2026, 11, 12), new DateOnly(2026, 11, 18)], saved.Select(a => a.NotifiedOn));
        Assert.All(saved, a => Assert.True(a.IsRecordedByHealth));
        Assert.Equal(["notifications-recorded-for-authority"], await db.Emails.Select(e => e.Template).ToListAsync());
        Assert.Contains(await db.AuditEntries.Where(e => e.Fact == "NotificationRecordedForAuthority").Select(e => e.After).ToListAsync(), w => w!.EndsWith("Row 2 of n.csv", StringComparison.Ordinal));

        var manager = await _app.SignInAsync(TestWorld.Manager);
        Assert.Contains("Nothing has been imported yet", (await manager.GetAsync("/assessments/import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(preview.Url.AbsolutePath)).Response.StatusCode);
        Assert.Equal(3, (await manager.GetAsync("/assessments")).All("main td a[href^='/assessments/LCC-'], main th a[href^='/assessments/LCC-']").Select(a => a.GetAttribute("href")).Distinct().Count());
        await manager.UploadAsync(file);
        Assert.DoesNotContain("uploaded", (await administrator.GetAsync("/assessments/import")).All("main td").Skip(4).Select(t => t.TextContent));
        var again = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/import"), Form, await ArrivalAsync("18 11 2026"), [("File", "n.csv", System.Text.Encoding.UTF8.GetBytes(file))]);
        Assert.Contains("Already there 3", again.Figures(), StringComparison.Ordinal);
    }

    private async Task LogAsync(Dictionary<string, string?>? more = null)
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var values = await WholeAsync("18 11 2026");
        foreach (var (field, value) in more ?? []) { values[field] = value; }
        var check = await administrator.SubmitAsync(await administrator.GetAsync("/assessments/log"), Form, values, button: "check");
        Assert.Equal([], check.Errors);
        await administrator.SubmitAsync(check, Form, []);
    }

    private async Task<string> AuthorityAsync(string code)
    {
        await using var db = _app.Database();
        return (await db.LocalAuthorities.Where(a => a.Code == code).Select(a => a.Id).SingleAsync()).ToString();
    }

    private async Task<Dictionary<string, string?>> ArrivalAsync(string arrived) => new()
    {
        ["Arrival.AuthorityId"] = await AuthorityAsync("888"),
        ["Arrival.ArrivedOn.Day"] = arrived.Split(' ')[0],
        ["Arrival.ArrivedOn.Month"] = arrived.Split(' ')[1],
        ["Arrival.ArrivedOn.Year"] = arrived.Split(' ')[2],
        ["Arrival.By"] = "Email",
    };

    private async Task<Dictionary<string, string?>> WholeAsync(string arrived, string decidedOn = "17") => new(await ArrivalAsync(arrived))
    {
        ["Child.Forenames"] = "Zoë",
        ["Child.LegalSurname"] = "Ashworth",
        ["Child.DateOfBirth.Day"] = "4",
        ["Child.DateOfBirth.Month"] = "3",
        ["Child.DateOfBirth.Year"] = "2019",
        ["Child.NhsNumber"] = "999 018 1594",
        ["Request.Received.Day"] = "2",
        ["Request.Received.Month"] = "11",
        ["Request.Received.Year"] = "2026",
        ["Request.Source"] = "Parent",
        ["Request.Decision"] = "Assess",
        ["Request.DecisionOn.Day"] = decidedOn,
        ["Request.DecisionOn.Month"] = "11",
        ["Request.DecisionOn.Year"] = "2026",
        ["Request.PrimaryNeed"] = "SLCN",
        ["Family.Sharing"] = "Agreed",
    };
}
