using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The authority's clock in two sentences, as soon as the request date is known.</summary>
public static class ClockSummary
{
    /// <summary>Such as "The clock started on 2 November 2026: week 3 of 20. The decision is due by 14 December 2026, the plan by 22 March 2027."</summary>
    /// <param name="startedBy">How the assessment began.</param>
    /// <param name="on">The day it began (Europe/London).</param>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="decision">The decision, or null.</param>
    /// <param name="decidedOn">The day of the decision, or null.</param>
    /// <param name="toHealth">Whether the DCO service reads it, which records what an authority did.</param>
    public static string Of(ClockEvent startedBy, DateOnly on, DateOnly today, AssessmentDecision? decision, DateOnly? decidedOn, bool toHealth = false)
    {
        var law = StatutoryClock.ForAssessment(startedBy, on, Assessment.ToldWillAssessOn(decision, decidedOn));
        var start = $"The clock started on {UkText.LongDate(law.FinalPlan?.Anchor ?? on)}: {Position(startedBy, on, law, today)}.";
        var told = RouteWords.CountsTheNotice(startedBy) ? "told the family" : "decided";
        if (decision is { } made && decidedOn is { } day)
        {
            var said = $"{start} {(toHealth ? "The authority" : "You")} {told} on {UkText.LongDate(day)} {(RouteWords.CountsTheNotice(startedBy) ? $"that {(toHealth ? "it" : "you")} will{(made == AssessmentDecision.Assess ? "" : " not")} {RouteWords.ToAssess(startedBy)[3..]}" : $"{(made == AssessmentDecision.Assess ? "" : "not ")}{RouteWords.ToAssess(startedBy)}")}";
            return made == AssessmentDecision.DoNotAssess || law.FinalPlan is not { } plan ? $"{said}." : $"{said}, and the plan {Due(plan, today)}.";
        }
        var decide = law.DecisionToAssess is { } first ? $" The {(AssessmentStarts.MustAssess(startedBy) ? "notice to the family" : "decision")} {Due(first, today)}" : "";
        var unread = law.DecisionToAssess is { Rule.IsConfirmed: false } ? $" {StatutoryRule.Unconfirmed}" : "";
        return law.FinalPlan is { } final ? $"{start}{decide}, the plan {Due(final, today).Replace("is due ", "", StringComparison.Ordinal)}.{unread}"
            : $"{start}{decide}.{unread} The final plan is counted from the day {(toHealth ? "the authority tells" : "you tell")} the family.";
    }

    /// <summary>What logging does to health's clock: it starts, waits for the decision, or never starts.</summary>
    /// <param name="startedBy">How the assessment began.</param>
    /// <param name="decision">The decision, or null.</param>
    /// <param name="arrivedOn">Where the DCO service logs it, the day on which it arrived; null where the authority does, which asks health with it (Europe/London).</param>
    public static string OfHealth(ClockEvent startedBy, AssessmentDecision? decision, DateOnly? arrivedOn)
    {
        var toHealth = arrivedOn is not null;
        var (who, have) = toHealth ? ("the authority", "has") : ("you", "have");
        return decision switch
        {
            AssessmentDecision.Assess => arrivedOn is { } on ? $"Health’s 6 weeks run from {UkText.LongDate(on)}." : "Health’s 6 weeks start today.",
            AssessmentDecision.DoNotAssess => $"Health’s clock does not start: {who} decided not {RouteWords.ToAssess(startedBy)}.",
            _ when RouteWords.CountsTheNotice(startedBy) => $"Health’s clock starts once {who} {have} told the family that {(toHealth ? "it" : "you")} will {RouteWords.ToAssess(startedBy)[3..]}.",
            _ => $"Health’s clock starts once {who} {have} decided {RouteWords.ToAssess(startedBy)}.",
        };
    }

    private static string Due(Deadline d, DateOnly today) => $"{(d.DaysLeft(today) >= 0 ? "is" : "was")} due by {UkText.LongDate(d.Due)}";

    private static string Position(ClockEvent startedBy, DateOnly on, AssessmentDeadlines law, DateOnly today)
    {
        if (law.FinalPlan is { } plan && plan.DaysLeft(today) < 0) { return $"more than {plan.Rule.Limit.Words} ago"; }
        if (law.FinalPlan is null && law.DecisionToAssess!.DaysLeft(today) < 0) { return $"more than {law.DecisionToAssess.Rule.Limit.Words} ago"; }
        var words = RouteWords.Position(startedBy, on, law.FinalPlan?.Anchor, today);
        return char.ToLowerInvariant(words[0]) + words[1..];
    }

    /// <summary>The same sentences for a draft, or null while its date is not a real day in the past.</summary>
    public static string? Of(NotificationDraft draft, DateOnly today, bool toHealth) =>
        draft.Request.Received.Value is { } received && received <= today && received >= StatutoryRules.Commencement
            ? Of(draft.Request.Start, received, today, draft.Request.DecisionMade, draft.Request.DecidedOn, toHealth)
            : null;
}
