namespace DcoPortal.Casework.Jobs;

/// <summary>The Mondays of work that is done once a week.</summary>
internal static class Mondays
{
    /// <summary>The Monday of a day's week (Europe/London).</summary>
    public static DateOnly Of(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek + 6) % 7));

    /// <summary>When a Monday's emails go, UTC: 07:30 in London.</summary>
    public static DateTime MorningUtc(DateOnly monday) => JobSetup.MorningUtc(monday);
}
