using MimeKit;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>An email as a message of the portal's own making: plain text, under our id.</summary>
internal static class PortalMessage
{
    public static MimeMessage Of(OutgoingEmail email, string from, DateTimeOffset date)
    {
        var message = new MimeMessage
        {
            Date = date,
            Subject = EmailHeaders.OneLine(email.Subject),
            MessageId = EmailHeaders.MessageId(email.Id, from),
            // 8 bits where the server allows it; MailKit encodes the text for a server that takes 7
            Body = new TextPart("plain") { Text = email.Body.ReplaceLineEndings("\r\n"), ContentTransferEncoding = ContentEncoding.EightBit },
        };
        message.From.Add(new MailboxAddress(null, from));
        message.To.Add(new MailboxAddress(null, EmailHeaders.OneLine(email.To)));
        message.Headers.Add(EmailHeaders.OurId, email.Id.ToString("D"));
        // asks out-of-office robots not to answer (RFC 3834)
        message.Headers.Add(HeaderId.AutoSubmitted, "auto-generated");
        return message;
    }
}
