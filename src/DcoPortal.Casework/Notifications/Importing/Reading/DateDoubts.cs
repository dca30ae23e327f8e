namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a file has one date order and one way to count days: what its dates do not settle is asked, never guessed
internal static class DateDoubts
{
    private const int Shown = 3;

    public static ImportQuestion? Find(IReadOnlyList<(int Line, string Column, string Text)> dates, ReadingChoices choices, bool? from1904, DateOnly today, bool saysMonthFirst = false)
    {
        if (choices.Dates is null && Order(dates, saysMonthFirst) is { } order) { return order; }
        if (choices.ExchangedIn is null && Exchanged(dates, choices.Dates ?? DateOrder.DayFirst) is { } exchanged) { return exchanged; }
        return choices.CountsFrom1904 is null && from1904 is null ? Epoch(dates, today) : null;
    }

    /// <summary>Whether a heading itself says that its dates are written month first, such as "DOB (mm/dd/yyyy)".</summary>
    public static bool SaysMonthFirst(string heading) => NotificationColumns.Key(heading) is var key && MonthFirst.Any(w => key.Contains(w, StringComparison.Ordinal));

    private static readonly string[] MonthFirst = ["MMDD", "MDY", "USFORMAT", "USDATE", "AMERICAN", "MONTHFIRST"];

    // one date that can only be month first makes the order of all others doubtful
    private static DateOrderQuestion? Order(IReadOnlyList<(int Line, string Column, string Text)> dates, bool saysMonthFirst)
    {
        var both = dates.Where(d => SpreadsheetDates.IsFigures(d.Text)).Select(d => Both(d, new(DateOrder.DayFirst), new(DateOrder.MonthFirst))).ToList();
        return both.Any(d => d is { First: null, Second: not null } || (saysMonthFirst && d.First != d.Second))
            // those that show the difference best: one that is month first, then those that are both
            ? new([.. both.Where(d => d.First != d.Second).OrderBy(d => d switch { { First: null } => 0, { Second: not null } => 1, _ => 2 }).DistinctBy(d => d.Text).Take(Shown)])
            : null;
    }

    /// <summary>The columns whose dates are written the other way round than the file is read: of those that read both ways nobody can say which day is meant.</summary>
    public static IReadOnlySet<string> OtherWayRound(IReadOnlyList<(int Line, string Column, string Text)> dates, DateOrder order)
    {
        var (chosen, other) = (new SpreadsheetDates(order), new SpreadsheetDates(order == DateOrder.DayFirst ? DateOrder.MonthFirst : DateOrder.DayFirst));
        return dates.Where(d => SpreadsheetDates.IsFigures(d.Text)).Select(d => Both(d, chosen, other)).GroupBy(d => d.Column)
            .Where(c => c.Count(d => d is { First: null, Second: not null }) is > 0 and var against && against > c.Count(d => d is { First: not null, Second: null })).Select(c => c.Key).ToHashSet();
    }

    // a British file opened as an American one, or the other way round: what could be read so became a date, and what could not stayed text.
    // One column shows it, and any other may have come another way: a real date after the 12th comes of no exchange
    private static ExchangedQuestion? Exchanged(IReadOnlyList<(int Line, string Column, string Text)> dates, DateOrder order)
    {
        var columns = dates.GroupBy(d => d.Column)
            .Select(c => (Typed: c.Where(d => SpreadsheetDates.IsYearFirst(d.Text)).Select(d => Both(d, new(), new(Exchanged: true))).ToList(), Text: c.Where(d => SpreadsheetDates.IsFigures(d.Text)).ToList()))
            .Where(c => c.Typed.Count > 0 && c.Typed.TrueForAll(d => d.First is { Day: <= 12 })).ToList();
        var shows = columns.Find(c => c.Text.Count > 0 && c.Text.TrueForAll(d => new SpreadsheetDates(order).TryParse(d.Text, out var day) && day.Day > 12));
        return shows.Text is [var left, ..] && columns.SelectMany(c => c.Typed.Where(d => d.First != d.Second).DistinctBy(d => d.Text).Take(Shown)).ToList() is { Count: > 0 } both ? new(both, left.Text) : null;
    }

    // days as numbers: counted from 1904 most would lie in the future, which settles it
    private static EpochQuestion? Epoch(IReadOnlyList<(int Line, string Column, string Text)> dates, DateOnly today)
    {
        var both = dates.Where(d => SpreadsheetDates.IsSerial(d.Text)).Select(d => Both(d, new(), new(From1904: true))).ToList();
        return both.Count == 0 || both.Any(d => d.Second > today) || both.Any(d => d.Column == NotificationColumns.RequestReceived && today.DayNumber - d.First!.Value.DayNumber < 2 * 366)
            ? null
            : new([.. both.DistinctBy(d => d.Text).Take(Shown)]);
    }

    private static DateReadTwoWays Both((int Line, string Column, string Text) cell, SpreadsheetDates first, SpreadsheetDates second) =>
        new(cell.Line, cell.Column, cell.Text, first.TryParse(cell.Text, out var one) ? one : null, second.TryParse(cell.Text, out var other) ? other : null);
}
