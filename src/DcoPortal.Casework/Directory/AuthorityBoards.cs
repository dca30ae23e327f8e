namespace DcoPortal.Casework.Directory;

/// <summary>An integrated care board in whose area an authority lies, in whole or part.</summary>
public sealed record AuthorityBoard(Guid Id, string Name);

/// <summary>The boards of the signed-in person's authority. Where there are several, each notification says which one is told.</summary>
public sealed class AuthorityBoards(PortalDb db, AccessScope scope)
{
    /// <summary>By name.</summary>
    public async Task<IReadOnlyList<AuthorityBoard>> OwnAsync(CancellationToken ct) => await (
        from c in db.IcbCoverages
        join i in db.Icbs on c.IcbId equals i.Id
        where c.LocalAuthorityId == scope.LocalAuthorityId
        orderby i.Name, i.Id
        select new AuthorityBoard(i.Id, i.Name)).AsNoTracking().ToListAsync(ct);

    /// <summary>The board that a choice means: the only one without a choice, and null where it is of none of them.</summary>
    public static Guid? Chosen(IReadOnlyList<AuthorityBoard> boards, Guid? choice) =>
        choice is null ? boards is [var only] ? only.Id : null : boards.Any(b => b.Id == choice) ? choice : null;
}
