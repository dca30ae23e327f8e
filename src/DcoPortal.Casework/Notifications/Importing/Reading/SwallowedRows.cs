using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a stray quotation mark makes one cell of all rows up to the next one, and with them children vanish
internal static partial class SwallowedRows
{
    private const int FewestCells = 4;

    /// <summary>What is wrong with a row whose cell reaches over several lines to a quotation mark in the middle of another; or null.</summary>
    /// <param name="raw">The row as it stands in the file.</param>
    /// <param name="delimiter">What stands between its cells.</param>
    public static string? Wrong(ReadOnlySpan<char> raw, char delimiter)
    {
        raw = raw.TrimEnd("\r\n");
        if (!raw.ContainsAny('\n', '\r')) { return null; }
        var (quoted, fieldStart) = (false, true);
        for (var i = 0; i < raw.Length; i++)
        {
            if (!quoted) { (quoted, fieldStart) = (fieldStart && raw[i] == '"', raw[i] == delimiter); continue; }
            if (raw[i] != '"') { continue; }
            if (i + 1 < raw.Length && raw[i + 1] == '"') { i++; continue; }
            if (i + 1 < raw.Length && raw[i + 1] != delimiter && raw[i + 1] is not ('\r' or '\n')) { return $"{Opens(raw)}, in the middle of another cell. Take out the first of them, or write it twice, and upload the file again"; }
            quoted = false;
        }
        return null;
    }

    /// <summary>What may be wrong with a row whose cell holds lines that look like rows themselves; or null.</summary>
    public static string? Doubt(string[] cells, char delimiter) =>
        Array.Find(cells, cell => cell.Contains('\n', StringComparison.Ordinal) && cell.Split('\n').Skip(1).Any(line => line.Count(c => c == delimiter) >= FewestCells - 1 && Day().IsMatch(line))) is { } cell
            ? $"{Opens(cell)}, and what stands between looks like {UkText.Count(cell.Count(c => c == '\n'), "row")} of the list. Take the quotation marks out, and upload the file again. Take the row only if that is one cell" : null;

    private static string Opens(ReadOnlySpan<char> text) => $"a quotation mark in this row is closed {UkText.Count(text.Count('\n'), "line")} further down";

    [GeneratedRegex(@"\d{1,4}[-/. ](?:\d{1,2}|[A-Za-z]{3,9})[-/. ]\d{2,4}")]
    private static partial Regex Day();
}
