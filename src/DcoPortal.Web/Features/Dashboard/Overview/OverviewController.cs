using DcoPortal.Web.Parts.Dashboard;

namespace DcoPortal.Web.Features.Dashboard.Overview;

/// <summary>What is open now: each request in exactly one box, assessments against the limits, and the list behind each figure.</summary>
[Area("Dashboard"), Allow(Permission.ViewDashboard)]
public sealed class OverviewController(OverviewQuery query, SavedFilters saved) : Controller
{
    private const string List = "dashboard-now";

    /// <summary>The page. Filters in the address win over saved ones.</summary>
    [HttpGet("/dashboard/now")]
    public async Task<IActionResult> Index(Guid? authority, Guid? provider, Guid? service, CancellationToken ct)
    {
        var filters = authority is null && provider is null && service is null
            ? await saved.LoadAsync<DashboardFilters>(List, ct)
            : new DashboardFilters { Authority = authority, Provider = provider, Service = service };
        return View(await query.ForAsync(filters, ct));
    }

    /// <summary>Saves or clears the filters.</summary>
    [HttpPost("/dashboard/now/filter")]
    public async Task<IActionResult> Filter(DashboardFilterForm form, CancellationToken ct)
    {
        if (form.Clear) { await saved.ClearAsync(List, ct); }
        else { await saved.SaveAsync(List, new DashboardFilters { Authority = form.Authority, Provider = form.Provider, Service = form.Service }, ct); }
        return LocalRedirect(Addresses.DashboardNow);
    }
}
