using System.Net;
using System.Text;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A DCO service brings its own tracker into the portal in one sitting. Today is 21 November 2026.</summary>
public sealed class GoLiveTests : IDisposable
{
    private const string Headings = "LA,LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Service,Trust,Date asked,Date returned\n";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_row_for_each_service_becomes_one_case_with_its_requests_and_what_was_answered_in_time_stays_in_time()
    {
        var done = await ImportAsync(
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,30/10/2026\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric speech and language therapy,,24/09/2026,\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Community paediatrics,,24/09/2026,10/11/2026\n");

        Assert.Contains("Import finished", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal((new DateOnly(2026, 9, 2), new DateOnly(2026, 9, 22), true), (assessment.NotifiedOn, assessment.AdviceRequestReceivedOn!.Value, assessment.IsRecordedByHealth));
        var requests = await db.AdviceRequests.OrderBy(r => r.FirstSentUtc).ThenBy(r => r.Stage).ToListAsync();
        Assert.Equal([new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3), new DateOnly(2026, 11, 3)], requests.Select(r => r.DueOn));
        var (inTime, late, open) = (requests.Single(r => r.ServiceId == TestWorld.OccupationalTherapy), requests.Single(r => r.ServiceId == TestWorld.Paediatrics), requests.Single(r => r.ServiceId == TestWorld.SpeechTherapy));
        Assert.Equal((RequestStage.Returned, new DateOnly(2026, 10, 30)), (inTime.Stage, inTime.ReturnedOn!.Value));
        Assert.Equal((RequestStage.Returned, new DateOnly(2026, 11, 10)), (late.Stage, late.ReturnedOn!.Value));
        Assert.Equal((RequestStage.WithService, new DateTime(2026, 9, 23, 23, 0, 0, DateTimeKind.Utc)), (open.Stage, open.SentUtc!.Value));
        Assert.Null(open.ReturnedOn);
        // nobody is left to ask, and no service is written to
        Assert.NotNull(assessment.TriagedUtc);
        Assert.Equal(["notifications-recorded-for-authority"], await db.Emails.Select(e => e.Template).ToListAsync());
        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{assessment.Reference}");
        Assert.Contains("Done in time", page.Text, StringComparison.Ordinal);
        Assert.Contains("18 days overdue", page.Text, StringComparison.Ordinal);
        Assert.Contains("Given outside the portal", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{assessment.Reference}")).Text, StringComparison.Ordinal);
        // the service sees what it owes
        Assert.Contains(assessment.Reference, (await (await _app.SignInAsync(TestWorld.OtherLead)).GetAsync("/advice-requests")).Text, StringComparison.Ordinal);
        Assert.Contains(await db.AuditEntries.Select(e => e.Sentence).ToListAsync(), s => s == "Recorded that advice had been returned before");
    }

    [Fact]
    public async Task One_file_holds_the_cases_of_several_authorities_and_a_row_of_no_authority_of_the_board_is_refused()
    {
        var preview = await PreviewAsync(
            "Lancashire County Council,E-1,Ashworth,Zoë,04/03/2019,,01/10/2026,,,02/10/2026,,,,,\n" +
            "890,E-1,Bond,Ali,04/03/2018,,01/10/2026,,,02/10/2026,,,,,\n" +
            "Dorset,E-1,Far,Ned,04/03/2018,,01/10/2026,,,02/10/2026,,,,,\n" +
            ",E-4,Nunn,Nell,04/03/2018,,01/10/2026,,,02/10/2026,,,,,\n");

        Assert.Contains("“Dorset” is not one of your board’s", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Local authority: missing", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview);
        await using var db = _app.Database();
        Assert.Equal(["890", "888"], await (from a in db.Assessments join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id orderby a.Child.LegalSurname descending select la.Code).ToListAsync());
        Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "notifications-recorded-for-authority"));
        // what an authority has of its own is its own: the other sees nothing
        Assert.DoesNotContain("Ashworth", (await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync("/assessments")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_tracker_says_of_a_case_that_is_there_is_added_to_it_once()
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 9, 1), surname: "Ashworth", nhsNumber: "9434765919", change: a => a.AuthorityReference = "E-1");
        await using (var before = _app.Database())
        {
            var there = await before.Assessments.SingleAsync();
            there.CorrectAdviceReceipt(new(2026, 9, 22), new(2026, 11, 21));
            before.AuditEntries.Add(Facts.About(keys));
            await before.SaveChangesAsync();
        }
        var prepared = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, send: false);
        string forenames;
        await using (var db = _app.Database()) { forenames = await db.Assessments.Select(a => a.Child.Forenames).SingleAsync(); }
        var row = $"Lancashire,E-1,Ashworth,{forenames},04/03/2019,9434765919,01/09/2026,Yes,01/09/2026,,,Paediatric occupational therapy,,23/09/2026,30/10/2026\n";

        var preview = await PreviewAsync(row);
        Assert.Contains($"Adds to {keys.Reference}", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview);

        await using var after = _app.Database();
        Assert.Single(await after.Assessments.ToListAsync());
        var request = await after.AdviceRequests.SingleAsync();
        Assert.Equal((prepared, RequestStage.Returned, new DateOnly(2026, 10, 30)), (request.Id, request.Stage, request.ReturnedOn!.Value));
        Assert.Contains("every service of this row is known there", (await PreviewAsync(row)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_without_the_day_health_was_asked_says_what_it_was_taken_as_and_never_that_it_was_today()
    {
        await ImportAsync("Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,,,Paediatric occupational therapy,,25/09/2026,\n" +
            "Lancashire,E-2,Bond,Ali,04/03/2018,,01/10/2026,,,,,,,,\n");

        await using var db = _app.Database();
        var decided = await db.Assessments.SingleAsync(a => a.AuthorityReference == "E-1");
        Assert.Equal((new DateOnly(2026, 9, 25), new DateOnly(2026, 9, 25)), (decided.AdviceRequestReceivedOn!.Value, decided.NotifiedOn));
        Assert.Contains(decided.ToCorrect, c => c.Why.Contains("when the first service was asked", StringComparison.Ordinal));
        var undecided = await db.Assessments.SingleAsync(a => a.AuthorityReference == "E-2");
        Assert.Equal(new DateOnly(2026, 10, 1), undecided.NotifiedOn);
        Assert.Contains(undecided.ToCorrect, c => c.Field == "Date health was told");
    }

    [Fact]
    public async Task Nobody_whom_the_family_excludes_is_shown_the_child_because_a_tracker_says_that_they_were_asked()
    {
        var preview = await _app.SignInAsync(TestWorld.Administrator);
        var uploaded = await preview.SubmitAsync(await preview.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes(Headings.TrimEnd('\n') + ",Do not share with\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric speech and language therapy,,24/09/2026,,\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,,Occupational therapy\n"))]);

        await ConfirmAsync(uploaded);

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        // the objection stood on the second row of the case, and counts for all of it
        Assert.Equal("Occupational therapy", assessment.Family.DoNotShareWith);
        Assert.Equal(TestWorld.SpeechTherapy, (await db.AdviceRequests.SingleAsync(r => r.ShownToService)).ServiceId);
        Assert.Null(assessment.TriagedUtc);
        // and when it was asked is not lost
        var kept = Assert.Single(assessment.ToCorrect);
        Assert.StartsWith("Paediatric occupational therapy", kept.Field, StringComparison.Ordinal);
        Assert.Equal("asked 23 September 2026", kept.Given);
    }

    [Fact]
    public async Task What_cannot_be_recorded_of_a_service_stands_on_the_case_until_it_is_dealt_with()
    {
        await ImportAsync("Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Lancs OT,,23/09/2026,30/10/2026\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Community paediatrics,,05/09/2026,20/09/2026\n");

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Empty(await db.AdviceRequests.Where(r => r.Stage == RequestStage.Returned).ToListAsync());
        Assert.Equal(["20/09/2026", "asked 23 September 2026, answered 30 October 2026", "5 September 2026"], assessment.ToCorrect.Select(c => c.Given));
        Assert.Contains("asked 23 September 2026, answered 30 October 2026", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{assessment.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_of_a_case_follow_from_all_of_its_rows()
    {
        await ImportAsync(
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,,,Paediatric occupational therapy,,28/09/2026,\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,,,Community paediatrics,,22/09/2026,26/09/2026\n");

        await using var db = _app.Database();
        Assert.Equal(new DateOnly(2026, 9, 22), (await db.Assessments.SingleAsync()).AdviceRequestReceivedOn);
        Assert.Equal(2, await db.AdviceRequests.CountAsync());
        Assert.Equal(new DateOnly(2026, 9, 26), (await db.AdviceRequests.SingleAsync(r => r.ServiceId == TestWorld.Paediatrics)).ReturnedOn);
    }

    [Fact]
    public async Task A_second_import_brings_the_answer_that_came_since()
    {
        const string row = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,";
        await ImportAsync(row + "\n");

        var again = await PreviewAsync(row + "30/10/2026\n");
        Assert.Contains("Adds to LCC-26-", again.Text, StringComparison.Ordinal);
        await ConfirmAsync(again);

        await using var db = _app.Database();
        Assert.Equal((RequestStage.Returned, new DateOnly(2026, 10, 30)), (await db.AdviceRequests.SingleAsync() is var r ? r.Stage : default, (await db.AdviceRequests.SingleAsync()).ReturnedOn!.Value));
        Assert.Contains("every service of this row is known there", (await PreviewAsync(row + "30/10/2026\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_day_of_a_recorded_answer_is_corrected_and_one_that_never_came_is_awaited_again()
    {
        await ImportAsync("Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,30/10/2026\n");
        await using var db = _app.Database();
        var id = await db.AdviceRequests.Select(r => r.Id).SingleAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.GetAsync($"/advice-requests/{id}");
        var form = await administrator.GetAsync(page.All("main a").Single(a => a.TextContent.Contains("Correct the day", StringComparison.Ordinal)).GetAttribute("href")!);

        var early = await administrator.SubmitAsync(form, "form[action$='/recorded']", new() { ["WasReturned"] = "true", ["On.Day"] = "1", ["On.Month"] = "9", ["On.Year"] = "2026", ["Reason"] = "Typed wrong" });
        Assert.Equal(["That cannot be before health was asked, on 22 September 2026"], early.Errors);
        await administrator.SubmitAsync(form, "form[action$='/recorded']", new() { ["WasReturned"] = "true", ["On.Day"] = "10", ["On.Month"] = "11", ["On.Year"] = "2026", ["Reason"] = "Typed wrong" });
        Assert.Equal(new DateOnly(2026, 11, 10), (await db.AdviceRequests.AsNoTracking().SingleAsync()).ReturnedOn);
        var late = await administrator.SubmitAsync(form, "form[action$='/recorded']", new() { ["WasReturned"] = "false", ["Reason"] = "It never came" });
        Assert.Contains("10 November 2026 was recorded while this page was open", Assert.Single(late.Errors), StringComparison.Ordinal);
        await administrator.SubmitAsync(late, "form[action$='/recorded']", new() { ["WasReturned"] = "false", ["Reason"] = "It never came" });

        var open = await db.AdviceRequests.AsNoTracking().SingleAsync();
        Assert.Equal((RequestStage.WithService, (DateOnly?)null, false), (open.Stage, open.ReturnedOn, open.AnswerStands));
        Assert.Empty(await db.ReturnedAnswers.ToListAsync());
        Assert.Equal(["It never came", "Typed wrong"], await db.AuditEntries.Where(e => e.Fact == "RecordedAnswerTakenBack").Select(e => e.Reason!).Order().ToListAsync());
        Assert.Contains("overdue", (await administrator.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_how_far_the_board_is_and_is_the_DCO_administrators_alone()
    {
        await _app.AssessmentAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var page = await administrator.GetAsync("/go-live");

        Assert.Contains("3 services and 3 professionals", page.Text, StringComparison.Ordinal);
        Assert.Contains("Lancashire County Council", page.Find("main table").TextContent + page.Text, StringComparison.Ordinal);
        Assert.Equal(["Choose your tracker"], (await administrator.SubmitAsync(page, "form[action='/go-live']", [])).Errors);
        foreach (var other in new[] { TestWorld.Dco, TestWorld.Manager, TestWorld.Lead }) { Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(other)).GetAsync("/go-live")).Status); }
    }

    [Fact]
    public async Task An_authoritys_own_import_with_the_day_of_an_answer_shows_it_returned_in_time()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var uploaded = await manager.SubmitAsync(await manager.GetAsync("/assessments/import"), "form[action='/assessments/import']", [],
            [("File", "in flight.csv", Encoding.UTF8.GetBytes("LA ref,Surname,Forename,DOB,Date received,Decision to assess,Date of decision,Date health was asked for advice,Professional 1 service,Professional 1 answered on\nE-1,Ashworth,Zoë,04/03/2019,01/09/2026,Yes,21/09/2026,22/09/2026,Paediatric occupational therapy,30/10/2026\n"))]);

        await ConfirmAsync(uploaded, manager);

        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync();
        Assert.Equal((RequestStage.Returned, new DateOnly(2026, 10, 30), new DateOnly(2026, 11, 3)), (request.Stage, request.ReturnedOn!.Value, request.DueOn));
        Assert.DoesNotContain("overdue", (await manager.GetAsync($"/assessments/{request.AssessmentReference}")).Find("#requests").ParentElement!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_rows_name_another_authority_is_not_imported_for_this_one()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var preview = await manager.SubmitAsync(await manager.GetAsync("/assessments/import"), "form[action='/assessments/import']", [],
            [("File", "wrong.csv", Encoding.UTF8.GetBytes("Local authority,Surname,Forename,DOB,Date received\nBlackpool,Ashworth,Zoë,04/03/2019,01/09/2026\n"))]);

        Assert.Contains("“Blackpool” is not Lancashire County Council, for which this file is imported", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_objection_on_a_row_that_is_left_out_keeps_the_childs_other_rows_back()
    {
        const string first = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,,\n";
        const string second = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,02/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Community paediatrics,,23/09/2026,,Occupational therapy\n";
        const string third = "Lancs CC,E-2,Bond,Ali,04/03/2018,,01/10/2026,,,02/10/2026,,,,,,Speech therapy\nLancashire,E-2,Bond,Ali,04/03/2018,,01/10/2026,,,02/10/2026,,,,,,\nLancashire,E-3,Cole,Cy,04/03/2017,,01/10/2026,,,02/10/2026,,,,,,\n";

        var preview = await PreviewAsync(first + second + third, Headings.TrimEnd('\n') + ",Do not share with\n");

        Assert.Contains("row 3 may be of the same child, is left out, and says not to share with “Occupational therapy”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("row 4 may be of the same child, is left out, and says not to share with “Speech therapy”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("This row says not to share with “Occupational therapy”, which row 2 of this file does not say", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview);
        await using var db = _app.Database();
        Assert.Equal("Cole", (await db.Assessments.SingleAsync()).Child.LegalSurname);
        Assert.Empty(await db.AdviceRequests.ToListAsync());
    }

    [Fact]
    public async Task A_surname_written_wrong_does_not_make_the_child_two()
    {
        var preview = await PreviewAsync(
            "Lancashire,E-1,Zadok,Wim,04/03/2019,,01/09/2026,,,02/09/2026,,,,,,PR1 8XJ\n" +
            "Lancashire,E-9,Zadokk,Wim,04/03/2019,,01/09/2026,,,02/09/2026,,,,,,PR1 8XJ\n" +
            "Lancashire,E-8,Zadok,Tim,04/03/2019,,01/09/2026,,,02/09/2026,,,,,,PR1 8XJ\n", Headings.TrimEnd('\n') + ",Postcode\n");

        Assert.Contains("Look at both: may be the same child as row 2 of this file, but not the same surname, LA reference", preview.Text, StringComparison.Ordinal);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[4]"] = "Another" });
        await ConfirmAsync(preview);
        await using var db = _app.Database();
        // twins stay two once somebody has said so
        Assert.Equal(["Tim", "Wim"], await db.Assessments.Select(a => a.Child.Forenames).Order().ToListAsync());
    }

    [Fact]
    public async Task Every_service_of_a_case_is_named_and_every_day_that_cannot_be_read_is_kept()
    {
        const string start = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,";
        await ImportAsync($"{start}Paediatric occupational therapy,,23/09/2026,32/10/2026\n{start}Community paediatrics,,23/09/2026,33/10/2026\n{start}Dietetics,,tbc,\n");

        await using (var db = _app.Database())
        {
            var assessment = await db.Assessments.SingleAsync();
            Assert.Equal(["Paediatric occupational therapy: answered on", "Community paediatrics: answered on"], assessment.ToCorrect.Select(c => c.Field));
            Assert.Equal(["Community paediatrics", "Dietetics", "Paediatric occupational therapy"], await db.InvolvedProfessionals.Select(p => p.ServiceName).Order().ToListAsync());
        }
        // and for a case that is there: what is new comes in once
        var preview = await PreviewAsync($"{start}Audiology,,,\n{start}Paediatric occupational therapy,,23/09/2026,34/10/2026\n");
        Assert.Contains("Adds to LCC-26-", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview);
        await using var after = _app.Database();
        Assert.Contains("34/10/2026", (await after.Assessments.SingleAsync()).ToCorrect.Select(c => c.Given));
        Assert.Contains("Audiology", await after.InvolvedProfessionals.Select(p => p.ServiceName).ToListAsync());
        Assert.Contains("every service of this row is known there", (await PreviewAsync($"{start}Audiology,,,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_day_for_an_answer_that_is_recorded_is_looked_at_and_changes_nothing()
    {
        const string row = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,";
        await ImportAsync(row + "30/10/2026\n");

        var preview = await PreviewAsync(row + "10/11/2026\n");

        Assert.Contains("answered on 30 October 2026, and this row 10 November 2026", preview.Text, StringComparison.Ordinal);
        // and once it is finished, only what was added counts as imported
        var again = await PreviewAsync(row + "10/11/2026\n" + row.Replace("Paediatric occupational therapy", "Audiology", StringComparison.Ordinal) + "\n");
        var done = await ConfirmAsync(again);
        Assert.Contains("Imported (1)", done.Text, StringComparison.Ordinal);
        Assert.Contains("To look at (1)", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_a_person_says_is_the_same_adds_its_services_and_what_differs_stands_to_be_corrected()
    {
        const string first = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,\n";
        const string second = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,02/09/2026,Yes,20/09/2026,02/09/2026,22/09/2026,Community paediatrics,,24/09/2026,30/10/2026\n";
        var preview = await PreviewAsync(first + second);
        Assert.Contains("To look at (1)", preview.Text, StringComparison.Ordinal);

        await SayAsync(preview, 3, "Same");
        await ConfirmAsync(preview);

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal([TestWorld.OccupationalTherapy, TestWorld.Paediatrics], (await db.AdviceRequests.Select(r => r.ServiceId).ToListAsync()).Order());
        Assert.Equal(["Date request received, another: 2 Sep 2026", "Date of decision, another: 20 Sep 2026"], assessment.ToCorrect.Select(c => $"{c.Field}: {c.Given}"));
        Assert.Equal(new DateOnly(2026, 9, 1), assessment.RequestReceivedOn);

        // and to a case that is there: a birth date written wrong
        var again = await PreviewAsync(first.Replace("04/03/2019", "03/04/2019", StringComparison.Ordinal).Replace("Paediatric occupational therapy", "Dietetics", StringComparison.Ordinal));
        Assert.Contains("To look at (1)", again.Text, StringComparison.Ordinal);
        await SayAsync(again, 2, "Same");
        var done = await ConfirmAsync(again);
        Assert.Contains("Imported (1)", done.Text, StringComparison.Ordinal);
        await using var after = _app.Database();
        Assert.Contains("3 Apr 2019", (await after.Assessments.SingleAsync()).ToCorrect.Select(c => c.Given));
        Assert.Contains("Dietetics", await after.InvolvedProfessionals.Select(p => p.ServiceName).ToListAsync());
    }

    [Fact]
    public async Task An_authoritys_row_of_a_case_that_is_there_is_added_to_it_when_a_person_says_that_they_are_the_same()
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 11, 2), surname: "Ashworth", nhsNumber: "9434765919", change: a => { (a.Child.DateOfBirth, a.Child.Forenames, a.Family.Views) = (new(2019, 3, 4), "Zoë", null); a.RefreshSearch(); });
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.SubmitAsync(await manager.GetAsync("/assessments/import"), "form[action='/assessments/import']", [],
            [("File", "more.csv", Encoding.UTF8.GetBytes("LA ref,Surname,Forename,DOB,NHS number,Date received,Family views,Professional 1 service\nE-7,Ashworth,Zoë,04/03/2019,9434765919,02/11/2026,He is happy at home,Audiology\n"))]);
        Assert.Contains($"Look at this: the same as {keys.Reference}, and it says more: LA reference", preview.Text, StringComparison.Ordinal);

        var look = await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");
        Assert.Contains("1 row of these will be added to their case", (await manager.SubmitAsync(look, "form[action$='/take']", new() { ["Rows[2]"] = "Same" })).Text, StringComparison.Ordinal);
        await ConfirmAsync(preview, manager);

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal(["LA reference: E-7", "Family views: He is happy at home"], assessment.ToCorrect.Select(c => $"{c.Field}: {c.Given}"));
        Assert.Equal("Audiology", (await db.InvolvedProfessionals.SingleAsync()).ServiceName);
        Assert.Contains("1, 0 in the directory", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/triage")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_later_row_of_the_same_child_gives_besides_is_filled_in()
    {
        await ImportAsync("Lancashire,E-1,Ashworth,Zoë,04/03/2019,,01/09/2026,,,02/09/2026,,,,,\nLancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,,,02/09/2026,,Audiology,,,\n");

        await using var db = _app.Database();
        Assert.Equal("9434765919", (await db.Assessments.SingleAsync()).Child.NhsNumber);
    }

    [Fact]
    public async Task The_day_a_service_was_asked_on_a_case_that_is_not_to_be_assessed_stands_to_be_corrected()
    {
        await ImportAsync("Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,No,21/09/2026,02/09/2026,,Paediatric occupational therapy,,10/09/2026,\n");

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Contains(assessment.ToCorrect, c => c is { Given: "asked 10 September 2026" } && c.Why.Contains("the authority decided not to assess", StringComparison.Ordinal));
        Assert.Contains("asked 10 September 2026", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{assessment.Reference}")).Text, StringComparison.Ordinal);
    }

    private async Task SayAsync(Page preview, int line, string answer)
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { [$"Rows[{line}]"] = answer });
    }

    private async Task<Page> PreviewAsync(string rows, string headings = Headings)
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        return await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes(headings + rows))]);
    }

    private async Task<Page> ImportAsync(string rows) => await ConfirmAsync(await PreviewAsync(rows));

    private async Task<Page> ConfirmAsync(Page preview, PortalBrowser? browser = null)
    {
        browser ??= await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync(preview.Url.AbsolutePath), "form[action$='/confirm']", []);
        await _app.Services.GetRequiredService<ImportProcessor>().ProcessNextAsync(default);
        await using var db = _app.Database();
        Assert.Null((await db.ImportBatches.OrderByDescending(b => b.UploadedUtc).FirstAsync()).Failure);
        return await browser.GetAsync(preview.Url.AbsolutePath);
    }
}
