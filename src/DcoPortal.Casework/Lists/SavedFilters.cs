using System.Text.Json;

namespace DcoPortal.Casework.Lists;

/// <summary>
/// A person's filters of each list, kept on the server: they survive leaving and coming back, and a searched name never
/// stands in an address. A filter form posts, is saved here and redirects to the list; Clear removes them.
/// </summary>
public sealed class SavedFilters(PortalDb db, AccessScope scope, UkClock clock)
{
    /// <summary>The saved filters of a list, or new ones.</summary>
    public async Task<T> LoadAsync<T>(string list, CancellationToken ct) where T : class, new()
    {
        var kind = KindOf(list);
        var json = await db.Drafts.AsNoTracking().Where(d => d.Kind == kind).OrderByDescending(d => d.SavedUtc).Select(d => d.Json).FirstOrDefaultAsync(ct);
        return json is null ? new T() : JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) ?? new T();
    }

    /// <summary>Saves the filters of a list.</summary>
    public async Task SaveAsync<T>(string list, T filters, CancellationToken ct) where T : class
    {
        var kind = KindOf(list);
        var saved = await db.Drafts.Where(d => d.Kind == kind).OrderByDescending(d => d.SavedUtc).FirstOrDefaultAsync(ct);
        if (saved is null) { db.Drafts.Add(saved = new Draft { Id = Guid.CreateVersion7(), UserId = scope.UserId, Kind = kind, Json = "" }); }
        saved.Json = JsonSerializer.Serialize(filters, JsonSerializerOptions.Web);
        saved.SavedUtc = clock.UtcNow;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Forgets the filters of a list.</summary>
    public Task ClearAsync(string list, CancellationToken ct)
    {
        var kind = KindOf(list);
        return db.Drafts.Where(d => d.Kind == kind).ExecuteDeleteAsync(ct);
    }

    private static string KindOf(string list) => $"filters:{list}";
}
