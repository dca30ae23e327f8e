using System.Net;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Admin;

public sealed class TestEmailTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private static async Task<Page> SendAsync(PortalBrowser browser) => await browser.SubmitAsync(await browser.GetAsync("/admin/emails/test"), "form[action='/admin/emails/test']", []);

    [Fact]
    public async Task A_test_goes_to_the_persons_own_address_and_the_page_says_how_and_what_became_of_it()
    {
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        Assert.Single((await browser.GetAsync("/admin/emails")).All("a[href='/admin/emails/test']"));

        var page = await SendAsync(browser);

        Assert.Contains("Files in a folder of the server: nothing is sent to anybody", page.Text, StringComparison.Ordinal);
        Assert.Contains("Sent Written to the folder on 21 November 2026", page.Text, StringComparison.Ordinal);
        var file = Assert.Single(Directory.GetFiles(Path.Combine(_app.Folder, "emails")));
        Assert.Contains($"To: {TestWorld.SystemAdministrator}\r\n", await File.ReadAllTextAsync(file), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(TestWorld.SystemAdministrator, (await db.Emails.SingleAsync()).To);
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "TestEmailSent"));
    }

    [Fact]
    public async Task A_server_that_refuses_or_is_away_is_named_in_plain_words()
    {
        await using var server = new SmtpServer { RecipientReply = "550 no such mailbox" };
        _app.With("Emails:Sender", "Smtp").With("Emails:AllowedDomains:0", "icb.test").With("Emails:Smtp:Host", "127.0.0.1").With("Emails:Smtp:Port", $"{server.Port}").With("Emails:Smtp:UseTls", "false");
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);

        var refused = await SendAsync(browser);
        Assert.Contains($"SMTP server 127.0.0.1, port {server.Port}, not encrypted, without sign-in", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Only those at icb.test", refused.Text, StringComparison.Ordinal);
        Assert.Contains("Failed The mail server refused the address (550). It is not tried again.", refused.Text, StringComparison.Ordinal);
        await server.StopAsync();
        var away = await SendAsync(browser);

        Assert.Contains("Queued The first try failed: The mail server cannot be reached. It is tried again on 21 November 2026", away.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tests_are_few_and_for_system_administrators()
    {
        _app.With("RateLimits:TestEmailPerMinute", "2");
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var page = await browser.GetAsync("/admin/emails/test");
        async Task<HttpStatusCode> AgainAsync()
        {
            using var answer = await browser.PostAsync(page, "form[action='/admin/emails/test']", []);
            return answer.StatusCode;
        }
        Assert.Equal([HttpStatusCode.Redirect, HttpStatusCode.Redirect, HttpStatusCode.TooManyRequests], [await AgainAsync(), await AgainAsync(), await AgainAsync()]);

        foreach (var person in new[] { TestWorld.Administrator, TestWorld.Dco, TestWorld.Manager, TestWorld.Clinician })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(person)).GetAsync("/admin/emails/test")).Status);
        }
    }
}
