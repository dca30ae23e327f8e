using System.Globalization;

namespace DcoPortal.Casework.Text;

/// <summary>How the portal writes dates, durations, ages, numbers and sizes in British English.</summary>
public static class UkText
{
    /// <summary>The culture of every printed date and number.</summary>
    public static CultureInfo Culture { get; } = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>5 March 2026.</summary>
    public static string LongDate(DateOnly date) => date.ToString("d MMMM yyyy", Culture);

    /// <summary>Thursday 5 March 2026.</summary>
    public static string WeekdayDate(DateOnly date) => date.ToString("dddd d MMMM yyyy", Culture);

    /// <summary>5 March 2026, or the given words when there is no date.</summary>
    public static string LongDate(DateOnly? date, string otherwise = "Not recorded") => date is { } d ? LongDate(d) : otherwise;

    /// <summary>5 Mar 2026; for drawings and narrow columns.</summary>
    public static string ShortDate(DateOnly date) => $"{date.Day} {Months[date.Month - 1]} {date.Year}";

    /// <summary>5 Mar; with the year when the day is not within six months of today, so that no two days read the same. For dense rows.</summary>
    public static string NearDate(DateOnly date, DateOnly today) => date > today.AddMonths(-6) && date < today.AddMonths(6) ? $"{date.Day} {Months[date.Month - 1]}" : ShortDate(date);

    /// <summary>5 March 2026 at 2:05pm, in Europe/London, from a UTC instant.</summary>
    public static string LongDateTime(DateTime instantUtc)
    {
        var local = TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(instantUtc, DateTimeKind.Utc), London);
        return $"{LongDate(DateOnly.FromDateTime(local))} at {local.ToString("h:mm", Culture)}{(local.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>"1 day", "3 days".</summary>
    public static string Days(int days) => Count(days, "day");

    /// <summary>"1 request", "1,204 requests"; give the plural where it is irregular.</summary>
    public static string Count(int number, string one, string? many = null) =>
        $"{number.ToString("N0", Culture)} {(number is 1 or -1 ? one : many ?? one + "s")}";

    /// <summary>"6 weeks", "6 weeks and 2 days", "4 days": a length in days, in words; the sign is ignored.</summary>
    public static string Duration(int days)
    {
        days = Math.Abs(days);
        var (weeks, rest) = Math.DivRem(days, 7);
        return (weeks, rest) switch
        {
            (0, _) => Days(rest),
            (_, 0) => Count(weeks, "week"),
            _ => $"{Count(weeks, "week")} and {Days(rest)}",
        };
    }

    /// <summary>Whole years from birth to a day; someone born on 29 February is a year older on 1 March in common years.</summary>
    public static int Age(DateOnly born, DateOnly on)
    {
        var years = on.Year - born.Year;
        return (on.Month, on.Day).CompareTo((born.Month, born.Day)) < 0 ? years - 1 : years;
    }

    /// <summary>"7 years", "1 year", and "8 months" or "under 1 month" for a child younger than one.</summary>
    public static string AgeText(DateOnly born, DateOnly on)
    {
        var years = Age(born, on);
        if (years >= 1)
            return Count(years, "year");
        var months = (on.Year - born.Year) * 12 + on.Month - born.Month - (on.Day < born.Day ? 1 : 0);
        return months >= 1 ? Count(months, "month") : "under 1 month";
    }

    /// <summary>999 018 1594; a text that is not ten digits is returned unchanged.</summary>
    public static string NhsNumber(string digits) =>
        digits.Length == 10 && digits.All(char.IsAsciiDigit) ? $"{digits[..3]} {digits[3..6]} {digits[6..]}" : digits;

    /// <summary>"512 bytes", "340 KB", "2.4 MB".</summary>
    public static string FileSize(long bytes) => bytes switch
    {
        < 1_000 => Count((int)bytes, "byte"),
        < 999_500 => $"{Math.Round(bytes / 1_000d).ToString("0", Culture)} KB",
        _ => $"{(bytes / 1_000_000d).ToString("0.#", Culture)} MB",
    };

    static readonly string[] Months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];

    static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");
}
