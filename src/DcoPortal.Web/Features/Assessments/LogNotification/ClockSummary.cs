using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The authority's clock in two sentences, as soon as the request date is known.</summary>
public static class ClockSummary
{
    /// <summary>Such as "The clock started on 2 November 2026: week 3 of 20. The decision is due by 14 December 2026, the plan by 22 March 2027."</summary>
    /// <param name="route">Section 36 or 24.</param>
    /// <param name="received">The day the clock started (Europe/London).</param>
    /// <param name="today">Today in Europe/London.</param>
    /// <param name="decision">The decision, or null.</param>
    /// <param name="decidedOn">The day of the decision, or null.</param>
    public static string Of(OriginRoute route, DateOnly received, DateOnly today, AssessmentDecision? decision, DateOnly? decidedOn)
    {
        var due = StatutoryClock.ForAssessment(route, received);
        var week = StatutoryClock.WeekOf(received, today);
        var start = $"The clock started on {UkText.LongDate(received)}: {(week <= 20 ? $"week {week} of 20" : "more than 20 weeks ago")}.";
        var plan = $"{(due.FinalPlan.DaysLeft(today) >= 0 ? "is" : "was")} due by {UkText.LongDate(due.FinalPlan.Due)}";
        return (decision, decidedOn) switch
        {
            (AssessmentDecision.DoNotAssess, { } day) => $"{start} You decided on {UkText.LongDate(day)} not to assess.",
            (AssessmentDecision.Assess, { } day) => $"{start} You decided on {UkText.LongDate(day)} to assess, and the plan {plan}.",
            _ => $"{start} The decision {(due.DecisionToAssess.DaysLeft(today) >= 0 ? "is" : "was")} due by {UkText.LongDate(due.DecisionToAssess.Due)}, the plan {plan.Replace("is due ", "", StringComparison.Ordinal)}.",
        };
    }

    /// <summary>The same for a draft, or null while the date is not a real day in the past.</summary>
    public static string? Of(NotificationDraft draft, DateOnly today) =>
        draft.Request.Received.Value is { } received && received <= today && received >= StatutoryRules.Commencement
            ? Of(draft.Request.Route ?? OriginRoute.Section36Request, received, today, draft.Request.DecisionMade, draft.Request.DecidedOn)
            : null;
}
