namespace DcoPortal.Casework.Notifications;

/// <summary>The local authorities that a board works with.</summary>
public static class BoardAuthorities
{
    /// <summary>Those of one board.</summary>
    public static IQueryable<LocalAuthority> OfBoard(this IQueryable<LocalAuthority> authorities, PortalDb db, Guid icbId) =>
        authorities.Where(a => db.IcbCoverages.Any(c => c.LocalAuthorityId == a.Id && c.IcbId == icbId));
}
