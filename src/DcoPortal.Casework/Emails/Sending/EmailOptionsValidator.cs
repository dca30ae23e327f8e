using System.Net.Mail;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Emails.Bounces;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Stops start-up with a line that says what to set.</summary>
internal sealed partial class EmailOptionsValidator(IHostEnvironment environment, IConfiguration configuration) : IValidateOptions<EmailOptions>
{
    // well below the time for which an email is claimed, or a second instance would send it too
    private const int LongestTimeout = 120;

    public ValidateOptionsResult Validate(string? name, EmailOptions options)
    {
        var problems = Problems(options).ToList();
        return problems.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(problems);
    }

    private IEnumerable<string> Problems(EmailOptions options)
    {
        if (options.Sender is null && environment.IsProduction())
        {
            yield return "Set Emails:Sender to Smtp or GovNotify (Folder keeps emails in files and sends none).";
            yield break;
        }

        if (options.Sender is not null && !Enum.GetNames<EmailSenderKind>().Contains(options.Sender, StringComparer.OrdinalIgnoreCase))
        {
            yield return "Set Emails:Sender to Folder, Smtp or GovNotify.";
            yield break;
        }

        var kind = options.Kind;
        if (kind != EmailSenderKind.GovNotify && !MailAddress.TryCreate(options.From, out _))
            yield return "Set Emails:From to the address that emails come from.";
        if (kind == EmailSenderKind.Folder && string.IsNullOrWhiteSpace(options.Folder))
            yield return "Set Emails:Folder to the folder for emails.";
        if (options.AllowedDomains.Any(d => d.Length == 0 || d.Contains('@', StringComparison.Ordinal)))
            yield return "Set each of Emails:AllowedDomains to a domain such as example.nhs.uk, without @.";
        if (kind != EmailSenderKind.Folder && options.AllowedDomains.Count == 0 && MustName())
            yield return $"Set Emails:AllowedDomains:0 to a domain that may get emails: {environment.EnvironmentName} is not Production, and nobody else may get one by mistake.";

        if (BounceFolder.FolderOf(options, environment) is { } bounces && !MayUse(bounces))
            yield return "Set Emails:Bounces:Folder to a folder that exists and that the portal may write to.";

        foreach (var problem in ImapProblems(options.Bounces.Imap)) { yield return problem; }

        foreach (var problem in kind switch
        {
            EmailSenderKind.Smtp => SmtpProblems(options.Smtp),
            EmailSenderKind.GovNotify => NotifyProblems(options.GovNotify),
            _ => [],
        })
        {
            yield return problem;
        }
    }

    // a test system must name its carrier, because it runs by itself, often with a copy of real addresses
    private bool MustName() => !environment.IsProduction() && !environment.IsDevelopment() && !configuration.GetValue<bool>("Demo:Enabled");

    private static bool MayUse(string folder)
    {
        if (!System.IO.Directory.Exists(folder)) { return false; }
        try
        {
            // the folders for messages that were read; moving a message needs write access to the bounce folder itself
            foreach (var name in new[] { "done", "unknown" }) { System.IO.Directory.CreateDirectory(Path.Combine(folder, name)); }
            using var probe = new FileStream(Path.Combine(folder, Path.GetRandomFileName() + ".tmp"), FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose);
            return true;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    private static IEnumerable<string> SmtpProblems(SmtpOptions smtp)
    {
        if (string.IsNullOrWhiteSpace(smtp.Host))
            yield return "Set Emails:Smtp:Host to the SMTP server's name.";
        if (smtp.Port is < 1 or > 65535)
            yield return "Set Emails:Smtp:Port to a port number, usually 587.";
        if (string.IsNullOrEmpty(smtp.User) != string.IsNullOrEmpty(smtp.Password))
            yield return "Set both Emails:Smtp:User and Emails:Smtp:Password, or neither.";
        if (!string.IsNullOrEmpty(smtp.Password) && !smtp.UseTls)
            yield return "Set Emails:Smtp:UseTls to true: a password must not travel in clear text.";
        if (smtp.TimeoutSeconds is < 1 or > LongestTimeout)
            yield return "Set Emails:Smtp:TimeoutSeconds to 1 to 120.";
    }

    private static IEnumerable<string> ImapProblems(ImapOptions imap)
    {
        if (imap.Host is null && imap.User is null && imap.Password is null) { yield break; }
        if (string.IsNullOrWhiteSpace(imap.Host))
            yield return "Set Emails:Bounces:Imap:Host to the IMAP server's name.";
        if (string.IsNullOrEmpty(imap.User) || string.IsNullOrEmpty(imap.Password))
            yield return "Set Emails:Bounces:Imap:User and Emails:Bounces:Imap:Password to the sign-in of the mailbox of Emails:From.";
        if (imap.Port is < 1 or > 65535)
            yield return "Set Emails:Bounces:Imap:Port to a port number, usually 993.";
        if (string.IsNullOrWhiteSpace(imap.Folder))
            yield return "Set Emails:Bounces:Imap:Folder to the folder to read, usually INBOX.";
    }

    private static IEnumerable<string> NotifyProblems(GovNotifyOptions notify)
    {
        if (notify.ApiKey is null || !ApiKeyShape().IsMatch(notify.ApiKey))
            yield return "Set Emails:GovNotify:ApiKey to the key from GOV.UK Notify (name, then two GUIDs, joined by hyphens).";
        if (!Guid.TryParse(notify.TemplateId, out _))
            yield return "Set Emails:GovNotify:TemplateId to the GUID of the template in GOV.UK Notify.";
        if (!Uri.TryCreate(notify.BaseUrl, UriKind.Absolute, out var url) || !(url.Scheme == Uri.UriSchemeHttps || url.IsLoopback))
            yield return "Set Emails:GovNotify:BaseUrl to an https address.";
        if (notify.TimeoutSeconds is < 1 or > LongestTimeout)
            yield return "Set Emails:GovNotify:TimeoutSeconds to 1 to 120.";
    }

    [GeneratedRegex("^.+-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$", RegexOptions.IgnoreCase)]
    private static partial Regex ApiKeyShape();
}
