namespace DcoPortal.Casework.Requests;

/// <summary>
/// How long services have lately taken, from all their answers: also those of cases that the reader cannot see, so that two readers see
/// one forecast. It reads whole days for each service and nothing of a case.
/// </summary>
public sealed class ServiceHistoryQuery(PortalDbFactory dbs, UkClock clock)
{
    /// <summary>How far it looks back, in months.</summary>
    public const int Months = 6;

    /// <summary>Calendar days from receipt to return, for each statutory answer of each service.</summary>
    public async Task<ILookup<Guid, int>> ForAsync(IReadOnlyCollection<Guid> services, CancellationToken ct)
    {
        if (services.Count == 0) { return Array.Empty<int>().ToLookup(_ => Guid.Empty); }
        var sinceUtc = UkClock.StartOf(clock.Today.AddMonths(-Months));
        await using var db = dbs.Create(AccessScope.System);
        var answers = await db.AdviceRequests.AsNoTracking()
            .Where(r => services.Contains(r.ServiceId) && r.ReturnedUtc >= sinceUtc && r.Stage == RequestStage.Returned && r.Kind == AdviceKind.Statutory)
            .Select(r => new { r.ServiceId, r.ReceivedByHealthOn, r.ReturnedOn }).ToListAsync(ct);
        return answers.ToLookup(r => r.ServiceId, r => r.ReturnedOn!.Value.DayNumber - r.ReceivedByHealthOn.DayNumber);
    }
}
