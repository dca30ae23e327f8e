using System.Net.Security;
using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;
using MailKit.Security;
using MimeKit;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Hands emails to an SMTP server, one connection each.</summary>
internal sealed class SmtpEmailSender(EmailOptions options, TimeProvider clock, RemoteCertificateValidationCallback? trust = null) : IEmailSender
{
    public async Task SendAsync(OutgoingEmail email, CancellationToken ct)
    {
        using var message = PortalMessage.Of(email, options.From, clock.GetUtcNow());
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(options.Smtp.TimeoutSeconds));
        try
        {
            await SendAsync(message, email.Id, limit.Token);
        }
        catch (SmtpCommandException refusal) when (refusal.ErrorCode == SmtpErrorCode.RecipientNotAccepted && IsForGood(refusal.StatusCode))
        {
            // the server's reply often holds the address, so only its code goes into the exception
            throw new EmailRefusedException($"The mail server refused the address ({(int)refusal.StatusCode}).");
        }
        catch (Exception late) when (limit.IsCancellationRequested && !ct.IsCancellationRequested)
        {
            throw new EmailNotSentException($"The mail server did not answer within {options.Smtp.TimeoutSeconds} seconds.", late);
        }
        catch (Exception problem) when (WhyNot(problem) is { } why)
        {
            throw new EmailNotSentException(why);
        }
    }

    private async Task SendAsync(MimeMessage message, Guid id, CancellationToken ct)
    {
        // many hospital networks reach no revocation list, so the certificate's chain and name decide
        using var client = new ReportingClient(id) { ServerCertificateValidationCallback = trust, CheckCertificateRevocation = false };
        await client.ConnectAsync(options.Smtp.Host!, options.Smtp.Port, Encryption(options.Smtp), ct);
        if (!string.IsNullOrEmpty(options.Smtp.User)) { await client.AuthenticateAsync(options.Smtp.User, options.Smtp.Password!, ct); }
        await client.SendAsync(message, ct);
        // the server has taken the email: when it hangs up instead of answering QUIT, that is no failure
        try { await client.DisconnectAsync(quit: true, ct); }
        catch (Exception e) when (e is IOException or SocketException or ProtocolException or OperationCanceledException) { }
    }

    private static SecureSocketOptions Encryption(SmtpOptions smtp) =>
        !smtp.UseTls ? SecureSocketOptions.None : smtp.Port == SmtpOptions.PortOfTls ? SecureSocketOptions.SslOnConnect : SecureSocketOptions.StartTls;

    // a 5xx reply to the recipient is final, except: a full mailbox (552) may empty again; an administrator can mend 503, 530,
    // 534, 535 and 538; and 554 does not say whether it is about the address
    private static bool IsForGood(SmtpStatusCode code) => (int)code is >= 500 and < 600 and not (552 or 554 or 503 or 530 or 534 or 535 or 538);

    // the server's reply may hold an address, so only its code is kept
    private static string? WhyNot(Exception problem) => problem switch
    {
        SslHandshakeException => "The mail server's certificate is not trusted.",
        AuthenticationException or ServiceNotAuthenticatedException => "The mail server refused the portal's sign-in: check Emails:Smtp:User and Password.",
        SmtpCommandException { StatusCode: var code } => $"The mail server did not take the email ({(int)code}).",
        NotSupportedException => "The mail server cannot be used: it may not offer encryption (STARTTLS) or sign-in.",
        IOException or SocketException or ProtocolException or ServiceNotConnectedException => "The mail server cannot be reached.",
        _ => null,
    };

    /// <summary>Asks a server that supports RFC 3461 to report failures under our id and to send only the headers back.</summary>
    private sealed class ReportingClient : SmtpClient
    {
        private readonly string id;

        public ReportingClient(Guid id)
        {
            this.id = id.ToString("D");
            DeliveryStatusNotificationType = DeliveryStatusNotificationType.HeadersOnly;
        }

        protected override string GetEnvelopeId(MimeMessage message) => id;

        protected override DeliveryStatusNotification? GetDeliveryStatusNotifications(MimeMessage message, MailboxAddress mailbox) => DeliveryStatusNotification.Failure;
    }
}
