using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Text;

namespace DcoPortal.Web.Platform.Emails;

/// <summary>Hands emails to an SMTP server, one connection each.</summary>
internal sealed class SmtpEmailSender(EmailOptions options) : IEmailSender
{
    public async Task SendAsync(OutgoingEmail email, CancellationToken ct)
    {
        using var message = Message(email);
        using var client = new SmtpClient(options.Smtp.Host, options.Smtp.Port)
        {
            EnableSsl = options.Smtp.UseTls,
            Credentials = string.IsNullOrEmpty(options.Smtp.User) ? null : new NetworkCredential(options.Smtp.User, options.Smtp.Password),
        };
        // the client's own Timeout does not hold for asynchronous sends
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Smtp.TimeoutSeconds));
        try
        {
            await client.SendMailAsync(message, limit.Token);
        }
        catch (SmtpFailedRecipientException refusal)
        {
            // the server's own words often hold the address, so they go no further
            if (IsForGood(refusal.StatusCode))
                throw new EmailRefusedException($"The mail server refused the address ({(int)refusal.StatusCode}).");
            throw new EmailNotSentException($"The mail server did not take the email ({(int)refusal.StatusCode}).");
        }
        catch (Exception late) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new EmailNotSentException($"The mail server did not answer within {options.Smtp.TimeoutSeconds} seconds.", late);
        }
        catch (SmtpException problem)
        {
            throw new EmailNotSentException($"The mail server cannot be used ({problem.StatusCode}).", problem.InnerException);
        }
    }

    private MailMessage Message(OutgoingEmail email)
    {
        var message = new MailMessage(options.From, email.To)
        {
            Subject = EmailHeaders.OneLine(email.Subject),
            SubjectEncoding = Encoding.UTF8,
            Body = email.Body.ReplaceLineEndings("\r\n"),
            BodyEncoding = Encoding.UTF8,
            // as quoted-printable this class would encode line breaks too, which some mail programs show
            BodyTransferEncoding = TransferEncoding.Base64,
        };
        message.Headers.Add("Message-ID", EmailHeaders.MessageId(email.Id, options.From));
        message.Headers.Add(EmailHeaders.OurId, email.Id.ToString("D"));
        // asks out-of-office robots not to answer (RFC 3834)
        message.Headers.Add("Auto-Submitted", "auto-generated");
        return message;
    }

    // 550 no such mailbox, 551 not local, 553 name not allowed; a full mailbox (552) may empty again
    private static bool IsForGood(SmtpStatusCode code) =>
        code is SmtpStatusCode.MailboxUnavailable or SmtpStatusCode.UserNotLocalTryAlternatePath or SmtpStatusCode.MailboxNameNotAllowed;
}
