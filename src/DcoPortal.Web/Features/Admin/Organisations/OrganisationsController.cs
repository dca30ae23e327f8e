using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Admin.Organisations;

/// <summary>One organisation.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name.</param>
/// <param name="Code">Its public code.</param>
/// <param name="Inbox">Its mailbox, or empty.</param>
/// <param name="Phone">Its telephone number, or null.</param>
/// <param name="Users">How many of its people may sign in.</param>
/// <param name="AuthorityId">Its key, for a local authority; null otherwise.</param>
/// <param name="OtherBoards">How many other boards a local authority lies in.</param>
public sealed record OrganisationRow(string Kind, string Name, string Code, string Inbox, string? Phone, int Users, Guid? AuthorityId = null, int OtherBoards = 0);

/// <summary>An authority that is added to the board or taken off it.</summary>
public sealed class BoardAuthorityForm
{
    /// <summary>The authority.</summary>
    [Display(Name = "Add a local authority to your board")]
    public Guid? AuthorityId { get; set; }
}

/// <summary>The page.</summary>
/// <param name="Rows">The organisations of the board.</param>
/// <param name="Others">The authorities that do not lie in the board's area.</param>
public sealed record OrganisationsPage(IReadOnlyList<OrganisationRow> Rows, IReadOnlyList<SelectListItem> Others)
{
    /// <summary>The authority chosen to add.</summary>
    [Display(Name = "Add a local authority to your board")]
    public Guid? AuthorityId { get; init; }
}

/// <summary>The board, its authorities and its providers.</summary>
public sealed class OrganisationsQuery(PortalDb db, AccessScope scope)
{
    /// <summary>The authorities that do not lie in the board's area.</summary>
    public async Task<IReadOnlyList<SelectListItem>> OthersAsync(CancellationToken ct) => await db.LocalAuthorities.AsNoTracking()
        .Where(a => !db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == scope.IcbId)).OrderBy(a => a.Name).ThenBy(a => a.Id)
        .Select(a => new SelectListItem(a.Name, a.Id.ToString())).ToListAsync(ct);

    /// <summary>All, by kind and name.</summary>
    public async Task<IReadOnlyList<OrganisationRow>> RunAsync(CancellationToken ct)
    {
        var boards = await db.Icbs.AsNoTracking().Where(i => i.Id == scope.IcbId)
            .Select(i => new OrganisationRow("Integrated care board", i.Name, i.OdsCode, i.DcoInbox, i.DcoPhone, db.Users.Count(u => u.LocalAuthorityId == null && u.ProviderId == null && u.DisabledUtc == null), null, 0)).ToListAsync(ct);
        var authorities = await db.LocalAuthorities.AsNoTracking().Where(a => db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == scope.IcbId)).OrderBy(a => a.Name).ThenBy(a => a.Id)
            .Select(a => new OrganisationRow("Local authority", a.Name, a.Code, a.SendInbox, a.SendPhone, db.Users.Count(u => u.LocalAuthorityId == a.Id && u.DisabledUtc == null), a.Id, db.IcbCoverages.Count(c => c.LocalAuthorityId == a.Id && c.IcbId != scope.IcbId))).ToListAsync(ct);
        var providers = await db.Providers.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id)
            .Select(p => new OrganisationRow("Provider", p.Name, p.OdsCode, "", null, db.Users.Count(u => u.ProviderId == p.Id && u.DisabledUtc == null), null, 0)).ToListAsync(ct);
        return [.. boards, .. authorities, .. providers];
    }
}

/// <summary>The organisations that the service works with, and which authorities lie in the board's area.</summary>
[Area("Admin")]
public sealed class OrganisationsController(OrganisationsQuery query, BoardAuthoritiesHandler handler) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/admin/organisations"), Allow(Permission.ViewOrganisations)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(new OrganisationsPage(await query.RunAsync(ct), await query.OthersAsync(ct)));

    /// <summary>Adds an authority to the board.</summary>
    [HttpPost("/admin/organisations/authorities"), Allow(Permission.ManageOrganisations)]
    public async Task<IActionResult> Add(BoardAuthorityForm form, CancellationToken ct)
    {
        if (form.AuthorityId is not { } id)
        {
            ModelState.AddModelError(nameof(form.AuthorityId), "Select a local authority");
            return View("Index", new OrganisationsPage(await query.RunAsync(ct), await query.OthersAsync(ct)));
        }
        var outcome = await handler.AddAsync(id, ct);
        return this.Answer(outcome.Of, () => this.Success($"{outcome.Value} lies in your board’s area now. Its people say for each notification which board is told, once they have signed in again.", Addresses.AdminOrganisations));
    }

    /// <summary>Takes an authority off the board.</summary>
    [HttpPost("/admin/organisations/authorities/take-off"), Allow(Permission.ManageOrganisations)]
    public async Task<IActionResult> TakeOff(BoardAuthorityForm form, CancellationToken ct)
    {
        var outcome = await handler.RemoveAsync(form.AuthorityId ?? Guid.Empty, ct);
        return this.Answer(outcome.Of, () => this.Success($"{outcome.Value} no longer lies in your board’s area. Its ended cases stay with your board.", Addresses.AdminOrganisations),
            refused: why => this.Notice(why, Addresses.AdminOrganisations));
    }
}
