using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Features.Directory.Search;

/// <summary>One suggestion of the type-ahead.</summary>
/// <param name="Value">A <see cref="DirectoryPick"/>.</param>
/// <param name="Text">The name that the pick puts in the box.</param>
/// <param name="Hint">The service, provider and town of the entry.</param>
public sealed record DirectorySuggestion(string Value, string Text, string Hint);

/// <summary>Finds professionals and services by words of their name, service, town or provider, within the directory that the person may look up.</summary>
public sealed class DirectorySearchQuery(PortalDb db)
{
    private const int Most = 12;

    /// <summary>Entries that hold every word; entries whose own name holds the text come first. None for fewer than two letters.</summary>
    public async Task<IReadOnlyList<DirectorySuggestion>> FindAsync(string? text, CancellationToken ct)
    {
        var typed = SearchKey.Of(text);
        if (typed.Length < 2) { return []; }
        var words = typed.Split(' ');
        // a board's directory has some hundreds of rows, so accents and case are compared here, the same on both databases
        var services = await (from s in db.Services
                              join p in db.Providers on s.ProviderId equals p.Id
                              where s.IsActive && p.IsActive
                              select new { s.Id, s.Name, s.Town, Provider = p.Name, p.ShortName }).AsNoTracking().ToListAsync(ct);
        var professionals = await (from x in db.Professionals
                                   join s in db.Services on x.ServiceId equals s.Id
                                   join p in db.Providers on x.ProviderId equals p.Id
                                   where x.IsActive && s.IsActive && p.IsActive
                                   select new { x.Id, x.FullName, x.JobTitle, Service = s.Name, s.Town, Provider = p.Name, p.ShortName }).AsNoTracking().ToListAsync(ct);
        var found = professionals
            .Select(p => (Key: SearchKey.Of($"{p.FullName} {p.JobTitle} {p.Service} {p.Town} {p.Provider} {p.ShortName}"),
                Suggestion: new DirectorySuggestion(DirectoryPick.OfProfessional(p.Id), p.FullName, $"{p.JobTitle}, {p.Service}, {ServicePlace.Of(p.ShortName, p.Town)}")))
            .Concat(services.Select(s => (Key: SearchKey.Of($"{s.Name} {s.Town} {s.Provider} {s.ShortName}"),
                Suggestion: new DirectorySuggestion(DirectoryPick.OfService(s.Id), s.Name, $"Service, {ServicePlace.Of(s.Provider, s.Town)}"))));
        return [.. found.Where(f => words.All(w => f.Key.Contains(w, StringComparison.Ordinal)))
            .OrderBy(f => Rank(SearchKey.Of(f.Suggestion.Text), typed)).ThenBy(f => f.Suggestion.Text, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Suggestion.Value, StringComparer.Ordinal)
            .Take(Most).Select(f => f.Suggestion)];
    }

    private static int Rank(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0 : name.Contains($" {typed}", StringComparison.Ordinal) ? 1 : 2;
}
