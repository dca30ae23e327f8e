using DcoPortal.Domain.Access;
using DcoPortal.Domain.Audit;
using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Audit;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.LadderSettings;

/// <summary>Reads the ladder of the person's board or of one of its services.</summary>
public sealed class LadderPageQuery(PortalDb db, AccessScope scope)
{
    /// <summary>The page, or null when the service is not in the board's directory.</summary>
    public async Task<LadderPage?> LoadAsync(Guid? serviceId, LadderForm? typed, CancellationToken ct)
    {
        var services = await (from s in db.Services
                              join p in db.Providers on s.ProviderId equals p.Id
                              where s.IcbId == scope.IcbId && (s.IsActive || s.Id == serviceId)
                              orderby p.ShortName, s.Name, s.Id
                              select new { s.Id, Name = s.Name + ", " + p.ShortName }).ToListAsync(ct);
        if (serviceId is not null && services.All(s => s.Id != serviceId)) { return null; }
        var settings = await db.LadderSettings.AsNoTracking().Where(l => l.IcbId == scope.IcbId).ToListAsync(ct);
        var ladders = new BoardLadders(scope.IcbId, settings);
        var own = settings.SingleOrDefault(l => l.Id == (serviceId ?? scope.IcbId));
        var icb = await db.Icbs.Where(i => i.Id == scope.IcbId).Select(i => i.Name).SingleAsync(ct);
        var kept = serviceId is { } of ? ladders.Of(of) : ladders.Board;
        var form = typed ?? new LadderForm
        {
            Service = serviceId,
            AsBoard = serviceId is not null && own is null,
            Steps = LadderForm.Of(kept),
            Version = own?.Version ?? Guid.Empty,
        };
        return new LadderPage(form, serviceId is { } chosen ? services.Single(s => s.Id == chosen).Name : icb, kept, own is null,
            own is null ? null : await LastChangeAsync(serviceId is { } one ? services.Single(s => s.Id == one).Name : icb, ct),
            [.. services.Select(s => new SelectListItem(s.Name, s.Id.ToString()))],
            [.. settings.Where(l => l.ServiceId is not null).Select(l => (services.FirstOrDefault(s => s.Id == l.ServiceId)?.Name ?? "A service that is no longer asked", l.Id))]);
    }

    /// <summary>The audit trail knows a ladder by its owner: a board, or a service with its provider.</summary>
    private async Task<LadderChange?> LastChangeAsync(string owner, CancellationToken ct)
    {
        var sentence = new ChaseLadderChanged(owner, null, null).Sentence;
        return await db.AuditEntries.AsNoTracking().Where(e => e.IcbId == scope.IcbId && e.Fact == nameof(ChaseLadderChanged) && e.Sentence == sentence)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new LadderChange(e.ActorName, e.AtUtc)).FirstOrDefaultAsync(ct);
    }
}

/// <summary>Changes the ladder of the person's board or of one of its services. It counts from the next morning.</summary>
public sealed class SaveLadderHandler(PortalDb db, AccessScope scope, AuditTrail audit)
{
    /// <summary>Stores it. Stored as it was, nothing happened.</summary>
    /// <returns>Whether the board or service is the person's.</returns>
    /// <exception cref="DbUpdateConcurrencyException">Somebody changed it since the form was shown.</exception>
    public async Task<bool> HandleAsync(LadderForm form, CancellationToken ct)
    {
        var owner = form.Service is { } id
            ? await (from s in db.Services join p in db.Providers on s.ProviderId equals p.Id where s.Id == id && s.IcbId == scope.IcbId select s.Name + ", " + p.ShortName).SingleOrDefaultAsync(ct)
            : await db.Icbs.Where(i => i.Id == scope.IcbId).Select(i => i.Name).SingleOrDefaultAsync(ct);
        if (owner is null) { return false; }
        var key = form.Service ?? scope.IcbId;
        var found = await db.LadderSettings.SingleOrDefaultAsync(l => l.Id == key, ct);
        var now = form.Service is not null ? (form.AsBoard ? null : form.ToLadder()) : form.Usual ? null : form.ToLadder();
        // a board with the usual steps has no ladder of its own, whichever way it came to them
        if (form.Service is null && now is not null && now.Equals(ChaseLadder.Usual)) { now = null; }
        if (found?.Version != (form.Version == Guid.Empty ? null : form.Version)) { throw new DbUpdateConcurrencyException("The ladder was changed meanwhile."); }
        if (now is null ? found is null : found is not null && found.Ladder.Equals(now)) { return true; }
        audit.Record(new ChaseLadderChanged(owner, found?.Ladder ?? (form.Service is null ? ChaseLadder.Usual : null), now ?? (form.Service is null ? ChaseLadder.Usual : null)));
        if (now is null) { db.LadderSettings.Remove(found!); }
        else if (found is null) { db.LadderSettings.Add(new LadderSetting(scope.IcbId, form.Service, now)); }
        else { found.Ladder = now; }
        await db.SaveChangesAsync(ct);
        return true;
    }
}
