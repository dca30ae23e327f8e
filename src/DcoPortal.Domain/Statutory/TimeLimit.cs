using System.Globalization;

namespace DcoPortal.Domain.Statutory;

/// <summary>A length of time as the law puts it, and the arithmetic that turns a day into a due date. What an instrument says of the end of a time is the rule's.</summary>
/// <param name="Length">How many units; 0 is the day itself.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Counting">Whether the day of the event counts, and in which direction.</param>
public sealed record TimeLimit(int Length, TimeUnit Unit, CountingConvention Counting)
{
    /// <summary>The month and day of a limit that ends before a day of the year.</summary>
    public (int Month, int Day) OfYear { get; private init; }

    /// <summary>Before a fixed day of the calendar year of the event: the last day in time is the day before it.</summary>
    public static TimeLimit BeforeDay(int month, int day) => new(0, TimeUnit.DayOfYear, CountingConvention.Before) { OfYear = (month, day) };

    /// <summary>Whether the duty is for the day of the event itself.</summary>
    public bool IsSameDay => Length == 0 && Unit != TimeUnit.DayOfYear;

    /// <summary>"6 weeks", "1 month", "30 tribunal working days"; "the same day" for 0; "before 15 February".</summary>
    public string Words => Unit == TimeUnit.DayOfYear ? $"before {new DateOnly(2000, OfYear.Month, OfYear.Day).ToString("d MMMM", CultureInfo.InvariantCulture)}"
        : Length == 0 ? "the same day" : $"{Length.ToString(CultureInfo.InvariantCulture)} {Noun}{(Length == 1 ? "" : "s")}";

    private string Noun => Unit switch
    {
        TimeUnit.Weeks => "week",
        TimeUnit.Days => "day",
        TimeUnit.WorkingDays => "working day",
        TimeUnit.TribunalWorkingDays => "tribunal working day",
        TimeUnit.Months => "month",
        _ => throw new InvalidOperationException($"{Unit} is no unit of time."),
    };

    /// <summary>The last day in time, counted from the day of the event.</summary>
    /// <param name="day">The day of the event, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date lies outside the years 1 to 9999.</exception>
    public DateOnly DueFrom(DateOnly day) => Unit == TimeUnit.DayOfYear ? new DateOnly(day.Year, OfYear.Month, OfYear.Day).AddDays(-1) : Counting switch
    {
        CountingConvention.Of => After(day),
        // one month beginning with 1 March ends on 31 March: the day before the corresponding day
        CountingConvention.BeginningWith => Unit == TimeUnit.Months ? MonthsBeginningWith(day) : After(day.AddDays(-1)),
        CountingConvention.Before => Ahead(day),
        _ => throw new InvalidOperationException($"{Counting} is no way of counting."),
    };

    // where the last month has no corresponding day, the whole of that month is in the period
    private DateOnly MonthsBeginningWith(DateOnly day) => After(day) is var end && end.Day < day.Day ? end : end.AddDays(-1);

    private DateOnly After(DateOnly day) => Unit switch
    {
        TimeUnit.Weeks => day.AddDays(7 * Length),
        TimeUnit.Days => day.AddDays(Length),
        TimeUnit.Months => day.AddMonths(Length),
        _ => Step(day, 1),
    };

    private DateOnly Ahead(DateOnly day) => Unit switch
    {
        TimeUnit.Weeks => day.AddDays(-7 * Length),
        TimeUnit.Days => day.AddDays(-Length),
        TimeUnit.Months => day.AddMonths(-Length),
        _ => Step(day, -1),
    };

    private DateOnly Step(DateOnly day, int direction)
    {
        for (var left = Length; left > 0;)
        {
            day = day.AddDays(direction);
            if (Unit == TimeUnit.TribunalWorkingDays ? TribunalCalendar.IsWorkingDay(day) : EnglandBankHolidays.IsWorkingDay(day)) { left--; }
        }

        return day;
    }
}
