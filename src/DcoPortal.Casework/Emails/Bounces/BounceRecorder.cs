namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>What recording a bounce did to the email.</summary>
public enum BounceOutcome
{
    /// <summary>The email is marked as bounced, now or before; or had failed already.</summary>
    Marked,

    /// <summary>The email is still being sent: ask again later.</summary>
    NotYetSent,

    /// <summary>There is no such email.</summary>
    Unknown,
}

/// <summary>Marks emails that the carrier took and could not deliver. A report read twice, or by two instances, marks once.</summary>
public sealed class BounceRecorder(PortalDbFactory dbs, UkClock clock)
{
    /// <summary>Marks one email as bounced, and those whose news left in it.</summary>
    public async Task<BounceOutcome> RecordAsync(Guid emailId, string why, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        var now = clock.UtcNow;
        if (await db.Emails.Where(e => (e.Id == emailId || e.SentWithId == emailId) && e.SentUtc != null && e.BouncedUtc == null)
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.BouncedUtc, now).SetProperty(e => e.LastError, why), ct) > 0) { return BounceOutcome.Marked; }
        var found = await db.Emails.AsNoTracking().Where(e => e.Id == emailId).Select(e => new { IsQueued = e.NextAttemptUtc != null }).SingleOrDefaultAsync(ct);
        return found is null ? BounceOutcome.Unknown : found.IsQueued ? BounceOutcome.NotYetSent : BounceOutcome.Marked;
    }
}
