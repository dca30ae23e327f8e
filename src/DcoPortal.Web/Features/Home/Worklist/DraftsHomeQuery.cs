using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The notifications that a person has begun and not logged.</summary>
public sealed class DraftsHomeQuery(PortalDb db, AccessScope scope)
{
    /// <summary>None where there is nothing to finish.</summary>
    public async Task<IEnumerable<HomeSection>> SectionsAsync(CancellationToken ct)
    {
        var all = db.Drafts.AsNoTracking().Where(d => d.Kind == "notification");
        var drafts = await all.OrderByDescending(d => d.SavedUtc).ThenBy(d => d.Id).Take(HomeRows.Most).Select(d => new { d.Id, d.SavedUtc, Total = all.Count() }).ToListAsync(ct);
        if (drafts.Count == 0) { return []; }
        return [new("Notifications to finish", drafts.ConvertAll(d => new HomeItem(Addresses.AssessmentsLogDraft(d.Id), "Draft notification", scope.Kind == ScopeKind.DcoService ? "Not recorded for the authority yet" : "Not sent to the DCO service yet")
        {
            ToDo = "Finish a notification",
            Button = "Finish",
            Who = "You",
            WhoNote = $"Saved on {UkText.LongDateTime(d.SavedUtc)}",
            Since = UkClock.DateOf(d.SavedUtc),
            Words = $"Saved on {UkText.LongDateTime(d.SavedUtc)}",
        }), "") { Total = drafts[0].Total }];
    }
}
