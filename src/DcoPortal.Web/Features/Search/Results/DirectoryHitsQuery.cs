using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Features.Search.Results;

/// <summary>Finds professionals and services that are still asked, by words of their name, job, service, town or provider, in two queries.</summary>
public sealed class DirectoryHitsQuery(PortalDb db)
{
    /// <summary>Entries that hold a word beginning with each word typed, because "ash" is in every "Lancashire"; those that hold them in their own name come first.</summary>
    public async Task<Hits<DirectoryHit>> FindAsync(string text, CancellationToken ct)
    {
        var words = SearchKey.Of(text).Split(' ');
        // a board's directory has some hundreds of rows, so accents and case are compared here, the same on both databases
        var found = (await ProfessionalsAsync(ct)).Concat(await ServicesAsync(ct))
            .Where(h => Holds(h.Key, words))
            .OrderBy(h => Holds(SearchKey.Of(h.Hit.Name), words) ? 0 : 1).ThenBy(h => h.Hit.Name, StringComparer.OrdinalIgnoreCase).ThenBy(h => h.Hit.Href, StringComparer.Ordinal)
            .Take(Hits.Most + 1).Select(h => h.Hit);
        return Hits.Of<DirectoryHit>([.. found]);
    }

    private static bool Holds(string key, string[] words) => Array.TrueForAll(words, w => $" {key}".Contains($" {w}", StringComparison.Ordinal));

    private async Task<List<(string Key, DirectoryHit Hit)>> ProfessionalsAsync(CancellationToken ct) =>
        (await (from x in db.Professionals.AsNoTracking()
                join s in db.Services on x.ServiceId equals s.Id
                join p in db.Providers on x.ProviderId equals p.Id
                where x.IsActive && s.IsActive && p.IsActive
                select new { x.Id, x.FullName, x.JobTitle, x.Email, Service = s.Name, s.Town, Provider = p.Name, p.ShortName }).ToListAsync(ct))
        .ConvertAll(x => (SearchKey.Of($"{x.FullName} {x.JobTitle} {x.Service} {x.Town} {x.Provider} {x.ShortName} {x.Email}"),
            new DirectoryHit(Addresses.DirectoryProfessional(x.Id), x.FullName, $"{x.JobTitle}, {x.Service}", ServicePlace.Of(x.ShortName, x.Town), x.Email)));

    private async Task<List<(string Key, DirectoryHit Hit)>> ServicesAsync(CancellationToken ct) =>
        (await (from s in db.Services.AsNoTracking()
                join p in db.Providers on s.ProviderId equals p.Id
                where s.IsActive && p.IsActive
                select new { s.Id, s.Name, s.Inbox, s.Town, Provider = p.Name, p.ShortName }).ToListAsync(ct))
        .ConvertAll(s => (SearchKey.Of($"{s.Name} {s.Town} {s.Provider} {s.ShortName} {s.Inbox}"),
            new DirectoryHit(Addresses.DirectoryService(s.Id), s.Name, "Service", ServicePlace.Of(s.Provider, s.Town), s.Inbox)));
}
