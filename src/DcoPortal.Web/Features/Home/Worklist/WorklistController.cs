namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Home: what the person must do today, most urgent first.</summary>
[Area("Home")]
public sealed class WorklistController(HomeQuery query, AuditTrail audit) : Controller
{
    /// <summary>The worklist of the person's role.</summary>
    [HttpGet("/"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var page = await query.PageAsync(ct);
        if (page.Children > 0) { await audit.RecordReadAsync(new ChildListRead("Your work", page.Children, false), ct); }
        return View(page);
    }
}
