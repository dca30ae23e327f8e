using System.Globalization;
using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

/// <summary>The date styles that spreadsheets and people in the United Kingdom write, read in the one way that goes for the whole file.</summary>
/// <param name="Order">Which part comes first where both are figures.</param>
/// <param name="From1904">Whether a day that is a number is counted from 1904.</param>
/// <param name="Exchanged">Whether Excel has exchanged day and month of what it took for a date.</param>
internal sealed partial record SpreadsheetDates(DateOrder Order = DateOrder.DayFirst, bool From1904 = false, bool Exchanged = false)
{
    /// <summary>The columns in which Excel has exchanged them.</summary>
    public IReadOnlyList<string> ExchangedIn { get; init; } = [];

    /// <summary>How the dates of one column are read.</summary>
    public SpreadsheetDates In(string column) => ExchangedIn.Contains(column) ? this with { Exchanged = true } : this;

    private static readonly string[] Named =
    [
        "yyyy-M-d", "yyyy/M/d", "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "d MMM yy", "d/MMM/yyyy", "d-MMMM-yyyy", "d MMMM yyyy", "d MMMM yy", "MMMM d, yyyy", "MMM d, yyyy",
    ];

    private static readonly string[] DayFirst = ["d/M/yyyy", "d/M/yy", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy", .. Named];
    private static readonly string[] MonthFirst = ["M/d/yyyy", "M/d/yy", "M-d-yyyy", "M-d-yy", "M.d.yyyy", "M.d.yy", .. Named];

    // 1954 to 2064 as Excel counts days: wide enough for any date here, too narrow for another kind of number
    private const int FirstSerial = 20_000;
    private const int LastSerial = 60_000;
    private const int Days1900To1904 = 1462;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public bool TryParse(string text, out DateOnly date)
    {
        text = text.Trim();
        if (IsSerial(text))
        {
            date = SerialZero.AddDays(int.Parse(text.Split('.')[0], CultureInfo.InvariantCulture) + (From1904 ? Days1900To1904 : 0));
            return true;
        }
        if (Exchanged && IsYearFirst(text) && DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var typed) && typed.Day <= 12)
        {
            date = new(typed.Year, typed.Day, typed.Month);
            return true;
        }
        // an instant with its offset is a day in the United Kingdom, which near midnight is not the day that is written
        if (Instant().IsMatch(text) && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var instant))
        {
            date = UkClock.DateOf(instant.UtcDateTime);
            return true;
        }
        text = TimeOfDay().Replace(text, "");
        text = DayName().Replace(text, "");
        text = Ordinal().Replace(text, "");
        text = LongSeptember().Replace(text, "Sep");
        return DateOnly.TryParseExact(text, Order == DateOrder.MonthFirst ? MonthFirst : DayFirst, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    /// <summary>The weekday that a day is, where the text in front of it names another; null where it names none or the right one.</summary>
    public static string? OtherWeekday(string text, DateOnly day) =>
        DayName().Match(text.Trim()) is { Success: true } named && !day.DayOfWeek.ToString().StartsWith(named.Value[..3], StringComparison.OrdinalIgnoreCase) ? day.ToString("dddd", UkText.Culture) : null;

    /// <summary>Whether it is a day as a number.</summary>
    public static bool IsSerial(string text) => Serial().Match(text.Trim()) is { Success: true } serial
        && int.Parse(serial.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= FirstSerial and <= LastSerial;

    /// <summary>Whether it stands year first, as the dates of a workbook are read.</summary>
    public static bool IsYearFirst(string text) => YearFirst().IsMatch(text.Trim());

    /// <summary>Whether both parts are figures, so that the order matters.</summary>
    public static bool IsFigures(string text) => Figures().IsMatch(text.Trim());

    [GeneratedRegex(@"\A[0-9]{1,2}([/.-])[0-9]{1,2}\1(?:[0-9]{4}|[0-9]{2})(?:\z|[ T])")]
    private static partial Regex Figures();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}\z")]
    private static partial Regex YearFirst();

    [GeneratedRegex(@"\A([0-9]{5})(?:\.[0-9]+)?\z")]
    private static partial Regex Serial();

    [GeneratedRegex(@"\A[0-9]{4}-[0-9]{2}-[0-9]{2}[T ][0-9]{2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]{1,7})?)? ?(?:Z|[+-][0-9]{2}:?[0-9]{2})\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Instant();

    [GeneratedRegex(@"[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AaPp][Mm])?\z")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\A(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayName();

    [GeneratedRegex(@"(?<=\A[0-9]{1,2})(?:st|nd|rd|th)(?= )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\bsept\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongSeptember();
}
