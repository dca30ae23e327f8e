using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Directory;

namespace DcoPortal.Web.Features.Directory.Search;

/// <summary>One suggestion of the type-ahead.</summary>
/// <param name="Value">A <see cref="DirectoryPick"/>.</param>
/// <param name="Text">The name that the pick puts in the box.</param>
/// <param name="Hint">The service, provider and town of the entry.</param>
public sealed record DirectorySuggestion(string Value, string Text, string Hint);

/// <summary>Finds professionals and services by words of their name, service, town or provider, within the directory that the person may look up.</summary>
public sealed class DirectorySearchQuery(DirectoryEntriesQuery entries)
{
    private const int Most = 12;

    /// <summary>Entries that hold every word; entries whose own name holds the text come first. None for fewer than two letters.</summary>
    public async Task<IReadOnlyList<DirectorySuggestion>> FindAsync(string? text, CancellationToken ct)
    {
        var typed = SearchKey.Of(text);
        if (typed.Length < 2) { return []; }
        var words = typed.Split(' ');
        var found = (await entries.ReadAsync(ct)).Select(e => (Key: SearchKey.Of(e.Words),
            Suggestion: new DirectorySuggestion(e.IsService ? DirectoryPick.OfService(e.Id) : DirectoryPick.OfProfessional(e.Id), e.Name, $"{e.What}, {e.Place}")));
        return [.. found.Where(f => words.All(w => f.Key.Contains(w, StringComparison.Ordinal)))
            .OrderBy(f => Rank(SearchKey.Of(f.Suggestion.Text), typed)).ThenBy(f => f.Suggestion.Text, StringComparer.OrdinalIgnoreCase).ThenBy(f => f.Suggestion.Value, StringComparer.Ordinal)
            .Take(Most).Select(f => f.Suggestion)];
    }

    private static int Rank(string name, string typed) =>
        name.StartsWith(typed, StringComparison.Ordinal) ? 0 : name.Contains($" {typed}", StringComparison.Ordinal) ? 1 : 2;
}
