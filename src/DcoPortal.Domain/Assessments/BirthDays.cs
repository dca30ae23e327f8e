using System.Globalization;

namespace DcoPortal.Domain.Assessments;

/// <summary>Birth dates that one slip makes of each other: day and month exchanged, one figure wrong, two figures exchanged, or the year before or after.</summary>
public static class BirthDays
{
    // no two records of one child are further apart than the age to which the law goes
    private const int MostYears = 26;
    private const string Format = "ddMMyyyy";

    /// <summary>Every date that is a slip away from one, which it is not itself: thirty or so, by which an index is asked.</summary>
    public static IReadOnlyList<DateOnly> Near(DateOnly born)
    {
        HashSet<DateOnly> near = [];
        var figures = born.ToString(Format, CultureInfo.InvariantCulture);
        for (var i = 0; i < figures.Length; i++)
        {
            for (var figure = '0'; figure <= '9'; figure++) { Add(figures[..i] + figure + figures[(i + 1)..]); }
            // the figures of day, month or year alone are exchanged with each other
            if (i is not (1 or 3 or 7)) { Add($"{figures[..i]}{figures[i + 1]}{figures[i]}{figures[(i + 2)..]}"); }
        }
        Add($"{figures[2..4]}{figures[..2]}{figures[4..]}");
        for (var years = -1; years <= 1; years++) { Add($"{figures[..4]}{born.Year + years:0000}"); }
        near.Remove(born);
        return [.. near];

        void Add(string text)
        {
            if (DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && Math.Abs(date.Year - born.Year) <= MostYears) { near.Add(date); }
        }
    }

    /// <summary>Whether one is among those <see cref="Near"/> the other.</summary>
    public static bool AreNear(DateOnly one, DateOnly other)
    {
        if (one == other || Math.Abs(one.Year - other.Year) > MostYears) { return false; }
        if (AreExchanged(one, other) || (IsOtherYear(one, other) && Math.Abs(one.Year - other.Year) == 1)) { return true; }
        Span<char> here = stackalloc char[Format.Length], there = stackalloc char[Format.Length];
        one.TryFormat(here, out _, Format, CultureInfo.InvariantCulture);
        other.TryFormat(there, out _, Format, CultureInfo.InvariantCulture);
        int first = -1, count = 0;
        for (var i = 0; i < here.Length; i++)
        {
            if (here[i] == there[i]) { continue; }
            if (count++ == 0) { first = i; }
        }
        return count == 1 || (count == 2 && first is not (1 or 3 or 7) && here[first] == there[first + 1] && here[first + 1] == there[first]);
    }

    /// <summary>Whether day and month are exchanged.</summary>
    public static bool AreExchanged(DateOnly one, DateOnly other) => one != other && (one.Year, one.Month, one.Day) == (other.Year, other.Day, other.Month);

    /// <summary>Whether they are the same day of another year, as the birthdays of a brother and a sister can be.</summary>
    public static bool IsOtherYear(DateOnly one, DateOnly other) => one.Year != other.Year && (one.Month, one.Day) == (other.Month, other.Day);
}
