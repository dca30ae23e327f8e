namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>What a forecast for one open assessment needs.</summary>
/// <param name="Today">Today in Europe/London.</param>
/// <param name="Deadlines">The authority's limits; the final plan is forecast.</param>
/// <param name="Outstanding">The requests not yet returned. Empty when all advice is in.</param>
/// <param name="AdviceInOn">The day the last advice came in when none is outstanding, Europe/London; null counts as today.</param>
/// <param name="DraftingDays">Calendar days from the last advice to the final plan (<see cref="ClockSettings.DraftingDays"/>).</param>
/// <param name="DraftServedOn">The day the draft was served on the family, Europe/London; null before.</param>
/// <param name="IsAsked">Whether anybody in health was asked for advice: else nothing can be said of the pace.</param>
public sealed record ForecastInput(
    DateOnly Today, AssessmentDeadlines Deadlines, IReadOnlyList<OutstandingRequest> Outstanding, int DraftingDays, DateOnly? AdviceInOn = null, DateOnly? DraftServedOn = null, bool IsAsked = true)
{
    /// <summary>Whether what was asked for was never given, or withdrawn with nothing in its place: then not all advice is in.</summary>
    public bool LacksAsked { get; init; }
}
