using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Features.Search.Results;

/// <summary>Finds professionals and services that are still asked, by words of their name, job, service, town or provider, in two queries.</summary>
public sealed class DirectoryHitsQuery(PortalDb db)
{
    /// <summary>Entries that hold every word; those whose own name begins with the text come first.</summary>
    public async Task<Hits<DirectoryHit>> FindAsync(string text, CancellationToken ct)
    {
        var typed = SearchKey.Of(text);
        var words = typed.Split(' ');
        // a board's directory has some hundreds of rows, so accents and case are compared here, the same on both databases
        var found = (await ProfessionalsAsync(ct)).Concat(await ServicesAsync(ct))
            .Where(h => words.All(w => h.Key.Contains(w, StringComparison.Ordinal)))
            .OrderBy(h => h.Key.StartsWith(typed, StringComparison.Ordinal) ? 0 : 1).ThenBy(h => h.Hit.Name, StringComparer.OrdinalIgnoreCase).ThenBy(h => h.Hit.Href, StringComparer.Ordinal)
            .Take(Hits<DirectoryHit>.Most + 1).Select(h => h.Hit);
        return Hits<DirectoryHit>.Of([.. found]);
    }

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
