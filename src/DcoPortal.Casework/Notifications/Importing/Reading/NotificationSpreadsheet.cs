using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>Reads a spreadsheet of notifications: bytes in, rows with verdicts out. It saves nothing and throws on no input.</summary>
public static class NotificationSpreadsheet
{
    /// <summary>The most rows in one file, headings and blank rows not counted.</summary>
    public const int MostRows = 5_000;

    // how many blank rows may stand before the headings while the delimiter is guessed
    private const int MostBlankRowsBeforeHeadings = 100;

    /// <summary>Reads a file.</summary>
    /// <param name="bytes">The file as uploaded: CSV with commas, semicolons or tabs, in UTF-8, UTF-16 or Windows-1252.</param>
    /// <param name="today">Today in Europe/London: nothing may be later.</param>
    public static ImportReading Read(ReadOnlySpan<byte> bytes, DateOnly today)
    {
        if (!SpreadsheetText.TryDecode(bytes, out var text, out var failure)) return ImportReading.Refused(failure);
        text = WithoutSeparatorHint(text);
        var delimiter = Delimiter(text);

        using var parser = Open(text, delimiter);
        var line = 0;
        var headings = NextRow(parser, ref line);
        if (headings is null) return ImportReading.Refused("The file is empty.");
        if (HeadingFailure(headings) is { } wrong) return ImportReading.Refused(wrong);
        if (UnclosedQuotation(text, delimiter) is { } row)
            return ImportReading.Refused($"The quotation mark opened in row {row} is never closed, so the rows after it cannot be read.");

        var reader = new NotificationRowReader(headings, today);
        List<ImportRowVerdict> rows = [];
        while (NextRow(parser, ref line) is { } cells)
        {
            if (rows.Count == MostRows)
                return ImportReading.Refused($"The file has more than {MostRows.ToString("N0", CultureInfo.InvariantCulture)} rows: split it into smaller files.");
            rows.Add(reader.Read(line, cells));
        }

        return rows.Count == 0
            ? ImportReading.Refused("The file has headings but no rows beneath them.")
            : new(null, headings, [.. headings.Where(h => !string.IsNullOrWhiteSpace(h) && NotificationColumns.Known(h) is null)], rows);
    }

    private static CsvParser Open(string text, char delimiter) => new(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
    {
        Delimiter = delimiter.ToString(),
        BadDataFound = null,
        IgnoreBlankLines = false,
    });

    // blank rows are skipped but counted, so that a row's number is the one its spreadsheet shows
    private static string[]? NextRow(CsvParser parser, ref int line)
    {
        while (parser.Read())
        {
            line++;
            if (parser.Record is { } cells && !cells.All(string.IsNullOrWhiteSpace)) return cells;
        }

        return null;
    }

    // Excel may write a first line "sep=;", which it does not show as a row
    private static string WithoutSeparatorHint(string text)
    {
        if (!text.StartsWith("sep=", StringComparison.OrdinalIgnoreCase)) return text;
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? "" : text[(end + 1)..];
    }

    // the delimiter under which the most headings are known
    private static char Delimiter(string text) => new[] { ',', ';', '\t' }.MaxBy(delimiter =>
    {
        using var parser = Open(text, delimiter);
        for (var i = 0; i < MostBlankRowsBeforeHeadings && parser.Read(); i++)
        {
            if (parser.Record is { } cells && !cells.All(string.IsNullOrWhiteSpace)) return cells.Count(h => NotificationColumns.Known(h) is not null);
        }

        return 0;
    });

    private static string? HeadingFailure(string[] headings)
    {
        var known = headings.Select(NotificationColumns.Known).OfType<string>().ToList();
        if (known.Count == 0)
        {
            return "This does not look like a spreadsheet of notifications: its first row has none of the headings expected, " +
                $"such as {NotificationColumns.RequestReceived}, {NotificationColumns.Surname} and {NotificationColumns.DateOfBirth}.";
        }

        if (known.GroupBy(k => k).FirstOrDefault(g => g.Count() > 1) is { } twice) return $"Two columns are headed {twice.Key}: remove one.";
        var missing = NotificationColumns.Required.Except(known).ToList();
        return missing.Count switch
        {
            0 => null,
            1 => $"The file has no column headed {missing[0]}.",
            _ => $"The file has no columns headed {string.Join(", ", missing.SkipLast(1))} and {missing[^1]}.",
        };
    }

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
                if (c != '"') continue;
                if (i + 1 < text.Length && text[i + 1] == '"') i++;
                else quoted = false;
            }
            else if (c == '"' && fieldStart)
            {
                (quoted, fieldStart, opened) = (true, false, line);
            }
            else if (c is '\n' or '\r')
            {
                if (c == '\r' && i + 1 < text.Length && text[i + 1] == '\n') i++;
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
