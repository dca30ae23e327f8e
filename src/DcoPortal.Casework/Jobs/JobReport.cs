namespace DcoPortal.Casework.Jobs;

/// <summary>The state of a piece of background work, for people.</summary>
/// <param name="Title">Such as "Reminders of the chase ladder".</param>
/// <param name="Counts">The singular word for what is counted, such as "reminder".</param>
/// <param name="LastDoneUtc">When it was last done, UTC; null for never.</param>
/// <param name="LastCount">How much was done then.</param>
/// <param name="IsWaiting">Whether it is due now and not done yet.</param>
/// <param name="HasFailed">Whether the last try failed.</param>
public sealed record JobReport(string Title, string Counts, DateTime? LastDoneUtc, int LastCount, bool IsWaiting, bool HasFailed)
{
    /// <summary>The state of every job: one query.</summary>
    public static async Task<IReadOnlyList<JobReport>> ReadAsync(PortalDb db, IEnumerable<IScheduledJob> jobs, UkClock clock, CancellationToken ct)
    {
        var states = await db.Jobs.AsNoTracking().ToDictionaryAsync(j => j.Name, ct);
        var london = UkClock.LocalOf(clock.UtcNow);
        return [.. jobs.Select(j =>
        {
            var state = states.GetValueOrDefault(j.Name);
            return new JobReport(j.Title, j.Counts, state?.LastDoneUtc, state?.LastCount ?? 0, j.DayDue(london) is { } due && !(state?.LastDay >= due), state?.LastError is not null);
        }).OrderBy(j => j.Title, StringComparer.Ordinal)];
    }
}
