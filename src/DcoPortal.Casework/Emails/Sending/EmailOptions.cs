namespace DcoPortal.Casework.Emails.Sending;

/// <summary>What carries emails.</summary>
public enum EmailSenderKind
{
    /// <summary>Files in a folder: nothing leaves the machine.</summary>
    Folder,

    /// <summary>An SMTP server.</summary>
    Smtp,

    /// <summary>GOV.UK Notify.</summary>
    GovNotify,
}

/// <summary>The configuration section "Emails".</summary>
public sealed class EmailOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Emails";

    /// <summary>Folder, Smtp or GovNotify. Not set means Folder, except in Production, where it must be set.</summary>
    public string? Sender { get; set; }

    /// <summary>Where the Folder sender writes, relative to the content root.</summary>
    public string Folder { get; set; } = "App_Data/emails";

    /// <summary>The sender's address (Folder and Smtp; GOV.UK Notify has its own).</summary>
    public string From { get; set; } = "dco-portal@localhost";

    /// <summary>When not empty, only addresses at these domains get email: for test systems.</summary>
    public IList<string> AllowedDomains { get; } = [];

    /// <summary>How bounced emails come back to <see cref="From"/>.</summary>
    public BounceOptions Bounces { get; } = new();

    /// <summary>The SMTP server.</summary>
    public SmtpOptions Smtp { get; } = new();

    /// <summary>The GOV.UK Notify service.</summary>
    public GovNotifyOptions GovNotify { get; } = new();

    /// <summary><see cref="Sender"/> as a value.</summary>
    public EmailSenderKind Kind => Sender is null ? EmailSenderKind.Folder : Enum.Parse<EmailSenderKind>(Sender, ignoreCase: true);
}

/// <summary>The configuration section "Emails:Smtp".</summary>
public sealed class SmtpOptions
{
    /// <summary>The server's name.</summary>
    public string? Host { get; set; }

    /// <summary>The port on which encryption begins at once, without STARTTLS.</summary>
    public const int PortOfTls = 465;

    /// <summary>587 is mail submission.</summary>
    public int Port { get; set; } = 587;

    /// <summary>Not set: no sign-in.</summary>
    public string? User { get; set; }

    /// <summary>A secret: from the environment or a secrets store.</summary>
    public string? Password { get; set; }

    /// <summary>STARTTLS, or TLS at once on port 465: required when on.</summary>
    public bool UseTls { get; set; } = true;

    /// <summary>Seconds until a silent server counts as away.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}

/// <summary>The configuration section "Emails:Bounces".</summary>
public sealed class BounceOptions
{
    /// <summary>Where the mail system puts bounce reports, one .eml file each, relative to the content root. Not set: SMTP bounces are not seen.</summary>
    public string? Folder { get; set; }

    /// <summary>The mailbox of the From address, where the portal reads it itself.</summary>
    public ImapOptions Imap { get; } = new();
}

/// <summary>The configuration section "Emails:Bounces:Imap". Always encrypted.</summary>
public sealed class ImapOptions
{
    /// <summary>The port on which encryption begins at once; any other asks for STARTTLS.</summary>
    public const int PortOfTls = 993;

    /// <summary>The server's name. Not set: no mailbox is read.</summary>
    public string? Host { get; set; }

    /// <summary>993 is IMAP over TLS.</summary>
    public int Port { get; set; } = PortOfTls;

    /// <summary>The mailbox's user.</summary>
    public string? User { get; set; }

    /// <summary>A secret: from the environment or a secrets store.</summary>
    public string? Password { get; set; }

    /// <summary>The folder that is read.</summary>
    public string Folder { get; set; } = "INBOX";
}

/// <summary>The configuration section "Emails:GovNotify".</summary>
public sealed class GovNotifyOptions
{
    /// <summary>A secret of the form name-GUID-GUID: from the environment or a secrets store.</summary>
    public string? ApiKey { get; set; }

    /// <summary>The one template, whose subject is ((subject)) and whose message is ((body)).</summary>
    public string? TemplateId { get; set; }

    /// <summary>The service's address.</summary>
    public string BaseUrl { get; set; } = "https://api.notifications.service.gov.uk";

    /// <summary>Seconds until a silent service counts as away.</summary>
    public int TimeoutSeconds { get; set; } = 30;
}
