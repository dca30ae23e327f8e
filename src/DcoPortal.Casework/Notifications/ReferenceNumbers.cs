using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Gives out authorities' references. Numbers are reserved in a save of their own, so that two caseworkers at once
/// never wait for or undo each other's notification; a number whose notification was never saved stays unused.
/// </summary>
public sealed class ReferenceNumbers(PortalDbFactory databases, AccessScope scope, UkClock clock)
{
    private const int Attempts = 10;

    private readonly Dictionary<Guid, Queue<string>> _reserved = [];

    /// <summary>Reserves references of an authority for many notifications at once. Call it before any transaction of the caller's.</summary>
    public async Task ReserveAsync(Guid authorityId, int count, CancellationToken ct)
    {
        for (var attempt = 1; attempt <= Attempts; attempt++)
        {
            // another caseworker may take numbers in the same moment: this try then fails, and the next takes the numbers after those
            if (await TryTakeAsync(authorityId, count, ct)) { return; }
        }

        throw LostRaces.Overtaken("Others took the authority's next references each time.");
    }

    /// <summary>The authority's next reference, reserving one when none is left.</summary>
    public async Task<string> NextAsync(Guid authorityId, CancellationToken ct)
    {
        if (Of(authorityId).Count == 0) { await ReserveAsync(authorityId, 1, ct); }
        return Of(authorityId).Dequeue();
    }

    private Queue<string> Of(Guid authorityId)
    {
        if (!_reserved.TryGetValue(authorityId, out var queue)) { _reserved[authorityId] = queue = new(); }
        return queue;
    }

    private async Task<bool> TryTakeAsync(Guid authorityId, int count, CancellationToken ct)
    {
        await using var db = databases.Create(scope);
        var year = clock.Today.Year;
        var prefix = await db.LocalAuthorities.Where(a => a.Id == authorityId).Select(a => a.ReferencePrefix).SingleAsync(ct);
        var counter = await db.ReferenceCounters.SingleOrDefaultAsync(c => c.LocalAuthorityId == authorityId && c.Year == year, ct);
        if (counter is null)
        {
            counter = new ReferenceCounter { LocalAuthorityId = authorityId, Year = year, Next = 1 };
            db.ReferenceCounters.Add(counter);
        }
        var first = counter.Next;
        counter.Next += count;
        if (!await db.TrySaveAsync(ct)) { return false; }
        for (var i = 0; i < count; i++) { Of(authorityId).Enqueue(AssessmentReference.Create(prefix, year, first + i).ToString()); }
        return true;
    }
}
