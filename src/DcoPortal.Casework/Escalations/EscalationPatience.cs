namespace DcoPortal.Casework.Escalations;

/// <summary>How long an answer to an escalation may take before the person asked is reminded: 2 working days. Local practice, not law.</summary>
public static class EscalationPatience
{
    /// <summary>An escalation raised before this instant, UTC, has waited 2 whole working days by the day (Europe/London).</summary>
    public static DateTime RaisedBefore(DateOnly day)
    {
        // the day counts as the second of the 2 days (on a day off, the working day before); the instant is the start of the first
        var second = EnglandBankHolidays.LastWorkingDayOnOrBefore(day);
        return UkClock.StartOf(EnglandBankHolidays.LastWorkingDayOnOrBefore(second.AddDays(-1)));
    }
}
