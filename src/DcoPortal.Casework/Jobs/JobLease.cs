namespace DcoPortal.Casework.Jobs;

/// <summary>The right to do one day's work, for a short time that the work renews. An instance that dies loses it. Small repeatable work takes <see cref="JobSpacing"/>.</summary>
public sealed class JobLease(PortalDbFactory dbs, UkClock clock, string name, string holder)
{
    /// <summary>How long an instance that renews nothing is taken to be at work.</summary>
    public static readonly TimeSpan Length = TimeSpan.FromMinutes(2);

    private DateTime _until;

    /// <summary>Takes the lease, unless another instance has it or the day's work is done.</summary>
    internal async Task<bool> TakeAsync(DateOnly day, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        await JobRow.EnsureAsync(db, name, ct);
        var now = clock.UtcNow;
        var until = now + Length;
        var taken = await db.Jobs.Where(j => j.Name == name && (j.LastDay == null || j.LastDay < day) && (j.LeaseUntilUtc == null || j.LeaseUntilUtc < now))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.Holder, holder).SetProperty(j => j.LeaseUntilUtc, until), ct) == 1;
        _until = until;
        return taken;
    }

    /// <summary>Keeps the lease while the work goes on. Cheap: it writes only when half of the time has gone.</summary>
    /// <exception cref="JobLeaseLostException">Another instance of the portal took over.</exception>
    public async Task RenewAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        if (_until - now > Length / 2) { return; }
        var until = now + Length;
        await using var db = dbs.Create(AccessScope.System);
        if (await db.Jobs.Where(j => j.Name == name && j.Holder == holder).ExecuteUpdateAsync(s => s.SetProperty(j => j.LeaseUntilUtc, until), ct) != 1) { throw new JobLeaseLostException(name); }
        _until = until;
    }

    internal async Task DoneAsync(DateOnly day, int count, CancellationToken ct)
    {
        var now = clock.UtcNow;
        await using var db = dbs.Create(AccessScope.System);
        await db.Jobs.Where(j => j.Name == name && j.Holder == holder).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.LastDay, day).SetProperty(j => j.LastDoneUtc, now).SetProperty(j => j.LastCount, count)
            .SetProperty(j => j.Holder, (string?)null).SetProperty(j => j.LeaseUntilUtc, (DateTime?)null).SetProperty(j => j.LastError, (string?)null), ct);
    }

    internal async Task FailedAsync(Exception error, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var why = $"{error.GetType().Name}: {error.Message}";
        why = why.Length > 1000 ? why[..1000] : why;
        await using var db = dbs.Create(AccessScope.System);
        // the failure does not end the lease: the next try waits until it runs out
        await db.Jobs.Where(j => j.Name == name && j.Holder == holder).ExecuteUpdateAsync(s => s
            .SetProperty(j => j.LastError, why).SetProperty(j => j.LastFailedUtc, now), ct);
    }
}

/// <summary>Another instance took the work over, because this one had not renewed its lease.</summary>
public sealed class JobLeaseLostException(string name) : Exception($"Another portal has taken over {name}.");
