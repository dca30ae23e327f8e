using DcoPortal.Casework.Emails.Sending;

namespace DcoPortal.Tests.Casework.Emails;

public class FolderEmailSenderTests
{
    private static readonly OutgoingEmail Email = new(Guid.Parse("b1f7a8f0-1111-4222-8333-444455556666"), "inbox@provider.example", "Health advice requested", "First line\nhttps://portal.example/advice-requests/1\n");

    [Fact]
    public async Task An_email_becomes_one_file_that_mail_programs_open()
    {
        using var host = new EmailSenderHost("Development");

        await host.Sender.SendAsync(Email, CancellationToken.None);

        var file = Assert.Single(host.Files);
        Assert.Equal(Path.Combine(host.ContentRoot, "App_Data", "emails", "b1f7a8f0-1111-4222-8333-444455556666.eml"), file);
        var text = await File.ReadAllTextAsync(file);
        foreach (var header in new[] { "From: dco-portal@localhost", "To: inbox@provider.example", "Subject: Health advice requested", "Message-ID: <b1f7a8f0-1111-4222-8333-444455556666@localhost>" })
        {
            Assert.Contains(header + "\r\n", text, StringComparison.OrdinalIgnoreCase);
        }
        Assert.EndsWith("\r\n\r\nFirst line\r\nhttps://portal.example/advice-requests/1\r\n", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_email_sent_twice_is_still_one_file()
    {
        using var host = new EmailSenderHost("Development");

        await host.Sender.SendAsync(Email, CancellationToken.None);
        await host.Sender.SendAsync(Email, CancellationToken.None);

        Assert.Single(host.Files);
    }

    [Theory]
    [InlineData("nobody")]
    [InlineData("")]
    [InlineData("A Name <a@provider.example>")]
    [InlineData("a@provider.example\r\nBcc: b@elsewhere.example")]
    public async Task What_is_no_plain_address_is_refused_for_good(string address)
    {
        using var host = new EmailSenderHost("Development");

        await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email with { To = address }, CancellationToken.None));

        Assert.Empty(host.Files);
    }

    [Fact]
    public async Task A_subject_that_would_add_a_header_is_refused()
    {
        using var host = new EmailSenderHost("Development");

        await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email with { Subject = "x\r\nBcc: b@elsewhere.example" }, CancellationToken.None));

        Assert.Empty(host.Files);
    }

    [Fact]
    public async Task A_test_system_emails_only_the_allowed_domains()
    {
        using var host = new EmailSenderHost("Staging", ("AllowedDomains:0", "provider.example"));

        await host.Sender.SendAsync(Email with { To = "inbox@PROVIDER.example" }, CancellationToken.None);
        var refusal = await Assert.ThrowsAsync<EmailRefusedException>(() => host.Sender.SendAsync(Email with { To = "parent@sub.provider.example" }, CancellationToken.None));

        Assert.Single(host.Files);
        Assert.DoesNotContain("parent", refusal.Message, StringComparison.Ordinal);
    }
}
