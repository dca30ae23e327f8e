using DcoPortal.Web.Parts.Directory;

namespace DcoPortal.Web.Features.Search.Results;

/// <summary>Finds professionals and services that are still asked, by words of their name, job, service, town or provider, in two queries.</summary>
public sealed class DirectoryHitsQuery(DirectoryEntriesQuery entries)
{
    /// <summary>Entries that hold a word beginning with each word typed, because "ash" is in every "Lancashire"; those that hold them in their own name come first.</summary>
    public async Task<Hits<DirectoryHit>> FindAsync(string text, CancellationToken ct)
    {
        var words = SearchKey.Of(text).Split(' ');
        var found = (await entries.ReadAsync(ct))
            .Select(e => (Key: SearchKey.Of($"{e.Words} {e.Address}"), Hit: new DirectoryHit(e.IsService ? Addresses.DirectoryService(e.Id) : Addresses.DirectoryProfessional(e.Id), e.Name, e.What, e.Place, e.Address)))
            .Where(h => Holds(h.Key, words))
            .OrderBy(h => Holds(SearchKey.Of(h.Hit.Name), words) ? 0 : 1).ThenBy(h => h.Hit.Name, StringComparer.OrdinalIgnoreCase).ThenBy(h => h.Hit.Href, StringComparer.Ordinal)
            .Take(Hits.Most + 1).Select(h => h.Hit);
        return Hits.Of<DirectoryHit>([.. found]);
    }

    private static bool Holds(string key, string[] words) => Array.TrueForAll(words, w => $" {key}".Contains($" {w}", StringComparison.Ordinal));
}
