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

    // into the month asked for, then on to the same number in it or to its last day
    private static DateOnly MonthsLater(int months, CountingConvention counting, DateOnly eventDay)
    {
        Assert.NotEqual(CountingConvention.Before, counting);
        var day = eventDay;
        for (var turned = 0; turned < months; day = day.AddDays(1))
        {
            if (day.AddDays(1).Day == 1) { turned++; }
        }

        while (day.Day != eventDay.Day && day.AddDays(1).Day != 1) { day = day.AddDays(1); }
        return counting == CountingConvention.BeginningWith ? day.AddDays(-1) : day;
    }
}
