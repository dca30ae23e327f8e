using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Assessments;

/// <summary>What differs between the routes on the pages. Lengths and regulations come from the rules, never from here.</summary>
internal static class RouteWords
{
    /// <summary>A choice of the form, said to the authority, or to the DCO service that records it.</summary>
    public static string Choice(ClockEvent startedBy, bool toHealth = false) => startedBy switch
    {
        ClockEvent.BecameResponsible when toHealth => "The authority became responsible, for example on a move into its area (section 24)",
        ClockEvent.AssessmentConceded when toHealth => "The authority told the SEND Tribunal that it does not oppose an assessment",
        ClockEvent.ReassessmentNotified when toHealth => "The authority decided by itself to re-assess somebody who has a plan",
        ClockEvent.RequestReceived => "A request for an assessment (section 36)",
        ClockEvent.BecameResponsible => "You became responsible, for example on a move into your area (section 24)",
        ClockEvent.AssessmentOrdered => "The SEND Tribunal ordered an assessment",
        ClockEvent.AssessmentConceded => "You told the SEND Tribunal that you do not oppose an assessment",
        ClockEvent.ReassessmentRequested => "A request to re-assess somebody who has a plan",
        ClockEvent.ReassessmentNotified => "You decided by yourself to re-assess somebody who has a plan",
        _ => throw new ArgumentOutOfRangeException(nameof(startedBy)),
    };

    /// <summary>The limits that follow from a choice.</summary>
    public static string ChoiceHint(ClockEvent startedBy)
    {
        var today = StatutoryRules.Commencement;
        var decision = StatutoryRules.Of(DeadlineKind.DecisionToAssess, startedBy, today);
        var plan = StatutoryRules.Of(DeadlineKind.FinalPlan, startedBy, today);
        var first = decision is null ? "" : $"{(AssessmentStarts.MustAssess(startedBy) ? "Tell the family" : "Decide")}: {decision.Limit.Words}. ";
        return plan is not null
            ? $"{first}Final plan: {plan.Limit.Words}"
            : $"{first}Final plan: {NoticeRule.Limit.Words} after telling the family that you will";
    }

    /// <summary>What the authority still records of an assessment that is not decided, and by when.</summary>
    /// <param name="startedBy">How it began.</param>
    /// <param name="due">The last day in time, or null where there is none.</param>
    /// <param name="today">Today in Europe/London.</param>
    public static string StillToRecord(ClockEvent startedBy, DateOnly? due, DateOnly today)
    {
        var what = CountsTheNotice(startedBy) ? "Tell the family, and record that you have" : "Record your decision";
        return due is not { } by ? what : by < today ? $"{what}: it was due by {UkText.LongDate(by)}" : $"{what} by {UkText.LongDate(by)}";
    }

    /// <summary>The day it began, as a label: "Request received".</summary>
    public static string AnchorLabel(ClockEvent startedBy) => startedBy switch
    {
        ClockEvent.RequestReceived => "Request received",
        ClockEvent.BecameResponsible => "Became responsible",
        ClockEvent.AssessmentOrdered => "Tribunal’s order",
        ClockEvent.AssessmentConceded => "Tribunal told",
        ClockEvent.ReassessmentRequested => "Re-assessment requested",
        ClockEvent.ReassessmentNotified => "Decided to re-assess",
        _ => throw new ArgumentOutOfRangeException(nameof(startedBy)),
    };

    /// <summary>The question after that day, said to the authority, or to the DCO service that records it.</summary>
    public static string AnchorQuestion(ClockEvent startedBy, bool toHealth = false) => startedBy switch
    {
        ClockEvent.RequestReceived when toHealth => "When did the authority receive the request?",
        ClockEvent.BecameResponsible when toHealth => "When did the authority become responsible?",
        ClockEvent.AssessmentConceded when toHealth => "When did the authority tell the Tribunal?",
        ClockEvent.ReassessmentRequested when toHealth => "When did the authority receive the request to re-assess?",
        ClockEvent.ReassessmentNotified when toHealth => "When did the authority decide to re-assess?",
        ClockEvent.RequestReceived => "When did you receive the request?",
        ClockEvent.BecameResponsible => "When did you become responsible?",
        ClockEvent.AssessmentOrdered => "What is the date of the Tribunal’s order?",
        ClockEvent.AssessmentConceded => "When did you tell the Tribunal?",
        ClockEvent.ReassessmentRequested => "When did you receive the request to re-assess?",
        ClockEvent.ReassessmentNotified => "When did you decide to re-assess?",
        _ => throw new ArgumentOutOfRangeException(nameof(startedBy)),
    };

    /// <summary>That day in messages: "The date the request was received".</summary>
    public static string AnchorDate(ClockEvent startedBy, bool toHealth = false) => startedBy switch
    {
        ClockEvent.BecameResponsible when toHealth => "The date the authority became responsible",
        ClockEvent.AssessmentConceded when toHealth => "The date the authority told the Tribunal",
        ClockEvent.ReassessmentNotified when toHealth => "The date the authority decided to re-assess",
        ClockEvent.RequestReceived => "The date the request was received",
        ClockEvent.BecameResponsible => "The date you became responsible",
        ClockEvent.AssessmentOrdered => "The date of the order",
        ClockEvent.AssessmentConceded => "The date you told the Tribunal",
        ClockEvent.ReassessmentRequested => "The date the request to re-assess was received",
        ClockEvent.ReassessmentNotified => "The date you decided to re-assess",
        _ => throw new ArgumentOutOfRangeException(nameof(startedBy)),
    };

    /// <summary>The question after the decision, said to the authority, or to the DCO service that records it.</summary>
    public static string DecisionQuestion(ClockEvent startedBy, bool toHealth = false) => startedBy switch
    {
        ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded when toHealth => "Has the authority told the family that it will assess?",
        ClockEvent.ReassessmentRequested when toHealth => "What has the authority told the family about a re-assessment?",
        ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded => "Have you told the family that you will assess?",
        ClockEvent.ReassessmentRequested => "What have you told the family about a re-assessment?",
        _ => "What has been decided about an assessment?",
    };

    /// <summary>The day of the decision as a label. After an order and for a re-assessment it is the day the family was told.</summary>
    public static string DecisionDate(ClockEvent startedBy) => CountsTheNotice(startedBy) ? "The day the family was told" : "Date of the decision";

    /// <summary>What the authority has to do first, as a few words: "decide whether to assess".</summary>
    public static string ToDecide(ClockEvent startedBy) => startedBy switch
    {
        ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded => "tell the family that it will assess",
        ClockEvent.ReassessmentRequested => "tell the family whether it will re-assess",
        _ => "decide whether to assess",
    };

    /// <summary>The same in two words, for a tile: "LA to decide".</summary>
    public static string LaToDecide(ClockEvent startedBy) => CountsTheNotice(startedBy) ? "LA to tell the family" : "LA to decide";

    /// <summary>What the limit for a notice that no plan is needed is, while nobody knows whether one is.</summary>
    public const string LastDayToSayNo = "last day to say that no plan is needed";

    /// <summary>"to assess" or "to re-assess".</summary>
    public static string ToAssess(ClockEvent startedBy) => AssessmentStarts.IsReassessment(startedBy) ? "to re-assess" : "to assess";

    /// <summary>Whether what is recorded as the decision is the day the family was told.</summary>
    public static bool CountsTheNotice(ClockEvent startedBy) => AssessmentStarts.IsTribunal(startedBy) || startedBy == ClockEvent.ReassessmentRequested;

    /// <summary>The position of a limit on the clock: "Week 6", "Day 15".</summary>
    public static string At(Deadline deadline) => $"{(deadline.Rule.Limit.Unit == TimeUnit.Weeks ? "Week" : "Day")} {deadline.Rule.Limit.Length}";

    /// <summary>Beside the name of a limit whose regulation was not seen.</summary>
    public static string Unconfirmed(Deadline? deadline) => deadline is { Rule.IsConfirmed: false } ? " (unconfirmed)" : "";

    /// <summary>The day from which the weeks of an assessment's clock are counted: for a re-assessment that of its notice, and null until the family is told.</summary>
    public static DateOnly? WeeksFrom(ClockEvent startedBy, DateOnly on, DateOnly? toldOn) => StatutoryClock.ForAssessment(startedBy, on, toldOn).FinalPlan?.Anchor;

    /// <summary>The week of the clock on a day, counted from 1; null while no week is counted.</summary>
    public static int? Week(ClockEvent startedBy, DateOnly on, DateOnly? toldOn, DateOnly day) => WeeksFrom(startedBy, on, toldOn) is { } from ? StatutoryClock.WeekOf(from, day) : null;

    /// <summary>When the clock of an assessment that ended stood still: "Ended in week 12"; "Ended on day 9" while the final plan has no date.</summary>
    public static string EndedAt(ClockEvent startedBy, DateOnly on, DateOnly? toldOn, DateOnly end) => Week(startedBy, on, toldOn, end) is { } week
        ? $"Ended in week {week.ToString(UkText.Culture)}" : $"Ended on day {Math.Max(0, end.DayNumber - on.DayNumber).ToString(UkText.Culture)}";

    /// <summary>A limit with its week or day; or with what it is counted from, where that is not the day the assessment started.</summary>
    public static string Titled(ClockEvent startedBy, Deadline deadline, string what) =>
        deadline.Rule.StartsFrom == startedBy ? $"{At(deadline)}: {what}" : $"{deadline.Rule.Limit.Words} from telling the family: {what}";

    /// <summary>How far the clock is: "Week 3 of 20", later "Week 23, past week 20"; "Day 4 of 15" while the final plan has no date yet.</summary>
    public static string Position(ClockEvent startedBy, DateOnly on, DateOnly? toldOn, DateOnly day)
    {
        var law = StatutoryClock.ForAssessment(startedBy, on, toldOn);
        return law.FinalPlan is { } plan ? Words("week", StatutoryClock.WeekOf(plan.Anchor, day), plan.Rule.Limit.Length)
            : Words("day", Math.Max(0, day.DayNumber - on.DayNumber), law.DecisionToAssess!.Rule.Limit.Length);

        static string Words(string unit, int number, int of) => $"{unit.Capitalised()} {number.ToString(UkText.Culture)}{(number > of ? $", past {unit} {of.ToString(UkText.Culture)}" : $" of {of.ToString(UkText.Culture)}")}";
    }

    /// <summary>A sentence for each limit that has no date.</summary>
    public static IEnumerable<string> WithoutDate(ClockEvent startedBy, AssessmentDeadlines law, bool isOpen)
    {
        if (law.FinalPlan is null && isOpen) { yield return $"The final plan is due {NoticeRule.Limit.Words} after the family is told that there will be a re-assessment."; }
        if (AssessmentStarts.IsReassessment(startedBy)) { yield return "A re-assessment has no limit for saying that no plan is needed."; }
    }

    /// <summary>What recording the notice of a re-assessment does to the plan's date.</summary>
    public static string PlanFromNotice => $"The final plan is then due {NoticeRule.Limit.Words} after the day the family was told.";

    private static StatutoryRule NoticeRule => StatutoryRules.Of(DeadlineKind.FinalPlan, ClockEvent.ReassessmentNotified, StatutoryRules.Commencement)!;
}
