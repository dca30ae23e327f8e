namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Whether another authority of the same integrated care board has notified the same child. The one read that looks beyond an
/// authority's own rows: it answers yes or no, and nothing of the other record leaves it.
/// </summary>
public sealed class KnownElsewhereQuery(PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Whether another authority of the same board has notified this child.</summary>
    /// <param name="own">The authority that notifies.</param>
    /// <param name="child">The child.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<bool> IsKnownAsync(Guid own, ChildOrYoungPerson child, CancellationToken ct)
    {
        var (nhs, key) = (child.NhsNumber, child.MatchKey);
        await using var db = databases.Create(AccessScope.System);
        return await WasCalledSoAsync(db, own, child, ct) || await db.Assessments.AnyAsync(a => a.LocalAuthorityId != own
            && db.IcbCoverages.Any(c => c.LocalAuthorityId == own && c.IcbId == a.IcbId)
            && ((nhs != null && a.ChildNhsNumber == nhs) || a.ChildMatchKey == key), ct);
    }

    // by the authorities one by one, whose cases have an index by birth date
    private static async Task<bool> WasCalledSoAsync(PortalDb db, Guid own, ChildOrYoungPerson child, CancellationToken ct)
    {
        var born = child.DateOfBirth;
        var renamed = await (from l in db.LocalAuthorities
                             join a in db.Assessments on l.Id equals a.LocalAuthorityId
                             where l.Id != own && a.Child.DateOfBirth == born && a.Child.FormerNames != "" && db.IcbCoverages.Any(c => c.LocalAuthorityId == own && c.IcbId == a.IcbId)
                             select new ChildKeys(a.Child.LegalSurname, a.Child.Forenames, a.Child.KnownAs, a.Child.DateOfBirth, a.Child.NhsNumber, a.Child.Upn, a.Child.Postcode, a.Child.FormerNames)).ToListAsync(ct);
        return renamed.Exists(there => ChildLikeness.RecordedBefore(ChildKeys.Of(child), there) is not null);
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
