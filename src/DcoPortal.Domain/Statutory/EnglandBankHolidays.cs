using System.Collections.Frozen;
using System.Text.Json;

namespace DcoPortal.Domain.Statutory;

/// <summary>How sure a year of bank holidays is.</summary>
public enum BankHolidayStatus
{
    /// <summary>The file does not hold the year: only weekends are taken as days off.</summary>
    NotHeld,

    /// <summary>Worked out from the standing pattern; the government has yet to publish the year.</summary>
    Projected,

    /// <summary>Taken from the published list.</summary>
    Published,
}

/// <summary>
/// Bank holidays in England from the data file <c>england-bank-holidays.json</c>, which names its source year by year.
/// <see cref="DatedFacts"/> adds to it. Outside its years only weekends are days off. They never move a limit in weeks or days.
/// </summary>
public static class EnglandBankHolidays
{
    private const string File = "DcoPortal.Domain.Statutory.england-bank-holidays.json";

    private static readonly FrozenDictionary<int, BankHolidayYear> Years = Read();
    private static readonly FrozenSet<DateOnly> FileDays = Years.Values.SelectMany(y => y.Days).Select(d => d.Date).ToFrozenSet();
    private static FrozenSet<DateOnly> _days = FileDays;

    /// <summary>The first and last year that the file holds.</summary>
    public static (int First, int Last) Held { get; } = (Years.Keys.Min(), Years.Keys.Max());

    /// <summary>Whether a year is published, projected or not held.</summary>
    public static BankHolidayStatus StatusOf(int year) =>
        DatedFacts.InUse.PublishedYears.Contains(year) ? BankHolidayStatus.Published
        : !Years.TryGetValue(year, out var held) ? BankHolidayStatus.NotHeld
        : held.Status == "published" ? BankHolidayStatus.Published : BankHolidayStatus.Projected;

    /// <summary>The bank holidays of a year on the days they are kept (the substitute day, where one is given). Empty when nothing of the year is known.</summary>
    public static IReadOnlySet<DateOnly> ForYear(int year) =>
        _days.Where(d => d.Year == year).ToHashSet();

    /// <summary>Whether a day is kept as a bank holiday in England.</summary>
    public static bool IsBankHoliday(DateOnly date) => _days.Contains(date);

    /// <summary>Monday to Friday and not a bank holiday in England.</summary>
    public static bool IsWorkingDay(DateOnly date) =>
        date.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !IsBankHoliday(date);

    /// <summary>The date itself when it is a working day, otherwise the nearest working day before it.</summary>
    /// <param name="date">A civil date in Europe/London.</param>
    public static DateOnly LastWorkingDayOnOrBefore(DateOnly date)
    {
        while (!IsWorkingDay(date)) date = date.AddDays(-1);
        return date;
    }

    /// <summary>The date itself when it is a working day, otherwise the nearest working day after it.</summary>
    /// <param name="date">A civil date in Europe/London.</param>
    public static DateOnly FirstWorkingDayOnOrAfter(DateOnly date)
    {
        while (!IsWorkingDay(date)) date = date.AddDays(1);
        return date;
    }

    /// <summary>Whether the program's own file holds a day.</summary>
    internal static bool IsInTheFile(DateOnly date) => FileDays.Contains(date);

    /// <summary>Takes the facts that became known after the program was made.</summary>
    internal static void Take(DatedFacts facts) => _days = FileDays.Except(facts.NotBankHolidays).Concat(facts.BankHolidays.Select(h => h.Date)).ToFrozenSet();

    private static FrozenDictionary<int, BankHolidayYear> Read()
    {
        using var stream = typeof(EnglandBankHolidays).Assembly.GetManifestResourceStream(File)
            ?? throw new InvalidOperationException($"The resource {File} is missing from the assembly.");
        var file = JsonSerializer.Deserialize<BankHolidayFile>(stream, JsonSerializerOptions.Web)
            ?? throw new InvalidOperationException($"The resource {File} is empty.");
        return file.Years.ToFrozenDictionary(y => y.Year);
    }

    private sealed record BankHolidayFile(string Source, IReadOnlyList<BankHolidayYear> Years);

    private sealed record BankHolidayYear(int Year, string Status, IReadOnlyList<BankHoliday> Days);
}
