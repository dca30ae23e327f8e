using DcoPortal.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Benchmarks.Data;

/// <summary>An authority of the demo.</summary>
internal sealed record DemoAuthority(Guid Id, string Prefix);

/// <summary>Which authorities each board has, and how their references begin. All boards but the first are copies of it.</summary>
internal sealed class BoardDirectories(BenchmarkShape shape, IReadOnlyList<DemoAuthority> authorities)
{
    public static async Task<BoardDirectories> OfAsync(PortalDb db, BenchmarkShape shape) =>
        new(shape, await db.LocalAuthorities.OrderBy(a => a.Code).Select(a => new DemoAuthority(a.Id, a.ReferencePrefix)).ToListAsync());

    /// <summary>The authorities of the demo that a board has a copy of.</summary>
    public IEnumerable<DemoAuthority> Of(int board) => authorities.Take(shape.AuthoritiesOf(board));

    public bool Has(int board, Guid authority) => Of(board).Any(a => a.Id == authority);

    /// <summary>Two letters of the demo's prefix and the number of the board, such as LC07.</summary>
    public string PrefixOf(int board, Guid authority) => authorities.Single(a => a.Id == authority).Prefix is var prefix && board == 0 ? prefix : $"{prefix[..2]}{board:00}";

    /// <summary>The first eight digits of every id of a board's directory: none of the portal's own, or of a copied case, begins so.</summary>
    public static string Digits(int board) => $"F{board:X7}";
}
