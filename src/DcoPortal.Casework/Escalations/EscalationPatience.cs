namespace DcoPortal.Casework.Escalations;

/// <summary>How long an answer to an escalation may take before somebody is reminded: 2 working days. Local practice, not law.</summary>
public static class EscalationPatience
{
    /// <summary>What was put before somebody earlier than this instant, UTC, has waited 2 whole working days by the day (Europe/London).</summary>
    public static DateTime RaisedBefore(DateOnly day)
    {
        // the day itself, or the working day before it, is the second; what was raised before the first began has had both
        var second = EnglandBankHolidays.LastWorkingDayOnOrBefore(day);
        return UkClock.StartOf(EnglandBankHolidays.LastWorkingDayOnOrBefore(second.AddDays(-1)));
    }
}
