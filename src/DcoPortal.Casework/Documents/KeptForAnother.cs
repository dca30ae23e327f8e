namespace DcoPortal.Casework.Documents;

/// <summary>What is said of something that another child's case has too.</summary>
internal static class KeptForAnother
{
    private const int MostNamed = 5;

    // a leaflet may be on many cases
    public static string Words(string what, IEnumerable<string> references)
    {
        List<string> named = [.. references.Distinct().Order(StringComparer.Ordinal)];
        return $"{what} kept for another child{(named.Count == 0 ? "" : $", in {string.Join(", ", named.Take(MostNamed))}{(named.Count > MostNamed ? $" and {named.Count - MostNamed} more" : "")}")}";
    }

    /// <summary>Whether the case of another child is named: to nobody who could not open it.</summary>
    public static bool Names(AccessScope scope, Guid authority, Guid board) => scope.Kind switch
    {
        ScopeKind.DcoService => scope.IcbId == board,
        ScopeKind.LocalAuthority => scope.LocalAuthorityId == authority,
        _ => false,
    };

    /// <summary>
    /// Those of some cases that are of this child: the case itself, and those of the same number, the same name and day of birth, or of which
    /// somebody said so. Only among cases that are known: no one index finds a child's cases, and all of them are too many to look at.
    /// </summary>
    public static async Task<IReadOnlyList<Guid>> OfSameChildAsync(this PortalDb db, WhoseCase child, IReadOnlyCollection<Guid> among, CancellationToken ct)
    {
        if (among.Count == 0) { return []; }
        var (id, number, key) = (child.Id, child.NhsNumber, child.MatchKey);
        // who was merged into another is of the child all the same
        return await db.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => among.Contains(a.Id)).Where(a => a.Id == id || a.ChildMatchKey == key || (number != null && a.ChildNhsNumber == number)
            || db.CaseTies.Any(t => t.Kind == TieKind.SameChild && ((t.AssessmentId == id && t.OtherId == a.Id) || (t.OtherId == id && t.AssessmentId == a.Id)))).Select(a => a.Id).ToListAsync(ct);
    }

    /// <summary>The documents of these bytes, of every board: by the index of board and bytes.</summary>
    public static IQueryable<CaseDocument> OfBytes(this PortalDb db, IReadOnlyCollection<string> hashes) =>
        db.Documents.Where(d => db.Icbs.Select(i => i.Id).Contains(d.IcbId) && hashes.Contains(d.Sha256));

    /// <summary>The cases that are not of this case's child: by number, name and day of birth, and by what somebody said.</summary>
    public static IQueryable<Assessment> OfOtherChildren(this PortalDb db, Assessment child)
    {
        var (id, number, key) = (child.Id, child.ChildNhsNumber, child.ChildMatchKey);
        return db.Assessments.Where(a => a.Id != id && a.ChildMatchKey != key && (number == null || a.ChildNhsNumber != number)
            && !db.CaseTies.Any(t => t.Kind == TieKind.SameChild && ((t.AssessmentId == id && t.OtherId == a.Id) || (t.OtherId == id && t.AssessmentId == a.Id))));
    }
}
