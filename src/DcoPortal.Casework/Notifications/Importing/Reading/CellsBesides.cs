namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what stands in a row beside what its cells say: comments, merged and struck-through cells, cells longer than anything here
internal static class CellsBesides
{
    // an import keeps a cell that it cannot read whole, and nobody reads a longer one
    private const int LongestCell = 10_000;

    public static void Tell(RowCells row, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> columns)
    {
        foreach (var note in row.Row.Notes)
        {
            var heading = HeadingOf(note, headings);
            if (note.Comment is { } comment) { row.Keep($"Comment on {heading}", comment, note.Words); }
            else { row.Warning(heading, note.Words); }
        }
        for (var i = 0; i < Math.Min(headings.Count, row.Cells.Length); i++)
        {
            if (RefusedRows.IsBeside(headings[i]) && row.Cells[i].Trim() is { Length: > 0 } said) { row.Keep(RefusedRows.BesideHeading, said, "stood beside the cells of this row in the workbook from which it came"); }
        }
        foreach (var (column, at) in columns.Where(c => c.Value < row.Cells.Length && row.Cells[c.Value].Length > LongestCell)) { row.Problem(column, $"longer than {LongestCell:N0} characters: send it as a document, and shorten the cell"); }
    }

    /// <summary>The same in words, for a file that has no comments and marks.</summary>
    public static IReadOnlyList<string> Words(SheetRow row, IReadOnlyList<string> headings) =>
        [.. row.Notes.Select(n => n.Comment is { } comment ? $"Comment on {HeadingOf(n, headings)}: {comment}" : $"{HeadingOf(n, headings)}: {n.Words}"), .. row.Mark is { } mark ? [$"This row is {mark}"] : Array.Empty<string>()];

    private static string HeadingOf(CellNote note, IReadOnlyList<string> headings) => note.Column < headings.Count && !string.IsNullOrWhiteSpace(headings[note.Column]) ? headings[note.Column].Trim() : $"column {note.Column + 1}";
}
