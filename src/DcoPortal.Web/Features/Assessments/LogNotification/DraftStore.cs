using System.Text.Json;
using DcoPortal.Casework.Documents;
using DcoPortal.Domain;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>A saved draft in a list.</summary>
public sealed record SavedDraft(Guid Id, string? ChildName, int Documents, DateTime SavedUtc);

/// <summary>The signed-in person's notifications in progress. They survive signing out, and nobody else sees them.</summary>
public sealed class DraftStore(PortalDb db, AccessScope scope, CaseDocuments documents, UkClock clock)
{
    private const int LongestJson = 390_000;

    // a page that saves itself, a file that arrives and a second window, twice over
    private const int Looks = 6;

    private Draft? _row;

    /// <summary>The person's drafts that are not empty, newest first.</summary>
    public async Task<IReadOnlyList<SavedDraft>> ListAsync(CancellationToken ct)
    {
        var rows = await db.Drafts.AsNoTracking().Where(d => d.Kind == NotificationDraft.Kind)
            .OrderByDescending(d => d.SavedUtc).ThenBy(d => d.Id).Select(d => new { d.Id, d.Json, d.SavedUtc }).ToListAsync(ct);
        return [.. rows.Select(r => (Row: r, Draft: Read(r.Json)))
            .Select(x => new SavedDraft(x.Row.Id, x.Draft.ChildName, x.Draft.Documents.Count, x.Row.SavedUtc))];
    }

    /// <summary>An empty draft to start with: the one that was opened before and left untouched, or a new one.</summary>
    public async Task<Guid> StartAsync(CancellationToken ct)
    {
        var opened = await db.Drafts.Where(d => d.Kind == NotificationDraft.OpenedKind).OrderBy(d => d.Id).Select(d => d.Id).FirstOrDefaultAsync(ct);
        if (opened != default) { return opened; }
        _row = new Draft { Id = Guid.CreateVersion7(), UserId = scope.UserId, Kind = NotificationDraft.OpenedKind, Json = "" };
        db.Drafts.Add(_row);
        Write(new NotificationDraft());
        await db.SaveChangesAsync(ct);
        return _row.Id;
    }

    /// <summary>The person's draft, or null when this person has none with that id.</summary>
    public async Task<NotificationDraft?> LoadAsync(Guid id, CancellationToken ct)
    {
        _row = await db.Drafts.SingleOrDefaultAsync(d => d.Id == id && (d.Kind == NotificationDraft.Kind || d.Kind == NotificationDraft.OpenedKind), ct);
        return _row is null ? null : Read(_row.Json);
    }

    /// <summary>
    /// Changes and saves a draft. The page saves what is typed while files are still coming in, so whoever finds that another save was
    /// quicker begins again from what it left: neither loses the other's.
    /// </summary>
    /// <returns>The draft as saved, or null when this person has none with that id.</returns>
    /// <exception cref="DomainRuleException">The draft holds more text than any form of this portal can use, or is being saved in too many windows.</exception>
    public async Task<NotificationDraft?> ChangeAsync(Guid id, Action<NotificationDraft> change, CancellationToken ct)
    {
        for (var look = 0; look < Looks; look++)
        {
            if (await LoadAsync(id, ct) is not { } draft) { return null; }
            change(draft);
            Write(draft);
            if (await db.TrySaveAsync(ct)) { return draft; }
        }
        throw new DomainRuleException("This draft is being saved in another window. Wait a moment, then save it again.");
    }

    /// <summary>Removes the loaded draft, in the caller's save.</summary>
    public void Remove() => db.Drafts.Remove(_row!);

    /// <summary>Deletes a draft, with its files.</summary>
    public async Task DiscardAsync(NotificationDraft draft, CancellationToken ct)
    {
        Remove();
        await db.SaveChangesAsync(ct);
        foreach (var file in draft.Documents) { await documents.DiscardAsync(file.Stored, ct); }
    }

    private void Write(NotificationDraft draft)
    {
        var json = JsonSerializer.Serialize(draft, JsonSerializerOptions.Web);
        if (json.Length > LongestJson) { throw new DomainRuleException("This notification holds too much text to be saved. Shorten the longest answers, or add them as a document."); }
        _row!.Json = json;
        _row.Kind = draft.IsUntouched ? NotificationDraft.OpenedKind : NotificationDraft.Kind;
        _row.SavedUtc = clock.UtcNow;
    }

    private static NotificationDraft Read(string json) => JsonSerializer.Deserialize<NotificationDraft>(json, JsonSerializerOptions.Web) ?? new();
}
