namespace DcoPortal.Domain.Statutory;

/// <summary>The SEND Tribunal's working days, and the last day on which an appeal may be started.</summary>
public static class TribunalCalendar
{
    /// <summary>Whether the Tribunal counts a day: not at weekends, on bank holidays, from 25 December to 1 January or in August.</summary>
    /// <param name="date">A civil date in Europe/London.</param>
    public static bool IsWorkingDay(DateOnly date) => !IsRecess(date) && EnglandBankHolidays.IsWorkingDay(date);

    /// <summary>Whether a day is in August or from 25 December to 1 January (rule 12(3)).</summary>
    /// <param name="date">A civil date in Europe/London.</param>
    public static bool IsRecess(DateOnly date) => date.Month == 8 || IsChristmas(date);

    /// <summary>
    /// The last day on which an appeal is in time, whose calendar date is given. In August or from 25 December to 1 January it is the
    /// first working day after (rule 12(3)); on another day that is no working day it is the next working day (rule 12(2)).
    /// </summary>
    /// <param name="calendarDate">The day on which the months end (Europe/London).</param>
    public static DateOnly LastLawfulDay(DateOnly calendarDate) =>
        EnglandBankHolidays.FirstWorkingDayOnOrAfter(IsRecess(calendarDate) ? AfterRecess(calendarDate) : calendarDate);

    private static bool IsChristmas(DateOnly date) => date is { Month: 12, Day: >= 25 } or { Month: 1, Day: 1 };

    private static DateOnly AfterRecess(DateOnly date) => date.Month switch
    {
        8 => new(date.Year, 9, 1),
        12 => new(date.Year + 1, 1, 2),
        _ => new(date.Year, 1, 2),
    };
}
