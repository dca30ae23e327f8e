using System.Globalization;

namespace DcoPortal.Web.Platform.Ui;

/// <summary>The parts of a date in three boxes.</summary>
[Flags]
public enum DateParts
{
    /// <summary>No part.</summary>
    None = 0,

    /// <summary>The day of the month.</summary>
    Day = 1,

    /// <summary>The month, as a number or a name.</summary>
    Month = 2,

    /// <summary>The year, four digits.</summary>
    Year = 4,

    /// <summary>The whole date.</summary>
    All = Day | Month | Year,
}

/// <summary>A date as typed in three boxes, kept exactly as typed until it is a real date. Months may be names ("March", "mar").</summary>
public sealed class DateInput
{
    /// <summary>Day as typed.</summary>
    public string? Day { get; set; }

    /// <summary>Month as typed.</summary>
    public string? Month { get; set; }

    /// <summary>Year as typed.</summary>
    public string? Year { get; set; }

    /// <summary>True when all three boxes are blank.</summary>
    public bool IsEmpty => Missing == DateParts.All;

    /// <summary>Whether another has the same day, or both have none.</summary>
    public bool IsSame(DateInput other) => (IsEmpty && other.IsEmpty) || (Value is { } day && day == other.Value);

    /// <summary>The boxes that are blank.</summary>
    public DateParts Missing =>
        (string.IsNullOrWhiteSpace(Day) ? DateParts.Day : 0) |
        (string.IsNullOrWhiteSpace(Month) ? DateParts.Month : 0) |
        (string.IsNullOrWhiteSpace(Year) ? DateParts.Year : 0);

    /// <summary>A date input that shows this date.</summary>
    public static DateInput From(DateOnly? date) => date is not { } d ? new() : new()
    {
        Day = d.Day.ToString(CultureInfo.InvariantCulture),
        Month = d.Month.ToString(CultureInfo.InvariantCulture),
        Year = d.Year.ToString(CultureInfo.InvariantCulture),
    };

    /// <summary>True, with the date, when the three boxes make a real date.</summary>
    public bool TryGet(out DateOnly date)
    {
        date = default;
        if (Missing != DateParts.None || Number(Day, 31) is not { } day || MonthNumber() is not { } month || YearNumber() is not { } year
            || day > DateTime.DaysInMonth(year, month))
            return false;
        date = new DateOnly(year, month, day);
        return true;
    }

    /// <summary>The date, or null when it is not a real one.</summary>
    public DateOnly? Value => TryGet(out var date) ? date : null;

    /// <summary>The boxes to mark when the field has an error: the missing or impossible ones, or all of them.</summary>
    public DateParts Faulty
    {
        get
        {
            if (Missing != DateParts.None)
                return Missing;
            var wrong = (Number(Day, 31) is null ? DateParts.Day : 0) | (MonthNumber() is null ? DateParts.Month : 0) | (YearNumber() is null ? DateParts.Year : 0);
            return wrong == DateParts.None ? DateParts.All : wrong;
        }
    }

    /// <summary>
    /// What is wrong with the typed date in a sentence that starts with <paramref name="what"/> ("Date of birth must include a year"),
    /// or null when it is a real date or wholly blank (whether blank is allowed is the validator's decision).
    /// </summary>
    public string? Problem(string what)
    {
        if (IsEmpty || TryGet(out _))
            return null;
        if (Missing != DateParts.None)
            return $"{what} must include a {string.Join(" and a ", PartNames(Missing))}";
        return YearNumber() is null ? $"{what}: the year must include 4 numbers" : $"{what} must be a real date";
    }

    static IEnumerable<string> PartNames(DateParts parts)
    {
        if (parts.HasFlag(DateParts.Day)) yield return "day";
        if (parts.HasFlag(DateParts.Month)) yield return "month";
        if (parts.HasFlag(DateParts.Year)) yield return "year";
    }

    static int? Number(string? text, int most) =>
        int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var n) && n >= 1 && n <= most ? n : null;

    int? YearNumber() => Year?.Trim() is { Length: 4 } text ? Number(text, 9998) is { } year and >= 1000 ? year : null : null;

    int? MonthNumber()
    {
        if (Number(Month, 12) is { } number)
            return number;
        var typed = Month?.Trim() ?? "";
        if (typed.Length < 3)
            return null;
        var names = UkText.Culture.DateTimeFormat.MonthNames;
        var at = Array.FindIndex(names, n => n.StartsWith(typed, StringComparison.OrdinalIgnoreCase));
        return at is >= 0 and < 12 ? at + 1 : null;
    }
}
