using System.Net;
using System.Text;
using DcoPortal.Casework.Documents.Scanning;
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
        Assert.Equal("Good 31, With a warning 1, Already there 0, Refused 8", preview.Figures());
        Assert.Contains("Import 32 notifications", preview.Text, StringComparison.Ordinal);
        Assert.Equal(0, await _app.AssessmentsAsync());

        var progress = await manager.ConfirmAsync(preview);
        // nothing reloads by itself
        Assert.False(progress.Response.Headers.Contains("Refresh"));
        Assert.Contains("Waiting to start", progress.Text, StringComparison.Ordinal);

        Assert.True(await _app.ImportNextAsync());
        Assert.False(await _app.ImportNextAsync());
        var result = await manager.GetAsync(progress.Url.AbsolutePath);
        Assert.Equal("Imported 32, Already there 0, Refused 8", result.Figures());
        Assert.Equal(32, result.All("a[href^='/assessments/LCC-26-']").Count);
        var part = await manager.GetAsync(progress.Url.AbsolutePath + "?progress=true");
        Assert.Contains("The import has finished.", part.Text, StringComparison.Ordinal);
        Assert.Empty(part.All("h1, table"));

        await using (var db = _app.Database())
        {
            Assert.Equal(32, await db.Assessments.Select(a => a.Reference).Distinct().CountAsync());
            Assert.Equal(["Mohammed Iqbal"], await db.AuditEntries.Where(e => e.Fact == "NotificationImported").Select(e => e.ActorName).Distinct().ToListAsync());
            Assert.Equal(32, await db.AuditEntries.CountAsync(e => e.Fact == "NotificationImported"));
            Assert.Equal(["import-acknowledged", "notifications-imported"], await db.Emails.OrderBy(e => e.Template).Select(e => e.Template).ToListAsync());
            Assert.All(await db.Emails.ToListAsync(), e => Assert.Contains("32 notifications", e.Subject, StringComparison.Ordinal));
            var begum = await db.Assessments.SingleAsync(a => a.AuthorityReference == "LCC/2026/1006");
            Assert.Equal((new DateOnly(2026, 10, 14), new DateOnly(2026, 11, 3), Sample.Today), (begum.RequestReceivedOn, begum.DecidedOn, begum.AdviceRequestReceivedOn));
            Assert.Equal(("9998414857", "SLCN"), (begum.Child.NhsNumber, begum.PrimaryNeed));
        }

        var second = await manager.UploadAsync(Sample.Bytes);
        Assert.Equal("Good 0, With a warning 0, Already there 32, Refused 8", second.Figures());
        Assert.Empty(second.All("form[action$='/confirm']"));
        Assert.Contains("LA reference is that of LCC-26-", second.Text, StringComparison.Ordinal);
        // and when it is confirmed all the same
        await manager.SubmitAsync(second, "form[action$='/discard']", []);
        var third = await manager.UploadAsync(Sample.Bytes);
        var form = third.Find("form[action$='/discard']");
        form.SetAttribute("action", form.GetAttribute("action")!.Replace("discard", "confirm", StringComparison.Ordinal));
        await manager.ConfirmAsync(third);
        Assert.True(await _app.ImportNextAsync());
        Assert.Equal(32, await _app.AssessmentsAsync());
        await using (var db = _app.Database()) { Assert.Equal(2, await db.Emails.CountAsync()); }
        Assert.Contains("32 already there", (await manager.GetAsync("/assessments/import")).Text, StringComparison.Ordinal);
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
            Assert.Equal("Good 2, With a warning 0, Already there 0, Refused 0", page.Figures());
            Assert.Contains("Zoë Ashworth", page.Text, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_file_that_is_no_spreadsheet_gets_one_sentence_beside_the_field_and_is_not_kept()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var pdf = await manager.UploadAsync("%PDF-1.7 and so on"u8.ToArray(), "notifications.csv");
        Assert.Equal("This is a PDF, not a CSV file: upload the spreadsheet itself, saved as CSV.", Assert.Single(pdf.Errors));
        Assert.Single(pdf.All("#File-error, .nhsuk-error-message"));
        Assert.StartsWith("Error: ", pdf.Document.Title, StringComparison.Ordinal);
        var nothing = await manager.SubmitAsync(pdf, "main form", []);
        Assert.Equal("Choose the CSV file of notifications", Assert.Single(nothing.Errors));

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

        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Administrator, TestWorld.Clinician })
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

        Assert.Equal("Imported 32, Already there 0, Refused 8", late.Figures());
        Assert.False(await _app.ImportNextAsync());
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ImportConfirmed"));
        Assert.Equal(32, await db.Assessments.CountAsync());
    }

    [Fact]
    public async Task A_child_already_in_the_portal_is_a_warning_or_passed_over_by_the_day_of_the_request()
    {
        await _app.AssessmentAsync(received: new DateOnly(2026, 11, 2), nhsNumber: "9990181594", surname: "Ashworth");
        await _app.AssessmentAsync(authorityCode: "890", received: new DateOnly(2026, 11, 2), nhsNumber: "9995181908", surname: "Elsewhere", change: a => a.AuthorityReference = "A3");
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var preview = await manager.UploadAsync(ImportSteps.File(
            "A1,02/11/2026,Ashworth,Zoë,05/03/2019,999 018 1594",
            "A2,03/11/2026,Ashworth,Zoë,05/03/2019,999 018 1594",
            "A3,02/11/2026,Elsewhere,Zoë,05/03/2019,999 518 1908",
            "A4,02/11/2026,Twice,Zoë,05/03/2019,",
            "A5,02/11/2026,Twice,Zoë,05/03/2019,"));

        Assert.Equal("Good 2, With a warning 1, Already there 2, Refused 0", preview.Figures());
        var rows = preview.All("tbody tr").Where(r => r.QuerySelector("th.dco-number") is not null).Select(r => r.TextContent).ToList();
        Assert.Contains("Already in the portal: same child and same Date request received as LCC-26-", rows[0], StringComparison.Ordinal);
        Assert.Contains("possible duplicate: same child as LCC-26-", rows[1], StringComparison.Ordinal);
        Assert.Contains("Good", rows[2], StringComparison.Ordinal);
        Assert.Contains("same child and same Date request received as row 5 of this file", rows[4], StringComparison.Ordinal);
        Assert.DoesNotContain("BPL-", preview.Text, StringComparison.Ordinal);
        Assert.Single((await manager.GetAsync(preview.Url.AbsolutePath + "?show=Warning")).All("th.dco-number[scope=row]"));

        await manager.ConfirmAsync(preview);
        await _app.ImportNextAsync();
        Assert.Equal(5, await _app.AssessmentsAsync());
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
        Assert.Equal("Good 1, With a warning 0, Already there 0, Refused 0", again.Figures());
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
        Assert.Equal("Imported 32, Already there 0, Refused 8", result.Figures());
        Assert.Contains("The file has been deleted", result.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_date_that_was_in_the_future_at_the_upload_is_read_by_the_day_of_the_import()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var preview = await manager.UploadAsync(ImportSteps.File("A1,21/11/2026,Ashworth,Zoë,05/03/2019,", "A2,22/11/2026,Birtwistle,Anna,05/03/2019,"));
        Assert.Equal("Good 1, With a warning 0, Already there 0, Refused 1", preview.Figures());
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
        Assert.Contains("rows not imported, 8 rows", trail[2].After, StringComparison.Ordinal);
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
        Assert.Equal(Sample.Text.Split('\n')[0].Trim().Split(',').Concat(["Route", "Case owner email"]).Order(), template.TrimStart('\uFEFF').Trim().Split(',').Order());
    }
}
