using DcoPortal.Web.Parts.Views;

namespace DcoPortal.Web.Features.Advice.TrafficLights;

/// <summary>The weekly list of open requests for each provider, in reference numbers only: as a page, on paper, as a spreadsheet.</summary>
[Area("Advice"), Allow(Permission.ViewTrafficLights)]
public sealed class TrafficLightsController(TrafficLightQuery query, SavedViewsQuery views, ViewBarQuery bars, AuditTrail audit, UkClock clock) : Controller
{
    private const string List = "Traffic-light list";

    /// <summary>One provider's list; with all=true every row, for printing. When there are several, the person chooses one first.</summary>
    [HttpGet("/traffic-lights")]
    public async Task<IActionResult> Index(Guid? provider, CancellationToken ct, int page = 1, bool all = false)
    {
        if (Request.Query.Count == 0 && await views.DefaultAsync(ViewLists.TrafficLights, ct) is { } view) { return LocalRedirect(view); }
        var choice = await query.ProvidersAsync(ct);
        if (choice.Providers.Count > 1) { ViewData["Views"] = await bars.ForAsync(ViewLists.TrafficLights, [("provider", provider?.ToString())], false, ct); }
        if (Chosen(provider, choice) is not { } id) { return View("Providers", choice); }
        if (await query.ProviderAsync(id, ct) is not { } known) { return NotFound(); }
        var model = await query.PageAsync(id, known.Name, choice.Providers.Any(p => p.Id != id), page, all, ct);
        if (model.List.Items.Count > 0) { await audit.RecordReadAsync(new ChildListRead(List, model.List.Items.Count, false), ct); }
        return View(model);
    }

    /// <summary>One provider's list as a spreadsheet.</summary>
    [HttpGet("/traffic-lights/csv")]
    public async Task<IActionResult> Csv(Guid? provider, CancellationToken ct)
    {
        if (Chosen(provider, await query.ProvidersAsync(ct)) is not { } id) { return LocalRedirect(Addresses.TrafficLights); }
        if (await query.ProviderAsync(id, ct) is not { } known) { return NotFound(); }
        var (rows, isCut) = await query.RowsAsync(id, ct);
        await audit.RecordReadAsync(new ChildListRead(List, rows.Count, true), ct);
        return File(TrafficLightCsv.Write(rows, isCut, clock.UtcNow), "text/csv; charset=utf-8", $"traffic-lights-{known.OdsCode}-{clock.Today:yyyy-MM-dd}.csv");
    }

    private static Guid? Chosen(Guid? provider, TrafficLightProviders choice) => provider ?? (choice.Providers is [var only] ? only.Id : null);
}
