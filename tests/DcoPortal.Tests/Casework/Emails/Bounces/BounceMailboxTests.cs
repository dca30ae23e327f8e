using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Bounces;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Emails.Bounces;

/// <summary>The portal reads the mailbox of its From address on a real IMAP server.</summary>
public sealed class BounceMailboxTests : IAsyncLifetime, IDisposable
{
    private ImapServer _server = null!;
    private TrustingApp _app = null!;

    public async Task InitializeAsync()
    {
        _server = await ImapServer.StartAsync();
        _app = new TrustingApp(_server);
        _app.With("Emails:From", ImapServer.User).With("Emails:Bounces:Imap:Host", "localhost").With("Emails:Bounces:Imap:Port", $"{_server.Port}")
            .With("Emails:Bounces:Imap:User", ImapServer.User).With("Emails:Bounces:Imap:Password", ImapServer.Password);
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    public void Dispose() => _app.Dispose();

    private Task<int> ReadAsync() => _app.Services.GetRequiredService<BounceMailbox>().ReadAsync(CancellationToken.None);

    [Fact]
    public async Task Reports_mark_their_emails_and_everything_that_came_is_sorted_and_kept()
    {
        var (wrong, delayed, early) = (await SentEmails.AddAsync(_app), await SentEmails.AddAsync(_app), await SentEmails.AddAsync(_app, sent: false));
        await _server.DeliverAsync(SampleReports.Postfix(wrong));
        await _server.DeliverAsync(SampleReports.Postfix(delayed, "delayed", "4.4.1", "smtp; 451 4.4.1 try later"));
        await _server.DeliverAsync(SampleReports.Postfix(early));
        await _server.DeliverAsync(SampleReports.OutOfOffice);
        await _server.DeliverAsync(SampleReports.Postfix(wrong) + new string('x', 1024 * 1024));

        Assert.Equal(1, await ReadAsync());

        Assert.Equal("There is no such mailbox (5.1.1, 550).", (await SentEmails.RowAsync(_app, wrong)).LastError);
        Assert.Null((await SentEmails.RowAsync(_app, delayed)).BouncedUtc);
        Assert.Equal((1, 2, 2), (await _server.CountAsync("INBOX"), await _server.CountAsync("done"), await _server.CountAsync("unknown")));
        var page = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/admin/emails");
        Assert.Contains("2 messages came back that match no email", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_waits_is_read_again_and_one_portal_reads_a_minute()
    {
        var early = await SentEmails.AddAsync(_app, sent: false);
        await _server.DeliverAsync(SampleReports.Postfix(early));
        await ReadAsync();
        await _app.SendEmailsAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(2));
        await _app.SendEmailsAsync();

        Assert.Equal(1, await ReadAsync());
        await _server.DeliverAsync(SampleReports.OutOfOffice);
        Assert.Equal(0, await ReadAsync());

        Assert.NotNull((await SentEmails.RowAsync(_app, early)).BouncedUtc);
        Assert.Equal((1, 1, 0), (await _server.CountAsync("INBOX"), await _server.CountAsync("done"), await _server.CountAsync("unknown")));
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync();
        Assert.Equal(0, await _server.CountAsync("INBOX"));
    }

    [Fact]
    public async Task A_server_that_nobody_vouches_for_gets_no_password()
    {
        using var app = new PortalApp();
        app.With("Emails:Bounces:Imap:Host", "localhost").With("Emails:Bounces:Imap:Port", $"{_server.Port}").With("Emails:Bounces:Imap:User", ImapServer.User).With("Emails:Bounces:Imap:Password", ImapServer.Password);

        await Assert.ThrowsAsync<MailKit.Security.SslHandshakeException>(() => app.Services.GetRequiredService<BounceMailbox>().ReadAsync(CancellationToken.None));
    }

    private sealed class TrustingApp(ImapServer server) : PortalApp
    {
        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton(server.Trust);
    }
}
