namespace DcoPortal.Domain.Statutory.Forecasting;

/// <summary>What a forecast for one open assessment needs.</summary>
/// <param name="Today">Today in Europe/London.</param>
/// <param name="Deadlines">The authority's limits; the final plan is forecast.</param>
/// <param name="Outstanding">The requests not yet returned. Empty when all advice is in.</param>
/// <param name="AdviceInOn">The day on which the last answer came when none is outstanding, Europe/London; null counts as today.</param>
/// <param name="DraftingDays">Calendar days from the last advice to the final plan (<see cref="ClockSettings.DraftingDays"/>).</param>
/// <param name="DraftServedOn">The day the draft was served on the family, Europe/London; null before.</param>
/// <param name="IsAsked">Whether anybody in health was asked for advice: else nothing can be said of the pace.</param>
public sealed record ForecastInput(
    DateOnly Today, AssessmentDeadlines Deadlines, IReadOnlyList<OutstandingRequest> Outstanding, int DraftingDays, DateOnly? AdviceInOn = null, DateOnly? DraftServedOn = null, bool IsAsked = true)
{
    /// <summary>Whether what was asked for was never given, or withdrawn with nothing in its place: then not all advice is in.</summary>
    public bool LacksAsked { get; init; }

    /// <summary>The day on which the last request was closed without an answer: until then it was awaited, whatever had come before. Null where none was (Europe/London).</summary>
    public DateOnly? ClosedOn { get; init; }

    /// <summary>What follows where every service that answered has no advice.</summary>
    public WithoutAdvice Without { get; init; }

    /// <summary>Why there is no medical advice at all, in the middle of a sentence; null where there is some.</summary>
    public string? WhyNone { get; init; }

    /// <summary>The day on which the authority itself now expects the plan, as recorded with its exemption, or null (Europe/London).</summary>
    public DateOnly? PlanExpectedOn { get; init; }

    /// <summary>The day of the decision that no health needs are known, or null (Europe/London).</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>The requests that were answered and are with the DCO service.</summary>
    public IReadOnlyList<OutstandingRequest> WithDco => [.. Outstanding.Where(r => r.AnsweredOn is not null)];

    /// <summary>Since when nobody is waited for: the last answer, closing or decision (Europe/London).</summary>
    public DateOnly NothingAwaitedOn => new[] { AdviceInOn ?? Today, ClosedOn ?? DateOnly.MinValue, DecidedOn ?? DateOnly.MinValue }.Max();
}

/// <summary>What follows where nobody is asked any more and every service that answered has no advice.</summary>
public enum WithoutAdvice
{
    /// <summary>There is advice.</summary>
    No,

    /// <summary>The Designated Clinical Officer is to decide.</summary>
    DcoToDecide,

    /// <summary>A health assessment is commissioned, and no service has been asked since.</summary>
    DcoToAsk,

    /// <summary>The Designated Clinical Officer decided that no health needs are known.</summary>
    NoNeedsKnown,
}
