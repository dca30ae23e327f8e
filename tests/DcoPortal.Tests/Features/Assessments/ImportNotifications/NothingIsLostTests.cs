using System.Text;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

/// <summary>What people really write into spreadsheets is stored, or told with what to do. Today is 21 November 2026.</summary>
public sealed class NothingIsLostTests : IDisposable
{
    private const string Own = "LA ref,Surname,Forename,DOB,NHS number,Postcode,Date received,Decision to assess,Date of decision,Date health was asked for advice,Professional 1 service,Professional 1 answered on,Do not share with,Family views\n";
    private const string Tracker = "LA,LA ref,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Date health was told,Date health was asked for advice,Service,Trust,Date asked,Date returned\n";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("as above")]
    [InlineData("ditto")]
    [InlineData("?")]
    [InlineData("see above")]
    [InlineData("〃")]
    public async Task Whoever_is_meant_by_a_word_that_points_elsewhere_is_an_objection_until_somebody_finds_out(string cell)
    {
        var preview = await OwnAsync($"A1,Ashworth,Zoë,04/03/2019,,,02/11/2026,,,,,,{cell},as above\n");

        Assert.Contains($"Whom not to share with: does not say who", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal(SharingAgreement.Objects, assessment.Family.Sharing);
        Assert.StartsWith(cell, assessment.Family.DoNotShareWith, StringComparison.Ordinal);
        Assert.Equal(["Family views", "Whom not to share with"], assessment.ToCorrect.Select(c => c.Field).Order());
    }

    [Theory]
    [InlineData("nil")]
    [InlineData("None")]
    [InlineData("-")]
    public async Task A_word_for_nobody_is_no_objection(string cell)
    {
        await ConfirmAsync(await OwnAsync($"A1,Ashworth,Zoë,04/03/2019,,,02/11/2026,,,,,,{cell},\n"));

        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal((SharingAgreement.NotRecorded, null, 0), (assessment.Family.Sharing, assessment.Family.DoNotShareWith, assessment.ToCorrect.Count));
    }

    [Fact]
    public async Task A_weekday_that_its_day_is_not_is_asked_about_before_the_row_comes_in()
    {
        var preview = await _app.OwnFileAsync(ImportSteps.File("L1,Tue 02/11/2026,Ashworth,Zoë,05/03/2019,"));

        Assert.Contains("To look at 1", preview.Figures(), StringComparison.Ordinal);
        Assert.Contains("and that day is a Monday", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_says_more_than_its_case_is_looked_at_and_says_what_it_is()
    {
        var preview = await OwnAsync(
            "A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,Paediatric occupational therapy,,,\n" +
            "A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,Community paediatrics,,,\n" +
            "A2,Bond,Ali,04/03/2018,,PR1 8XJ,02/11/2026,,,,,,,\n" +
            "A2,Bond,Ali,04/03/2018,,PR1 8XJ,02/11/2026,Yes,10/11/2026,11/11/2026,,,,\n");

        Assert.Contains("the same as row 2 of this file, and it says more: Community paediatrics", preview.Text, StringComparison.Ordinal);
        Assert.Contains("the same as row 4 of this file, and it says more: decision to assess on 10 November 2026, Date health was asked for advice 11 November 2026", preview.Text, StringComparison.Ordinal);
        // and what is there already says the same of a case that is stored
        await ConfirmAsync(preview);
        var again = await OwnAsync("A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,Audiology,,,\nA1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,No,10/11/2026,,,,,\nA1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,Paediatric occupational therapy,,,\n");
        Assert.Contains("and it says more of Audiology", again.Text, StringComparison.Ordinal);
        Assert.Contains("it says more: decision not to assess on 10 November 2026", again.Text, StringComparison.Ordinal);
        Assert.Contains("Already there (1)", again.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_and_days_written_the_other_way_round_are_looked_at_in_a_file_and_in_the_form()
    {
        await ConfirmAsync(await OwnAsync("A1,Lewis,Zaswap,04/03/2019,,,02/11/2026,,,,,,,\n"));

        var preview = await OwnAsync("A2,Zaswap,Lewis,04/03/2019,,,02/11/2026,,,,,,,\nA3,Lewis,Zaswap,03/04/2019,,,02/11/2026,,,,,,,\nA4,Lewis,Zaswap,13/04/2019,,,02/11/2026,,,,,,,\n");

        Assert.Contains("To look at (2)", preview.Text, StringComparison.Ordinal);
        Assert.Contains("but not the same surname, forenames", preview.Text, StringComparison.Ordinal);
        await _app.AssessmentAsync(received: new(2026, 11, 3), surname: "Zaswap", change: a => { (a.Child.Forenames, a.Child.DateOfBirth) = ("Lewis", new(2019, 3, 4)); a.RefreshSearch(); });
        await using var db = _app.Database();
        var reference = await db.Assessments.Where(a => a.AuthorityReference == "A1").Select(a => a.Reference).SingleAsync();
        Assert.Contains("the other way round", (await (await _app.SignInAsync(TestWorld.Manager)).GetAsync($"/assessments/{reference}/same-child")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_rows_objection_keeps_the_childs_other_row_back_and_stands_in_its_reason()
    {
        var preview = await OwnAsync(
            "A1,Ashworth,Zoë,04/03/2019,,,02/11/2026,,,,,,,\n" +
            "A1,Ashworth,Zoë,04/03/2019,,,as above,,,,,,Father,\n" +
            "A2,Bond,Ali,04/03/2018,,,02/11/2026,,,,,,,\n" +
            "A9,Bond,Ali,31/04/2018,,,02/11/2026,,,,,,Mother,\n" +
            "A5,Lewis,Zaswap,04/03/2016,,,02/11/2026,,,,,,,\n" +
            "A6,Zaswap,Lewis,04/03/2016,,,02/11/2026,,,,,,Uncle,\n" +
            "A3,Cole,Cy,04/03/2017,,,02/11/2026,,,,,,,\n");

        Assert.Contains("row 3 may be of the same child, is left out, and says not to share with “Father”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("row 5 may be of the same child, is left out, and says not to share with “Mother”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("row 7 may be of the same child, is left out, and says not to share with “Uncle”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Do not share with: says “Father”. Put the row right, so that it is not lost", preview.Text, StringComparison.Ordinal);
        await ConfirmAsync(preview);
        await using var db = _app.Database();
        Assert.Equal("Cole", (await db.Assessments.SingleAsync()).Child.LegalSurname);
    }

    [Fact]
    public async Task A_service_asked_before_the_day_health_was_asked_and_a_second_answer_stand_on_the_case()
    {
        await ConfirmAsync(await TrackerAsync(
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,,01/09/2026,Yes,21/09/2026,02/09/2026,01/10/2026,Paediatric occupational therapy,,25/09/2026,10/11/2026\n" +
            "Lancashire,E-1,Ashworth,Zoë,04/03/2019,,01/09/2026,Yes,21/09/2026,02/09/2026,01/10/2026,Paediatric occupational therapy,,25/09/2026,18/11/2026\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        var cells = (await db.Assessments.SingleAsync()).ToCorrect.Select(c => $"{c.Field}: {c.Given}").ToList();
        Assert.Contains(cells, c => c.StartsWith("Paediatric occupational therapy", StringComparison.Ordinal) && c.EndsWith("asked on: 25 September 2026", StringComparison.Ordinal));
        Assert.Contains(cells, c => c.EndsWith("another row: asked 25 September 2026, answered 18 November 2026", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_tracker_row_without_a_decision_is_looked_at_before_what_it_asked_becomes_early_information()
    {
        const string undecided = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,,01/09/2026,,,02/09/2026,,Paediatric occupational therapy,,12/10/2026,01/11/2026\n";
        var preview = await TrackerAsync(undecided);
        Assert.Contains("the row has no decision to assess", preview.Text, StringComparison.Ordinal);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Another" });
        await ConfirmAsync(preview, TestWorld.Administrator);
        await using (var db = _app.Database())
        {
            var there = await db.Assessments.SingleAsync();
            there.Decide(AssessmentDecision.Assess, new(2026, 10, 10), new(2026, 10, 12));
            db.AuditEntries.Add(Facts.About(there.Keys));
            await db.SaveChangesAsync();
        }

        // once there is a decision, the same row brings the advice itself
        var decided = await TrackerAsync(undecided.Replace(",,,02/09/2026,,", ",Yes,10/10/2026,02/09/2026,12/10/2026,", StringComparison.Ordinal));
        Assert.Contains("Adds to LCC-26-", decided.Text, StringComparison.Ordinal);
        await ConfirmAsync(decided, TestWorld.Administrator);
        await using var after = _app.Database();
        Assert.Contains((AdviceKind.Statutory, new DateOnly(2026, 11, 1)), (await after.AdviceRequests.Where(r => r.ReturnedOn != null).ToListAsync()).Select(r => (r.Kind, r.ReturnedOn!.Value)));
    }

    [Fact]
    public async Task A_child_whose_case_runs_with_another_authority_of_the_board_is_looked_at_by_the_DCO_service_alone()
    {
        await _app.AssessmentAsync(authorityCode: "890", received: new(2026, 11, 2), nhsNumber: "9434765919", surname: "Elsewhere");
        await using var db = _app.Database();
        var name = await db.Assessments.Select(a => a.Child.Forenames).SingleAsync();

        var preview = await TrackerAsync($"Lancashire,E-1,Elsewhere,{name},04/03/2019,9434765919,01/09/2026,,,02/09/2026,,,,,\nLancashire,E-2,Bond,Ali,04/03/2018,,01/10/2026,,,02/10/2026,,,,,\n890,E-3,Bond,Ali,04/03/2018,,01/10/2026,,,02/10/2026,,,,,\n");

        Assert.Contains("the same child is BPL-26-", preview.Text, StringComparison.Ordinal);
        Assert.Contains("the same child is row 4 of this file of Blackpool Council", preview.Text, StringComparison.Ordinal);
        Assert.Contains("To look at (3)", preview.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("BPL-", (await OwnAsync($"E-1,Elsewhere,{name},04/03/2019,9434765919,,01/09/2026,,,,,,,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Columns_that_name_their_service_in_the_heading_are_asked_about_and_no_day_of_theirs_starts_a_clock()
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        var page = await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes(
            "LA,Surname,First name,DOB,Request rec'd,Decision to assess,Date of decision,Paediatric occupational therapy requested,Paediatric occupational therapy received,SALT requested,SALT rec'd\n" +
            "Lancashire,Ashworth,Zoë,04/03/2019,01/09/2026,Yes,21/09/2026,23/09/2026,30/10/2026,24/09/2026,\n"))]);

        string Chosen(string heading) => page.All("tbody tr").Single(r => r.QuerySelector("th")!.TextContent.Trim() == heading).QuerySelector("option[selected]")!.TextContent.Trim();
        Assert.Equal("Date request received (needed)", Chosen("Request rec'd"));
        Assert.Equal(["Professional 1 asked on", "Professional 1 answered on", "Professional 2 asked on", "Professional 2 answered on"],
            new[] { "Paediatric occupational therapy requested", "Paediatric occupational therapy received", "SALT requested", "SALT rec'd" }.Select(Chosen));
        var preview = await administrator.SubmitAsync(page, "form[action$='/columns']", []);
        await ConfirmAsync(preview, TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal(new DateOnly(2026, 9, 1), (await db.Assessments.SingleAsync()).RequestReceivedOn);
        Assert.Equal((TestWorld.OccupationalTherapy, new DateOnly(2026, 10, 30)), (await db.AdviceRequests.SingleAsync() is var r ? (r.ServiceId, r.ReturnedOn!.Value) : default));
        Assert.Contains("SALT", await db.InvolvedProfessionals.Select(p => p.ServiceName).ToListAsync());
        Assert.Contains("asked 24 September 2026", (await db.Assessments.SingleAsync()).ToCorrect.Select(c => c.Given));
    }

    [Theory]
    [InlineData("Grandfather", "father")]
    [InlineData("Mother", "OT")]
    [InlineData("Joanne Smith", "Ann")]
    [InlineData("anyone except father", "father")]
    [InlineData("Not father, only mother may know", "mother")]
    public async Task An_objection_is_said_already_only_by_the_same_words(string there, string row)
    {
        await ConfirmAsync(await OwnAsync($"A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,,,\"{there}\",\n"));

        Assert.Contains($"this row says not to share with “{row}”", (await OwnAsync($"A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,,,{row},\n")).Text, StringComparison.Ordinal);
        Assert.Contains("Already there (1)", (await OwnAsync($"A1,Ashworth,Zoë,04/03/2019,9434765919,,02/11/2026,,,,,,\"{there}\",\n")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("rec'd 20/11", "rec'd 20/11")]
    [InlineData("✓", "✓")]
    [InlineData("nil", "nil")]
    [InlineData("x", "x")]
    public async Task A_mark_or_a_word_in_place_of_the_day_of_an_answer_comes_in_to_be_corrected_and_stops_nothing(string cell, string given)
    {
        const string row = "Lancashire,E-1,Ashworth,Zoë,04/03/2019,9434765919,01/09/2026,Yes,21/09/2026,02/09/2026,22/09/2026,Paediatric occupational therapy,,23/09/2026,";
        await ConfirmAsync(await TrackerAsync(row + "\n"), TestWorld.Administrator);

        await ConfirmAsync(await TrackerAsync(row + cell + "\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Contains(given, (await db.Assessments.SingleAsync()).ToCorrect.Select(c => c.Given));
        Assert.Equal(RequestStage.WithService, (await db.AdviceRequests.SingleAsync()).Stage);
        Assert.Contains("and more about 1 case you have", string.Join(" ", await db.Emails.Select(e => e.Subject).ToListAsync()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_that_names_only_the_service_means_the_request_that_its_professional_has()
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 9, 1), surname: "Ashworth", nhsNumber: "9434765919", change: a => a.AuthorityReference = "E-1");
        string forenames;
        await using (var before = _app.Database())
        {
            var there = await before.Assessments.SingleAsync();
            there.CorrectAdviceReceipt(new(2026, 9, 22), new(2026, 11, 21));
            before.AuditEntries.Add(Facts.About(keys));
            await before.SaveChangesAsync();
            forenames = there.Child.Forenames;
        }
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        await ConfirmAsync(await TrackerAsync($"Lancashire,E-1,Ashworth,{forenames},04/03/2019,9434765919,01/09/2026,Yes,01/09/2026,,,Paediatric occupational therapy,,23/09/2026,30/10/2026\n"), TestWorld.Administrator);

        await using var db = _app.Database();
        Assert.Equal((request, RequestStage.Returned), await db.AdviceRequests.Select(r => new ValueTuple<Guid, RequestStage>(r.Id, r.Stage)).SingleAsync());
    }

    [Fact]
    public async Task An_answer_holds_for_what_the_row_stood_beside_so_that_a_child_is_taken_once()
    {
        const string rows = "A1,Ashworth,,04/03/2019,,PR1 8XJ,02/11/2026,,,,,,,\n";
        var (first, second) = (await OwnAsync(rows), await OwnAsync(rows));
        var manager = await _app.SignInAsync(TestWorld.Manager);
        foreach (var preview in new[] { first, second })
        {
            await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[2]"] = "Another" });
        }

        await ConfirmAsync(first);
        Assert.Contains("No row can be imported as it is", (await manager.GetAsync(second.Url.AbsolutePath)).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Single(await db.Assessments.ToListAsync());
    }

    [Fact]
    public async Task A_remark_in_a_column_without_a_heading_is_asked_about_and_an_ended_case_or_a_mark_for_the_row_above_is_told()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        async Task<Page> Upload(string text) => await manager.SubmitAsync(await manager.GetAsync("/assessments/import"), "form[action='/assessments/import']", [], [("File", "own.csv", Encoding.UTF8.GetBytes(text))]);

        Assert.Contains("Column F, no heading", (await Upload("LA ref,Surname,Forename,DOB,Date received,\nA1,Ashworth,Zoë,04/03/2019,02/11/2026,do not share with dad!\n")).Text, StringComparison.Ordinal);
        var page = await Upload("LA ref,Surname,Forename,DOB,Date received,Status\nA1,Ashworth,Zoë,04/03/2019,02/11/2026,Withdrawn by parent\n");
        var preview = await manager.SubmitAsync(page, "form[action$='/columns']", []);
        Assert.Contains("Status says “Withdrawn by parent”, and the row comes in as an open case", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Date of decision: refers to another cell: write the date", (await OwnAsync("A2,Bond,Ali,04/03/2018,,,02/11/2026,Yes,as above,,,,,\n")).Text, StringComparison.Ordinal);
        Assert.Contains("Decision to assess: must be Yes, No or blank", (await OwnAsync("A2,Bond,Ali,04/03/2018,,,02/11/2026,\"\"\"\",10/11/2026,,,,,\n")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_days_of_a_case_that_the_DCO_service_recorded_are_its_own_to_correct()
    {
        await ConfirmAsync(await TrackerAsync("Lancashire,E-1,Ashworth,Zoë,04/03/2019,,02/11/2026,Yes,10/11/2026,03/11/2026,12/11/2026,,,,\n"), TestWorld.Administrator);
        await using var db = _app.Database();
        var reference = await db.Assessments.Select(a => a.Reference).SingleAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);

        var check = await administrator.SubmitAsync(await administrator.GetAsync($"/assessments/{reference}/correct-dates"), $"form[action='/assessments/{reference}/correct-dates']", new() { ["ReceivedOn.Day"] = "1", ["ToldOn.Day"] = "9", ["Reason"] = "Typed wrong in the tracker" });
        await administrator.SubmitAsync(check, "form[action$='/confirm']", []);

        var right = await db.Assessments.AsNoTracking().SingleAsync();
        Assert.Equal((new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 9)), (right.RequestReceivedOn, right.DecidedOn!.Value));
        Assert.Contains("lancashire", await db.Emails.Where(e => e.Template == "dates-corrected").Select(e => e.To).SingleAsync(), StringComparison.OrdinalIgnoreCase);
    }

    private async Task<Page> OwnAsync(string rows)
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        return await manager.SubmitAsync(await manager.GetAsync("/assessments/import"), "form[action='/assessments/import']", [], [("File", "own.csv", Encoding.UTF8.GetBytes(Own + rows))]);
    }

    private async Task<Page> TrackerAsync(string rows)
    {
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        return await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", "tracker.csv", Encoding.UTF8.GetBytes(Tracker + rows))]);
    }

    private async Task ConfirmAsync(Page preview, string by = TestWorld.Manager)
    {
        var browser = await _app.SignInAsync(by);
        await browser.SubmitAsync(await browser.GetAsync(preview.Url.AbsolutePath), "form[action$='/confirm']", []);
        await _app.Services.GetRequiredService<ImportProcessor>().ProcessNextAsync(default);
        await using var db = _app.Database();
        Assert.Null((await db.ImportBatches.OrderByDescending(b => b.UploadedUtc).FirstAsync()).Failure);
    }
}
