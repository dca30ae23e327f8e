namespace DcoPortal.Casework.Clock;

/// <summary>What an authority and a board set for the clock, in one query. Organisations are public reference data, so that no row scope applies.</summary>
public sealed class ClockSettingsQuery(PortalDb db)
{
    // kept, because an import prepares requests for many cases of one authority
    private readonly Dictionary<(Guid, Guid), ClockSettings> _known = [];
    private HashSet<Guid>? _counting;

    /// <summary>The settings for cases of an authority with a board; the usual ones where the board is not known.</summary>
    /// <param name="localAuthorityId">The authority; an empty id for none, which counts as the law does.</param>
    /// <param name="icbId">The board.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<ClockSettings> ForAsync(Guid localAuthorityId, Guid icbId, CancellationToken ct) =>
        _known.TryGetValue((localAuthorityId, icbId), out var known) ? known : _known[(localAuthorityId, icbId)] = await ReadAsync(localAuthorityId, icbId, ct);

    private async Task<ClockSettings> ReadAsync(Guid localAuthorityId, Guid icbId, CancellationToken ct)
    {
        var found = await (
            from i in db.Icbs.AsNoTracking()
            where i.Id == icbId
            select new { i.EarlyInformationDays, i.TurnaroundDays, i.PlanWritingDays, Counts = db.LocalAuthorities.Any(a => a.Id == localAuthorityId && a.CountsDayOfReceipt) })
            .SingleOrDefaultAsync(ct);
        return found is null ? ClockSettings.Default : Of(found.Counts, found.EarlyInformationDays, found.TurnaroundDays, found.PlanWritingDays);
    }

    /// <summary>The settings of every authority with a board, for a list: one query for all its rows.</summary>
    /// <param name="icbId">The board.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardClockSettings> ForBoardAsync(Guid icbId, CancellationToken ct)
    {
        var board = await ForAsync(Guid.Empty, icbId, ct);
        return new(board, await CountingAsync(ct));
    }

    /// <summary>How each authority counts its first day, for lists that show no target of a board: one query for all rows of a page.</summary>
    /// <param name="ct">Cancels.</param>
    public async Task<BoardClockSettings> ConventionsAsync(CancellationToken ct) => new(ClockSettings.Default, await CountingAsync(ct));

    private async Task<IReadOnlySet<Guid>> CountingAsync(CancellationToken ct) =>
        _counting ??= await db.LocalAuthorities.Where(a => a.CountsDayOfReceipt).Select(a => a.Id).ToHashSetAsync(ct);

    private static ClockSettings Of(bool counts, int early, int? turnaround, int drafting) =>
        new(counts ? DayOneConvention.DayOfReceiptCounts : DayOneConvention.StatutoryDayExcluded, early, turnaround, drafting);
}

/// <summary>A board's settings, and which authorities count the day of receipt.</summary>
/// <param name="Board">The board's targets, counted as the law does.</param>
/// <param name="CountingDayOfReceipt">Authorities that count the day of receipt as day 1.</param>
public sealed record BoardClockSettings(ClockSettings Board, IReadOnlySet<Guid> CountingDayOfReceipt)
{
    private readonly ClockSettings _stricter = new(DayOneConvention.DayOfReceiptCounts, Board.EarlyInformationDays, Board.InternalTurnaroundDays, Board.DraftingDays);

    /// <summary>What an authority alone sets, with the usual targets.</summary>
    /// <param name="countsDayOfReceipt">Whether the authority counts the day of receipt as day 1.</param>
    public static ClockSettings Convention(bool countsDayOfReceipt) => countsDayOfReceipt ? Stricter : ClockSettings.Default;

    private static readonly ClockSettings Stricter = new(DayOneConvention.DayOfReceiptCounts);

    /// <summary>The settings for cases of one authority.</summary>
    public ClockSettings For(Guid localAuthorityId) => CountingDayOfReceipt.Contains(localAuthorityId) ? _stricter : Board;
}
