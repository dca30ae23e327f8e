namespace DcoPortal.Domain.Statutory;

/// <summary>One time limit as it stood between two dates. A change of law adds a row; it does not edit one.</summary>
/// <param name="Kind">What must be done.</param>
/// <param name="Weeks">Calendar weeks: weekends, bank holidays and school holidays all count.</param>
/// <param name="Citation">The source, as printed to users: "regulation 8(1)".</param>
/// <param name="EffectiveFrom">First anchor date (Europe/London) that this version governs.</param>
/// <param name="EffectiveUntil">Last anchor date that it governs, or null while it is in force.</param>
/// <param name="IsStatutory">False for a local target, which no law backs.</param>
/// <param name="Route">The origin route that it serves, or null for any.</param>
/// <param name="RunsFrom">The event the time runs from, as words that follow "from 5 March 2026, ".</param>
public sealed record StatutoryRule(
    DeadlineKind Kind,
    int Weeks,
    string Citation,
    DateOnly EffectiveFrom,
    DateOnly? EffectiveUntil,
    bool IsStatutory,
    OriginRoute? Route,
    string RunsFrom)
{
    /// <summary>The due date for an anchor date: "within N weeks of" leaves out the day of the event and never rolls forward.</summary>
    /// <param name="anchor">The day of the event, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public DateOnly DueFrom(DateOnly anchor) => anchor.AddDays(7 * Weeks);
}
