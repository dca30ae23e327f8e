using System.Text;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Casework.Emails;

public class SmtpEmailSenderTests
{
    private static readonly OutgoingEmail Email = new(Guid.Parse("b1f7a8f0-1111-4222-8333-444455556666"), "inbox@provider.example", "Reminder: due 5 March 2026", "Line one\n.a line with a dot\n");

    [Fact]
    public async Task The_mail_server_gets_the_email_under_our_own_id()
    {
        await using var server = new SmtpServer();
        using var host = Host(server.Port);

        await host.Sender.SendAsync(Email, CancellationToken.None);

        var message = Assert.Single(server.Messages);
        Assert.Contains("X-DCO-Portal-Id: b1f7a8f0-1111-4222-8333-444455556666\n", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Message-ID: <b1f7a8f0-1111-4222-8333-444455556666@portal.example>\n", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("From: portal@portal.example\n", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("To: inbox@provider.example\n", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Subject: Reminder: due 5 March 2026\n", message, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Auto-Submitted: auto-generated\n", message, StringComparison.OrdinalIgnoreCase);
        Assert.EndsWith("\n\nLine one\n.a line with a dot\n", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("550 no such mailbox <inbox@provider.example>")]
    [InlineData("553 bad name")]
    public async Task An_address_that_does_not_exist_is_refused_for_good(string reply)
    {
        await using var server = new SmtpServer { RecipientReply = reply };
        using var host = Host(server.Port);

        var refusal = await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email, CancellationToken.None));

        Assert.DoesNotContain("inbox@", refusal.ToString(), StringComparison.Ordinal);
        Assert.Empty(server.Messages);
    }

    [Theory]
    [InlineData("451 try inbox@provider.example later")]
    [InlineData("552 mailbox full")]
    public async Task A_refusal_that_may_pass_is_worth_another_try(string reply)
    {
        await using var server = new SmtpServer { RecipientReply = reply };
        using var host = Host(server.Port);

        var problem = await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));

        Assert.DoesNotContain("inbox@", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_server_that_is_away_is_worth_another_try()
    {
        using var host = Host(Loopback.FreePort());

        await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_that_says_nothing_is_given_up()
    {
        await using var server = new SmtpServer { Silent = true };
        using var host = Host(server.Port, timeout: "1");

        await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));
    }

    [Fact]
    public async Task A_server_without_TLS_gets_no_email_when_TLS_is_on()
    {
        await using var server = new SmtpServer();
        using var host = Host(server.Port, useTls: "true");

        await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));

        Assert.Empty(server.Messages);
    }

    private static EmailSenderHost Host(int port, string useTls = "false", string timeout = "20") => new(
        "Production",
        ("Sender", "Smtp"),
        ("From", "portal@portal.example"),
        ("Smtp:Host", "127.0.0.1"),
        ("Smtp:Port", $"{port}"),
        ("Smtp:UseTls", useTls),
        ("Smtp:TimeoutSeconds", timeout));
}
