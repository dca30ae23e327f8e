using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;
using DcoPortal.Web.Parts.Views;

namespace DcoPortal.Web.Features.Advice.Worklist;

/// <summary>The filter form as posted.</summary>
public sealed class RequestFilterForm
{
    /// <summary>One box.</summary>
    public RequestBox? Box { get; set; }

    /// <summary>One provider.</summary>
    public Guid? Provider { get; set; }

    /// <summary>One service.</summary>
    public Guid? Service { get; set; }

    /// <summary>One authority.</summary>
    public Guid? Authority { get; set; }

    /// <summary>Mine or unassigned.</summary>
    public HolderFilter? Holder { get; set; }

    /// <summary>A reference or a name.</summary>
    public string? Search { get; set; }

    /// <summary>Whether to clear all filters.</summary>
    public bool Clear { get; set; }
}

/// <summary>The list of advice requests: each person sees those in their scope.</summary>
[Area("Advice"), Allow(Permission.ViewAdviceRequests)]
public sealed class WorklistController(RequestListPageQuery query, RequestListQuery list, SavedFilters saved, SavedViewsQuery views, CannotSignInQuery gone, ViewBarQuery bars, AuditTrail audit, UkClock clock) : Controller
{
    private const string List = "advice-requests";
    private const string Me = "me";
    private const int MostHeldByNobody = 1000;
    private static readonly string[] InAddress = ["box", "provider", "service", "authority", "holder", "sentBack", "work", "owner", "due", ViewLists.Everything];

    /// <summary>The list. Filters in the address win over saved ones.</summary>
    [HttpGet("/advice-requests")]
    public async Task<IActionResult> Index(string? sort, int page = 1, CancellationToken ct = default)
    {
        var filters = await FiltersAsync(ct);
        if (Request.Query.Count == 0 && !filters.Any && await views.DefaultAsync(ViewLists.AdviceRequests, ct) is { } view) { return LocalRedirect(view); }
        var model = await query.PageAsync(filters, sort, page, ct);
        ViewData["Views"] = await bars.ForAsync(ViewLists.AdviceRequests, InView(filters, sort), filters.Search is not null, ct);
        if (model.List.Items.Count > 0) { await audit.RecordReadAsync(new ChildListRead("Advice requests", model.List.Items.Count, false), ct); }
        return View(model);
    }

    /// <summary>Saves or clears the filters, and shows the list.</summary>
    [HttpPost("/advice-requests/filter")]
    public async Task<IActionResult> Filter(RequestFilterForm form, CancellationToken ct)
    {
        if (form.Clear) { await saved.ClearAsync(List, ct); }
        else
        {
            await saved.SaveAsync(List, new RequestFilters
            {
                Box = form.Box,
                Provider = form.Provider,
                Service = form.Service,
                Authority = form.Authority,
                Holder = form.Holder,
                Search = string.IsNullOrWhiteSpace(form.Search) ? null : form.Search.Trim() is { Length: > 100 } long_ ? long_[..100] : form.Search.Trim(),
            }, ct);
        }
        return LocalRedirect(form.Clear ? ViewLists.AdviceRequests.Everything : Addresses.AdviceRequests);
    }

    /// <summary>The filtered list as a spreadsheet.</summary>
    [HttpGet("/advice-requests/csv")]
    public async Task<IActionResult> Csv(string? sort, CancellationToken ct)
    {
        var rows = await list.AllAsync(await FiltersAsync(ct), sort, ct);
        await audit.RecordReadAsync(new ChildListRead("Advice requests", rows.Count, true), ct);
        return File(RequestListCsv.Write(rows, clock.Today), "text/csv; charset=utf-8", $"advice-requests-{clock.Today:yyyy-MM-dd}.csv");
    }

    private static IEnumerable<(string, string?)> InView(RequestFilters f, string? sort) =>
    [
        ("box", f.Box?.ToString()), ("provider", f.Provider?.ToString()), ("service", f.Service?.ToString()), ("authority", f.Authority?.ToString()),
        ("holder", f.Holder?.ToString()), ("sentBack", f.SentBack ? "true" : null), ("work", f.Work?.ToString()), ("owner", f.OfOwnCases ? Me : null), .. f.Behind?.Address ?? [], ("sort", sort),
    ];

    private async Task<RequestFilters> FiltersAsync(CancellationToken ct)
    {
        var kept = await saved.LoadAsync<RequestFilters>(List, ct);
        if (!Array.Exists(InAddress, Request.Query.ContainsKey)) { return kept; }
        Guid? Id(string name) => Guid.TryParse(Request.Query[name], out var id) ? id : null;
        T? Word<T>(string name) where T : struct, Enum => Enum.TryParse<T>(Request.Query[name], ignoreCase: true, out var word) && Enum.IsDefined(word) ? word : null;
        return new RequestFilters
        {
            Box = Word<RequestBox>("box"),
            Provider = Id("provider"),
            Service = Id("service"),
            Authority = Id("authority"),
            Holder = Word<HolderFilter>("holder"),
            SentBack = Request.Query["sentBack"] == "true",
            Work = Word<RequestWork>("work"),
            Only = Word<RequestWork>("work") == RequestWork.HeldByNobody ? (await gone.FirstAsync(MostHeldByNobody, ct)).First : null,
            OfOwnCases = Request.Query["owner"] == Me,
            Behind = Behind(),
            // the list's own links add kept=true to keep a search that is stored only on the server, because a search is never in an address
            Search = Request.Query["kept"] == "true" ? kept.Search : null,
        };
        FigureList? Behind() => FigurePeriod.Parse(Request.Query["due"]) is not { } period ? null : new()
        {
            Period = period,
            Outcome = Word<AdviceOutcome>("outcome"),
            IsMissed = Request.Query["missed"] == "true",
            Cause = Word<DelayCause>("days"),
            Why = Text("why"),
            Band = Word<LateBand>("band"),
            Nil = Word<ReplyCode>("nil"),
            Ground = Word<ExemptionGround>("ground"),
            Stage = Word<RequestStage>("open"),
            Of = new() { Board = Id("board"), Need = Text("need"), Age = Text("age"), Route = Text("route") },
            Today = clock.Today,
        };
        string? Text(string name) => Request.Query[name].ToString() is { Length: > 0 and <= 40 } text ? text : null;
    }
}
