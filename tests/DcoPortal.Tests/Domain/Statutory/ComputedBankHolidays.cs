using System.Collections.Concurrent;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>Bank holidays worked out from the standing pattern and the proclamations: the check on the data file, which it does not read.</summary>
internal static class ComputedBankHolidays
{
    private static readonly ConcurrentDictionary<int, IReadOnlySet<DateOnly>> Years = new();

    public static IReadOnlySet<DateOnly> ForYear(int year) => Years.GetOrAdd(year, static y => Compute(y).ToHashSet());

    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !ForYear(date.Year).Contains(date);

    private static IEnumerable<DateOnly> Compute(int year)
    {
        yield return Substitute(new(year, 1, 1));
        var easter = EasterSunday(year);
        yield return easter.AddDays(-2);
        yield return easter.AddDays(1);

        // 2020: moved to the 75th anniversary of VE Day
        yield return year == 2020 ? new(2020, 5, 8) : FirstMonday(year, 5);

        // 2022: moved to make a long weekend with the Platinum Jubilee
        yield return year == 2022 ? new(2022, 6, 2) : LastMonday(year, 5);
        if (year == 2022) yield return new(2022, 6, 3);
        yield return LastMonday(year, 8);

        // 2022: the state funeral of Queen Elizabeth II; 2023: the coronation of King Charles III
        if (year == 2022) yield return new(2022, 9, 19);
        if (year == 2023) yield return new(2023, 5, 8);

        foreach (var day in ChristmasAndBoxingDay(year)) yield return day;
    }

    private static DateOnly[] ChristmasAndBoxingDay(int year) => new DateOnly(year, 12, 25).DayOfWeek switch
    {
        DayOfWeek.Friday => [new(year, 12, 25), new(year, 12, 28)],
        DayOfWeek.Saturday => [new(year, 12, 27), new(year, 12, 28)],
        DayOfWeek.Sunday => [new(year, 12, 26), new(year, 12, 27)],
        _ => [new(year, 12, 25), new(year, 12, 26)],
    };

    private static DateOnly Substitute(DateOnly day) => day.DayOfWeek switch
    {
        DayOfWeek.Saturday => day.AddDays(2),
        DayOfWeek.Sunday => day.AddDays(1),
        _ => day,
    };

    private static DateOnly FirstMonday(int year, int month)
    {
        var day = new DateOnly(year, month, 1);
        return day.AddDays(((int)DayOfWeek.Monday - (int)day.DayOfWeek + 7) % 7);
    }

    private static DateOnly LastMonday(int year, int month)
    {
        var day = new DateOnly(year, month, DateTime.DaysInMonth(year, month));
        return day.AddDays(-(((int)day.DayOfWeek - (int)DayOfWeek.Monday + 7) % 7));
    }

    // the anonymous Gregorian computus
    private static DateOnly EasterSunday(int year)
    {
        int a = year % 19, b = year / 100, c = year % 100;
        int d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
        int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4;
        int l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return new(year, n / 31, n % 31 + 1);
    }
}
