namespace DcoPortal.Casework.Jobs;

/// <summary>Spaces small work that may be repeated, such as asking another service for news. A day's work to be done once takes <see cref="JobLease"/>.</summary>
internal static class JobSpacing
{
    /// <summary>Takes the next turn, when no instance has taken one since the least time.</summary>
    /// <param name="db">A context in the system scope.</param>
    /// <param name="name">The name of the work.</param>
    /// <param name="now">Now, UTC: noted as the time of the turn.</param>
    /// <param name="every">The least time between two turns.</param>
    /// <param name="count">How much was done, noted beside it.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Whether this caller has the turn: of several callers at once exactly one has.</returns>
    public static async Task<bool> TryTakeAsync(PortalDb db, string name, DateTime now, TimeSpan every, int count, CancellationToken ct)
    {
        await JobRow.EnsureAsync(db, name, ct);
        var before = now - every;
        return await db.Jobs.Where(j => j.Name == name && (j.LastDoneUtc == null || j.LastDoneUtc <= before))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.LastDoneUtc, now).SetProperty(j => j.LastCount, count), ct) == 1;
    }
}
