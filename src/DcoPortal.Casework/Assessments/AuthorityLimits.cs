namespace DcoPortal.Casework.Assessments;

/// <summary>One of the authority's three limits on an assessment.</summary>
/// <param name="What">In words with the length that the rule has, such as "Week 20: issue the final plan".</param>
/// <param name="Deadline">The date and its rule.</param>
/// <param name="DoneOn">The day it was met or missed for good, or null (Europe/London).</param>
/// <param name="Applies">False where the assessment took another way, so that this limit binds nobody.</param>
/// <param name="NotNeeded">What the page says when the limit does not apply.</param>
public sealed record AuthorityLimit(string What, Deadline Deadline, DateOnly? DoneOn, bool Applies, string NotNeeded);

/// <summary>Which of the authority's limits bind it on an assessment, and when each was met.</summary>
internal static class AuthorityLimits
{
    /// <summary>The limits that have a date: the decision, the notice if no plan is needed and the final plan, in this order.</summary>
    public static IReadOnlyList<AuthorityLimit> Of(Assessment a) => Of(a, a.Deadlines(ClockSettings.Default));

    /// <summary>The same limits as they stand today, with the earlier dates of an authority that counts the day of receipt.</summary>
    public static IReadOnlyList<AuthorityLimit> Of(Assessment a, ClockSettings local, DateOnly today) => Of(a, a.Deadlines(local, today));

    private static List<AuthorityLimit> Of(Assessment a, AssessmentDeadlines law)
    {
        var refused = a.Decision == AssessmentDecision.DoNotAssess;
        var left = a.Outcome is AssessmentOutcome.Withdrawn or AssessmentOutcome.MovedAway or AssessmentOutcome.OtherBoard;
        var ended = left ? "Ended before" : "Not needed";
        var planned = a is { PlanNeededOn: { } needed, Decision: AssessmentDecision.Assess, Outcome: null } ? $"Nothing is owed: a plan is needed, decided on {UkText.LongDate(needed)}" : null;
        List<AuthorityLimit> limits = [];
        void Add(Deadline? deadline, string what, DateOnly? doneOn, bool applies)
        {
            if (deadline is not null) { limits.Add(new(RouteWords.Titled(a.StartedBy, deadline, what), deadline, doneOn, applies, deadline.Kind == DeadlineKind.NoPlanNotice ? planned ?? ended : ended)); }
        }

        Add(law.DecisionToAssess, RouteWords.ToDecide(a.StartedBy), a.DecidedOn, a.Decision is not null || !left);
        Add(law.NoPlanNotice, RouteWords.LastDayToSayNo, a.Outcome == AssessmentOutcome.NoPlan ? a.OutcomeOn : null, !refused && !left && planned is null && a.Outcome != AssessmentOutcome.PlanIssued);
        Add(law.FinalPlan, "issue the final plan", a.Outcome == AssessmentOutcome.PlanIssued ? a.OutcomeOn : null, !refused && !left && a.Outcome != AssessmentOutcome.NoPlan);
        return limits;
    }

    /// <summary>The limit of a kind, or null when health has that limit or it has no date yet.</summary>
    public static AuthorityLimit? Find(Assessment a, DeadlineKind kind) => Of(a).FirstOrDefault(l => l.Deadline.Kind == kind);
}
