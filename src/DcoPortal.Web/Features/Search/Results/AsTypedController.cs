namespace DcoPortal.Web.Features.Search.Results;

/// <summary>What the box in the header finds while one types: the first of what the search page shows, under the same scope.</summary>
[Area("Search"), Allow(Permission.ViewDirectory)]
public sealed class AsTypedController(ChildSearchQuery children, DirectoryHitsQuery directory, AuditTrail audit, PortalDb db, CurrentPerson person, UkClock clock) : Controller
{
    /// <summary>The most that is shown beneath the box.</summary>
    public const int Most = 8;

    private const string List = "Search as typed";

    // one search is typed within this time: a row for each key would bury the trail and tell nothing more
    private static readonly TimeSpan OneSearch = TimeSpan.FromMinutes(1);

    /// <summary>The part beneath the box; nothing for less than two letters. The words are posted, kept nowhere, and stand in no address.</summary>
    [HttpPost("/search/as-typed")]
    public async Task<IActionResult> Index(Sought form, CancellationToken ct)
    {
        var text = form.Text?.Trim() ?? "";
        if (SearchKey.Of(text).Length < 2 || text.Length > ResultsController.Longest) { return NoContent(); }
        var found = await children.FindAsync(text, ct);
        var entries = await directory.FindAsync(text, ct);
        var shown = found?.Shown.Take(Most).ToList() ?? [];
        if (shown.Count > 0) { await NoteAsync(shown.Count, ct); }
        return PartialView("/Features/Search/Results/_AsTyped.cshtml", new SearchPage(text, found is null ? null : new(shown, found.HasMore || found.Shown.Count > Most), new([.. entries.Shown.Take(Most - shown.Count)], entries.HasMore || entries.Shown.Count > Most - shown.Count), clock.Today));
    }

    /// <summary>Tells that a list naming children was shown: once for all keys of one search.</summary>
    private async Task NoteAsync(int rows, CancellationToken ct)
    {
        var (me, since) = (person.Scope.UserId, clock.UtcNow - OneSearch);
        if (await db.AuditEntries.AnyAsync(e => e.UserId == me && e.AtUtc > since && e.Fact == nameof(ChildListRead) && e.After!.StartsWith(List), ct)) { return; }
        await audit.RecordReadAsync(new ChildListRead(List, rows, false), ct);
    }
}
