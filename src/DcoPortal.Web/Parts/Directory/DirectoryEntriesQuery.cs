using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Parts.Directory;

/// <summary>A professional or service that is still asked, as a search looks at it.</summary>
/// <param name="Id">The professional's or the service's.</param>
/// <param name="Name">The professional's or the service's name.</param>
/// <param name="JobTitle">The professional's; null for a service.</param>
/// <param name="Address">The professional's email address or the service's inbox.</param>
public sealed record DirectoryEntry(Guid Id, string Name, string? JobTitle, string Service, string Town, string Provider, string ShortName, string Address)
{
    /// <summary>Whether it is a whole service.</summary>
    public bool IsService => JobTitle is null;

    /// <summary>What it is: "Service", or job title and service.</summary>
    public string What => IsService ? "Service" : $"{JobTitle}, {Service}";

    /// <summary>The provider and town: a service's by its full name, which tells trusts apart.</summary>
    public string Place => ServicePlace.Of(IsService ? Provider : ShortName, Town);

    /// <summary>Everything that names it.</summary>
    public string Words => $"{Name} {JobTitle} {Service} {Town} {Provider} {ShortName}";
}

/// <summary>
/// Reads the directory for a search, in two queries. A board's has some hundreds of rows, so accents and case are compared by the caller,
/// the same on both databases.
/// </summary>
public sealed class DirectoryEntriesQuery(PortalDb db)
{
    /// <summary>Every entry that is still asked, within the directory that the person may look up.</summary>
    public async Task<IReadOnlyList<DirectoryEntry>> ReadAsync(CancellationToken ct)
    {
        var services = await (from s in db.Services.AsNoTracking()
                              join p in db.Providers on s.ProviderId equals p.Id
                              where s.IsActive && p.IsActive
                              select new DirectoryEntry(s.Id, s.Name, null, s.Name, s.Town, p.Name, p.ShortName, s.Inbox)).ToListAsync(ct);
        var professionals = await (from x in db.Professionals.AsNoTracking()
                                   join s in db.Services on x.ServiceId equals s.Id
                                   join p in db.Providers on x.ProviderId equals p.Id
                                   where x.IsActive && s.IsActive && p.IsActive
                                   select new DirectoryEntry(x.Id, x.FullName, x.JobTitle, s.Name, s.Town, p.Name, p.ShortName, x.Email)).ToListAsync(ct);
        return [.. professionals, .. services];
    }
}
