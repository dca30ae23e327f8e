namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what stands above the headings: a title that may say something, or children, where the list was sorted together with its headings
internal static class RowsAbove
{
    private const int LongestShown = 200;

    /// <summary>Why the sheet is not read, where children stand above its headings; or null.</summary>
    public static string? Failure(Sheet sheet, int at, ReadingChoices choices, DateOnly today)
    {
        var columns = ColumnMatch.Of(sheet.Rows[at].Cells, choices).Columns;
        if (!columns.TryGetValue(NotificationColumns.DateOfBirth, out var born)) { return null; }
        var dates = new SpreadsheetDates(choices.Dates ?? DateOrder.DayFirst);
        var lines = sheet.Rows.Take(at).Where(r => r.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) > 2 && born < r.Cells.Length && dates.TryParse(r.Cells[born], out var day) && day < today).Select(r => r.Line).ToList();
        return lines.Count == 0 ? null : $"{UkText.Count(lines.Count, "row")} with a child, the first of them row {lines[0]}, stand above the headings in row {sheet.Rows[at].Line}. Move the headings to the top, and upload the file again.";
    }

    /// <summary>Comments on the headings and what stands above them.</summary>
    public static IEnumerable<string> Comments(Sheet sheet, int at) =>
        from row in sheet.Rows.Take(at + 1) from note in row.Notes where note.Comment is not null select $"row {row.Line}: “{note.Comment}”";

    /// <summary>The other rows above the headings, in words.</summary>
    public static IEnumerable<string> Told(Sheet sheet, int at) =>
        from row in sheet.Rows.Take(at)
        let words = string.Join(" | ", row.Cells.Select(c => c.Trim()).Where(c => c.Length > 0))
        select $"Above the headings in row {row.Line}: “{(words.Length > LongestShown ? words[..LongestShown] + "…" : words)}”";
}
