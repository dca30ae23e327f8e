namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what stands in a cell merged over several columns goes for each of them, though only the first holds it
internal static class MergedColumns
{
    private const int LongestShown = 60;

    /// <summary>The row with its merged cells filled, which is said of each. What every row must have is never taken from another column.</summary>
    public static SheetRow Filled(SheetRow row, IReadOnlyList<string> headings, IReadOnlyDictionary<string, int> columns)
    {
        // one cell alone, over the whole list, is a title between its rows
        if (row.Across.Count == 0 || row.Cells.Count(c => !string.IsNullOrWhiteSpace(c)) < 2) { return row; }
        string[] cells = [.. row.Cells];
        List<CellNote> notes = [.. row.Notes];
        foreach (var (from, to) in row.Across)
        {
            foreach (var at in columns.Where(c => from < c.Value && c.Value <= to && c.Value < cells.Length && !NotificationColumns.Required.Contains(c.Key)).Select(c => c.Value))
            {
                if (string.IsNullOrWhiteSpace(cells[from]) || !string.IsNullOrWhiteSpace(cells[at])) { continue; }
                cells[at] = cells[from];
                notes.Add(new(at, $"merged with {headings[from].Trim()} in the workbook, so “{(cells[from].Length > LongestShown ? cells[from][..LongestShown] + "…" : cells[from])}” is taken for this column too"));
            }
        }
        return row with { Cells = cells, Notes = notes };
    }
}
