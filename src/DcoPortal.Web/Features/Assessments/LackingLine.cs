using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Figures;
using DcoPortal.Domain.Figures;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>Advice that a plan lacks.</summary>
/// <param name="Service">The service that was asked.</param>
/// <param name="Provider">Its provider's short name.</param>
/// <param name="Town">The town where it is based, or empty.</param>
/// <param name="ByFamily">Whether the family asked for it.</param>
/// <param name="IsAnswered">Whether an answer is with the DCO service, and the authority has not had it.</param>
/// <param name="GoneOf">The day of the answer that is withdrawn, with nothing in its place; or null (Europe/London).</param>
/// <param name="Facts">What decides how it counts.</param>
public sealed record LackingLine(string Service, string Provider, string Town, bool ByFamily, bool IsAnswered, DateOnly? GoneOf, AdviceFacts Facts)
{
    /// <summary>Whether a service was ever asked: else the request was only prepared.</summary>
    public bool WasAsked { get; init; } = true;

    /// <summary>The day on which the service had returned the advice that came along with the case, or null (Europe/London).</summary>
    public DateOnly? CameAlongOn { get; init; }

    /// <summary>In words, with the law under which it was asked for.</summary>
    public string Words => $"{Service}, {ServicePlace.Of(Provider, Town)} ({LackingAdvice.Paragraph(ByFamily)}), due {UkText.LongDate(Facts.DueOn)}: {What}";

    /// <summary>How it counts in the figures, in a sentence.</summary>
    public string Figures => Facts is { Became: Became.Nothing, IsInstead: false, LapsedOn: null } ? $"In the figures it counts on the day on which it is {(IsAnswered ? "returned" : "given")}, or as not given."
        : Outcome is AdviceOutcome.EndedBefore or AdviceOutcome.SentByMistake or AdviceOutcome.Instead ? $"It is not counted in the figures: {Outcome.Meaning()}."
        : $"In the figures it {(GoneOf is null ? "counts as" : "stays what it was on that day")}: {Outcome.Label().ToLower(UkText.Culture)}.";

    private string What => IsAnswered ? "answered, and not returned to the authority yet"
        : GoneOf is { } gone ? $"what was returned on {UkText.LongDate(gone)} is withdrawn, and nothing is in its place"
        : Facts is { Became: Became.Advice, BecameOn: { } on } ? $"it came on {UkText.LongDate(on)}, after the plan"
        : !WasAsked ? "the request was not sent, so nobody was asked"
        : CameAlongOn is { } along ? $"nothing more was returned; its advice of {UkText.LongDate(along)} came along with the case"
        : "nothing was returned";

    // what has ended counts as it will when its due date is over
    private AdviceOutcome Outcome => AdviceOutcomes.Of(Facts, DateOnly.MaxValue);
}

/// <summary>What a plan lacks of the advice of health.</summary>
/// <param name="Lines">The advice that was asked for.</param>
/// <param name="WhyNone">Why there is no medical advice at all, in the middle of a sentence; null where there is some, or an answer may still come.</param>
public sealed record PlanLacks(IReadOnlyList<LackingLine> Lines, string? WhyNone)
{
    /// <summary>Nothing.</summary>
    public static PlanLacks Nothing { get; } = new([], null);

    /// <summary>What the lines are, in the middle of a sentence.</summary>
    public string What => Lines.All(l => l.WasAsked) ? "advice that was asked for" : Lines.Any(l => l.WasAsked) ? "advice that was asked for, or was to be asked for" : "advice that was to be asked for";
}
