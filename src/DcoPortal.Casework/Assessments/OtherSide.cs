namespace DcoPortal.Casework.Assessments;

/// <summary>The other side of a case: the DCO service for the authority, and the authority for the DCO service.</summary>
public sealed class OtherSide(PortalDb db, AccessScope scope)
{
    /// <summary>Its inbox, and the name of the organisation that the signed-in person speaks for.</summary>
    public async Task<(string Inbox, string Speaker)> OfAsync(Assessment assessment, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => new { a.Name, a.SendInbox }).SingleAsync(ct);
        var board = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => new { i.Name, i.DcoInbox }).SingleAsync(ct);
        return scope.Kind == ScopeKind.LocalAuthority ? (board.DcoInbox, authority.Name) : (authority.SendInbox, board.Name);
    }
}
