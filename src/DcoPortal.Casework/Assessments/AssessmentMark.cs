using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Assessments;

/// <summary>Which assessments a list or a figure is about, measured against the authority's limits, which differ by route.</summary>
public enum AssessmentMark
{
    /// <summary>No outcome, and not refused.</summary>
    Open,

    /// <summary>Open and not decided.</summary>
    Undecided,

    /// <summary>Not decided, or the family not told, and the limit for it has passed.</summary>
    DecisionOverdue,

    /// <summary>To be assessed, the last day to say that no plan is needed has passed (16 weeks of a request, 10 of an order), and nobody has recorded that one is. Nothing is late: somebody may look.</summary>
    PastWeek16,

    /// <summary>Open, and the final plan's limit has passed (20 weeks of a request, 14 on other routes).</summary>
    PlanOverdue,

    /// <summary>Decided to assess, and the final plan is overdue or due soon.</summary>
    PlanDue,

    /// <summary>Open, with a statutory request that is past its due date and was not returned, whoever has it; or whoever was asked is asked no more, or another is to be asked instead, and the 6 weeks of health are over.</summary>
    HealthLate,

    /// <summary>Ended with a plan that health has not been sent (reg 13(2)(c)).</summary>
    PlanNotSent,

    /// <summary>Open, and something that came with an import stands to be corrected.</summary>
    ToCorrect,

    /// <summary>Ended or refused.</summary>
    Closed,

    /// <summary>Ended with a move to another authority, which has not taken it or sent it back.</summary>
    NotTaken,
}

/// <summary>The one definition of each mark: the list and the dashboard both count with it.</summary>
internal static class AssessmentMarks
{
    public static IReadOnlyList<AssessmentMark> All { get; } = Enum.GetValues<AssessmentMark>();

    /// <summary>The word in an address.</summary>
    public static string Address(this AssessmentMark mark) => mark switch
    {
        AssessmentMark.Open => "open",
        AssessmentMark.Undecided => "undecided",
        AssessmentMark.DecisionOverdue => "decision-overdue",
        AssessmentMark.PastWeek16 => "past-week-16",
        AssessmentMark.PlanOverdue => "plan-overdue",
        AssessmentMark.PlanDue => "plan-due",
        AssessmentMark.HealthLate => "health-late",
        AssessmentMark.PlanNotSent => "plan-not-sent",
        AssessmentMark.ToCorrect => "to-be-corrected",
        AssessmentMark.NotTaken => "not-taken",
        _ => "closed",
    };

    public static string Label(this AssessmentMark mark) => mark switch
    {
        AssessmentMark.Open => "Open",
        AssessmentMark.Undecided => "Not decided yet",
        AssessmentMark.DecisionOverdue => "Decision overdue",
        AssessmentMark.PastWeek16 => "Past the last day to say no, plan not recorded as needed",
        AssessmentMark.PlanOverdue => "Final plan overdue",
        AssessmentMark.PlanDue => $"Final plan overdue or due in {TrafficLight.DueSoonDays} days",
        AssessmentMark.HealthLate => "Health advice overdue",
        AssessmentMark.PlanNotSent => "Final plan not sent to health",
        AssessmentMark.ToCorrect => "Something to be corrected",
        AssessmentMark.NotTaken => "Closed: sent to another authority, not taken",
        _ => "Closed",
    };

    /// <summary>The mark of a word in an address, or null.</summary>
    public static AssessmentMark? Parse(string? word)
    {
        foreach (var mark in All)
        {
            if (string.Equals(mark.Address(), word, StringComparison.OrdinalIgnoreCase)) { return mark; }
        }
        return null;
    }

    /// <summary>The one predicate of an open assessment: it has no outcome and was not refused.</summary>
    public static IQueryable<Assessment> StillOpen(this IQueryable<Assessment> assessments) =>
        assessments.Where(a => a.Outcome == null && (a.Decision == null || a.Decision == AssessmentDecision.Assess));

    /// <summary>The assessments of a mark on a day. A due date is met on the day itself: overdue begins the day after.</summary>
    public static IQueryable<Assessment> In(this IQueryable<Assessment> assessments, AssessmentMark mark, PortalDb db, DateOnly today)
    {
        if (mark == AssessmentMark.Closed) { return assessments.Where(a => a.Outcome != null || a.Decision == AssessmentDecision.DoNotAssess); }
        if (mark == AssessmentMark.PlanNotSent) { return assessments.Where(a => a.Outcome == AssessmentOutcome.PlanIssued && a.HealthToldOfOutcomeOn == null); }
        if (mark == AssessmentMark.NotTaken) { return assessments.Where(a => db.NotTaken().Any(t => t.FromId == a.Id)); }
        // one look at the requests, not one for each assessment
        var late = db.AdviceRequests.HealthIsLateWith(today).Select(r => r.AssessmentId);
        var told = today.AddDays(today.DayNumber - StatutoryClock.ForHealthAdvice(today).Due.DayNumber);
        var unasked = UnaskedCases.Of(db).Select(a => a.Id);
        var open = assessments.StillOpen();
        var soon = TrafficLight.On(today).Soon;
        return mark switch
        {
            AssessmentMark.Undecided => open.Where(a => a.Decision == null),
            AssessmentMark.DecisionOverdue => open.Where(a => a.Decision == null && a.DecisionDueOn < today),
            AssessmentMark.PastWeek16 => open.Where(a => a.Decision == AssessmentDecision.Assess && a.PlanNeededOn == null && a.NoPlanDueOn < today),
            AssessmentMark.PlanOverdue => open.Where(a => a.FinalPlanDueOn < today),
            AssessmentMark.PlanDue => open.Where(a => a.Decision != null && a.FinalPlanDueOn <= soon),
            AssessmentMark.ToCorrect => open.Where(a => a.ToCorrectCount != null),
            AssessmentMark.HealthLate => open.Where(a => late.Contains(a.Id) || (a.AdviceRequestReceivedOn < told && unasked.Contains(a.Id))),
            _ => open,
        };
    }
}
