namespace DcoPortal.Casework.Directory;

/// <summary>The days a service or professional is away, and who covers.</summary>
/// <param name="AwayFrom">The first day away, or null when the service or professional is not away (Europe/London).</param>
/// <param name="AwayUntil">The last day away, or null while it is not known (Europe/London).</param>
/// <param name="CoverId">The service or professional that covers, or null.</param>
/// <param name="Version">The version of the entry that was seen.</param>
public sealed record CoverToArrange(DateOnly? AwayFrom, DateOnly? AwayUntil, Guid? CoverId, Guid Version);

/// <summary>Sets away dates and cover, and nothing else of the directory: of the person's own services, their colleagues or themselves.</summary>
public sealed class ArrangeCoverHandler(PortalDb db, AccessScope scope, AuditTrail audit, Change change)
{
    /// <summary>Sets the away dates and cover of a service.</summary>
    public Task<Outcome> ForServiceAsync(Guid id, CoverToArrange form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var own = scope.ServiceIds;
        var service = await db.Services.SingleOrDefaultAsync(s => s.Id == id && own.Contains(s.Id) && s.IsActive, ct);
        if (service is null) { return Outcome.NotFound; }
        var (from, until) = (form.AwayFrom, form.AwayUntil);
        if (await CoverRules.ServiceProblemAsync(db, service, form.CoverId, from, until, ofOwnProvider: true, ct) is { } problem) { return Outcome.Refused(problem, nameof(form.CoverId)); }
        var before = CoverRules.Words(service.AwayFrom, service.AwayUntil, service.CoverServiceId);
        (service.AwayFrom, service.AwayUntil, service.CoverServiceId) = (from, until, form.CoverId);
        return audit.RecordEntry("cover of a service", id, $"{service.DistinctName}: {before}", $"{service.DistinctName}: {CoverRules.Words(from, until, form.CoverId)}", service.Version == form.Version);
    }, ct);

    /// <summary>Sets those of a colleague who works in one of the person's own services.</summary>
    public Task<Outcome> ForProfessionalAsync(Guid id, CoverToArrange form, CancellationToken ct)
    {
        var own = scope.ServiceIds;
        return ForPersonAsync(id, db.Professionals.Where(p => own.Contains(p.ServiceId)), form, ct);
    }

    /// <summary>Sets those of the signed-in person.</summary>
    public Task<Outcome> ForSelfAsync(CoverToArrange form, CancellationToken ct) => ForPersonAsync(scope.ProfessionalId, db.Professionals, form, ct);

    private Task<Outcome> ForPersonAsync(Guid id, IQueryable<Professional> among, CoverToArrange form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var person = await among.SingleOrDefaultAsync(p => p.Id == id && p.IsActive, ct);
        if (person is null) { return Outcome.NotFound; }
        var (from, until) = (form.AwayFrom, form.AwayUntil);
        if (await CoverRules.ProfessionalProblemAsync(db, id, person.ServiceId, form.CoverId, from, until, ct) is { } problem) { return Outcome.Refused(problem, nameof(form.CoverId)); }
        var before = CoverRules.Words(person.AwayFrom, person.AwayUntil, person.CoverProfessionalId);
        (person.AwayFrom, person.AwayUntil, person.CoverProfessionalId) = (from, until, form.CoverId);
        return audit.RecordEntry("cover of a professional", id, $"{person.FullName}: {before}", $"{person.FullName}: {CoverRules.Words(from, until, form.CoverId)}", person.Version == form.Version);
    }, ct);
}
