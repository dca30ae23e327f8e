using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// text files with commas, semicolons or tabs between the cells
internal static class DelimitedFile
{
    // how many rows may stand before the headings while the delimiter is guessed
    private const int MostRowsBeforeHeadings = 100;

    public static SheetFile Read(ReadOnlySpan<byte> bytes)
    {
        if (!SpreadsheetText.TryDecode(bytes, out var text, out var readAs, out var failure)) { return SheetFile.Refused(failure); }
        text = WithoutSeparatorHint(text);
        var delimiter = Delimiter(text);
        List<SheetRow> rows = [];
        var count = 0;
        using (var parser = Open(text, delimiter))
        {
            for (var line = 1; parser.Read(); line++)
            {
                if (parser.Record is not { } cells || SheetFile.IsBlank(cells)) { continue; }
                count++;
                if (rows.Count < Sheet.MostKept) { rows.Add(new(line, cells) { Wrong = SwallowedRows.Wrong(parser.RawRecord, delimiter), Doubt = SwallowedRows.Doubt(cells, delimiter) }); }
            }
        }
        if (count == 0) { return SheetFile.Refused("The file is empty."); }
        return UnclosedQuotation(text, delimiter) is { } row
            ? SheetFile.Refused($"The quotation mark opened in row {row} is never closed, so the rows after it cannot be read.")
            : new([new("", rows, count)]) { ReadAs = readAs };
    }

    private static CsvParser Open(string text, char delimiter) => new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        BadDataFound = null,
        IgnoreBlankLines = false,
    });

    // Excel may write a first line "sep=;", which it does not show as a row
    private static string WithoutSeparatorHint(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) { return text; }
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? "" : text[(end + 1)..];
    }

    // the delimiter under which the most headings are known, else the one that makes the most cells
    private static char Delimiter(string text) => new[] { ',', ';', '\t' }.MaxBy(delimiter =>
    {
        using var parser = Open(text, delimiter);
        var (known, most) = (0, 0);
        for (var i = 0; i < MostRowsBeforeHeadings && parser.Read(); i++)
        {
            if (parser.Record is not { } cells) { continue; }
            known = Math.Max(known, cells.Count(h => ColumnNames.Guess(h) is not null));
            most = Math.Max(most, cells.Length);
        }
        return (known, most);
    });

    // the row of a quotation mark that is never closed, or null
    private static int? UnclosedQuotation(string text, char delimiter)
    {
        int line = 1, opened = 0;
        bool quoted = false, fieldStart = true;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (quoted)
            {
                if (c != '"') { continue; }
                if (i + 1 < text.Length && text[i + 1] == '"') { i++; }
                else { quoted = false; }
            }
            else if (c == '"' && fieldStart)
            {
                (quoted, fieldStart, opened) = (true, false, line);
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') { i++; }
                line++;
                fieldStart = true;
            }
            else
            {
                fieldStart = c == delimiter;
            }
        }
        return quoted ? opened : null;
    }
}
