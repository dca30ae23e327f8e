namespace DcoPortal.Casework.Ties;

/// <summary>An open case of another authority of the board that looks like this child's.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Authority">The authority.</param>
public sealed record CaseElsewhere(string Reference, string Authority);

/// <summary>
/// Finds a child whom two authorities of one board have notified, for the DCO service alone, which sees both: an authority is only told
/// that the DCO service will look.
/// </summary>
public sealed class OtherAuthorityQuery(PortalDb db)
{
    /// <summary>The open cases with another authority of each of some cases, by the key of the case.</summary>
    public async Task<ILookup<Guid, CaseElsewhere>> OfAsync(IReadOnlyCollection<Assessment> assessments, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessments);
        List<(Guid Id, CaseElsewhere Case)> found = [];
        if (db.Scope.Kind != ScopeKind.DcoService || assessments.Count == 0) { return found.ToLookup(f => f.Id, f => f.Case); }
        List<string> keys = [.. assessments.SelectMany(a => a.Child.LikeKeys).Distinct()], numbers = [.. assessments.Select(a => a.ChildNhsNumber).OfType<string>().Distinct()];
        var alike = await db.Assessments.AsNoTracking()
            .Where(a => keys.Contains(a.ChildMatchKey) || (a.ChildNhsNumber != null && numbers.Contains(a.ChildNhsNumber)))
            .Where(a => a.Outcome == null)
            .Join(db.LocalAuthorities, a => a.LocalAuthorityId, l => l.Id, (a, l) => new { a.Id, a.Reference, a.LocalAuthorityId, a.ChildMatchKey, a.ChildNhsNumber, Authority = l.Name })
            .OrderBy(a => a.Reference).ToListAsync(ct);
        found.AddRange(assessments.Where(a => a.Outcome is null).SelectMany(a => alike
            .Where(o => o.LocalAuthorityId != a.LocalAuthorityId && (a.Child.LikeKeys.Contains(o.ChildMatchKey) || (o.ChildNhsNumber is { } number && number == a.ChildNhsNumber)))
            .Select(o => (a.Id, new CaseElsewhere(o.Reference, o.Authority)))));
        return found.ToLookup(f => f.Id, f => f.Case);
    }
}
