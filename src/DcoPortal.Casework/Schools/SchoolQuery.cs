namespace DcoPortal.Casework.Schools;

/// <summary>Finds schools of the register. It is public, so every person may look in it.</summary>
public sealed class SchoolQuery(PortalDb db)
{
    /// <summary>The fewest characters that are searched for.</summary>
    private const int Fewest = 3;

    /// <summary>Open schools that hold every word in name, town, postcode or number: those of the person's own authority first, then by name.</summary>
    public async Task<IReadOnlyList<School>> FindAsync(string? text, int most, CancellationToken ct)
    {
        var typed = SearchKey.Of(text);
        if (typed.Length < Fewest) { return []; }
        var own = await db.LocalAuthorities.Where(a => a.Id == db.Scope.LocalAuthorityId).Select(a => a.Code).SingleOrDefaultAsync(ct);
        var found = db.Schools.AsNoTracking().Where(s => s.IsOpen);
        foreach (var word in typed.Split(' '))
        {
            // a word of the key holds letters and digits only, so none of them is a wildcard
            found = found.Where(s => s.SearchText.Contains(word));
        }
        return await found.OrderBy(s => s.LocalAuthorityCode == own ? 0 : 1).ThenBy(s => s.Name).ThenBy(s => s.Urn).Take(most).ToListAsync(ct);
    }

    /// <summary>The school of a number, open or closed; null when the register has none.</summary>
    public async Task<School?> OfAsync(string? urn, CancellationToken ct) =>
        urn?.Trim() is { Length: 6 } number ? await db.Schools.AsNoTracking().SingleOrDefaultAsync(s => s.Urn == number, ct) : null;
}
