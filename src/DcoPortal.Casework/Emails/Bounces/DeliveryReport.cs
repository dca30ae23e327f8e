using System.Net.Mail;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Emails.Sending;
using MimeKit;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>What a message that came back turned out to be.</summary>
internal enum ReportKind
{
    /// <summary>Not a delivery report, or not about an email of the portal.</summary>
    Unknown,

    /// <summary>A report of something that is no failure: a delay, a delivery.</summary>
    NoFailure,

    /// <summary>A server has given up on an email of the portal.</summary>
    Failure,
}

/// <summary>A delivery status notification (RFC 3464) about an email of ours. Of its text nothing is kept but the codes.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="EmailId">Our email, when it is a failure.</param>
/// <param name="Why">In plain words with the codes, when it is a failure. Holds no address.</param>
internal sealed partial record DeliveryReport(ReportKind Kind, Guid EmailId = default, string Why = "")
{
    private static readonly DeliveryReport Unknown = new(ReportKind.Unknown);

    /// <summary>Reads a message.</summary>
    /// <param name="message">The message that came back.</param>
    /// <param name="from">The address that emails come from: only its domain makes our message ids.</param>
    public static DeliveryReport Read(MimeMessage message, string from)
    {
        if (message.Body is not MultipartReport report || report.OfType<MessageDeliveryStatus>().FirstOrDefault() is not { } status) { return Unknown; }
        // the first group is about the message, each further one about a recipient; our emails have one
        var recipients = status.StatusGroups.Where(g => g.Contains("Action")).ToList();
        if (recipients.Count == 0) { return Unknown; }
        // "failed" means that the server has given up, whatever the code says; "delayed" means that it still tries
        if (recipients.FirstOrDefault(g => g["Action"]!.Split('(')[0].Trim().Equals("failed", StringComparison.OrdinalIgnoreCase)) is not { } failed) { return new(ReportKind.NoFailure); }
        return OurId(report, status, from) is { } id ? new(ReportKind.Failure, id, Words(failed)) : Unknown;
    }

    private static Guid? OurId(MultipartReport report, MessageDeliveryStatus status, string from)
    {
        var headers = Returned(report);
        if (Guid.TryParseExact(headers?[EmailHeaders.OurId], "D", out var id)) { return id; }
        var messageId = (headers?[HeaderId.MessageId] ?? "").Trim('<', '>', ' ').Split('@');
        if (messageId.Length == 2 && messageId[1].Equals(new MailAddress(from).Host, StringComparison.OrdinalIgnoreCase) && Guid.TryParseExact(messageId[0], "D", out id)) { return id; }
        // the envelope id that the portal gave the first mail server, when that server supports it
        return Guid.TryParseExact(status.StatusGroups[0]["Original-Envelope-Id"]?.Trim(), "D", out id) ? id : null;
    }

    /// <summary>The headers of our email, however the server returned them.</summary>
    private static HeaderList? Returned(MultipartReport report)
    {
        foreach (var part in report)
        {
            if (part is MessagePart { Message: { } message }) { return message.Headers; }
            if (part is MimePart { Content: { } content, ContentType: { MediaSubtype: var subtype } } && subtype.EndsWith("-headers", StringComparison.OrdinalIgnoreCase))
            {
                using var text = content.Open();
                return HeaderList.Load(text);
            }
        }
        return null;
    }

    /// <summary>RFC 3463's codes in words. The server's own text may hold an address or more: only its number is kept.</summary>
    private static string Words(HeaderList recipient)
    {
        var status = Status().Match(recipient["Status"] ?? "");
        var reply = Reply().Match(recipient["Diagnostic-Code"] ?? "");
        var codes = string.Join(", ", new[] { status.Value, reply.Groups[1].Value }.Where(c => c.Length > 0));
        var words = status.Value switch
        {
            "5.1.1" or "5.1.10" or "5.1.6" or "5.1.3" => "There is no such mailbox",
            "5.1.2" => "There is no such mail domain",
            "5.2.1" => "The mailbox is closed",
            "5.2.2" or "4.2.2" => "The mailbox is full",
            "5.2.3" or "5.3.4" => "The email is too large for the mailbox",
            var s when s.StartsWith("5.7.", StringComparison.Ordinal) => "The mailbox's rules or spam filter refused the email",
            var s when s.StartsWith("4.", StringComparison.Ordinal) => "The mail server gave up after trying for some time",
            var s when s.StartsWith("5.4.", StringComparison.Ordinal) => "The mail server of the address cannot be reached",
            _ => "The mail server could not deliver it",
        };
        return codes.Length == 0 ? $"{words}." : $"{words} ({codes}).";
    }

    [GeneratedRegex(@"^[245]\.\d{1,3}\.\d{1,3}")]
    private static partial Regex Status();

    [GeneratedRegex(@"^smtp *; *(\d{3})\b", RegexOptions.IgnoreCase)]
    private static partial Regex Reply();
}
