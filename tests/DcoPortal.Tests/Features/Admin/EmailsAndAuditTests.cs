using System.Net;
using DcoPortal.Casework.Emails;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Commands;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Admin;

public sealed class EmailsAndAuditTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<Guid> FailedEmailAsync()
    {
        await using var db = _app.Database();
        var user = await db.Users.SingleAsync(u => u.Email == TestWorld.SystemAdministrator);
        var email = new EmailMessage { Id = Guid.CreateVersion7(), UniqueKey = "test", Template = "invitation", To = "a@b.test", Subject = "s", Body = "secret link", IcbId = user.IcbId, QueuedUtc = _app.Time.GetUtcNow().UtcDateTime, FailedUtc = _app.Time.GetUtcNow().UtcDateTime, Attempts = 6, LastError = "mailbox full" };
        db.Emails.Add(email);
        await db.SaveChangesAsync();
        return email.Id;
    }

    [Fact]
    public async Task A_failed_email_is_shown_and_tried_again_and_its_text_is_for_the_demo_only()
    {
        var id = await FailedEmailAsync();
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var page = await browser.GetAsync("/admin/emails");
        Assert.Contains("mailbox full", page.Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/admin/emails/{id}")).Status);

        await browser.SubmitAsync(page, "form[action$=send-again]", []);

        await using var db = _app.Database();
        var email = await db.Emails.SingleAsync(e => e.Id == id);
        Assert.True(email is { FailedUtc: null, NextAttemptUtc: not null, Attempts: 0 });
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "EmailRetried"));
        Assert.DoesNotContain("a@b.test", (await (await _app.SignInAsync(TestWorld.FarSystemAdministrator)).GetAsync("/admin/emails")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Emails_are_listed_and_found_by_the_name_of_their_kind_and_every_cell_names_its_column_for_a_phone()
    {
        var id = await FailedEmailAsync();
        await using (var db = _app.Database()) { await db.Emails.Where(e => e.Id == id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Template, "escalation-unanswerable")); }
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);

        var found = await browser.SubmitAsync(await browser.GetAsync("/admin/emails"), "form.dco-filters", new() { ["Q"] = "nobody can ANSWER" });

        Assert.Contains("Escalation that nobody can answer", found.Find("tbody th").TextContent, StringComparison.Ordinal);
        Assert.Equal(found.All("thead th").Skip(1).Select(h => h.TextContent), found.All("tbody tr:first-child td").Select(c => c.GetAttribute("data-label")));
        Assert.Contains("No emails match", (await browser.SubmitAsync(found, "form.dco-filters", new() { ["Q"] = "password reset" })).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_audit_log_is_searched_and_exported_and_the_export_is_itself_a_fact()
    {
        await _app.SignInAsync(TestWorld.Caseworker);
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var found = await browser.SubmitAsync(await browser.GetAsync("/admin/audit"), "form.dco-filters", new() { ["Actor"] = "whitaker", ["Fact"] = "SignedIn" });
        Assert.Contains("1 entry", found.Text, StringComparison.Ordinal);
        Assert.Contains("must include", Assert.Single((await browser.SubmitAsync(found, "form.dco-filters", new() { ["From.Day"] = "3" })).Errors), StringComparison.Ordinal);

        using var csv = await browser.PostAsync(found, "form[action$=export]", []);

        var text = await csv.Content.ReadAsStringAsync();
        Assert.Equal("text/csv", csv.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Carol Whitaker", text, StringComparison.Ordinal);
        Assert.Equal(2, text.Trim().Split("\r\n").Length);
        await using var db = _app.Database();
        Assert.Equal("1 rows", (await db.AuditEntries.SingleAsync(e => e.Fact == "AuditLogExported")).After);
    }

    [Fact]
    public async Task Who_may_open_no_case_reads_what_happened_to_it_and_not_what_people_wrote()
    {
        var keys = await _app.AssessmentAsync(surname: "Oldname");
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        const string form = "main form[method=post]";
        var check = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/correct-details"), form, new() { ["Child.LegalSurname"] = "Newname", ["Reason"] = "Adopted by the aunt" });
        await caseworker.SubmitAsync(check, form, []);
        var activity = await caseworker.GetAsync($"/assessments/{keys.Reference}/activity");
        foreach (var words in new[] { "Oldname", "Newname", "Adopted by the aunt" }) { Assert.Contains(words, activity.Text, StringComparison.Ordinal); }
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/assessments/{keys.Reference}")).Status);

        var log = await browser.SubmitAsync(await browser.GetAsync("/admin/audit"), "form.dco-filters", new() { ["Reference"] = keys.Reference });
        using var csv = await browser.PostAsync(log, "form[action$=export]", []);

        var file = await csv.Content.ReadAsStringAsync();
        foreach (var text in new[] { log.Text, file })
        {
            Assert.Contains("DetailCorrected", text, StringComparison.Ordinal);
            Assert.Contains("Carol Whitaker", text, StringComparison.Ordinal);
            Assert.Contains(keys.Reference, text, StringComparison.Ordinal);
            foreach (var words in new[] { "Oldname", "Newname", "Adopted" }) { Assert.DoesNotContain(words, text, StringComparison.Ordinal); }
        }
        // what is of no case is read whole
        var all = await browser.SubmitAsync(log, "form.dco-filters", new() { ["Reference"] = "", ["Fact"] = "AuditLogExported" });
        Assert.Contains("rows", all.Find("main tbody tr").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Organisations_are_listed_with_codes_and_inboxes()
    {
        var page = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/admin/organisations");
        Assert.Contains("send@lancashire.example.gov.uk", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Dorset", page.Find("main table").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_commands_export_the_log_and_back_up_database_and_documents()
    {
        await _app.SignInAsync(TestWorld.Caseworker);
        var file = Path.Combine(_app.Folder, "audit.csv");
        Assert.Equal(0, await Command.RunAsync(_app.Services, ["export-audit", "--from", "2026-11-21", "--to", "2026-11-21", "--out", file]));
        Assert.Contains("Carol Whitaker", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        Assert.Equal(1, await Command.RunAsync(_app.Services, ["export-audit", "--from", "yesterday"]));

        Directory.CreateDirectory(Path.Combine(_app.Folder, "documents", "ab"));
        await File.WriteAllTextAsync(Path.Combine(_app.Folder, "documents", "ab", "abc"), "bytes");
        var to = Path.Combine(_app.Folder, "backup");
        Assert.Equal(0, await Command.RunAsync(_app.Services, ["backup", "--out", to]));
        Assert.Equal("bytes", await File.ReadAllTextAsync(Path.Combine(to, "documents", "ab", "abc")));
        Assert.True(new FileInfo(Path.Combine(to, "portal.db")).Length > 100_000);
        Assert.Equal(1, await Command.RunAsync(_app.Services, ["backup", "--out", to]));
    }
}
