using CsvHelper;
using DcoPortal.Casework.Lists;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Writes the rows that were not imported back as a spreadsheet, so that they can be put right and uploaded again.</summary>
public static class RefusedRows
{
    /// <summary>The heading of the column that says what is wrong. It comes first, and is ignored when the file is read again.</summary>
    public const string ReasonHeading = "Reason";

    /// <summary>The refused rows as CSV in UTF-8 with a byte-order mark, for Excel. Cells that would run as a formula are made harmless.</summary>
    /// <param name="reading">A file that was read without failure.</param>
    public static byte[] Write(ImportReading reading)
    {
        ArgumentNullException.ThrowIfNull(reading);
        return Write(reading.Headings, reading.Rows.Where(r => r.Result == VerdictKind.Error).Select(r => (r.Why, r.RawCells)));
    }

    /// <summary>Rows with the reason of each, in the same format.</summary>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<(string Reason, IReadOnlyList<string> Cells)> rows)
    {
        ArgumentNullException.ThrowIfNull(headings);
        ArgumentNullException.ThrowIfNull(rows);
        var old = headings.ToList().FindIndex(h => h.Trim().Equals(ReasonHeading, StringComparison.OrdinalIgnoreCase));

        using var memory = new MemoryStream();
        using (var csv = CsvFile.Open(memory))
        {
            Row(csv, ReasonHeading, headings, old);
            foreach (var (reason, cells) in rows) Row(csv, reason, cells, old);
        }

        return memory.ToArray();
    }

    private static void Row(CsvWriter csv, string reason, IReadOnlyList<string> cells, int without)
    {
        csv.WriteField(reason);
        for (var i = 0; i < cells.Count; i++)
        {
            if (i != without) csv.WriteField(cells[i]);
        }

        csv.NextRecord();
    }
}
