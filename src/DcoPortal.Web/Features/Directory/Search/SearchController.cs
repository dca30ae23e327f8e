namespace DcoPortal.Web.Features.Directory.Search;

/// <summary>Suggests directory entries while a person types.</summary>
[Area("Directory")]
public sealed class SearchController(DirectorySearchQuery directory) : Controller
{
    /// <summary>Suggestions as JSON: value, text and hint.</summary>
    [HttpGet("/directory/search"), Allow(Permission.ViewDirectory)]
    public async Task<IActionResult> Index(string? q, CancellationToken ct) => Json(await directory.FindAsync(q, ct));
}
