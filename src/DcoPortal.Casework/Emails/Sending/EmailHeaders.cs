using System.Net.Mail;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>The headers that mark the portal's emails and identify them in a bounce report.</summary>
internal static class EmailHeaders
{
    public const string OurId = "X-DCO-Portal-Id";

    public static string MessageId(Guid id, string from) => $"{id:D}@{new MailAddress(from).Host}";

    /// <summary>A line break would start another header.</summary>
    public static string OneLine(string value) =>
        value.Any(char.IsControl) ? throw new EmailRefusedException("An email's address and subject must be one line.") : value;
}
