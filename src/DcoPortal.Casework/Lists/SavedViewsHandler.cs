namespace DcoPortal.Casework.Lists;

/// <summary>Keeps, renames and deletes a person's own views. Like the filters that a list remembers, they are settings of one person and stand in no audit trail.</summary>
public sealed class SavedViewsHandler(PortalDb db, Change change, AccessScope scope, UkClock clock)
{
    /// <summary>Keeps filters under a name.</summary>
    /// <returns>Refused when the name is taken, or there are too many.</returns>
    public Task<Outcome> SaveAsync(ViewList list, string name, string? query, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var all = await db.SavedViews.Where(v => v.List == list.Key).ToListAsync(ct);
        var clean = list.Clean(query);
        if (all.Find(v => v.NameKey == KeyOf(name)) is { } same) { return same.Query == clean ? Outcome.Already : Taken(name); }
        if (all.Count >= SavedView.Most) { return Outcome.Refused($"You have {SavedView.Most} views of this list. Delete one first.", "Name"); }
        if (clean.Length > SavedView.QueryLength) { return Outcome.Refused("These filters are too many for a view.", "Name"); }
        db.SavedViews.Add(new SavedView { Id = Guid.CreateVersion7(), UserId = scope.UserId, List = list.Key, Name = name, NameKey = KeyOf(name), Query = clean, SavedUtc = clock.UtcNow });
        return Outcome.Done;
    }, ct);

    /// <summary>Gives a view another name.</summary>
    /// <returns>Refused when there is no name, it is too long, or it is taken.</returns>
    public Task<Outcome> RenameAsync(Guid id, string? name, CancellationToken ct) => OnAsync(id, async view =>
    {
        if (name is null) { return Outcome.Refused("Enter a name for the view. Nothing was changed."); }
        if (name.Length > SavedView.NameLength) { return Outcome.Refused($"The name must be {SavedView.NameLength} characters or fewer. Nothing was changed."); }
        if (view.Name == name) { return Outcome.Already; }
        var key = KeyOf(name);
        if (await db.SavedViews.AnyAsync(v => v.List == view.List && v.NameKey == key && v.Id != id, ct)) { return Taken(name); }
        (view.Name, view.NameKey) = (name, key);
        return Outcome.Done;
    }, ct);

    /// <summary>Lets the list open with a view, in place of another; or no longer.</summary>
    public Task<Outcome> OpenWithAsync(Guid id, bool isDefault, CancellationToken ct) => OnAsync(id, async view =>
    {
        if (view.IsDefault == isDefault) { return Outcome.Already; }
        foreach (var other in await db.SavedViews.Where(v => v.List == view.List && v.IsDefault).ToListAsync(ct)) { other.IsDefault = false; }
        view.IsDefault = isDefault;
        return Outcome.Done;
    }, ct);

    /// <summary>Deletes a view.</summary>
    public Task<Outcome> DeleteAsync(Guid id, CancellationToken ct) => OnAsync(id, view =>
    {
        db.SavedViews.Remove(view);
        return Task.FromResult(Outcome.Done);
    }, ct);

    private Task<Outcome> OnAsync(Guid id, Func<SavedView, Task<Outcome>> work, CancellationToken ct) => change.MakeAsync(async () =>
        await db.SavedViews.SingleOrDefaultAsync(v => v.Id == id, ct) is { } view ? await work(view) : Outcome.NotFound, ct);

    private static Outcome Taken(string name) => Outcome.Refused($"You have a view called {name} already. Choose another name.", "Name");

    private static string KeyOf(string name) => name.ToUpperInvariant();
}
