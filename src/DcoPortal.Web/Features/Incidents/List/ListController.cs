namespace DcoPortal.Web.Features.Incidents.List;

/// <summary>An incident in the list.</summary>
public sealed record IncidentRow(Guid Id, string Reference, string Service, DateOnly FoundOn, string RecordedByName, DateTime? ClosedUtc, string? ClosedByName);

/// <summary>The page of the list.</summary>
public sealed record IncidentListPage(ListPage<IncidentRow> List, bool Closed);

/// <summary>The incidents of the board.</summary>
[Area("Incidents"), Allow(Permission.WithdrawAdvice)]
public sealed class ListController(PortalDb db) : Controller
{
    private const int PageSize = 20;

    /// <summary>The open incidents, or with show=closed the closed ones; the latest found first.</summary>
    [HttpGet("/incidents")]
    public async Task<IActionResult> Index(string? show, CancellationToken ct, int page = 1)
    {
        var closed = show == "closed";
        var found = db.Incidents.AsNoTracking().Where(i => closed ? i.ClosedUtc != null : i.ClosedUtc == null);
        var total = await found.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var rows = await found.OrderByDescending(i => i.FoundOn).ThenByDescending(i => i.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Join(db.AdviceRequests, i => i.AdviceRequestId, r => r.Id, (i, r) => new { i, r.ServiceId }).Join(db.Services, x => x.ServiceId, s => s.Id, (x, s) => new { x.i, Service = s.DistinctName })
            .OrderByDescending(x => x.i.FoundOn).ThenByDescending(x => x.i.Id)
            .Select(x => new IncidentRow(x.i.Id, x.i.AssessmentReference, x.Service, x.i.FoundOn, x.i.RecordedByName, x.i.ClosedUtc, x.i.ClosedByName)).ToListAsync(ct);
        return View(new IncidentListPage(new(rows, page, PageSize, total), closed));
    }
}
