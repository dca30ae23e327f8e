using Microsoft.Extensions.Options;

namespace DcoPortal.Tests.Casework.Emails;

public class EmailConfigurationTests
{
    [Theory]
    [InlineData("Set Emails:Sender to Folder, Smtp or GovNotify.", "Sender=Pigeon")]
    [InlineData("Set Emails:Sender to Folder, Smtp or GovNotify.", "Sender=1")]
    [InlineData("Set Emails:From to the address that emails come from.", "From=nobody")]
    [InlineData("Set Emails:Folder to the folder for emails.", "Folder=")]
    [InlineData("Set each of Emails:AllowedDomains to a domain such as example.nhs.uk, without @.", "AllowedDomains:0=@example.nhs.uk")]
    [InlineData("Set Emails:Smtp:Host to the SMTP server's name.", "Sender=Smtp")]
    [InlineData("Set Emails:Smtp:Port to a port number, usually 587.", "Sender=Smtp;Smtp:Host=h;Smtp:Port=0")]
    [InlineData("Set Emails:Smtp:TimeoutSeconds to 1 to 120.", "Sender=Smtp;Smtp:Host=h;Smtp:TimeoutSeconds=121")]
    [InlineData("Set both Emails:Smtp:User and Emails:Smtp:Password, or neither.", "Sender=Smtp;Smtp:Host=h;Smtp:User=u")]
    [InlineData("Set Emails:Smtp:UseTls to true: a password must not travel in clear text.", "Sender=Smtp;Smtp:Host=h;Smtp:User=u;Smtp:Password=p;Smtp:UseTls=false")]
    [InlineData("Set Emails:Bounces:Imap:Host to the IMAP server's name.", "Bounces:Imap:User=u;Bounces:Imap:Password=secret")]
    [InlineData("Set Emails:Bounces:Imap:User and Emails:Bounces:Imap:Password to the sign-in of the mailbox of Emails:From.", "Bounces:Imap:Host=h;Bounces:Imap:User=u")]
    [InlineData("Set Emails:Bounces:Imap:Port to a port number, usually 993.", "Bounces:Imap:Host=h;Bounces:Imap:User=u;Bounces:Imap:Password=secret;Bounces:Imap:Port=0")]
    [InlineData("Set Emails:Bounces:Imap:Folder to the folder to read, usually INBOX.", "Bounces:Imap:Host=h;Bounces:Imap:User=u;Bounces:Imap:Password=secret;Bounces:Imap:Folder=")]
    [InlineData("Set Emails:GovNotify:TemplateId to the GUID of the template in GOV.UK Notify.",
        "Sender=GovNotify;GovNotify:ApiKey=k-8a1b6f0e-3c5d-4f1e-9b7a-2d4c6e8f0a1b-1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b")]
    [InlineData("Set Emails:GovNotify:ApiKey to the key from GOV.UK Notify (name, then two GUIDs, joined by hyphens).",
        "Sender=GovNotify;GovNotify:ApiKey=secret;GovNotify:TemplateId=5d3c2b1a-0f9e-4d8c-b7a6-958473625140")]
    public async Task Bad_configuration_stops_the_start_with_one_line_that_says_what_to_set(string expected, string settings)
    {
        using var host = new EmailSenderHost("Development", [.. settings.Split(';').Select(s => s.Split('=', 2)).Select(s => (s[0], s[1]))]);

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => host.Host.StartAsync());

        Assert.Equal(expected, problem.Message);
        Assert.DoesNotContain("secret", problem.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Staging", "Smtp:Host=h;Sender=Smtp")]
    [InlineData("Testing", "Sender=GovNotify;GovNotify:ApiKey=k-8a1b6f0e-3c5d-4f1e-9b7a-2d4c6e8f0a1b-1f2e3d4c-5b6a-4798-8a9b-0c1d2e3f4a5b;GovNotify:TemplateId=5d3c2b1a-0f9e-4d8c-b7a6-958473625140")]
    public async Task A_test_system_that_could_email_anybody_does_not_start(string environment, string settings)
    {
        (string, string)[] given = [.. settings.Split(';').Select(s => s.Split('=', 2)).Select(s => (s[0], s[1]))];
        using var open = new EmailSenderHost(environment, given);
        using var closed = new EmailSenderHost(environment, [.. given, ("AllowedDomains:0", "example.nhs.uk")]);
        using var production = new EmailSenderHost("Production", given);
        using var development = new EmailSenderHost("Development", given);

        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => open.Host.StartAsync());

        Assert.Equal($"Set Emails:AllowedDomains:0 to a domain that may get emails: {environment} is not Production, and nobody else may get one by mistake.", problem.Message);
        foreach (var fine in new[] { closed, production, development }) { await fine.Host.StartAsync(); }
    }

    [Fact]
    public async Task Nothing_configured_is_fine_in_development_and_stops_the_start_in_production()
    {
        using var development = new EmailSenderHost("Development");
        using var production = new EmailSenderHost("Production");

        await development.Host.StartAsync();
        var problem = await Assert.ThrowsAsync<OptionsValidationException>(() => production.Host.StartAsync());

        Assert.StartsWith("Set Emails:Sender to Smtp or GovNotify", problem.Message, StringComparison.Ordinal);
    }
}
