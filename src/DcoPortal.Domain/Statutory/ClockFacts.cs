namespace DcoPortal.Domain.Statutory;

/// <summary>The known days of one piece of work on which clock events happened. No personal data. Immutable.</summary>
public sealed class ClockFacts
{
    private readonly Dictionary<ClockEvent, DateOnly> _days;

    /// <summary>Takes the known days.</summary>
    /// <param name="days">Event and day, Europe/London.</param>
    public ClockFacts(IReadOnlyDictionary<ClockEvent, DateOnly> days) => _days = new(days);

    /// <summary>Takes the known days, each event once.</summary>
    /// <param name="days">Event and day, Europe/London.</param>
    /// <exception cref="ArgumentException">An event is given twice.</exception>
    public ClockFacts(params IEnumerable<(ClockEvent Event, DateOnly On)> days) => _days = days.ToDictionary(d => d.Event, d => d.On);

    /// <summary>The day of an event, or null while it is not known.</summary>
    public DateOnly? DayOf(ClockEvent clockEvent) => _days.TryGetValue(clockEvent, out var day) ? day : null;

    /// <summary>The same facts with the day of one event set.</summary>
    public ClockFacts With(ClockEvent clockEvent, DateOnly on) => new(new Dictionary<ClockEvent, DateOnly>(_days) { [clockEvent] = on });
}
