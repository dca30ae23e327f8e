using CsvHelper;
using DcoPortal.Casework.Lists;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Writes the rows that were not imported back as a spreadsheet, so that they can be put right and uploaded again.</summary>
public static class RefusedRows
{
    /// <summary>The heading of the column that says what is wrong. It comes first, and is ignored when the file is read again.</summary>
    public const string ReasonHeading = "Reason";

    /// <summary>The heading of the column for what a workbook says of a row outside its cells, such as a comment: it is read again with the row.</summary>
    public const string BesideHeading = "Said in the workbook";

    /// <summary>The refused rows as CSV in UTF-8 with a byte-order mark, for Excel. Cells that would run as a formula are made harmless.</summary>
    /// <param name="reading">A file that was read without failure.</param>
    public static byte[] Write(ImportReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Write(reading.Headings, reading.Rows.Where(r => r.Result == VerdictKind.Error).Select(r => (r.Why, r)));
    }

    /// <summary>Rows with the reason of each, in the same format.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<(string Reason, ImportRowVerdict Row)> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        var written = rows.ToList();
        // what an earlier file of this kind said stands in its own column already
        var isBeside = written.Exists(r => r.Row.Beside.Count > 0) || headings.Any(IsBeside);

        using var memory = new MemoryStream();
        using (var csv = CsvFile.Open(memory))
        {
            Row(csv, ReasonHeading, isBeside ? BesideHeading : null, Others(headings, headings));
            foreach (var (reason, row) in written) Row(csv, reason, isBeside ? string.Join(" / ", Before(headings, row.RawCells).Concat(row.Beside)) : null, Others(headings, row.RawCells));
        }

        return memory.ToArray();
    }

    /// <summary>Whether it is the heading of what a workbook said of a row.</summary>
    public static bool IsBeside(string heading) => heading.Trim().Equals(BesideHeading, StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<string> Before(IReadOnlyList<string> headings, IReadOnlyList<string> cells) => cells.Where((c, i) => i < headings.Count && IsBeside(headings[i]) && !string.IsNullOrWhiteSpace(c));

    private static IEnumerable<string> Others(IReadOnlyList<string> headings, IReadOnlyList<string> cells) => cells.Where((_, i) => i >= headings.Count || !(IsBeside(headings[i]) || IsReason(headings, i)));

    /// <summary>Whether it is our column of reasons, which comes first: one that stands elsewhere is somebody's own.</summary>
    public static bool IsReason(IReadOnlyList<string> headings, int at) => at == 0 && headings[0].Trim().Equals(ReasonHeading, StringComparison.OrdinalIgnoreCase);

    private static void Row(CsvWriter csv, string reason, string? beside, IEnumerable<string> cells)
    {
        csv.WriteField(reason);
        if (beside is not null) csv.WriteField(beside);
        foreach (var cell in cells) csv.WriteField(cell);
        csv.NextRecord();
    }
}
