namespace DcoPortal.Web.Features.Search.Results;

/// <summary>The search in the header of every page. Everyone who may see assessments or requests may see the directory, so its permission opens the search.</summary>
[Area("Search"), Allow(Permission.ViewDirectory)]
public sealed class ResultsController(ChildSearchQuery children, DirectoryHitsQuery directory, SavedFilters saved, AuditTrail audit, UkClock clock) : Controller
{
    private const string List = "search";
    /// <summary>The longest words that are searched for.</summary>
    public const int Longest = 100;

    /// <summary>What was found for the words kept last.</summary>
    [HttpGet("/search")]
    public async Task<IActionResult> Index(CancellationToken ct)
    {
        var page = await FindAsync((await saved.LoadAsync<Sought>(List, ct)).Text, ct);
        if (page.Children is { Shown.Count: > 0 and var count }) { await audit.RecordReadAsync(new ChildListRead("Search", count, false), ct); }
        return View(page);
    }

    /// <summary>Keeps the words and shows what they find; a reference or NHS number that names one record leads straight to it.</summary>
    [HttpPost("/search")]
    public async Task<IActionResult> Index(Sought form, CancellationToken ct)
    {
        if (Short(form.Text) is not { } text)
        {
            await saved.ClearAsync(List, ct);
            return LocalRedirect(Addresses.Search);
        }
        await saved.SaveAsync(List, new Sought { Text = text }, ct);
        return LocalRedirect(await children.OnlyAsync(text, ct) ?? Addresses.Search);
    }

    private async Task<SearchPage> FindAsync(string? text, CancellationToken ct) =>
        // one letter is in nearly every name
        SearchKey.Of(text).Length < 2
            ? new(null, null, new([], false), clock.Today)
            : new(text, await children.FindAsync(text!, ct), await directory.FindAsync(text!, ct), clock.Today);

    private static string? Short(string? text) => text?.Trim() is { Length: > 0 } words ? words[..Math.Min(words.Length, Longest)] : null;
}
