using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Ladder;

namespace DcoPortal.Casework.Ladder;

/// <summary>The ladder to store.</summary>
/// <param name="Service">The service whose ladder it is, or null for the board's.</param>
/// <param name="Own">Its steps, or null for no steps of its own: then a service has the board's, and a board the usual ones.</param>
/// <param name="Version">The version that was seen; empty when there was none.</param>
public sealed record LadderToSave(Guid? Service, ChaseLadder? Own, Guid Version);

/// <summary>Changes the ladder of the person's board or of one of its services. It counts from the next morning.</summary>
public sealed class SaveLadderHandler(PortalDb db, Change change, AccessScope scope, AuditTrail audit)
{
    /// <summary>Stores the ladder. Unchanged steps record no fact.</summary>
    /// <returns>Not found when the board or service is not the person's.</returns>
    public Task<Outcome> HandleAsync(LadderToSave form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var owner = form.Service is { } id
            ? await ServiceAsync(id, ct)
            : await db.Icbs.Where(i => i.Id == scope.IcbId).Select(i => i.Name).SingleOrDefaultAsync(ct);
        if (owner is null) { return Outcome.NotFound; }
        var key = form.Service ?? scope.IcbId;
        var found = await db.LadderSettings.SingleOrDefaultAsync(l => l.Id == key, ct);
        var now = form.Own;
        // a board whose steps equal the usual ones keeps no ladder of its own
        if (form.Service is null && now is not null && now.Equals(ChaseLadder.Usual)) { now = null; }
        if (found?.Version != (form.Version == Guid.Empty ? null : form.Version)) { return Outcome.ChangedMeanwhile; }
        if (now is null ? found is null : found is not null && found.Ladder.Equals(now)) { return Outcome.Already; }
        audit.Record(new ChaseLadderChanged(owner, found?.Ladder ?? (form.Service is null ? ChaseLadder.Usual : null), now ?? (form.Service is null ? ChaseLadder.Usual : null)));
        if (now is null) { db.LadderSettings.Remove(found!); }
        else if (found is null) { db.LadderSettings.Add(new LadderSetting(scope.IcbId, form.Service, now)); }
        else { found.Ladder = now; }
        return Outcome.Done;
    }, ct);

    private async Task<string?> ServiceAsync(Guid id, CancellationToken ct)
    {
        var service = await (from s in db.Services join p in db.Providers on s.ProviderId equals p.Id where s.Id == id && s.IcbId == scope.IcbId select new { s.Name, s.Town, Provider = p.ShortName }).SingleOrDefaultAsync(ct);
        return service is null ? null : $"{service.Name}, {ServicePlace.Of(service.Provider, service.Town)}";
    }
}
