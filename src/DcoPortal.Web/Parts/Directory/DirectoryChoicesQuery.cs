using DcoPortal.Casework.Data;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Parts.Directory;

/// <summary>The providers, services and colleagues to choose from, in scope.</summary>
public sealed class DirectoryChoicesQuery(PortalDb db)
{
    /// <summary>Active providers.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ProvidersAsync(CancellationToken ct) =>
        [.. (await db.Providers.AsNoTracking().Where(p => p.IsActive).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(ct))
            .Select(p => new SelectListItem(p.Name, p.Id.ToString()))];

    /// <summary>Active services, grouped by provider; for cover, all but one.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ServicesAsync(CancellationToken ct, Guid? except = null)
    {
        var rows = await (from s in db.Services.AsNoTracking()
                          join p in db.Providers on s.ProviderId equals p.Id
                          where s.IsActive && s.Id != except
                          orderby p.Name, s.Name, s.Id
                          select new { s.Id, s.Name, Provider = p.ShortName }).ToListAsync(ct);
        var groups = rows.Select(r => r.Provider).Distinct().ToDictionary(n => n, n => new SelectListGroup { Name = n });
        return [.. rows.Select(r => new SelectListItem(r.Name, r.Id.ToString()) { Group = groups[r.Provider] })];
    }

    /// <summary>Active professionals but one, for cover.</summary>
    public async Task<IReadOnlyList<SelectListItem>> ColleaguesAsync(Guid? except, CancellationToken ct) =>
        [.. (await db.Professionals.AsNoTracking().Where(p => p.IsActive && p.Id != except).OrderBy(p => p.FullName).ThenBy(p => p.Id)
            .Select(p => new { p.Id, p.FullName, p.JobTitle }).ToListAsync(ct)).Select(p => new SelectListItem($"{p.FullName}, {p.JobTitle}", p.Id.ToString()))];
}
