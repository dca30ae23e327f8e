using DcoPortal.Casework.Notifications;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The notifications that a person has begun and not logged, and those of colleagues who can't log theirs any more.</summary>
public sealed class DraftsHomeQuery(PortalDb db, LeftDrafts left, AccessScope scope)
{
    /// <summary>None where there is nothing to finish.</summary>
    public async Task<IEnumerable<HomeSection>> SectionsAsync(CancellationToken ct) => [.. await OwnAsync(ct), .. await LeftAsync(ct)];

    private string Unsent => scope.Kind == ScopeKind.DcoService ? "Not recorded for the authority yet" : "Not sent to the DCO service yet";

    private async Task<IReadOnlyList<HomeSection>> OwnAsync(CancellationToken ct)
    {
        var all = db.Drafts.AsNoTracking().Where(d => d.Kind == LeftDrafts.Kind);
        var drafts = await all.OrderByDescending(d => d.SavedUtc).ThenBy(d => d.Id).Take(HomeRows.Most).Select(d => new { d.Id, d.SavedUtc, Total = all.Count() }).ToListAsync(ct);
        if (drafts.Count == 0) { return []; }
        return [new("Notifications to finish", drafts.ConvertAll(d => Row(Addresses.AssessmentsLogDraft(d.Id), "Draft notification", "Finish a notification", "Finish", "You", d.SavedUtc)), "") { Total = drafts[0].Total }];
    }

    private async Task<IReadOnlyList<HomeSection>> LeftAsync(CancellationToken ct)
    {
        var drafts = await left.ListAsync(ct);
        if (drafts.Count == 0) { return []; }
        return [new("Notifications that a colleague left", [.. drafts.Select(d => Row(Addresses.AssessmentsLog, $"Draft of {d.ByName}", "Take over a notification", "Take over", $"{d.ByName}, who cannot sign in any more", d.SavedUtc))], "")];
    }

    private HomeItem Row(string path, string title, string toDo, string button, string who, DateTime savedUtc) => new(path, title, Unsent)
    {
        ToDo = toDo,
        Button = button,
        Who = who,
        WhoNote = $"Saved on {UkText.LongDateTime(savedUtc)}",
        Since = UkClock.DateOf(savedUtc),
        Words = $"Saved on {UkText.LongDateTime(savedUtc)}",
    };
}
