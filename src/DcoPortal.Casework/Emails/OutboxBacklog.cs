namespace DcoPortal.Casework.Emails;

/// <summary>How much waits in the outbox, and whether anything sends it.</summary>
/// <param name="Queued">Emails neither sent nor given up, in the context's scope.</param>
/// <param name="OldestUtc">When the one that waits longest was queued, UTC, or null.</param>
/// <param name="LastRunUtc">When a portal last looked for due emails, UTC (to the minute), or null when none ever did.</param>
public sealed record OutboxBacklog(int Queued, DateTime? OldestUtc, DateTime? LastRunUtc)
{
    /// <summary>The sender's row among the jobs.</summary>
    public const string JobName = "outbox";

    /// <summary>Reads the backlog.</summary>
    public static async Task<OutboxBacklog> ReadAsync(PortalDb db, CancellationToken ct)
    {
        var queued = db.Emails.AsNoTracking().Where(e => e.NextAttemptUtc != null);
        var count = await queued.CountAsync(ct);
        DateTime? oldest = count == 0 ? null : await queued.MinAsync(e => (DateTime?)e.QueuedUtc, ct);
        var ran = await db.Jobs.AsNoTracking().Where(j => j.Name == JobName).Select(j => j.LastDoneUtc).SingleOrDefaultAsync(ct);
        return new(count, oldest, ran);
    }
}
