using DcoPortal.Domain;

namespace DcoPortal.Casework.Time;

/// <summary>The only source of "now": the instant in UTC and the civil date in Europe/London.</summary>
public sealed class UkClock(TimeProvider time)
{
    /// <summary>Now, UTC.</summary>
    public DateTime UtcNow => time.GetUtcNow().UtcDateTime;

    /// <summary>Today's civil date in Europe/London.</summary>
    public DateOnly Today => DateOf(UtcNow);

    /// <summary>The status of dates today: a board's own number of days would be given here.</summary>
    public TrafficLight Light => TrafficLight.On(Today);

    /// <summary>The civil date in Europe/London at an instant in UTC.</summary>
    public static DateOnly DateOf(DateTime utc) => UkDay.Of(utc);

    /// <summary>The local time in Europe/London at an instant in UTC. For showing only.</summary>
    public static DateTime LocalOf(DateTime utc) => UkDay.LocalOf(utc);

    /// <summary>The instant, UTC, at which a civil day in Europe/London begins. For "since this day" filters over instants.</summary>
    public static DateTime StartOf(DateOnly day) => UkDay.StartOf(day);
}
