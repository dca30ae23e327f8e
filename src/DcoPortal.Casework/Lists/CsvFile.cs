using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace DcoPortal.Casework.Lists;

/// <summary>The one way to write a spreadsheet: UTF-8 with a byte order mark for Excel, quoted where it must be, and no cell that could run as a formula.</summary>
internal static class CsvFile
{
    // the characters that a spreadsheet takes for the beginning of a formula
    private static readonly char[] FormulaStarts = new CsvConfiguration(CultureInfo.InvariantCulture).InjectionCharacters;

    /// <summary>A list as a file in memory.</summary>
    /// <param name="headings">The first row.</param>
    /// <param name="rows">The cells of each row, as many as there are headings.</param>
    /// <exception cref="ArgumentException">A row has more or fewer cells than there are headings.</exception>
    public static byte[] Write(IReadOnlyList<string> headings, IEnumerable<IReadOnlyList<CsvCell>> rows)
    {
        using var bytes = new MemoryStream();
        // the portal guards against formulas itself: CsvHelper's guard cannot tell the program's number from a text that begins with a minus
        using (var csv = Open(bytes, InjectionOptions.None))
        {
            Line(csv, headings.Select(h => (CsvCell)h));
            foreach (var row in rows)
            {
                if (row.Count != headings.Count) { throw new ArgumentException($"A row has {row.Count} cells under {headings.Count} headings.", nameof(rows)); }
                Line(csv, row);
            }
        }
        return bytes.ToArray();
    }

    /// <summary>A writer for files too long for memory. The target stays open.</summary>
    // the line end is not set: CsvHelper quotes a cell with any other line end only while it is not
    public static CsvWriter Open(Stream target) => Open(target, InjectionOptions.Escape);

    private static CsvWriter Open(Stream target, InjectionOptions guard) => new(new StreamWriter(target, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true), leaveOpen: true),
        new CsvConfiguration(CultureInfo.InvariantCulture) { InjectionOptions = guard });

    /// <summary>A day as spreadsheets of this country read it, 05/03/2026; null stays empty.</summary>
    public static string? Day(DateOnly? date) => date?.ToString("dd/MM/yyyy", CultureInfo.InvariantCulture);

    /// <summary>A number without separators; also a negative one, which the guard would quote as a text.</summary>
    public static CsvCell Number(int number) => new(number.ToString(CultureInfo.InvariantCulture), IsNumber: true);

    private static void Line(CsvWriter csv, IEnumerable<CsvCell> cells)
    {
        foreach (var cell in cells)
        {
            if (!cell.IsNumber && cell.Text is { Length: > 0 } text && FormulaStarts.Contains(text[0])) { csv.WriteField("'" + text, shouldQuote: true); }
            else { csv.WriteField(cell.Text); }
        }
        csv.NextRecord();
    }
}

/// <summary>A cell: a text, or a number that the program itself wrote.</summary>
/// <param name="Text">The text of the cell; null for an empty one.</param>
/// <param name="IsNumber">Whether it is a number, which needs no guard against formulas.</param>
internal readonly record struct CsvCell(string? Text, bool IsNumber = false)
{
    /// <summary>Any text is a cell, and guarded.</summary>
    public static implicit operator CsvCell(string? text) => new(text);
}
