using System.Globalization;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Casework.Jobs;
using Microsoft.Extensions.Options;
using Notify.Client;

namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>
/// Asks GOV.UK Notify which emails it could not deliver, and finds ours by the reference that we gave it. Notify is asked for
/// its failures, which are few, and not for every email.
/// </summary>
internal sealed class NotifyDeliveries(IOptions<EmailOptions> options, PortalDbFactory dbs, BounceRecorder recorder, UkClock clock)
{
    /// <summary>The job's row: one portal asks, whatever their number.</summary>
    public const string JobName = "email-deliveries";

    /// <summary>Notify keeps what it knows for 7 days.</summary>
    private static readonly TimeSpan LookBack = TimeSpan.FromDays(5);

    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);
    private const int MostPages = 20;

    // what each final failure means: https://www.notifications.service.gov.uk/using-notify/message-status/email
    private static readonly Dictionary<string, string> Failures = new()
    {
        ["permanent-failure"] = "GOV.UK Notify says that there is no such mailbox (permanent failure).",
        ["temporary-failure"] = "GOV.UK Notify could not deliver it and has stopped trying: the mailbox may be full or a filter may refuse it (temporary failure).",
        ["technical-failure"] = "GOV.UK Notify could not send it because of a fault of its own (technical failure).",
    };

    private readonly NotificationClient? client = options.Value.Kind == EmailSenderKind.GovNotify ? GovNotifyClient.Create(options.Value.GovNotify) : null;

    /// <summary>Asks, unless an instance of the portal did so in the last ten minutes.</summary>
    /// <returns>How many emails were found to have bounced.</returns>
    public async Task<int> ReadAsync(CancellationToken ct)
    {
        if (client is null) { return 0; }
        await using (var db = dbs.Create(AccessScope.System))
        {
            if (!await JobSpacing.TryTakeAsync(db, JobName, clock.UtcNow, Every, 0, ct)) { return 0; }
        }
        var found = 0;
        foreach (var (status, why) in Failures) { found += await ReadAsync(status, why, ct); }
        return found;
    }

    private async Task<int> ReadAsync(string status, string why, CancellationToken ct)
    {
        var since = clock.UtcNow - LookBack;
        var found = 0;
        var olderThan = "";
        for (var page = 0; page < MostPages; page++)
        {
            ct.ThrowIfCancellationRequested();
            var failures = (await client!.GetNotificationsAsync("email", status, "", olderThan)).notifications;
            foreach (var failure in failures)
            {
                // a Notify service may send emails of other systems too: the portal ignores their references
                if (Guid.TryParseExact(failure.reference, "D", out var id) && await recorder.RecordAsync(id, why, ct) == BounceOutcome.Marked) { found++; }
            }
            if (failures.Count == 0 || IsBefore(failures[^1].createdAt, since)) { break; }
            olderThan = failures[^1].id;
        }
        return found;
    }

    private static bool IsBefore(string? createdAt, DateTime utc) =>
        DateTime.TryParse(createdAt, CultureInfo.InvariantCulture, DateTimeStyles.AdjustToUniversal | DateTimeStyles.AssumeUniversal, out var at) && at < utc;
}
