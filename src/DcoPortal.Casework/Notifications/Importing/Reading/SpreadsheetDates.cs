using System.Globalization;
using System.Text.RegularExpressions;

namespace DcoPortal.Casework.Notifications.Importing.Reading;

// the date styles that Excel and people in the United Kingdom write; never month first
internal static partial class SpreadsheetDates
{
    private static readonly string[] Styles =
    [
        "d/M/yyyy", "d/M/yy", "yyyy-M-d", "yyyy/M/d", "d-M-yyyy", "d-M-yy", "d.M.yyyy", "d.M.yy",
        "d-MMM-yyyy", "d-MMM-yy", "d MMM yyyy", "d MMM yy", "d/MMM/yyyy", "d-MMMM-yyyy", "d MMMM yyyy", "d MMMM yy",
    ];

    // 1954 to 2064 as Excel counts days: wide enough for any date here, too narrow for another kind of number
    private const int FirstSerial = 20_000;
    private const int LastSerial = 60_000;
    private static readonly DateOnly SerialZero = new(1899, 12, 30);

    public static bool TryParse(string text, out DateOnly date)
    {
        text = text.Trim();
        if (Serial().Match(text) is { Success: true } serial
            && int.Parse(serial.Groups[1].ValueSpan, CultureInfo.InvariantCulture) is >= FirstSerial and <= LastSerial and var days)
        {
            date = SerialZero.AddDays(days);
            return true;
        }

        text = TimeOfDay().Replace(text, "");
        text = DayName().Replace(text, "");
        text = Ordinal().Replace(text, "");
        text = LongSeptember().Replace(text, "Sep");
        return DateOnly.TryParseExact(text, Styles, CultureInfo.InvariantCulture, DateTimeStyles.None, out date);
    }

    [GeneratedRegex(@"\A([0-9]{5})(?:\.[0-9]+)?\z")]
    private static partial Regex Serial();

    [GeneratedRegex(@"[ T]+[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\.[0-9]+)?)?(?: ?[AaPp][Mm])?\z")]
    private static partial Regex TimeOfDay();

    [GeneratedRegex(@"\A(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? ", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayName();

    [GeneratedRegex(@"(?<=\A[0-9]{1,2})(?:st|nd|rd|th)(?= )", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Ordinal();

    [GeneratedRegex(@"\bsept\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LongSeptember();
}
