using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

// the second opinion: walks the calendar one day at a time, ticking days off, and never multiplies or adds more than one
internal static class NaiveCounter
{
    public static DateOnly Due(int length, TimeUnit unit, CountingConvention counting, DateOnly eventDay)
    {
        if (length == 0) { return eventDay; }
        var step = counting == CountingConvention.Before ? -1 : 1;
        var day = eventDay;
        var ticked = counting == CountingConvention.BeginningWith && Counts(unit, day) ? 1 : 0;
        if (unit == TimeUnit.Months) { return MonthsLater(length, counting, eventDay); }
        var wanted = unit == TimeUnit.Weeks ? Repeat(length) : length;
        while (ticked < wanted)
        {
            day = day.AddDays(step);
            if (Counts(unit, day)) { ticked++; }
        }

        return day;
    }

    // rule 12(2) and (3) of SI 2008/2699, one day at a time: out of August or the days of Christmas first, then to a working day
    public static DateOnly TribunalEnd(DateOnly day)
    {
        bool Shut() => day.Month == 8 || (day.Month == 12 && day.Day > 24) || (day.Month == 1 && day.Day < 2);
        while (Shut()) { day = day.AddDays(1); }
        while (!ComputedBankHolidays.IsWorkingDay(day)) { day = day.AddDays(1); }
        return day;
    }

    public static DateOnly LastWorkingDay(DateOnly day)
    {
        while (!Counts(TimeUnit.WorkingDays, day)) { day = day.AddDays(-1); }
        return day;
    }

    private static bool Counts(TimeUnit unit, DateOnly day)
    {
        if (unit is TimeUnit.Weeks or TimeUnit.Days or TimeUnit.Months) { return true; }
        if (!ComputedBankHolidays.IsWorkingDay(day)) { return false; }
        if (unit == TimeUnit.WorkingDays) { return true; }
        var (month, number) = (day.Month, day.Day);
        if (month == 8) { return false; }
        if (month == 12) { return number < 25; }
        return month != 1 || number > 1;
    }

    private static int Repeat(int weeks)
    {
        var days = 0;
        foreach (var _ in Enumerable.Range(0, weeks)) { foreach (var __ in new[] { "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun" }) { days++; } }
        return days;
    }

    // into the month asked for, forward or back, then to the same number in it or to its last day
    private static DateOnly MonthsLater(int months, CountingConvention counting, DateOnly eventDay)
    {
        var step = counting == CountingConvention.Before ? -1 : 1;
        var day = eventDay;
        for (var turned = 0; turned < months;)
        {
            var next = day.AddDays(step);
            if (next.Month != day.Month) { turned++; }
            day = next;
        }

        while (day.Day > 1) { day = day.AddDays(-1); }
        while (day.Day != eventDay.Day && day.AddDays(1).Day != 1) { day = day.AddDays(1); }
        return counting == CountingConvention.BeginningWith && day.Day == eventDay.Day ? day.AddDays(-1) : day;
    }
}
