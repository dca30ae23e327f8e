using System.Net;
using System.Net.Mail;
using System.Net.Mime;
using System.Net.Sockets;
using System.Security.Authentication;
using System.Text;

namespace DcoPortal.Casework.Emails.Sending;

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
            throw new EmailNotSentException(WhyNot(problem), problem.InnerException);
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

    // what the client reports of a recipient is about the address, but for a full mailbox (552), which may empty again,
    // and for what is ours to mend: commands out of order (503), sign-in (530, 534, 535, 538). It does not say of 554
    // whether the server meant the address or the text, so that is tried again
    private static bool IsForGood(SmtpStatusCode code) => (int)code is >= 500 and < 600 and not (552 or 503 or 530 or 534 or 535 or 538);

    // the server's own words may hold an address, so only its code is kept
    private string WhyNot(SmtpException problem) => (int)problem.StatusCode switch
    {
        _ when problem.InnerException is AuthenticationException => "The mail server's certificate is not trusted.",
        _ when problem.InnerException is IOException or SocketException => "The mail server cannot be reached.",
        530 or 534 or 535 or 538 => $"The mail server refused the portal's sign-in ({(int)problem.StatusCode}): check Emails:Smtp:User and Password.",
        > 0 and var code => $"The mail server did not take the email ({code}).",
        _ => options.Smtp.UseTls ? "The mail server cannot be used: it may not offer encryption (STARTTLS)." : "The mail server cannot be used.",
    };
}
