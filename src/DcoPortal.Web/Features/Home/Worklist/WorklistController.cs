namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Home: what the person must do today, most urgent first.</summary>
[Area("Home")]
public sealed class WorklistController(HomeQuery query, AuditTrail audit) : Controller
{
    /// <summary>The worklist of the person's role.</summary>
    /// <param name="cases">"mine" or "team" in an authority; one's own when there are any, otherwise.</param>
    /// <param name="ct">Cancels.</param>
    [HttpGet("/"), Allow(Permission.UsePortal)]
    public async Task<IActionResult> Index(string? cases, CancellationToken ct)
    {
        var page = await query.PageAsync(cases switch { "mine" => true, "team" => false, _ => null }, ct);
        if (page.Children > 0) { await audit.RecordReadAsync(new ChildListRead("Your work", page.Children, false), ct); }
        return View(page);
    }
}
