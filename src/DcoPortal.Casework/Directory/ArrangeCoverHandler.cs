using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Directory;

/// <summary>When somebody is away, and who covers.</summary>
/// <param name="AwayFrom">The first day away, or null for nobody away (Europe/London).</param>
/// <param name="AwayUntil">The last day away, or null while it is not known (Europe/London).</param>
/// <param name="CoverId">The service or professional that covers, or null.</param>
/// <param name="Version">The version of the entry that was seen.</param>
public sealed record CoverToArrange(DateOnly? AwayFrom, DateOnly? AwayUntil, Guid? CoverId, Guid Version);

/// <summary>What came of it: whether the entry is the person's to arrange, and what is wrong with the cover, or null.</summary>
public sealed record CoverResult(bool Found, string? Problem = null);

/// <summary>Sets away dates and cover, of the person's own services and colleagues or of themselves: nothing else of the directory.</summary>
public sealed class ArrangeCoverHandler(PortalDb db, AccessScope scope, AuditTrail audit)
{
    /// <summary>Sets a service's.</summary>
    /// <remarks>Overtaken: Somebody changed it since the form was shown.</remarks>
    public async Task<CoverResult> ForServiceAsync(Guid id, CoverToArrange form, CancellationToken ct)
    {
        var own = scope.ServiceIds;
        var service = await db.Services.SingleOrDefaultAsync(s => s.Id == id && own.Contains(s.Id) && s.IsActive, ct);
        if (service is null) { return new(false); }
        var (from, until) = (form.AwayFrom, form.AwayUntil);
        if (await CoverRules.ServiceProblemAsync(db, service, form.CoverId, from, until, ofOwnProvider: true, ct) is { } problem) { return new(true, problem); }
        var before = CoverRules.Words(service.AwayFrom, service.AwayUntil, service.CoverServiceId);
        db.Entry(service).Property(s => s.Version).OriginalValue = form.Version;
        (service.AwayFrom, service.AwayUntil, service.CoverServiceId) = (from, until, form.CoverId);
        await StoreAsync("cover of a service", id, service.Name, before, CoverRules.Words(from, until, form.CoverId), ct);
        return new(true);
    }

    /// <summary>Sets a colleague's, who works in one of the person's own services.</summary>
    /// <remarks>Overtaken: Somebody changed it since the form was shown.</remarks>
    public Task<CoverResult> ForProfessionalAsync(Guid id, CoverToArrange form, CancellationToken ct) => ForPersonAsync(id, scope.ServiceIds, form, ct);

    /// <summary>Sets the person's own.</summary>
    /// <remarks>Overtaken: Somebody changed it since the form was shown.</remarks>
    public Task<CoverResult> ForSelfAsync(CoverToArrange form, CancellationToken ct) => ForPersonAsync(scope.ProfessionalId, null, form, ct);

    private async Task<CoverResult> ForPersonAsync(Guid id, IReadOnlyList<Guid>? services, CoverToArrange form, CancellationToken ct)
    {
        var found = db.Professionals.Where(p => p.Id == id && p.IsActive);
        if (services is not null) { found = found.Where(p => services.Contains(p.ServiceId)); }
        var person = await found.SingleOrDefaultAsync(ct);
        if (person is null) { return new(false); }
        var (from, until) = (form.AwayFrom, form.AwayUntil);
        if (await CoverRules.ProfessionalProblemAsync(db, id, person.ServiceId, form.CoverId, from, until, ct) is { } problem) { return new(true, problem); }
        var before = CoverRules.Words(person.AwayFrom, person.AwayUntil, person.CoverProfessionalId);
        db.Entry(person).Property(p => p.Version).OriginalValue = form.Version;
        (person.AwayFrom, person.AwayUntil, person.CoverProfessionalId) = (from, until, form.CoverId);
        await StoreAsync("cover of a professional", id, person.FullName, before, CoverRules.Words(from, until, form.CoverId), ct);
        return new(true);
    }

    // saved as it was, nothing happened: a second click tells no second story
    private async Task StoreAsync(string entry, Guid id, string name, string before, string after, CancellationToken ct)
    {
        if (before == after) { return; }
        audit.Record(new DirectoryChanged(entry, id, $"{name}: {before}", $"{name}: {after}"));
        await db.SaveChangesAsync(ct);
    }
}
