namespace DcoPortal.Tests.Support;

/// <summary>A clock that the test sets. Starts at noon in London on 21 November 2026.</summary>
public sealed class FakeTime : TimeProvider
{
    private static readonly DateTimeOffset Start = new(2026, 11, 21, 12, 0, 0, TimeSpan.Zero);
    private DateTimeOffset _now = Start;

    /// <summary>How far each look at the clock moves it, as a real one does: what must be one instant is then read once.</summary>
    public TimeSpan Step { get; set; }

    public override DateTimeOffset GetUtcNow() => _now += Step;

    public void Set(DateTime utc) => _now = new DateTimeOffset(DateTime.SpecifyKind(utc, DateTimeKind.Utc));

    public void Advance(TimeSpan by) => _now += by;

    public void Reset() => (_now, Step) = (Start, TimeSpan.Zero);
}
