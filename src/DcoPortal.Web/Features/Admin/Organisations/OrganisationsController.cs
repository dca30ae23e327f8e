namespace DcoPortal.Web.Features.Admin.Organisations;

/// <summary>One organisation.</summary>
public sealed record OrganisationRow(string Kind, string Name, string Code, string Inbox, string? Phone, int Users);

/// <summary>The board, its authorities and its providers.</summary>
public sealed class OrganisationsQuery(PortalDb db, AccessScope scope)
{
    /// <summary>All, by kind and name.</summary>
    public async Task<IReadOnlyList<OrganisationRow>> RunAsync(CancellationToken ct)
    {
        var boards = await db.Icbs.AsNoTracking().Where(i => i.Id == scope.IcbId)
            .Select(i => new OrganisationRow("Integrated care board", i.Name, i.OdsCode, i.DcoInbox, i.DcoPhone, db.Users.Count(u => u.LocalAuthorityId == null && u.ProviderId == null && u.DisabledUtc == null))).ToListAsync(ct);
        var authorities = await db.LocalAuthorities.AsNoTracking().Where(a => db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == scope.IcbId)).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new OrganisationRow("Local authority", a.Name, a.Code, a.SendInbox, a.SendPhone, db.Users.Count(u => u.LocalAuthorityId == a.Id && u.DisabledUtc == null))).ToListAsync(ct);
        var providers = await db.Providers.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new OrganisationRow("Provider", p.Name, p.OdsCode, "", null, db.Users.Count(u => u.ProviderId == p.Id && u.DisabledUtc == null))).ToListAsync(ct);
        return [.. boards, .. authorities, .. providers];
    }
}

/// <summary>The organisations that the service works with.</summary>
[Area("Admin")]
public sealed class OrganisationsController(OrganisationsQuery query) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/admin/organisations"), Allow(Permission.ViewOrganisations)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.RunAsync(ct));
}
