namespace DcoPortal.Casework.Lists;

/// <summary>Reads a person's own views: the row scope shows no other's.</summary>
public sealed class SavedViewsQuery(PortalDb db)
{
    /// <summary>The views of a list, by name.</summary>
    public async Task<IReadOnlyList<SavedView>> OfAsync(ViewList list, CancellationToken ct) =>
        await db.SavedViews.AsNoTracking().Where(v => v.List == list.Key).OrderBy(v => v.NameKey).Take(SavedView.Most).ToListAsync(ct);

    /// <summary>The address of the view that a list opens with, or null.</summary>
    public async Task<string?> DefaultAsync(ViewList list, CancellationToken ct) =>
        await db.SavedViews.Where(v => v.List == list.Key && v.IsDefault).Select(v => v.Query).FirstOrDefaultAsync(ct) is { } query ? $"{list.Address}?{list.Clean(query)}" : null;
}
