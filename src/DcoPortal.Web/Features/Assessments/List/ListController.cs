using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Dashboard;
using DcoPortal.Web.Parts.Views;

namespace DcoPortal.Web.Features.Assessments.List;

/// <summary>The assessments a person may see.</summary>
[Area("Assessments"), Allow(Permission.ViewAssessments)]
public sealed class ListController(AssessmentListQuery query, SavedFilters saved, SavedViewsQuery views, ViewBarQuery bars, AuditTrail audit, CurrentPerson person, UkClock clock) : Controller
{
    private const string List = "assessments";
    private static readonly string[] InAddress = ["mark", "authority", "route", "need", "owner", "plans", ViewLists.Everything];

    /// <summary>The list. Filters in the address win over saved ones.</summary>
    [HttpGet("/assessments")]
    public async Task<IActionResult> Index(string? sort, CancellationToken ct, int page = 1, [FromQuery(Name = "hand-over")] bool handOver = false, [FromQuery] string[]? ticked = null)
    {
        var filters = await FiltersAsync(ct);
        if (Request.Query.Count == 0 && !filters.Any && await views.DefaultAsync(ViewLists.Assessments, ct) is { } view) { return LocalRedirect(view); }
        var model = await query.PageAsync(filters, sort, page, ct);
        ViewData["Views"] = await bars.ForAsync(ViewLists.Assessments, InView(filters, sort), filters.Search is not null, ct);
        if (!model.List.IsEmpty) { await audit.RecordReadAsync(new ChildListRead("Assessments", model.List.Items.Count, false), ct); }
        return View(model with { Ticks = handOver && model.ShowOwner && person.May(Permission.HandOverCases), Ticked = ticked ?? [] });
    }

    /// <summary>Saves or clears the filters.</summary>
    [HttpPost("/assessments/filter")]
    public async Task<IActionResult> Filter(AssessmentFilterForm form, CancellationToken ct)
    {
        if (form.Clear) { await saved.ClearAsync(List, ct); }
        else { await saved.SaveAsync(List, new AssessmentFilters { Mark = AssessmentMarks.Parse(form.Mark), Authority = form.Authority, Route = RouteOf(form.Route), Need = NeedOf(form.Need), Owner = OwnerOf(form.Owner), Search = Short(form.Search) }, ct); }
        return LocalRedirect(form.Clear ? ViewLists.Assessments.Everything : Addresses.Assessments);
    }

    /// <summary>The filtered list as a spreadsheet.</summary>
    [HttpGet("/assessments/csv")]
    public async Task<IActionResult> Csv(string? sort, CancellationToken ct)
    {
        var rows = await query.AllAsync(await FiltersAsync(ct), sort, ct);
        await audit.RecordReadAsync(new ChildListRead("Assessments", rows.Count, true), ct);
        return File(AssessmentListCsv.Write(rows, clock.Today, withOwner: person.Scope.Kind == ScopeKind.LocalAuthority), "text/csv; charset=utf-8", $"assessments-{clock.Today:yyyy-MM-dd}.csv");
    }

    private async Task<AssessmentFilters> FiltersAsync(CancellationToken ct)
    {
        if (!Array.Exists(InAddress, Request.Query.ContainsKey)) { return await saved.LoadAsync<AssessmentFilters>(List, ct); }
        return new AssessmentFilters
        {
            Mark = AssessmentMarks.Parse(Request.Query["mark"]),
            Authority = Guid.TryParse(Request.Query["authority"], out var id) ? id : null,
            Route = Enum.TryParse<OriginRoute>(Request.Query["route"], out var route) ? RouteOf(route) : null,
            Need = NeedOf(Request.Query["need"]),
            Owner = OwnerOf(Request.Query["owner"]),
            Behind = Behind(),
        };
    }

    private PlanList? Behind() => FigurePeriod.Parse(Request.Query["plans"]) is not { } period ? null : new()
    {
        Period = period,
        Part = Enum.TryParse<PlanPart>(Request.Query["part"], ignoreCase: true, out var part) && Enum.IsDefined(part) ? part : PlanPart.Issued,
        Of = FigureChoice.FiltersOf(Request.Query),
    };

    private static IEnumerable<(string, string?)> InView(AssessmentFilters f, string? sort) =>
        [("mark", f.Mark?.Address()), ("authority", f.Authority?.ToString()), ("route", f.Route?.ToString()), ("need", f.Need), ("owner", f.Owner), .. FigureLinks.Words(f.Behind).Select(w => (w.Key, w.Value)), ("sort", sort)];

    private static OriginRoute? RouteOf(OriginRoute? route) => route is { } known && OriginRoutes.OfAssessments.Contains(known) ? known : null;

    private static string? NeedOf(string? code) => PrimaryNeeds.TryGet(code, out var need) ? need.Code : null;

    private static string? OwnerOf(string? whose) => whose == CaseOwnerChoices.Me || CaseOwnerChoices.IsChoice(whose) ? whose : null;

    private static string? Short(string? search) => search?.Trim() is { Length: > 0 } text ? text[..Math.Min(text.Length, 100)] : null;
}
