using DcoPortal.Casework.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Parts.Directory;

/// <summary>The providers, services and colleagues to choose from, in scope.</summary>
public sealed class DirectoryChoicesQuery(PortalDb db)
{
    /// <summary>Active providers.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ProvidersAsync(CancellationToken ct) =>
        [.. (await db.Providers.AsNoTracking().Where(p => p.IsActive).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(ct))
            .Select(p => new SelectListItem(p.Name, p.Id.ToString()))];

    /// <summary>Active services, grouped by provider; for cover, without the service itself.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ServicesAsync(CancellationToken ct, Guid? except = null)
    {
        var rows = await (from s in db.Services.AsNoTracking()
                          join p in db.Providers on s.ProviderId equals p.Id
                          where s.IsActive && s.Id != except
                          orderby p.Name, s.Name, s.Town, s.Id
                          select new { s.Id, s.Name, s.Inbox, s.Town, Provider = p.Name }).ToListAsync(ct);
        var groups = rows.Select(r => r.Provider).Distinct().ToDictionary(n => n, n => new SelectListGroup { Name = n });
        return ToldApart.Items(rows.Select(r => new DirectoryChoice(r.Id.ToString(), $"{r.Name}, {ServicePlace.Of(r.Provider, r.Town)}", r.Inbox, groups[r.Provider])));
    }

    /// <summary>Active professionals for cover, without the absent one.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ColleaguesAsync(Guid? except, CancellationToken ct) =>
        ToldApart.Items((await (from p in db.Professionals.AsNoTracking()
                                join s in db.Services on p.ServiceId equals s.Id
                                join t in db.Providers on p.ProviderId equals t.Id
                                where p.IsActive && p.Id != except
                                orderby p.FullName, p.Id
                                select new { p.Id, p.FullName, p.JobTitle, p.Email, Service = s.Name, s.Town, Provider = t.Name }).ToListAsync(ct))
            .Select(p => new DirectoryChoice(p.Id.ToString(), $"{p.FullName}, {p.JobTitle} ({p.Service}), {ServicePlace.Of(p.Provider, p.Town)}", p.Email)));
}
