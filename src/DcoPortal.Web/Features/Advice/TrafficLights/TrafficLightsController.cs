using DcoPortal.Domain.Access;
using DcoPortal.Domain.Audit;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Time;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Advice.TrafficLights;

/// <summary>The weekly list of open requests for each provider, in reference numbers only: as a page, on paper, as a spreadsheet.</summary>
[Area("Advice"), Allow(Permission.ViewTrafficLights)]
public sealed class TrafficLightsController(TrafficLightQuery query, AuditTrail audit, UkClock clock) : Controller
{
    private const string List = "Traffic-light list";

    /// <summary>The page; with all=true every row of it, for printing.</summary>
    [HttpGet("/traffic-lights")]
    public async Task<IActionResult> Index(Guid? provider, CancellationToken ct, int page = 1, bool all = false)
    {
        var model = await query.PageAsync(provider, page, all, ct);
        if (model.List.Items.Count > 0) { await audit.RecordReadAsync(new ChildListRead(List, model.List.Items.Count, false), ct); }
        return View(model);
    }

    /// <summary>The same as a spreadsheet.</summary>
    [HttpGet("/traffic-lights/csv")]
    public async Task<IActionResult> Csv(Guid? provider, CancellationToken ct)
    {
        var (rows, isCut) = await query.RowsAsync(provider, ct);
        await audit.RecordReadAsync(new ChildListRead(List, rows.Count, true), ct);
        return File(TrafficLightCsv.Write(rows, isCut, clock.UtcNow), "text/csv; charset=utf-8", $"traffic-lights-{clock.Today:yyyy-MM-dd}.csv");
    }
}
