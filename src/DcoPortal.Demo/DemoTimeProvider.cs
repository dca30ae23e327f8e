namespace DcoPortal.Demo;

/// <summary>The system's time, except inside <see cref="At"/>: demo cases are made by the product's own handlers at the times of their stories.</summary>
internal sealed class DemoTimeProvider(TimeProvider real) : TimeProvider
{
    private readonly AsyncLocal<DateTime?> _told = new();

    public override DateTimeOffset GetUtcNow() => _told.Value is { } told ? new DateTimeOffset(told, TimeSpan.Zero) : real.GetUtcNow();

    /// <summary>Runs the work at an instant, UTC. Other requests keep the real time.</summary>
    public async Task At(DateTime utc, Func<Task> work)
    {
        _told.Value = DateTime.SpecifyKind(utc, DateTimeKind.Utc);
        try { await work(); }
        finally { _told.Value = null; }
    }
}
