namespace DcoPortal.Domain.Statutory;

/// <summary>The SEND Tribunal's working days: none at weekends, on bank holidays, from 25 December to 1 January or in August.</summary>
public static class TribunalCalendar
{
    /// <summary>Whether the Tribunal counts a day.</summary>
    /// <param name="date">A civil date in Europe/London.</param>
    public static bool IsWorkingDay(DateOnly date) =>
        date.Month != 8 && !(date.Month == 12 && date.Day >= 25) && !(date.Month == 1 && date.Day == 1) && EnglandBankHolidays.IsWorkingDay(date);
}
