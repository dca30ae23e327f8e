namespace DcoPortal.Domain.Statutory;

/// <summary>Every deadline of one route that the known facts allow, and what is still awaited.</summary>
/// <param name="Route">What brought the work about.</param>
/// <param name="Deadlines">The deadlines whose start event has its day, earliest first.</param>
/// <param name="Awaited">The limits in force that wait for their start event, in printed order. A limit that another event has already started is left out.</param>
public sealed record ClockReading(OriginRoute Route, IReadOnlyList<Deadline> Deadlines, IReadOnlyList<StatutoryRule> Awaited)
{
    /// <summary>The events whose day would start another clock.</summary>
    public IReadOnlyList<ClockEvent> AwaitedEvents { get; } = [.. Awaited.Select(r => r.StartsFrom).Distinct()];
}
