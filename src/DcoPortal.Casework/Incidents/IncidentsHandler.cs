using DcoPortal.Domain.Incidents;

namespace DcoPortal.Casework.Incidents;

/// <summary>Records incidents, adds to them, closes them and opens them again. A form sent twice works once.</summary>
public sealed class IncidentsHandler(PortalDb db, Change change, AuditTrail audit, CurrentPerson person, UkClock clock)
{
    /// <summary>Records an incident that came of no withdrawal, such as a request sent to the wrong service.</summary>
    /// <returns>The incident.</returns>
    public Task<Outcome<Guid>> RecordAsync(Guid requestId, DateOnly foundOn, string what, CancellationToken ct) => change.MakeAsync<Guid>(async () =>
    {
        if (await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == requestId, ct) is not { } request) { return Outcome.NotFound; }
        var text = what.Trim();
        if (await db.Incidents.Where(i => i.AdviceRequestId == requestId && i.FoundOn == foundOn && i.What == text && i.ClosedUtc == null).Select(i => (Guid?)i.Id).FirstOrDefaultAsync(ct) is { } same) { return Outcome.Already.With(same); }
        var incident = new Incident(request, null, foundOn, text, person.Actor.Name, clock.UtcNow);
        db.Incidents.Add(incident);
        audit.Record(new IncidentRecorded(incident.Keys));
        return incident.Id;
    }, ct);

    /// <summary>Adds what was done.</summary>
    /// <param name="id">The incident.</param>
    /// <param name="key">The entry's key, from the form.</param>
    /// <param name="text">What was done.</param>
    /// <param name="ct">Cancels.</param>
    public Task<Outcome> AddAsync(Guid id, Guid key, string text, CancellationToken ct) => OnAsync(id, (key, text), i => i.Add(key, text.Trim(), person.Actor.Name, clock.UtcNow), ct);

    /// <summary>Closes the record with what was done in the end.</summary>
    public Task<Outcome> CloseAsync(Guid id, Guid key, string learnt, CancellationToken ct) => OnAsync(id, (key, learnt), i => i.Close(key, learnt.Trim(), person.Actor.Name, clock.UtcNow), ct);

    /// <summary>Opens a closed record again.</summary>
    public Task<Outcome> ReopenAsync(Guid id, CancellationToken ct) => OnAsync(id, null, i => i.Reopen(), ct);

    private Task<Outcome> OnAsync(Guid id, (Guid Key, string Words)? entry, Func<Incident, AuditFact?> what, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Incidents.SingleOrDefaultAsync(i => i.Id == id, ct) is not { } incident) { return Outcome.NotFound; }
        if (entry is var (key, words) && await db.IncidentEntries.Where(e => e.Id == key).Select(e => e.Text).SingleOrDefaultAsync(ct) is { } written) { return SentTwice.Of(written, words); }
        if (what(incident) is not { } fact) { return Outcome.Already; }
        audit.Record(fact);
        return Outcome.Done;
    }, ct);
}
