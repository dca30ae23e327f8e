using System.Net;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Casework.Emails;

/// <summary>The conversation with a real mail server, and the emails as a mailbox shows them.</summary>
public sealed class SmtpMailboxTests
{
    private static readonly OutgoingEmail Email = new(Guid.Parse("b1f7a8f0-1111-4222-8333-444455556666"), "inbox@provider.example", "Reminder: due 5 March 2026",
        "Stage: Advice – “6 weeks” café\n\nhttps://portal.example/advice-requests/b1f7a8f0-1111-4222-8333-444455556666?a=1&b=2\n\n.a line with a dot\nFrom here on\n");

    private static EmailSenderHost Host(Mailbox mailbox, string useTls, string? user = null, string? password = null, bool trusts = true) => new(
        "Staging",
        [
            ("Sender", "Smtp"), ("From", "portal@portal.example"), ("AllowedDomains:0", "provider.example"), ("Smtp:Host", "localhost"), ("Smtp:Port", $"{mailbox.Port}"),
            ("Smtp:UseTls", useTls), ("Smtp:TimeoutSeconds", "20"), .. user is null ? Array.Empty<(string, string)>() : [("Smtp:User", user), ("Smtp:Password", password!)],
        ])
    { Trusts = trusts ? mailbox.Certificate : null };

    private static Task<EmailNotSentException> NotSentAsync(EmailSenderHost host) => Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email, CancellationToken.None));

    [Fact]
    public async Task A_mailbox_shows_the_email_as_it_was_written()
    {
        await using var mailbox = await Mailbox.StartAsync();
        using var host = Host(mailbox, "false");

        await host.Sender.SendAsync(Email, CancellationToken.None);
        await host.Sender.SendAsync(Email with { Id = Guid.NewGuid(), Subject = "Rückfrage – “Advice” № 1, " + new string('x', 90) }, CancellationToken.None);

        var mails = await mailbox.ReadAsync();
        var mail = mails[0];
        Assert.Equal((Email.Subject, Email.Body.TrimEnd(), "portal@portal.example", "inbox@provider.example"), (mail.Subject, mail.Text!.TrimEnd(), mail.From, mail.To));
        Assert.Equal(("b1f7a8f0-1111-4222-8333-444455556666", "<b1f7a8f0-1111-4222-8333-444455556666@portal.example>", "auto-generated"), (mail.Id, mail.MessageId, mail.AutoSubmitted));
        Assert.Equal(("FAILURE", "HDRS", "b1f7a8f0-1111-4222-8333-444455556666"), (mail.Notify, mail.Return, mail.EnvelopeId));
        Assert.Equal(("text/plain", null, 0, "inbox@provider.example"), (mail.ContentType, mail.Html, mail.Attachments, Assert.Single(mail.EnvelopeTo)));
        Assert.True(mail.LongestLine <= 998, "no line is longer than mail allows");
        Assert.True(Math.Abs((mail.Date!.Value.ToUniversalTime() - TimeProvider.System.GetUtcNow().UtcDateTime).TotalMinutes) < 5);
        Assert.Equal("Rückfrage – “Advice” № 1, " + new string('x', 90), mails[1].Subject);
        Assert.NotEqual(mail.MessageId, mails[1].MessageId);
    }

    [Fact]
    public async Task With_TLS_and_sign_in_the_email_goes_encrypted_and_signed_in()
    {
        await using var mailbox = await Mailbox.StartAsync(tls: true, user: "portal", password: "correct horse");
        using var host = Host(mailbox, "true", "portal", "correct horse");

        await host.Sender.SendAsync(Email, CancellationToken.None);

        var mail = Assert.Single(await mailbox.ReadAsync());
        Assert.True(mail.Secure);
        Assert.Equal("portal", mail.User);
    }

    [Fact]
    public async Task A_wrong_password_is_worth_another_try_and_is_said_in_plain_words()
    {
        await using var mailbox = await Mailbox.StartAsync(tls: true, user: "portal", password: "correct horse");
        using var host = Host(mailbox, "true", "portal", "wrong staple");

        var problem = await NotSentAsync(host);

        Assert.StartsWith("The mail server refused the portal's sign-in", problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("staple", problem.ToString(), StringComparison.Ordinal);
        Assert.Empty(await mailbox.ReadAsync());
    }

    [Fact]
    public async Task A_server_that_wants_a_sign_in_and_gets_none_is_worth_another_try()
    {
        await using var mailbox = await Mailbox.StartAsync(tls: true, user: "portal", password: "correct horse");
        using var host = Host(mailbox, "true");

        Assert.StartsWith("The mail server refused the portal's sign-in", (await NotSentAsync(host)).Message, StringComparison.Ordinal);
        Assert.Empty(await mailbox.ReadAsync());
    }

    [Fact]
    public async Task A_certificate_that_nobody_vouches_for_gets_neither_password_nor_email()
    {
        await using var mailbox = await Mailbox.StartAsync(tls: true, user: "portal", password: "correct horse");
        using var host = Host(mailbox, "true", "portal", "correct horse", trusts: false);

        Assert.Equal("The mail server's certificate is not trusted.", (await NotSentAsync(host)).Message);
        Assert.Empty(await mailbox.ReadAsync());
    }

    [Fact]
    public async Task A_server_that_offers_no_TLS_gets_neither_password_nor_email()
    {
        await using var mailbox = await Mailbox.StartAsync(user: "portal", password: "correct horse");
        using var host = Host(mailbox, "true", "portal", "correct horse");

        Assert.Contains("it may not offer encryption (STARTTLS)", (await NotSentAsync(host)).Message, StringComparison.Ordinal);
        Assert.Empty(await mailbox.ReadAsync());
    }

    [Theory]
    [InlineData("550")]
    [InlineData("551")]
    [InlineData("553")]
    public async Task An_address_that_is_refused_for_good_is_given_up_at_once(string code)
    {
        await using var mailbox = await Mailbox.StartAsync();
        using var host = Host(mailbox, "false");

        var refusal = await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email with { To = $"{code}.x@provider.example" }, CancellationToken.None));

        Assert.Equal($"The mail server refused the address ({code}).", refusal.Message);
    }

    [Theory]
    [InlineData("421")]
    [InlineData("450")]
    [InlineData("451")]
    [InlineData("452")]
    [InlineData("552")]
    [InlineData("554")]
    public async Task An_address_that_may_work_later_is_worth_another_try(string code)
    {
        await using var mailbox = await Mailbox.StartAsync();
        using var host = Host(mailbox, "false");

        var problem = await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email with { To = $"{code}.x@provider.example" }, CancellationToken.None));

        Assert.Contains(code, problem.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("x@provider", problem.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_text_that_is_refused_is_worth_another_try_for_the_address_is_right()
    {
        await using var mailbox = await Mailbox.StartAsync();
        using var host = Host(mailbox, "false");

        // 7-bit text of a subject is not encoded, so the server sees it
        await Assert.ThrowsAsync<EmailNotSentException>(() => host.Sender.SendAsync(Email with { Subject = "refuse this text" }, CancellationToken.None));
    }

    [Fact]
    public async Task A_test_system_does_not_even_call_the_server_for_another_domain()
    {
        await using var mailbox = await Mailbox.StartAsync();
        using var host = Host(mailbox, "false");

        await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email with { To = "parent@home.example" }, CancellationToken.None));
        await host.Sender.SendAsync(Email, CancellationToken.None);

        Assert.Equal("inbox@provider.example", Assert.Single(await mailbox.ReadAsync()).To);
    }
}
