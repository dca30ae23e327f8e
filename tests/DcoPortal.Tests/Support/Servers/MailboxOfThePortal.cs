namespace DcoPortal.Tests.Support.Servers;

/// <summary>A portal of the tests that sends its emails to a real mailbox, and what its readers do with them.</summary>
internal static class MailboxOfThePortal
{
    private static readonly string[] Domains = ["icb.test", "lsc-icb.example.nhs.uk", "ot.test", "slt.test", "lscft.test", "teaching.test", "lancashire.test", "lancashire.example.gov.uk"];

    /// <summary>Sends over SMTP to the mailbox; before the first request.</summary>
    public static PortalApp ThatMailsTo(this PortalApp app, Mailbox mailbox)
    {
        app.With("Emails:Sender", "Smtp").With("Emails:From", "portal@portal.example").With("Emails:Smtp:Host", "127.0.0.1").With("Emails:Smtp:Port", $"{mailbox.Port}").With("Emails:Smtp:UseTls", "false")
            .With("Portal:PublicUrl", "https://localhost");
        for (var i = 0; i < Domains.Length; i++) { app.With($"Emails:AllowedDomains:{i}", Domains[i]); }
        return app;
    }

    /// <summary>The one link of an email, as a path of the portal.</summary>
    public static string Link(this Mail mail) => new Uri(mail.Text!.Split('\n').Single(l => l.StartsWith("https://localhost/", StringComparison.Ordinal))).PathAndQuery;
}
