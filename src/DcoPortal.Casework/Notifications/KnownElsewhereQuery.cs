namespace DcoPortal.Casework.Notifications;

/// <summary>
/// Whether another authority of the same integrated care board has notified the same child. The one read of this form
/// that looks beyond the person's own rows: it answers yes or no, and nothing of the other record leaves it.
/// </summary>
public sealed class KnownElsewhereQuery(PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Whether another authority of the same board has notified this child.</summary>
    public async Task<bool> IsKnownAsync(ChildOrYoungPerson child, CancellationToken ct)
    {
        var (nhs, key, own) = (child.NhsNumber, child.MatchKey, scope.LocalAuthorityId);
        await using var db = databases.Create(AccessScope.System);
        return await db.Assessments.AnyAsync(a => a.LocalAuthorityId != own
            && db.IcbCoverages.Any(c => c.LocalAuthorityId == own && c.IsDefault && c.IcbId == a.IcbId)
            && ((nhs != null && a.ChildNhsNumber == nhs) || a.ChildMatchKey == key), ct);
    }
}
