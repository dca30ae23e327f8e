namespace DcoPortal.Casework.Notifications.Importing.Reading;

// in a text file a comma or a line break that no quotation marks hold together moves all cells after it under another heading
internal static class MovedCells
{
    /// <summary>Whether rows keep the blank cells at their end, as most programs write them, so that a shorter row between others has lost one.</summary>
    private static bool KeepBlankEnds(IReadOnlyList<SheetRow> rows, int headings) => rows.Any(r => r.Cells.Length == headings && string.IsNullOrWhiteSpace(r.Cells[^1]));

    /// <summary>The rows of a text file, each with its doubt where it has one.</summary>
    public static IEnumerable<SheetRow> Looked(IReadOnlyList<SheetRow> rows, int headings, IReadOnlyDictionary<string, int> columns)
    {
        var keepsBlanks = KeepBlankEnds(rows, headings);
        for (var i = 0; i < rows.Count; i++)
        {
            var row = Looked(rows[i], rows.ElementAtOrDefault(i + 1), headings, columns);
            var isAlone = row.Cells.Length < headings && (i == 0 || rows[i - 1].Cells.Length >= headings) && (i == rows.Count - 1 || rows[i + 1].Cells.Length >= headings);
            yield return keepsBlanks && isAlone && row.Doubt is null ? row with { Doubt = $"it has {row.Cells.Length} cells, and there are {headings} headings, which the other rows fill: where one is missing in the middle, all cells after it have moved. Take the row only if each stands under its heading" } : row;
        }
    }

    /// <summary>The row, with a doubt where it has more cells than headings, or ends early and goes on in the next.</summary>
    /// <param name="row">A row of a text file.</param>
    /// <param name="next">The one after it, or null.</param>
    /// <param name="headings">How many cells the row of headings has, blank ones too.</param>
    /// <param name="columns">Where our columns are.</param>
    private static SheetRow Looked(SheetRow row, SheetRow? next, int headings, IReadOnlyDictionary<string, int> columns) =>
        row.Doubt is not null ? row
        : row.Cells.Length > headings ? row with { Doubt = $"it has {row.Cells.Length} cells, and there are {headings} headings. Where a cell holds a comma and no quotation marks, all cells after it have moved: look at the last of them. Take the row only if each stands under its heading" }
        : row.Cells.Length < headings && next?.Cells.Length < headings && !HasDays(next, columns) ? row with { Doubt = $"it ends early, and row {next.Line} seems to be the rest of it: a cell holds a line break and no quotation marks. Put both together, and upload the file again" }
        : row;

    private static bool HasDays(SheetRow row, IReadOnlyDictionary<string, int> columns) =>
        new[] { NotificationColumns.RequestReceived, NotificationColumns.DateOfBirth }.Any(c => columns.TryGetValue(c, out var at) && at < row.Cells.Length && row.Cells[at].Any(char.IsAsciiDigit));
}
