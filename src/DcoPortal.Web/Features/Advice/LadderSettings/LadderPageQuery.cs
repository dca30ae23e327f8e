using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Ladder;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.LadderSettings;

/// <summary>Reads the ladder of the person's board or of one of its services.</summary>
public sealed class LadderPageQuery(PortalDb db, AccessScope scope)
{
    /// <summary>The page, or null when the service is not in the board's directory.</summary>
    public async Task<LadderPage?> LoadAsync(Guid? serviceId, LadderForm? typed, CancellationToken ct)
    {
        var found = await (from s in db.Services
                           join p in db.Providers on s.ProviderId equals p.Id
                           where s.IcbId == scope.IcbId && (s.IsActive || s.Id == serviceId)
                           orderby p.ShortName, s.Name, s.Town, s.Id
                           select new { s.Id, s.Name, s.Town, Provider = p.ShortName }).ToListAsync(ct);
        var services = found.ConvertAll(s => new { s.Id, Name = $"{s.Name}, {ServicePlace.Of(s.Provider, s.Town)}" });
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

    /// <summary>The last change of a ladder. The audit entries name its owner: the board, or the service with its provider.</summary>
    private async Task<LadderChange?> LastChangeAsync(string owner, CancellationToken ct)
    {
        var sentence = new ChaseLadderChanged(owner, null, null).Sentence;
        return await db.AuditEntries.AsNoTracking().Where(e => e.IcbId == scope.IcbId && e.Fact == nameof(ChaseLadderChanged) && e.Sentence == sentence)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new LadderChange(e.ActorName, e.AtUtc)).FirstOrDefaultAsync(ct);
    }
}
