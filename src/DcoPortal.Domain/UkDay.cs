namespace DcoPortal.Domain;

/// <summary>The civil day of this country at an instant: a legal day is never the day in UTC.</summary>
public static class UkDay
{
    private static readonly TimeZoneInfo London = TimeZoneInfo.FindSystemTimeZoneById("Europe/London");

    /// <summary>The day in Europe/London at an instant in UTC.</summary>
    public static DateOnly Of(DateTime utc) => DateOnly.FromDateTime(LocalOf(utc));

    /// <summary>The time in Europe/London at an instant in UTC.</summary>
    public static DateTime LocalOf(DateTime utc) => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(utc, DateTimeKind.Utc), London);

    /// <summary>The instant, UTC, at which a day in Europe/London begins.</summary>
    public static DateTime StartOf(DateOnly day) => TimeZoneInfo.ConvertTimeToUtc(day.ToDateTime(TimeOnly.MinValue), London);
}
