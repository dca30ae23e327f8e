using ExcelDataReader;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// what stands in merged cells goes for each of the rows over which they reach, though only the first of them holds it
internal sealed class MergedCells(IReadOnlyList<CellRange> ranges)
{
    private readonly List<CellRange> over = [.. ranges.Where(r => r.ToRow > r.FromRow)];
    private readonly List<CellRange> sideways = [.. ranges.Where(r => r.ToColumn > r.FromColumn)];
    private readonly Dictionary<CellRange, (int Line, string Text)> first = [];

    /// <summary>Fills the merged cells of a row, and says so.</summary>
    /// <param name="line">Its number, from 1.</param>
    /// <param name="cells">Its cells.</param>
    public IReadOnlyList<CellNote> Fill(int line, string[] cells)
    {
        List<CellNote> notes = [];
        foreach (var range in over.Where(r => r.FromRow < line && line <= r.ToRow + 1 && r.FromColumn < cells.Length))
        {
            if (!first.TryGetValue(range, out var held)) { first[range] = held = (line, line == range.FromRow + 1 ? cells[range.FromColumn] : ""); }
            if (held.Line == line || string.IsNullOrWhiteSpace(held.Text) || !string.IsNullOrWhiteSpace(cells[range.FromColumn])) { continue; }
            cells[range.FromColumn] = held.Text;
            notes.Add(new(range.FromColumn, $"merged with row {held.Line} in the workbook, so “{(held.Text.Length > 60 ? held.Text[..60] + "…" : held.Text)}” is taken for this row too"));
        }
        return notes;
    }

    /// <summary>The columns over which cells of a row are merged sideways, the first and the last of each.</summary>
    /// <param name="line">Its number, from 1.</param>
    public IReadOnlyList<(int From, int To)> Across(int line) => [.. sideways.Where(r => r.FromRow < line && line <= r.ToRow + 1).Select(r => (r.FromColumn, r.ToColumn))];
}
