using System.Net;
using System.Text;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Tests.Casework.Notifications.Importing;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

public sealed class ImportPagesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_sample_is_checked_imported_in_the_managers_name_and_adds_nothing_the_second_time()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Sample.Bytes);
        Assert.Equal("Good 29, With a warning 5, To look at 2, Already there 0, Refused 4", preview.Figures());
        Assert.Contains("Import 34 notifications", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.AssessmentsAsync());

        var progress = await manager.ConfirmAsync(preview);
        // nothing reloads by itself
        Assert.False(progress.Response.Headers.Contains("Refresh"));
        Assert.Contains("Waiting to start", progress.Text, StringComparison.Ordinal);

        Assert.True(await _app.ImportNextAsync());
        Assert.False(await _app.ImportNextAsync());
        var result = await manager.GetAsync(progress.Url.AbsolutePath);
        Assert.Equal("Imported 34, Passed over 0, To look at 2, Refused 4", result.Figures());
        // those imported, and the one that a row to look at stands beside
        Assert.Equal(35, result.All("a[href^='/assessments/LCC-26-']").Count);
        var part = await manager.GetAsync(progress.Url.AbsolutePath + "?progress=true");
        Assert.Contains("The import has finished.", part.Text, StringComparison.Ordinal);
        Assert.Empty(part.All("h1, table"));

        await using (var db = _app.Database())
        {
            Assert.Equal(34, await db.Assessments.Select(a => a.Reference).Distinct().CountAsync());
            Assert.Equal(["Mohammed Iqbal"], await db.AuditEntries.Where(e => e.Fact == "NotificationImported").Select(e => e.ActorName).Distinct().ToListAsync());
            Assert.Equal(34, await db.AuditEntries.CountAsync(e => e.Fact == "NotificationImported"));
            Assert.Equal(["import-acknowledged", "notifications-imported"], await db.Emails.OrderBy(e => e.Template).Select(e => e.Template).ToListAsync());
            Assert.All(await db.Emails.ToListAsync(), e => Assert.Contains("34 notifications", e.Subject, StringComparison.Ordinal));
            var begum = await db.Assessments.SingleAsync(a => a.AuthorityReference == "LCC/2026/1006");
            Assert.Equal((new DateOnly(2026, 10, 14), new DateOnly(2026, 11, 3), Sample.Today), (begum.RequestReceivedOn, begum.DecidedOn, begum.AdviceRequestReceivedOn));
            Assert.Equal(("9998414857", "SLCN"), (begum.Child.NhsNumber, begum.PrimaryNeed));
        }

        var second = await manager.UploadAsync(Sample.Bytes);
        Assert.Equal("Good 0, With a warning 0, To look at 2, Already there 34, Refused 4", second.Figures());
        Assert.Empty(second.All("form[action$='/confirm']"));
        Assert.Contains("Already there: same child and same Date request received as LCC-26-", second.Text, StringComparison.Ordinal);
        // and when it is confirmed all the same
        await manager.SubmitAsync(second, "form[action$='/discard']", []);
        var third = await manager.UploadAsync(Sample.Bytes);
        var form = third.Find("form[action$='/discard']");
        form.SetAttribute("action", form.GetAttribute("action")!.Replace("discard", "confirm", StringComparison.Ordinal));
        var thirdId = Guid.Parse(third.Url.Segments[^1]);
        await using (var db = _app.Database()) { form.InnerHtml += $"<input type=\"hidden\" name=\"Version\" value=\"{(await db.ImportBatches.SingleAsync(b => b.Id == thirdId)).Version}\">"; }
        await manager.ConfirmAsync(third);
        Assert.True(await _app.ImportNextAsync());
        Assert.Equal(34, await _app.AssessmentsAsync());
        await using (var db = _app.Database()) { Assert.Equal(2, await db.Emails.CountAsync()); }
        Assert.Contains("34 passed over, 4 refused, 2 to look at", (await manager.GetAsync("/assessments/import")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_with_semicolons_or_in_windows_1252_or_with_a_byte_order_mark_is_read_the_same()
    {
        const string text = "Date request received;Legal surname;Forenames;Date of birth\r\n02/11/2026;Ashworth;Zoë;05/03/2019\r\n02-Nov-26;de Souza;Noël;5 March 2019\r\n";
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var semicolons = await manager.UploadAsync(text);
        var excel = await manager.UploadAsync(CodePagesEncodingProvider.Instance.GetEncoding(1252)!.GetBytes(text));
        var marked = await manager.UploadAsync([.. Encoding.UTF8.GetPreamble(), .. Encoding.UTF8.GetBytes(text.Replace(';', ','))]);

        Assert.All([semicolons, excel, marked], page =>
        {
            Assert.Equal("Good 2, With a warning 0, To look at 0, Already there 0, Refused 0", page.Figures());
            Assert.Contains("Zoë Ashworth", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_file_that_is_no_spreadsheet_gets_one_sentence_beside_the_field_and_is_not_kept()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var pdf = await manager.UploadAsync("%PDF-1.7 and so on"u8.ToArray(), "notifications.csv");
        Assert.Equal("This is a PDF, not a spreadsheet: upload the workbook or the CSV file itself.", Assert.Single(pdf.Errors));
        Assert.Single(pdf.All("#File-error, .nhsuk-error-message"));
        Assert.StartsWith("Error: ", pdf.Document.Title, StringComparison.Ordinal);
        var nothing = await manager.SubmitAsync(pdf, "main form", []);
        Assert.Equal("Choose the file of notifications", Assert.Single(nothing.Errors));

        await using var db = _app.Database();
        Assert.Equal(0, await db.ImportBatches.CountAsync());
        Assert.False(Directory.Exists(Path.Combine(_app.Folder, "documents")) && Directory.EnumerateFiles(Path.Combine(_app.Folder, "documents"), "*", SearchOption.AllDirectories).Any());
    }

    [Fact]
    public async Task A_file_that_the_scanner_does_not_clear_is_not_kept()
    {
        using var app = new FailingPortal { Scanner = new(ScanVerdict.Infected) };
        var manager = await app.SignInAsync(TestWorld.Manager);

        var page = await manager.UploadAsync(Sample.Bytes);

        Assert.Equal("The file contains a virus or other malware, so it was not kept.", Assert.Single(page.Errors));
        await using var db = app.Database();
        Assert.Equal(0, await db.ImportBatches.CountAsync());
    }

    [Fact]
    public async Task Only_a_manager_imports_and_only_for_their_own_authority()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Sample.Bytes);
        var path = preview.Url.AbsolutePath;

        var other = await _app.SignInAsync(TestWorld.OtherManager);
        Assert.DoesNotContain("notifications.csv", (await other.GetAsync("/assessments/import")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path + "/not-imported.csv")).Status);
        var theirs = await other.UploadAsync(ImportSteps.File("A1,02/11/2026,Ashworth,Zoë,05/03/2019,"));
        foreach (var action in new[] { "confirm", "discard" })
        {
            var form = theirs.Find($"form[action$='/{action}']");
            form.SetAttribute("action", $"{path}/{action}");
            Assert.Equal(HttpStatusCode.NotFound, (await other.SubmitAsync(theirs, $"form[action$='/{action}']", [])).Status);
        }
        Assert.False(await _app.ImportNextAsync());

        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Dco, TestWorld.Clinician })
        {
            var browser = await _app.SignInAsync(email);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assessments/import")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assessments/import/template.csv")).Status);
        }
    }

    [Fact]
    public async Task A_double_click_on_import_starts_one_import()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Sample.Bytes);

        var both = await Task.WhenAll(manager.ConfirmAsync(preview), manager.ConfirmAsync(preview));
        Assert.All(both, page => Assert.Equal(HttpStatusCode.OK, page.Status));
        Assert.True(await _app.ImportNextAsync());
        var late = await manager.ConfirmAsync(preview);

        Assert.Equal("Imported 34, Passed over 0, To look at 2, Refused 4", late.Figures());
        Assert.False(await _app.ImportNextAsync());
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ImportConfirmed"));
        Assert.Equal(34, await db.Assessments.CountAsync());
    }

    [Fact]
    public async Task Rows_of_the_same_child_are_already_there_or_looked_at_beside_the_other_and_taken_after_all()
    {
        static void Child(Assessment a) => (a.Child.Forenames, a.Child.DateOfBirth) = ("Zoë", new DateOnly(2019, 3, 5));
        var there = await _app.AssessmentAsync(received: new DateOnly(2026, 11, 2), nhsNumber: "9990181594", surname: "Ashworth", change: a => { Child(a); a.AuthorityReference = "A1"; a.RefreshSearch(); });
        await _app.AssessmentAsync(authorityCode: "890", received: new DateOnly(2026, 11, 2), nhsNumber: "9995181908", surname: "Elsewhere", change: a => { Child(a); a.AuthorityReference = "A3"; });
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var preview = await manager.UploadAsync(ImportSteps.File(
            "A1,02/11/2026,Ashworth,Zoë,05/03/2019,999 018 1594",
            "A2,03/11/2026,Ashworth,Zoë,05/03/2019,999 018 1594",
            "A3,02/11/2026,Elsewhere,Zoë,05/03/2019,999 518 1908",
            "A4,02/11/2026,Twice,Zoë,05/03/2019,",
            "A5,02/11/2026,Twice,Zoë,05/03/2019,",
            "A6,02/11/2026,Ashworth,Eve,05/03/2019,999 018 1594"));

        Assert.Equal("Good 2, With a warning 0, To look at 3, Already there 1, Refused 0", preview.Figures());
        var rows = preview.All("tbody tr").Where(r => r.QuerySelector("th.dco-number") is not null).Select(r => r.TextContent).ToList();
        Assert.Contains("Already there: same child and same Date request received as LCC-26-", rows[0], StringComparison.Ordinal);
        Assert.Contains("whose clock started on another day and still runs. A second request, or a date written wrong?", rows[1], StringComparison.Ordinal);
        Assert.Contains("Good", rows[2], StringComparison.Ordinal);
        Assert.Contains("may be the same child as row 5 of this file, but not the same LA reference", rows[4], StringComparison.Ordinal);
        Assert.Contains("but not the same forenames", rows[5], StringComparison.Ordinal);
        Assert.DoesNotContain("BPL-", preview.Text, StringComparison.Ordinal);

        // a twin with the number of the other: both stand side by side, and the row is taken
        var look = await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt");
        Assert.Equal([$"Row 3 beside {there.Reference}", "Row 6 beside row 5 of this file", $"Row 7 beside {there.Reference}"], look.All("caption").Select(c => c.TextContent.Trim()));
        Assert.Contains("Eve", look.All("tr").Single(r => r.TextContent.Contains("Forenames", StringComparison.Ordinal) && r.TextContent.Contains("not the same", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        var taken = await manager.SubmitAsync(look, "form[action$='/take']", new() { ["Rows[7]"] = "Another" });
        Assert.Contains("1 row of these will be imported", taken.Text, StringComparison.Ordinal);
        Assert.Equal("Good 2, With a warning 1, To look at 2, Already there 1, Refused 0", taken.Figures());

        // beside rows to answer there is no button that would import without the answers
        Assert.Empty(taken.All("form[action$='/confirm']"));
        await manager.SubmitAsync(taken, "form[action$='/take']", [], button: "Save what is chosen and import");
        await _app.ImportNextAsync();
        Assert.Equal(5, await _app.AssessmentsAsync());
        Assert.Equal("Imported 3, Passed over 3, Refused 0", (await manager.GetAsync(preview.Url.AbsolutePath)).Figures());
    }

    [Fact]
    public async Task A_row_that_is_there_already_and_brings_a_new_objection_is_looked_at_and_a_twin_is_said()
    {
        await _app.AssessmentAsync(received: new DateOnly(2026, 11, 2), nhsNumber: "9990181594", surname: "Ashworth", change: a =>
        {
            (a.Child.Forenames, a.Child.DateOfBirth, a.Child.Postcode) = ("Zoë", new DateOnly(2019, 3, 5), "PR1 8XJ");
            a.RefreshSearch();
        });
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var preview = await manager.UploadAsync("LA reference,Date request received,Legal surname,Forenames,Date of birth,NHS number,Postcode,Do not share with,Reasons for the request\n" +
            "A1,02/11/2026,Ashworth,Zoë,05/03/2019,999 018 1594,PR1 8XJ,The father,\n" +
            "A2,02/11/2026,Ashworth,Eve,05/03/2019,,PR1 8XJ,,He hears little\n");

        Assert.Equal("Good 0, With a warning 0, To look at 2, Already there 0, Refused 0", preview.Figures());
        Assert.Contains("says not to share with “The father”", preview.Text, StringComparison.Ordinal);
        Assert.Contains("a twin, or the same child?", preview.Text, StringComparison.Ordinal);
        await manager.SubmitAsync(await manager.GetAsync(preview.Url.AbsolutePath + "?show=LookAt"), "form[action$='/take']", new() { ["Rows[3]"] = "Another" }, button: "Save what is chosen and import");
        await _app.ImportNextAsync();
        await using var db = _app.Database();
        Assert.Equal("He hears little", await db.Assessments.Where(a => a.AuthorityReference == "A2").Select(a => a.Reasons).SingleAsync());
    }

    [Fact]
    public async Task A_changed_surname_under_the_same_number_shows_both_and_names_in_many_spellings_are_one_child()
    {
        // of another birth date than the children of the other files, who live at the same postcode
        static string Changed(string name) => System.Text.Encoding.UTF8.GetString(Sample.Field(name)).Replace("17/04/2019", "17/04/2014", StringComparison.Ordinal);
        var manager = await _app.SignInAsync(TestWorld.Manager);
        await manager.ConfirmAsync(await manager.UploadAsync(Changed("12a-first-surname.csv")));
        await _app.ImportNextAsync();

        var changed = await manager.UploadAsync(Changed("12b-changed-surname.csv"));
        var apostrophes = await manager.UploadAsync(Sample.Field("09-apostrophes.csv"));
        var strokes = await manager.UploadAsync(Sample.Field("10-stroke-letters.csv"));

        Assert.Equal("Good 0, With a warning 0, To look at 2, Already there 0, Refused 0", changed.Figures());
        var pairs = await manager.GetAsync(changed.Url.AbsolutePath + "?show=LookAt");
        Assert.Contains("may be the same child as LCC-26-00001, but not the same surname", pairs.Text, StringComparison.Ordinal);
        Assert.Contains("Lathom-Kirkham", pairs.Text, StringComparison.Ordinal);
        Assert.Contains("Kirkham", pairs.Text, StringComparison.Ordinal);
        Assert.Equal("Good 1, With a warning 0, To look at 5, Already there 0, Refused 0", apostrophes.Figures());
        Assert.Equal("Good 4, With a warning 0, To look at 4, Already there 0, Refused 0", strokes.Figures());

        await manager.ConfirmAsync(strokes);
        await _app.ImportNextAsync();
        await using var db = _app.Database();
        foreach (var typed in new[] { "Lucja", "łucja", "SORBY", "Dordevic", "Siôn" }) { Assert.Equal(1, await db.Assessments.Matching(typed).CountAsync()); }
    }

    [Fact]
    public async Task Headings_that_are_not_ours_are_matched_on_one_page_and_remembered_for_the_authority()
    {
        const string file = "Kid,Arrival,Hobby\n\"Tarleton, Maya\",02/11/2026,17/04/2019\n";
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var page = await manager.UploadAsync("Name,Arrival,Birth\n\"Tarleton, Maya\",02/11/2026,17/04/2019\n");
        Assert.Equal("Match the columns", page.Find("h1").TextContent);
        Assert.Contains("Tarleton, Maya", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Whole name, surname first", "", "Date of birth"], page.All("select").Select(s => s.QuerySelector("option[selected]")?.GetAttribute("value") ?? ""));
        var asked = await manager.SubmitAsync(page, "form[action$='/columns']", []);
        Assert.Equal(["Choose which column is Date request received"], asked.Errors);
        var preview = await manager.SubmitAsync(asked, "form[action$='/columns']", new() { ["Columns[1].Column"] = "Date request received" });
        Assert.Equal("Good 1, With a warning 0, To look at 0, Already there 0, Refused 0", preview.Figures());
        Assert.Contains("Maya Tarleton", preview.Text, StringComparison.Ordinal);

        var again = await manager.UploadAsync("Name,Arrival,Birth\n\"Li, Na\",03/11/2026,17/04/2019\n");
        Assert.Contains("Na Li", again.Text, StringComparison.Ordinal);
        var other = await _app.SignInAsync(TestWorld.OtherManager);
        Assert.Equal("Match the columns", (await other.UploadAsync("Name,Arrival,Birth\n\"Li, Na\",03/11/2026,17/04/2019\n")).Find("h1").TextContent);
        Assert.Contains("does not look like a spreadsheet", Assert.Single((await other.UploadAsync(file)).Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_whose_dates_may_be_month_first_is_not_guessed_but_asked()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var page = await manager.UploadAsync(ImportSteps.File("A1,02/11/2026,Ashworth,Zoë,05/03/2019,", "A2,11/03/2026,Birch,Ann,03/25/2019,"));
        Assert.Equal("Before the rows can be read", page.Find("h1").TextContent);
        Assert.Contains("2 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("11 February 2026", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("form[action$='/confirm']"));
        Assert.Equal(["Choose one of the answers"], (await manager.SubmitAsync(page, "form[action$='/answer']", [])).Errors);
        var preview = await manager.SubmitAsync(page, "form[action$='/answer']", new() { ["Dates"] = "MonthFirst" });
        // one of them began more than 40 weeks ago
        Assert.Equal("Good 1, With a warning 1, To look at 0, Already there 0, Refused 0", preview.Figures());
        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        await using var db = _app.Database();
        Assert.Equal([new DateOnly(2026, 2, 11), new DateOnly(2026, 11, 3)], await db.Assessments.OrderBy(a => a.AuthorityReference).Select(a => a.RequestReceivedOn).ToListAsync());
    }

    [Fact]
    public async Task Rows_that_are_read_otherwise_than_the_person_saw_them_are_not_imported_by_an_older_page()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var asked = await manager.UploadAsync(ImportSteps.File("A1,2026-11-10,Ashworth,Zoë,2019-03-05,", "A2,2026-11-09,Birch,Ann,20/03/2019,", "A3,2026-11-09,Suharto,,2018-03-04,"));
        var seen = await manager.SubmitAsync(asked, "form[action$='/answer']", new() { ["ExchangedIn"] = "none" });
        var pairs = await manager.GetAsync(seen.Url.AbsolutePath + "?show=LookAt");
        // a colleague, or as here a second tab, whose page was opened before
        await manager.SubmitAsync(asked, "form[action$='/answer']", new() { ["ExchangedIn"] = "Date request received" });

        var late = await manager.ConfirmAsync(seen);
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Since you opened this page somebody has said something else about the file", late.Text, StringComparison.Ordinal);
        var saved = await manager.SubmitAsync(pairs, "form[action$='/take']", new() { ["Rows[4]"] = "Another", ["ThenImport"] = "true" });
        Assert.Equal(HttpStatusCode.Conflict, saved.Status);
        Assert.False(await _app.ImportNextAsync());

        await _app.ImportAsync(seen);
        await using var db = _app.Database();
        Assert.Equal([new DateOnly(2026, 9, 11), new DateOnly(2026, 10, 11)], await db.Assessments.OrderBy(a => a.RequestReceivedOn).Select(a => a.RequestReceivedOn).ToListAsync());
    }

    [Fact]
    public async Task Day_and_month_are_exchanged_back_in_the_columns_that_a_person_ticks_and_in_no_other()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var page = await manager.UploadAsync(ImportSteps.File("A1,2026-11-10,Ashworth,Zoë,2019-03-05,", "A2,2026-11-09,Birch,Ann,20/03/2019,"));
        Assert.Contains("10 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("11 October 2026", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Choose one of the answers"], (await manager.SubmitAsync(page, "form[action$='/answer']", [])).Errors);
        var preview = await manager.SubmitAsync(page, "form[action$='/answer']", new() { ["ExchangedIn"] = "Date of birth" });
        Assert.Contains("Day and month are exchanged back in Date of birth, as was said, and in no other column", preview.Text, StringComparison.Ordinal);
        await _app.ImportAsync(preview);

        await using var db = _app.Database();
        Assert.Equal([(new DateOnly(2026, 11, 10), new DateOnly(2019, 5, 3)), (new DateOnly(2026, 11, 9), new DateOnly(2019, 3, 20))], await db.Assessments.OrderBy(a => a.AuthorityReference).Select(a => ValueTuple.Create(a.RequestReceivedOn, a.Child.DateOfBirth)).ToListAsync());
    }

    [Fact]
    public async Task A_cell_that_cannot_be_read_comes_in_to_be_corrected_and_leaves_the_list_once_it_is_right()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Sample.Field("22-pseudo-postcodes.csv"));
        Assert.Contains("1 row comes in with a cell that could not be read", preview.Text, StringComparison.Ordinal);
        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        string reference;
        await using (var db = _app.Database()) { reference = (await db.Assessments.SingleAsync(a => a.AuthorityReference == "FC-2204")).Reference; }
        var page = await manager.GetAsync($"/assessments/{reference}");
        Assert.Contains("PR1 8XJ (foster)", page.Text, StringComparison.Ordinal);
        var triage = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/triage");
        Assert.Contains("to be corrected: Postcode", triage.Text, StringComparison.OrdinalIgnoreCase);

        var done = await manager.SubmitAsync(page, "form[action$='/to-correct']", []);
        Assert.Contains("Postcode is no longer on the list to correct", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("To be corrected", done.Text, StringComparison.Ordinal);
        await using (var db = _app.Database())
        {
            Assert.Empty((await db.Assessments.SingleAsync(a => a.Reference == reference)).ToCorrect);
            Assert.Equal("Postcode", (await db.AuditEntries.SingleAsync(e => e.Fact == "ImportedCellDealtWith")).After);
        }
        // what was taken off keeps its words, and can be put back
        Assert.Contains("Dealt with: what the import could not read (1)", done.Text, StringComparison.Ordinal);
        var back = await manager.SubmitAsync(done, "form[action$='/to-correct/put-back']", []);
        Assert.Contains("To be corrected", back.Text, StringComparison.Ordinal);
        Assert.Contains("PR1 8XJ (foster)", back.Find("#to-correct").ParentElement!.TextContent, StringComparison.Ordinal);
        await using (var db = _app.Database()) { Assert.Equal("PR1 8XJ (foster)", (await db.AuditEntries.SingleAsync(e => e.Fact == "ImportedCellPutBack")).After); }
    }

    [Fact]
    public async Task A_case_under_way_keeps_the_days_on_which_health_was_asked_and_answered()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var silent = await manager.UploadAsync($"{Sample.Headings},Decision to assess,Date of decision\n01/07/2026,Ramsden,Eve,17/04/2018,Yes,10/08/2026\n");
        Assert.Contains("1 row was decided more than 2 weeks ago, and the file does not say when health was asked", silent.Text, StringComparison.Ordinal);
        await manager.ConfirmAsync(await manager.UploadAsync(Sample.Field("19-in-flight-cases.csv")));
        await _app.ImportNextAsync();

        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal((new DateOnly(2026, 8, 12), new DateOnly(2026, 8, 12)), (saved.NotifiedOn, saved.AdviceRequestReceivedOn));
        Assert.Equal(new DateOnly(2026, 9, 23), StatutoryClock.ForHealthAdvice(saved.AdviceRequestReceivedOn!.Value).Due);
        Assert.Equal(new DateOnly(2026, 9, 20), (await db.InvolvedProfessionals.SingleAsync()).AnsweredOn);
        var page = await manager.GetAsync($"/assessments/{saved.Reference}");
        Assert.Contains("12 August 2026. Recorded here on 21 November 2026", page.Text, StringComparison.Ordinal);
        Assert.Contains("Answered on 20 September 2026, before the case was recorded here", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_workbook_is_uploaded_as_it_is_and_the_template_is_one()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Sample.File("requests.xlsx"), "requests.csv");
        Assert.Contains("Maja Zieliński", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Row 8 is a total and passed over", preview.Text, StringComparison.Ordinal);
        var template = await manager.Client.GetAsync("/assessments/import/template.xlsx");
        Assert.Equal("notifications-template.xlsx", template.Content.Headers.ContentDisposition!.FileName);
    }

    [Fact]
    public async Task The_rows_not_imported_are_downloaded_put_right_and_imported()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(ImportSteps.File(
            "A1,02/11/2026,Ashworth,Zoë,05/03/2019,999 018 1594",
            "A2,02/11/2026,Birtwistle,=Anna,,"));
        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        var download = await manager.Client.GetAsync(preview.Url.AbsolutePath + "/not-imported.csv");
        Assert.Equal("notifications-not-imported.csv", download.Content.Headers.ContentDisposition!.FileName);
        var csv = (await download.Content.ReadAsStringAsync()).Replace("\"'=Anna\"", "'=Anna", StringComparison.Ordinal);
        Assert.Contains("Date of birth: missing,A2,02/11/2026,Birtwistle,'=Anna,,", csv, StringComparison.Ordinal);

        var again = await manager.UploadAsync(csv.Replace("'=Anna,,", "Anna,06/03/2019,", StringComparison.Ordinal));
        Assert.Equal("Good 1, With a warning 0, To look at 0, Already there 0, Refused 0", again.Figures());
        Assert.Contains("are left out: Reason", again.Text, StringComparison.Ordinal);
        await manager.ConfirmAsync(again);
        await _app.ImportNextAsync();
        Assert.Equal(2, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task Named_professionals_are_found_in_the_directory_however_their_provider_is_written()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(
            $"{Sample.Headings},Professional 1 name,Professional 1 service,Professional 1 provider,Professional 2 service,Professional 2 provider,Professional 3 name\n" +
            "02/11/2026,Ashworth,Zoë,05/03/2019,gwen PRITCHARD,paediatric occupational therapy,Lancashire & South Cumbria NHS FT,Community paediatrics,Lancashire Teaching Hospitals,Nobody Known\n");
        Assert.Contains("2 of 3 entries are in the directory", preview.Text, StringComparison.Ordinal);
        Assert.Contains("Nobody Known (1 time)", preview.Text, StringComparison.Ordinal);

        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        await using var db = _app.Database();
        var named = await db.InvolvedProfessionals.OrderBy(p => p.Position).ToListAsync();
        Assert.Equal([TestWorld.Gwen, null, null], named.Select(p => p.ProfessionalId));
        Assert.Equal([TestWorld.OccupationalTherapy, TestWorld.Paediatrics, null], named.Select(p => p.ServiceId));
        Assert.Equal("Nobody Known", named[2].Name);
    }

    [Fact]
    public async Task A_discarded_file_is_deleted_and_a_kept_one_after_seven_days()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var documents = Path.Combine(_app.Folder, "documents");
        int Files() => Directory.EnumerateFiles(documents, "*", SearchOption.AllDirectories).Count();

        var discarded = await manager.UploadAsync(Sample.Bytes);
        Assert.Equal(1, Files());
        Assert.Contains("File discarded", (await manager.SubmitAsync(discarded, "form[action$='/discard']", [])).Text, StringComparison.Ordinal);
        Assert.Equal(0, Files());
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(discarded.Url.AbsolutePath)).Status);

        var forgotten = await manager.UploadAsync(Sample.Bytes);
        var imported = await manager.UploadAsync(Sample.Bytes);
        await manager.ConfirmAsync(imported);
        await _app.ImportNextAsync();
        Assert.Equal(HttpStatusCode.Conflict, (await manager.SubmitAsync(imported, "form[action$='/discard']", [])).Status);
        await _app.DeleteExpiredAsync();
        Assert.Equal(2, Files());
        _app.Time.Advance(TimeSpan.FromDays(7.1));
        await _app.DeleteExpiredAsync();
        Assert.Equal(0, Files());

        manager = await _app.SignInAsync(TestWorld.Manager);
        Assert.Equal(HttpStatusCode.NotFound, (await manager.GetAsync(forgotten.Url.AbsolutePath)).Status);
        var result = await manager.GetAsync(imported.Url.AbsolutePath);
        Assert.Equal("Imported 34, Passed over 0, To look at 2, Refused 4", result.Figures());
        Assert.Contains("The file has been deleted", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_was_in_the_future_at_the_upload_is_read_by_the_day_of_the_import()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(ImportSteps.File("A1,21/11/2026,Ashworth,Zoë,05/03/2019,", "A2,22/11/2026,Birtwistle,Anna,05/03/2019,"));
        Assert.Equal("Good 1, With a warning 0, To look at 0, Already there 0, Refused 1", preview.Figures());
        await manager.ConfirmAsync(preview);

        _app.Time.Advance(TimeSpan.FromHours(12));
        await _app.ImportNextAsync();

        Assert.Equal(2, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task Reading_and_downloading_the_rows_is_noted_and_no_name_stands_in_the_trail()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(Sample.Bytes, "Nguyen Ayaan.csv");
        await manager.Client.GetAsync(preview.Url.AbsolutePath + "/not-imported.csv");

        await using var db = _app.Database();
        var trail = await db.AuditEntries.Where(e => e.Fact != "SignedIn" && e.ActorName == "Mohammed Iqbal").OrderBy(e => e.AtUtc).ThenBy(e => e.Id).ToListAsync();
        Assert.Equal(["SpreadsheetUploaded", "ChildListRead", "ChildListRead"], trail.Select(e => e.Fact));
        Assert.Contains("40 rows", trail[0].After, StringComparison.Ordinal);
        Assert.Contains("rows not imported, 6 rows", trail[2].After, StringComparison.Ordinal);
        Assert.DoesNotContain(trail, e => e.After!.Contains("Nguyen", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_row_is_nobodys_case_unless_it_names_a_colleague_by_address()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        string Row(int n, string email) => $"LCC/{n},02/11/2026,Ashworth{n},Zoe,04/03/2019,{email}";
        var preview = await manager.UploadAsync($"LA reference,Date request received,Legal surname,Forenames,Date of birth,Case owner email\n{Row(1, "Caseworker@Lancashire.test")}\n{Row(2, "")}\n{Row(3, TestWorld.OtherCaseworker)}\n");
        Assert.Contains("Case owner email: no colleague has this address, so the case will be nobody's", preview.Text, StringComparison.Ordinal);

        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();

        await using var db = _app.Database();
        var owners = await db.Assessments.OrderBy(a => a.AuthorityReference).Select(a => db.Users.Where(u => u.Id == a.OwnerUserId).Select(u => u.Email).FirstOrDefault()).ToListAsync();
        Assert.Equal([TestWorld.Caseworker, null, null], owners);
        Assert.Equal("Carol Whitaker", (await db.AuditEntries.SingleAsync(e => e.Fact == "CaseHandedOver")).After);
    }

    [Fact]
    public async Task The_template_is_read_without_a_column_left_out()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var template = await (await manager.Client.GetAsync("/assessments/import/template.csv")).Content.ReadAsStringAsync();

        var page = await manager.UploadAsync(template);

        Assert.Equal("The file has headings but no rows beneath them.", Assert.Single(page.Errors));
        Assert.Equal(Sample.Text.Split('\n')[0].Trim().Split(',').Concat(["Route", "Reasons for the request", "Case owner email", "Date health was told", "Date health was asked for advice", "Date health answered", "Professional 1 answered on", "Professional 2 answered on", "Professional 3 answered on", "Professional 1 asked for by the family", "Professional 2 asked for by the family", "Professional 3 asked for by the family"]).Order(), template.TrimStart('\uFEFF').Trim().Split(',').Order());
    }
}
