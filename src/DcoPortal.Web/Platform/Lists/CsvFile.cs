using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DcoPortal.Web.Platform.Lists;

/// <summary>The one way to write a spreadsheet: UTF-8 with a byte order mark for Excel, quoted where it must be, and no cell that could run as a formula.</summary>
internal static class CsvFile
{
    /// <summary>A list as a file in memory.</summary>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">The cells of each row, as many as there are headings.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are headings.</exception>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<string?>> rows)
    {
        using var bytes = new MemoryStream();
        using (var csv = Open(bytes))
        {
            Line(csv, headings);
            foreach (var row in rows)
            {
                if (row.Count != headings.Count) { throw new ArgumentException($"A row has {row.Count} cells under {headings.Count} headings.", nameof(rows)); }
                Line(csv, row);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A writer for files too long for memory. The target stays open.</summary>
    // lines end as Excel's do without saying so: a line end that is set by hand leaves a cell with any other unquoted
    public static CsvWriter Open(Stream target) => new(new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true),
        new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = InjectionOptions.Escape });

    /// <summary>A day as spreadsheets of this country read it, 05/03/2026; null stays empty.</summary>
    public static string? Day(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number without separators.</summary>
    public static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static void Line(CsvWriter csv, IEnumerable<string?> cells)
    {
        foreach (var cell in cells) { csv.WriteField(cell); }
        csv.NextRecord();
    }
}
