namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Whether another authority of the same integrated care board has notified the same child. The one read that looks beyond an
/// authority's own rows: it answers yes or no, and nothing of the other record leaves it.
/// </summary>
public sealed class KnownElsewhereQuery(PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Whether another authority of the same board has notified this child, or one who may be the same.</summary>
    /// <param name="own">The authority that notifies.</param>
    /// <param name="child">The child.</param>
    /// <param name="receivedOn">The day of the child's request, or null where it is not known.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> IsKnownAsync(Guid own, ChildOrYoungPerson child, DateOnly? receivedOn, CancellationToken ct)
    {
        var (nhs, key) = (child.NhsNumber, child.MatchKey);
        await using var db = databases.Create(AccessScope.System);
        return await IsLikeAsync(db, own, child, receivedOn, ct) || await db.Assessments.AnyAsync(a => a.LocalAuthorityId != own
            && db.IcbCoverages.Any(c => c.LocalAuthorityId == own && c.IcbId == a.IcbId)
            && ((nhs != null && a.ChildNhsNumber == nhs) || a.ChildMatchKey == key), ct);
    }

    // by the authorities one by one, whose cases have an index by birth date
    private static async Task<bool> IsLikeAsync(PortalDb db, Guid own, ChildOrYoungPerson child, DateOnly? receivedOn, CancellationToken ct)
    {
        var here = ChildKeys.Of(child);
        List<DateOnly> born = [child.DateOfBirth, .. BirthDays.Near(child.DateOfBirth)];
        var near = await (from l in db.LocalAuthorities
                          join a in db.Assessments on l.Id equals a.LocalAuthorityId
                          where l.Id != own && born.Contains(a.Child.DateOfBirth) && db.IcbCoverages.Any(c => c.LocalAuthorityId == own && c.IcbId == a.IcbId)
                          select new { a.RequestReceivedOn, Child = new ChildKeys(a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.DateOfBirth, a.Child.NhsNumber, a.Child.Upn, a.Child.Postcode, a.Child.FormerNames) }).ToListAsync(ct);
        return near.Exists(there => ChildLikeness.ToLookAt(here, there.Child, there.RequestReceivedOn == receivedOn) is not null);
    }

    /// <summary>Whether another authority of the case's board has recorded an NHS number for a child with another name or date of birth. The DCO service sees those rows itself.</summary>
    public async Task<bool> IsNumberOfAnotherAsync(CaseKeys keys, string nhsNumber, string matchKey, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.LocalAuthority) { return false; }
        await using var db = databases.Create(AccessScope.System);
        return await db.Assessments.AnyAsync(a => a.IcbId == keys.IcbId && a.LocalAuthorityId != keys.LocalAuthorityId && a.ChildNhsNumber == nhsNumber && a.ChildMatchKey != matchKey, ct);
    }

    /// <summary>The same of a unique pupil number.</summary>
    public async Task<bool> IsUpnOfAnotherAsync(CaseKeys keys, string upn, string matchKey, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.LocalAuthority) { return false; }
        await using var db = databases.Create(AccessScope.System);
        return await db.Assessments.AnyAsync(a => a.IcbId == keys.IcbId && a.LocalAuthorityId != keys.LocalAuthorityId && a.ChildUpn == upn && a.ChildMatchKey != matchKey, ct);
    }
}
