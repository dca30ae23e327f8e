using System.Text.Json;

namespace DcoPortal.Casework.Lists;

/// <summary>
/// A person's filters of each list, kept on the server until they sign out or sign in: they survive leaving a page and coming back,
/// and a searched name never stands in an address. A filter form posts, is saved here and redirects to the list; Clear removes them.
/// </summary>
public sealed class SavedFilters(PortalDb db, PortalDbFactory databases, AccessScope scope, UkClock clock)
{
    private const string Kind = "filters:";

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

    /// <summary>Forgets all of them: what was filtered yesterday would hide work today. Who signs in is nobody yet, so the rows are found by the account.</summary>
    public async Task ForgetAsync(Guid userId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        await all.Drafts.Where(d => d.UserId == userId && d.Kind.StartsWith(Kind)).ExecuteDeleteAsync(ct);
    }

    private static string KindOf(string list) => $"{Kind}{list}";
}
