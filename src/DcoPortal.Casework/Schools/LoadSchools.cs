namespace DcoPortal.Casework.Schools;

/// <summary>How many schools a file brought.</summary>
/// <param name="Added">New ones.</param>
/// <param name="Changed">Those of which something differs.</param>
/// <param name="Read">All in the file.</param>
public sealed record SchoolsLoaded(int Added, int Changed, int Read);

/// <summary>
/// Brings the schools up to the file's state. Loading the same file again changes nothing. A school that is not in the file stays as it
/// is: the register keeps those that have closed, and says so.
/// </summary>
public static class LoadSchools
{
    private const int AtOnce = 1000;

    /// <summary>Adds and renews the schools of a file.</summary>
    /// <exception cref="StartUpException">The file is not the register's.</exception>
    public static async Task<SchoolsLoaded> FromAsync(Stream content, PortalDb db, CancellationToken ct)
    {
        var (added, changed, read) = (0, 0, 0);
        foreach (var some in SchoolRegister.Read(content).Chunk(AtOnce))
        {
            var urns = some.Select(s => s.Urn).ToList();
            var known = await db.Schools.Where(s => urns.Contains(s.Urn)).ToDictionaryAsync(s => s.Urn, ct);
            foreach (var school in some)
            {
                school.RefreshSearch();
                if (!known.TryGetValue(school.Urn, out var present)) { db.Schools.Add(known[school.Urn] = school); }
                else { db.Entry(present).CurrentValues.SetValues(school); }
            }
            db.ChangeTracker.DetectChanges();
            var entries = db.ChangeTracker.Entries<School>().ToList();
            (added, changed, read) = (added + entries.Count(e => e.State == EntityState.Added), changed + entries.Count(e => e.State == EntityState.Modified), read + some.Length);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
        return new(added, changed, read);
    }
}
