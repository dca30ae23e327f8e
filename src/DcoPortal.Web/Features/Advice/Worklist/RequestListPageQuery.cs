using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Worklist;

/// <summary>The page of the list.</summary>
public sealed record RequestListPage
{
    /// <summary>The rows of this page.</summary>
    public required ListPage<RequestRow> List { get; init; }

    /// <summary>The filters in force.</summary>
    public required RequestFilters Filters { get; init; }

    /// <summary>The order in force: "due", "-due", "reference", "-reference" or "-returned": the latest returned first.</summary>
    public required string Sort { get; init; }

    /// <summary>How many requests match in each box, whatever box is chosen.</summary>
    public required IReadOnlyDictionary<RequestBox, int> Boxes { get; init; }

    /// <summary>Today in Europe/London.</summary>
    public DateOnly Today { get; init; }

    /// <summary>Whether the person answers requests, and so may filter by holder.</summary>
    public bool IsService { get; init; }

    /// <summary>Providers to choose from.</summary>
    public IReadOnlyList<SelectListItem> Providers { get; init; } = [];

    /// <summary>Services to choose from.</summary>
    public IReadOnlyList<SelectListItem> Services { get; init; } = [];

    /// <summary>Authorities to choose from.</summary>
    public IReadOnlyList<SelectListItem> Authorities { get; init; } = [];
}

/// <summary>Reads the page: its rows, its counts and the choices of its filters.</summary>
public sealed class RequestListPageQuery(PortalDb db, RequestListQuery list, UkClock clock, CurrentPerson person)
{
    /// <summary>One page of the list.</summary>
    public async Task<RequestListPage> PageAsync(RequestFilters filters, string? sort, int page, CancellationToken ct)
    {
        var matching = filters.ApplyButBox(db.AdviceRequests.AsNoTracking(), db, clock);
        var boxes = await list.CountAsync(matching, ct);
        var total = filters.Box is { } box ? boxes[box] : boxes.Values.Sum();
        var pages = Math.Max(1, (total + RequestListQuery.PageSize - 1) / RequestListQuery.PageSize);
        page = Math.Clamp(page, 1, pages);
        var order = RequestListQuery.OrderOf(sort);
        var open = boxes.Where(b => b.Key is not (RequestBox.Returned or RequestBox.Closed)).Sum(b => b.Value);
        var rows = await list.SliceAsync(matching, filters.Box, order, open, (page - 1) * RequestListQuery.PageSize, RequestListQuery.PageSize, ct);
        return new RequestListPage
        {
            List = new ListPage<RequestRow>(rows, page, RequestListQuery.PageSize, total),
            Filters = filters,
            Sort = order,
            Boxes = boxes,
            Today = clock.Today,
            IsService = person.Scope.Kind == ScopeKind.HealthService,
            Providers = await ProvidersAsync(filters, ct),
            Services = await ServicesAsync(filters, ct),
            Authorities = await AuthoritiesAsync(filters, ct),
        };
    }

    // the directory gives the choices, because searching all requests for those that occur would be slow
    private async Task<IReadOnlyList<SelectListItem>> ProvidersAsync(RequestFilters filters, CancellationToken ct) =>
        Items(await db.Providers.AsNoTracking().Where(p => Services.Any(s => s.ProviderId == p.Id)).OrderBy(p => p.ShortName).ThenBy(p => p.Id)
            .Select(p => new { p.Id, Name = p.ShortName }).ToDictionaryAsync(p => p.Id, p => p.Name, ct), filters.Provider);

    private async Task<IReadOnlyList<SelectListItem>> ServicesAsync(RequestFilters filters, CancellationToken ct) =>
        Items(await Services.Join(db.Providers, s => s.ProviderId, p => p.Id, (s, p) => new { s.Id, s.Name, s.Town, Provider = p.ShortName })
            .OrderBy(s => s.Name).ThenBy(s => s.Provider).ThenBy(s => s.Id)
            .ToDictionaryAsync(s => s.Id, s => $"{s.Name}, {ServicePlace.Of(s.Provider, s.Town)}", ct), filters.Service);

    private async Task<IReadOnlyList<SelectListItem>> AuthoritiesAsync(RequestFilters filters, CancellationToken ct)
    {
        var (own, icbs) = (person.Scope.LocalAuthorityId, person.Scope.DirectoryIcbIds);
        var authorities = person.Scope.Kind == ScopeKind.LocalAuthority
            ? db.LocalAuthorities.Where(l => l.Id == own)
            : db.LocalAuthorities.Where(l => db.IcbCoverages.Any(c => c.LocalAuthorityId == l.Id && icbs.Contains(c.IcbId)));
        return Items(await authorities.AsNoTracking().OrderBy(l => l.Name).ThenBy(l => l.Id)
            .Select(l => new { l.Id, l.Name }).ToDictionaryAsync(l => l.Id, l => l.Name, ct), filters.Authority);
    }

    /// <summary>The services whose requests the person may see.</summary>
    private IQueryable<HealthService> Services
    {
        get
        {
            var own = person.Scope.ServiceIds;
            return person.Scope.Kind == ScopeKind.HealthService ? db.Services.AsNoTracking().Where(s => own.Contains(s.Id)) : db.Services.AsNoTracking();
        }
    }

    private static List<SelectListItem> Items(Dictionary<Guid, string> names, Guid? chosen) =>
        [.. names.Select(n => new SelectListItem(n.Value, n.Key.ToString(), n.Key == chosen))];
}
