namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a row as it is given back to be put right: its dates with the month in letters, which no Excel and no question about the file turns round
internal static class PlainCells
{
    public static IReadOnlyList<string> Of(RowCells row, int headings, IReadOnlyDictionary<string, int> columns, SpreadsheetDates dates)
    {
        List<string> cells = [.. row.Cells, .. Enumerable.Repeat("", Math.Max(0, headings - row.Cells.Length))];
        foreach (var (at, shown) in row.Row.ShownDates.Where(d => !NotificationColumns.Dates.Any(c => columns.TryGetValue(c, out var date) && date == d.Key))) { cells[at] = shown; }
        foreach (var column in NotificationColumns.Dates.Where(columns.ContainsKey))
        {
            var at = columns[column];
            if (IsDoubtfulElsewhere(cells[at], dates) && dates.In(column).TryParse(cells[at], out var day)) { cells[at] = UkText.ShortDate(day); }
        }
        return cells;
    }

    // a date that is written day first in a file that is read day first stays as people know it
    private static bool IsDoubtfulElsewhere(string text, SpreadsheetDates dates) => dates != new SpreadsheetDates() || SpreadsheetDates.IsYearFirst(text) || SpreadsheetDates.IsSerial(text);
}
