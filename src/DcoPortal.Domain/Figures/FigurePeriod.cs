using System.Globalization;

namespace DcoPortal.Domain.Figures;

/// <summary>The kinds of period for which figures are given.</summary>
public enum PeriodKind
{
    Month,
    Quarter,

    /// <summary>1 September to 31 August.</summary>
    AcademicYear,

    /// <summary>Any days.</summary>
    Free,
}

/// <summary>A period of due dates, both days included (Europe/London).</summary>
/// <param name="Kind">Its kind.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record FigurePeriod(PeriodKind Kind, DateOnly From, DateOnly To)
{
    /// <summary>The longest free period, in days: two years.</summary>
    public const int LongestFree = 731;

    private static readonly CultureInfo Culture = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The month of a day.</summary>
    public static FigurePeriod MonthOf(DateOnly day) => Months(PeriodKind.Month, new(day.Year, day.Month, 1), 1);

    /// <summary>The quarter of a day: January, April, July and October begin one, in the calendar as in the financial year.</summary>
    public static FigurePeriod QuarterOf(DateOnly day) => Months(PeriodKind.Quarter, new(day.Year, ((day.Month - 1) / 3 * 3) + 1, 1), 3);

    /// <summary>The academic year of a day.</summary>
    public static FigurePeriod AcademicYearOf(DateOnly day) => Months(PeriodKind.AcademicYear, new(day.Month >= 9 ? day.Year : day.Year - 1, 9, 1), 12);

    /// <summary>Any days, or null where they are out of order or too many.</summary>
    public static FigurePeriod? Between(DateOnly from, DateOnly to) => to < from || to.DayNumber - from.DayNumber >= LongestFree ? null : new(PeriodKind.Free, from, to);

    /// <summary>The period as one word in an address.</summary>
    public string Word => Kind switch
    {
        PeriodKind.Month => $"{From:yyyy-MM}",
        PeriodKind.Quarter => $"{From.Year}-Q{((From.Month - 1) / 3) + 1}",
        PeriodKind.AcademicYear => $"{From.Year}-{To.Year}",
        _ => $"{From:yyyy-MM-dd}_{To:yyyy-MM-dd}",
    };

    /// <summary>The period as people say it, such as "July to September 2026".</summary>
    public string Name => Kind switch
    {
        PeriodKind.Month => From.ToString("MMMM yyyy", Culture),
        PeriodKind.Quarter => $"{From.ToString("MMMM", Culture)} to {To.ToString("MMMM yyyy", Culture)}",
        PeriodKind.AcademicYear => $"the academic year {From.Year} to {To.Year}",
        _ => $"{From.ToString("d MMMM yyyy", Culture)} to {To.ToString("d MMMM yyyy", Culture)}",
    };

    /// <summary>The same one before: of a free period as many days that end on the day before it.</summary>
    public FigurePeriod Before => Kind switch
    {
        PeriodKind.Month => MonthOf(From.AddDays(-1)),
        PeriodKind.Quarter => QuarterOf(From.AddDays(-1)),
        PeriodKind.AcademicYear => AcademicYearOf(From.AddDays(-1)),
        _ => new(Kind, From.AddDays(From.DayNumber - To.DayNumber - 1), From.AddDays(-1)),
    };

    /// <summary>The same one after, or null for a free period.</summary>
    public FigurePeriod? After => Kind switch
    {
        PeriodKind.Month => MonthOf(To.AddDays(1)),
        PeriodKind.Quarter => QuarterOf(To.AddDays(1)),
        PeriodKind.AcademicYear => AcademicYearOf(To.AddDays(1)),
        _ => null,
    };

    /// <summary>The months of a month, quarter or year.</summary>
    public IEnumerable<FigurePeriod> EachMonth()
    {
        for (var month = MonthOf(From); month.From <= To; month = month.After!) { yield return month; }
    }

    /// <summary>Whether its last day is over.</summary>
    public bool HasEnded(DateOnly today) => To < today;

    /// <summary>The period of a word of an address, or null.</summary>
    public static FigurePeriod? Parse(string? word)
    {
        if (word?.Split('_') is [var first, var last] && Day(first) is { } from && Day(last) is { } to) { return Between(from, to); }
        if (word?.Split('-') is not [{ Length: 4 } years, var rest] || !int.TryParse(years, NumberStyles.None, CultureInfo.InvariantCulture, out var year) || year is < 2000 or > 2200) { return null; }
        if (rest is ['Q', >= '1' and <= '4']) { return QuarterOf(new(year, ((rest[1] - '1') * 3) + 1, 1)); }
        if (!int.TryParse(rest, NumberStyles.None, CultureInfo.InvariantCulture, out var number)) { return null; }
        return rest.Length == 2 && number is >= 1 and <= 12 ? MonthOf(new(year, number, 1)) : number == year + 1 ? AcademicYearOf(new(year, 9, 1)) : null;
    }

    private static DateOnly? Day(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is >= 2000 and <= 2200 ? day : null;

    private static FigurePeriod Months(PeriodKind kind, DateOnly from, int months) => new(kind, from, from.AddMonths(months).AddDays(-1));
}
