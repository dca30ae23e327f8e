namespace DcoPortal.Domain.Statutory;

/// <summary>What a time limit is counted in. The Regulations say "working days" where they mean them; "weeks" and "days" are of the calendar.</summary>
public enum TimeUnit
{
    /// <summary>Weeks of seven calendar days: weekends, bank holidays and school holidays all count.</summary>
    Weeks,

    /// <summary>Calendar days.</summary>
    Days,

    /// <summary>Monday to Friday without England's bank holidays (see <see cref="EnglandBankHolidays"/>).</summary>
    WorkingDays,

    /// <summary>Working days without 25 December to 1 January and without August (see <see cref="TribunalCalendar"/>).</summary>
    TribunalWorkingDays,

    /// <summary>Months to the corresponding day, or to the last day of a month that has no such day.</summary>
    Months,

    /// <summary>Before a fixed day of the calendar year of the event, such as 15 February; the length then has no meaning.</summary>
    DayOfYear,
}
