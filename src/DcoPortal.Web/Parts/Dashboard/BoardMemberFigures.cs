using DcoPortal.Casework.Figures;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>
/// The one place where rows are counted for people who may see no row: board members, over everything notified to their board.
/// The context it makes is given to <see cref="Counting"/> and <see cref="FigureCounting"/> alone, which return numbers and never a row.
/// </summary>
internal static class BoardMemberFigures
{
    /// <summary>Counts below this are hidden from board members, so that no child can be recognised.</summary>
    public const int SmallestShown = 5;

    public static Task<T> CountAsync<T>(PortalDbFactory dbs, AccessScope boardMember, Func<Counting, Task<T>> count) => InAsync(dbs, boardMember, (db, _) => count(new Counting(db)));

    public static Task<T> FiguresAsync<T>(PortalDbFactory dbs, AccessScope boardMember, Func<FigureCounting, Task<T>> count) => InAsync(dbs, boardMember, (db, reach) => count(new FigureCounting(db, dbs, reach)));

    private static async Task<T> InAsync<T>(PortalDbFactory dbs, AccessScope boardMember, Func<PortalDb, AccessScope, Task<T>> count)
    {
        if (boardMember is not { Kind: ScopeKind.FiguresOnly } || boardMember.IcbId == Guid.Empty) { throw new InvalidOperationException("Only a board member's figures are counted here."); }
        var reach = new AccessScope { Kind = ScopeKind.DcoService, UserId = boardMember.UserId, IcbId = boardMember.IcbId, DirectoryIcbIds = boardMember.DirectoryIcbIds };
        await using var db = dbs.Create(reach);
        return await count(db, reach);
    }
}
