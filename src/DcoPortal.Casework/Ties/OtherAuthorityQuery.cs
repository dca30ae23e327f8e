namespace DcoPortal.Casework.Ties;

/// <summary>An open case of another authority of the board that looks like this child's.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Authority">The authority.</param>
/// <param name="MayBe">Why it may be the same child's; null where name and birth date, or the NHS number, say so.</param>
public sealed record CaseElsewhere(string Reference, string Authority, string? MayBe = null);

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
        var sure = found.Select(f => (f.Id, f.Case.Reference)).ToHashSet();
        found.AddRange((await MayBeAsync([.. assessments.Where(a => a.Outcome is null)], ct)).Where(f => !sure.Contains((f.Id, f.Case.Reference))));
        return found.ToLookup(f => f.Id, f => f.Case);
    }

    // by the rule that holds within one authority; whether a case is open is asked of what was found, so that the index by authority and birth date is taken
    private async Task<IEnumerable<(Guid Id, CaseElsewhere Case)>> MayBeAsync(IReadOnlyList<Assessment> assessments, CancellationToken ct)
    {
        var board = db.Scope.IcbId;
        var authorities = await db.LocalAuthorities.AsNoTracking().Where(l => db.IcbCoverages.Any(c => c.LocalAuthorityId == l.Id && c.IcbId == board)).ToDictionaryAsync(a => a.Id, a => a.Name, ct);
        List<Guid> others = assessments is [var one] ? [.. authorities.Keys.Where(id => id != one.LocalAuthorityId)] : [.. authorities.Keys];
        if (assessments.Count == 0 || others.Count == 0) { return []; }
        List<DateOnly> born = [.. assessments.SelectMany(a => BirthDays.Near(a.Child.DateOfBirth).Append(a.Child.DateOfBirth)).Distinct()];
        var near = (await db.Assessments.AsNoTracking().Where(a => others.Contains(a.LocalAuthorityId) && born.Contains(a.Child.DateOfBirth)).OrderBy(a => a.Reference)
            .Select(a => new { a.Reference, a.LocalAuthorityId, a.Outcome, a.RequestReceivedOn, Child = new ChildKeys(a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.DateOfBirth, a.Child.NhsNumber, a.Child.Upn, a.Child.Postcode, a.Child.FormerNames) }).ToListAsync(ct)).FindAll(o => o.Outcome is null);
        return from a in assessments
               let here = ChildKeys.Of(a.Child)
               from o in near
               where o.LocalAuthorityId != a.LocalAuthorityId
               let likeness = ChildLikeness.ToLookAt(here, o.Child, o.RequestReceivedOn == a.RequestReceivedOn)
               where likeness is not null
               select (a.Id, new CaseElsewhere(o.Reference, authorities[o.LocalAuthorityId], likeness.Why));
    }
}
