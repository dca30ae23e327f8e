using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Web.Features.Dashboard.Figures;

/// <summary>What fell due in a period and what became of it: drawn, in tables, and with the list behind each figure.</summary>
[Area("Dashboard")]
public sealed class FiguresController(FiguresQuery query, SavedFilters saved, ReportFiguresHandler report) : Controller
{
    private const string List = "dashboard";
    private static readonly string[] InAddress = ["period", "by", "authority", "provider", "service", "board", "need", "age", "route", "trend", "order"];

    /// <summary>The page. What the address says wins over what was saved.</summary>
    [HttpGet("/dashboard"), Allow(Permission.ViewDashboard)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.ForAsync(await ChoiceAsync(ct), ct));

    /// <summary>The same figures, split: a page of its own, so that the first stays short.</summary>
    [HttpGet("/dashboard/by"), Allow(Permission.ViewDashboard)]
    public async Task<IActionResult> By(CancellationToken ct) => View(await query.ForAsync(await ChoiceAsync(ct), ct));

    /// <summary>The figures of the page as a spreadsheet.</summary>
    [HttpGet("/dashboard/csv"), Allow(Permission.ViewDashboard)]
    public async Task<IActionResult> Csv(CancellationToken ct)
    {
        var model = await query.ForAsync(await ChoiceAsync(ct), ct);
        return File(FiguresCsv.Write(model), "text/csv; charset=utf-8", $"figures-{model.Period.Word}-by-{model.Choice.Cut.Word()}.csv");
    }

    /// <summary>Saves or clears what the figures are about, and shows the chosen period.</summary>
    [HttpPost("/dashboard/filter"), Allow(Permission.ViewDashboard)]
    public async Task<IActionResult> Filter(FiguresForm form, CancellationToken ct)
    {
        var choice = new FigureChoice { Period = form.ToPeriod(), Filters = form.ToFilters() };
        if (!ModelState.IsValid)
        {
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return View("Index", await query.ForAsync(choice, ct) with { From = form.From, To = form.To });
        }
        if (form.Clear) { await saved.ClearAsync(List, ct); }
        else { await saved.SaveAsync(List, choice.Filters, ct); }
        return LocalRedirect((form.Clear ? choice with { Filters = new(), Period = null } : choice).Address(Addresses.Dashboard));
    }

    /// <summary>Keeps the figures of a period as they are reported.</summary>
    [HttpPost("/dashboard/report"), Allow(Permission.ReportFigures)]
    public async Task<IActionResult> Report(string? period, CancellationToken ct)
    {
        if (FigurePeriod.Parse(period) is not { } reported) { return NotFound(); }
        return this.Answer(await report.HandleAsync(reported, ct), () => this.Success($"The figures for {reported.Name} are kept as they are now. Later corrections will show as corrections", new FigureChoice { Period = reported }.Address(Addresses.Dashboard)));
    }

    private async Task<FigureChoice> ChoiceAsync(CancellationToken ct)
    {
        return new()
        {
            Period = FigurePeriod.Parse(Request.Query["period"]),
            Cut = Enum.TryParse<FigureCut>(Request.Query["by"], ignoreCase: true, out var cut) && Enum.IsDefined(cut) ? cut : FigureCut.Provider,
            Quarters = Request.Query["trend"] == "quarters",
            ByCount = Request.Query["order"] == "count",
            Filters = Array.Exists(InAddress, Request.Query.ContainsKey) ? FigureChoice.FiltersOf(Request.Query) : await saved.LoadAsync<FigureFilters>(List, ct),
        };
    }
}
