using System.Globalization;
using System.Text.RegularExpressions;
using ExcelNumberFormat;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// a cell of a workbook as text: its value, and what only its format shows to whoever looks at the sheet
internal static partial class ShownCells
{
    public static string Text(object? value, string? format) => value switch
    {
        null => "",
        string text => text,
        // "w/c 10/11/2026" and "10/11/2026?" are no such days
        DateTime when format is not null && AddsWords(format) && Formatted(value, format) is { } shown => shown,
        DateTime date => ShowsNoDay(date, format) ? date.ToString("MMM yyyy", CultureInfo.InvariantCulture) : date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        bool yes => yes ? "TRUE" : "FALSE",
        double number when format is not null && AddsToValue().IsMatch(format) && Formatted(number, format) is { } shown => shown,
        double number => number == Math.Floor(number) && Math.Abs(number) < 1e15 ? number.ToString("0", CultureInfo.InvariantCulture) : number.ToString("R", CultureInfo.InvariantCulture),
        IFormattable other => other.ToString(null, CultureInfo.InvariantCulture),
        var other => other.ToString() ?? "",
    };

    /// <summary>What the sheet shows of a cell that Excel holds as a date or a time, perhaps made of what was typed; null of any other.</summary>
    public static string? Date(object? value, string? format) => value is DateTime or TimeSpan ? (format is null ? null : Formatted(value, format)) ?? Text(value, format) : null;

    // Excel makes the first of the month of "Oct 2026": a day that nobody wrote
    private static bool ShowsNoDay(DateTime date, string? format) =>
        date.Day == 1 && format is not null && Formatted(date, format) is { } shown && shown == Formatted(date.AddDays(1), format);

    private static string? Formatted(object value, string format)
    {
        var parsed = new NumberFormat(format);
        return parsed.IsValid ? parsed.Format(value, CultureInfo.InvariantCulture).Trim() : null;
    }

    private static bool AddsWords(string format) => Literals().Matches(format.Split(';')[0]).SelectMany(m => m.Groups.Cast<Group>().Skip(1)).Any(g => g.Value.Any(c => char.IsLetter(c) || c is '?' or '!' or '*' or '#' or '~')
        && !OfDates.Contains(g.Value.Trim().ToLowerInvariant()));

    // what people write between the parts of a day
    private static readonly HashSet<string> OfDates = ["st", "nd", "rd", "th", "of", "de", "t", "z", "h", "at", "年", "月", "日"];

    // in quotation marks, behind a stroke, or where a currency would stand
    [GeneratedRegex(@"""([^""]*)""|\\(.)|\[\$([^\]-]*)[^\]]*\]")]
    private static partial Regex Literals();

    // words in the first part of the format, such as "EHC-"0000, or noughts before the number
    [GeneratedRegex(@"\A(?:\[[^\]]*\])*[^;.]*?(?:""[^""]*[^\s""][^""]*""|\\\S|(?<![.0#])00)")]
    private static partial Regex AddsToValue();
}
