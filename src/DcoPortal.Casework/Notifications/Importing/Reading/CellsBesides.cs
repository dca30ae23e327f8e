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
            var heading = note.Column < headings.Count && !string.IsNullOrWhiteSpace(headings[note.Column]) ? headings[note.Column].Trim() : $"column {note.Column + 1}";
            if (note.Comment is { } comment) { row.Keep($"Comment on {heading}", comment, note.Words); }
            else { row.Warning(heading, note.Words); }
        }
        foreach (var (column, at) in columns.Where(c => c.Value < row.Cells.Length && row.Cells[c.Value].Length > LongestCell)) { row.Problem(column, $"longer than {LongestCell:N0} characters: send it as a document, and shorten the cell"); }
    }
}
