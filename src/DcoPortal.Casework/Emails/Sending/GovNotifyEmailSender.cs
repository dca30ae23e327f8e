using Notify.Client;
using Notify.Exceptions;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Hands emails to GOV.UK Notify, through one template that passes our subject and body on.</summary>
internal sealed class GovNotifyEmailSender : IEmailSender
{
    private readonly GovNotifyOptions options;
    private readonly NotificationClient client;

    public GovNotifyEmailSender(GovNotifyOptions options)
    {
        this.options = options;
        client = GovNotifyClient.Create(options);
    }

    public async Task SendAsync(OutgoingEmail email, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var personalisation = new Dictionary<string, dynamic>
        {
            ["subject"] = EmailHeaders.OneLine(email.Subject),
            ["body"] = email.Body,
        };
        try
        {
            // not cancellable: Notify may have taken the email already, and a retry would send it twice
            await client.SendEmailAsync(email.To, options.TemplateId, personalisation, email.Id.ToString("D"));
        }
        catch (NotifyClientException refusal) when (IsAboutTheAddress(refusal.Message))
        {
            throw new EmailRefusedException("GOV.UK Notify refused the address.", refusal);
        }
        catch (NotifyClientException problem)
        {
            throw new EmailNotSentException("GOV.UK Notify did not take the email.", problem);
        }
        catch (Exception away) when (away.GetBaseException() is OperationCanceledException or TimeoutException)
        {
            throw new EmailNotSentException($"GOV.UK Notify did not answer within {options.TimeoutSeconds} seconds.", away);
        }
        catch (Exception away) when (away is AggregateException or HttpRequestException)
        {
            throw new EmailNotSentException("GOV.UK Notify cannot be reached.", away);
        }
    }

    // a wrong key or template, or a limit reached, can be mended by an administrator, and then the email can go
    private static bool IsAboutTheAddress(string message) =>
        message.Contains("400", StringComparison.Ordinal) && message.Contains("email_address", StringComparison.Ordinal);
}
