using DcoPortal.Casework.Emails.Sending;
using Microsoft.Extensions.Options;
using MimeKit;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>What happens to a message that came back.</summary>
public enum ReportFate
{
    /// <summary>The message marked an email as bounced: it goes to "done".</summary>
    Bounced,

    /// <summary>The message reports no failure: it goes to "done".</summary>
    NoFailure,

    /// <summary>The message is about an email that is still being sent: it stays until the next round.</summary>
    Wait,

    /// <summary>A person must look at the message: it goes to "unknown", because nothing is guessed.</summary>
    Unknown,
}

/// <summary>Reads a message that came back and marks the email that it is about, wherever the message was found.</summary>
public sealed class ReportReader(IOptions<EmailOptions> options, BounceRecorder recorder)
{
    /// <summary>The largest report that is read, in bytes: a report quotes headers or a short email, so a larger message is something else.</summary>
    public const long Largest = 1024 * 1024;

    /// <summary>How many messages are read at once, so that a flooded mailbox does not hold a round up.</summary>
    public const int MostAtOnce = 200;

    /// <summary>Reads one message.</summary>
    /// <param name="message">The message; not closed.</param>
    /// <param name="ct">Stops it.</param>
    public async Task<ReportFate> ReadAsync(Stream message, CancellationToken ct)
    {
        DeliveryReport report;
        try
        {
            using var mail = await MimeMessage.LoadAsync(message, ct);
            report = DeliveryReport.Read(mail, options.Value.From);
        }
        catch (FormatException) { return ReportFate.Unknown; }
        return report.Kind switch
        {
            ReportKind.NoFailure => ReportFate.NoFailure,
            ReportKind.Failure => await recorder.RecordAsync(report.EmailId, report.Why, ct) switch
            {
                BounceOutcome.Marked => ReportFate.Bounced,
                BounceOutcome.NotYetSent => ReportFate.Wait,
                _ => ReportFate.Unknown,
            },
            _ => ReportFate.Unknown,
        };
    }
}
