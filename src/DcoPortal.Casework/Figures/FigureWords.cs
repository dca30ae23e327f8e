using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Figures;

/// <summary>The one set of words for figures, and their definitions, which are printed with them.</summary>
public static class FigureWords
{
    /// <summary>An outcome in a few words, with a capital.</summary>
    public static string Label(this AdviceOutcome outcome) => outcome switch
    {
        AdviceOutcome.InTime => "In time",
        AdviceOutcome.Late => "Late",
        AdviceOutcome.NotGivenOpen => "Not given, still awaited",
        AdviceOutcome.NotGivenClosed => "Not given, and closed",
        AdviceOutcome.Excused => "Excused",
        AdviceOutcome.NilReturn => "No advice to give (nil return)",
        AdviceOutcome.EndedBefore => "Closed by the due date",
        AdviceOutcome.SentByMistake => "Withdrawn by the due date",
        AdviceOutcome.Instead => "Asked instead, after it was due",
        AdviceOutcome.NotYetDue => "Not due yet",
        _ => "Early information",
    };

    /// <summary>What an outcome means, in a few words that stand beside it.</summary>
    public static string Meaning(this AdviceOutcome outcome) => outcome switch
    {
        AdviceOutcome.InTime => "reached the local authority by its due date",
        AdviceOutcome.Late => "reached the local authority after its due date",
        AdviceOutcome.NotGivenOpen => "past its due date, nothing has come, the request is open",
        AdviceOutcome.NotGivenClosed => "closed or withdrawn after its due date, and nothing was returned",
        AdviceOutcome.Excused => "late or not given, for a reason that the law allows",
        AdviceOutcome.NilReturn => "the service answered so, and why",
        AdviceOutcome.EndedBefore => "closed, or the assessment had ended, by its due date, so nothing fell due",
        AdviceOutcome.SentByMistake => "withdrawn by its due date, so nothing fell due",
        AdviceOutcome.Instead => "asked after its due date in place of one that is counted",
        _ => "not counted",
    };

    /// <summary>What an outcome counts, in a sentence.</summary>
    public static string Definition(this AdviceOutcome outcome) => outcome switch
    {
        AdviceOutcome.InTime => "Advice reached the local authority on or before its due date. A nil return is never advice. What is withdrawn or replaced later stays what it was.",
        AdviceOutcome.Late => "Advice reached the local authority after its due date, with no exemption. Advice that followed a nil return counts on the day it came.",
        AdviceOutcome.NotGivenOpen => "The due date has passed, nothing has reached the local authority, and the request is open: with a service, being checked, or not sent.",
        AdviceOutcome.NotGivenClosed => "The request was closed or withdrawn after its due date and no answer was returned, for whatever reason: by hand, also because it had been sent by mistake or another service is asked instead, by a move, or because the assessment ended. A move or an outcome closes on its own day, even if it is recorded later. An answer may have been given and sent back.",
        AdviceOutcome.Excused => "Late or not given, with an exemption of regulation 8(2) recorded. The due date stands.",
        AdviceOutcome.NilReturn => "The service has no advice and said why, in time or late.",
        AdviceOutcome.EndedBefore => "Closed on or before its due date; or the assessment had ended or moved on or before it, so no advice fell due: also where it was answered or closed later, or the end was recorded later. What was answered by its due date counts all the same.",
        AdviceOutcome.SentByMistake => "Withdrawn on or before its due date, because it was sent by mistake or another service is asked instead, so no advice fell due.",
        AdviceOutcome.Instead => "Asked for after its due date, instead of a request of the same case that was closed or withdrawn after it. That advice is counted once, with the service that had it when it fell due; the service asked instead could not give it in time.",
        _ => "Not counted.",
    };

    /// <summary>A band of lateness.</summary>
    public static string Label(this LateBand band) => band switch
    {
        LateBand.UpTo5 => "1 to 5 days late",
        LateBand.UpTo20 => "6 to 20 days late",
        LateBand.UpTo42 => "21 to 42 days late",
        _ => "43 days late or more",
    };

    /// <summary>Where an open request stands.</summary>
    public static string OpenLabel(RequestStage stage) => stage switch
    {
        RequestStage.ToSend => "Not sent",
        RequestStage.GivenBack => "Given back, nobody else asked",
        RequestStage.ToCheck or RequestStage.ToReturn => "Answered, being checked",
        _ => "With the service",
    };

    /// <summary>A ground of regulation 8(2).</summary>
    public static string Label(ExemptionGround ground) => ground switch
    {
        ExemptionGround.MissedAppointment => "Missed appointment",
        ExemptionGround.AbsentFromArea => "Away from the area",
        _ => "Exceptional circumstances",
    };

    /// <summary>An age group.</summary>
    public static string Label(this AgeGroup group) => group switch
    {
        AgeGroup.Under5 => "Under 5",
        AgeGroup.From5To10 => "5 to 10",
        AgeGroup.From11To15 => "11 to 15",
        AgeGroup.From16To19 => "16 to 19",
        _ => "20 to 25",
    };

    /// <summary>A cut, as the heading of its rows.</summary>
    public static string Heading(this FigureCut cut) => cut switch
    {
        FigureCut.Provider => "Provider",
        FigureCut.Service => "Service",
        FigureCut.Authority => "Local authority",
        FigureCut.Board => "Integrated care board",
        FigureCut.Need => "Primary need",
        FigureCut.Age => "Age",
        _ => "How the assessment began",
    };

    /// <summary>The word of a cut in an address.</summary>
    public static string Word(this FigureCut cut) => $"{cut}".ToLowerInvariant();

    /// <summary>A step, as what is done in it.</summary>
    public static string Label(this FigureStep step) => step switch
    {
        FigureStep.DecisionToHealth => "Telling health",
        FigureStep.HealthToAsked => "Asking a service",
        FigureStep.AskedToOpened => "Opening the request",
        FigureStep.OpenedToAnswered => "Writing the answer",
        _ => "Checking and returning",
    };

    /// <summary>Who has the work during a step.</summary>
    public static string Owner(this FigureStep step) => step switch
    {
        FigureStep.DecisionToHealth => "the local authority",
        FigureStep.HealthToAsked or FigureStep.AnsweredToReturned => "the DCO service",
        _ => "the health service",
    };

    /// <summary>That nobody has said why.</summary>
    public const string NoReason = "no reason recorded";

    /// <summary>Why it was not in time, as it was said, in the middle of a sentence.</summary>
    public static string Phrase(LateReason? reason) => reason switch
    {
        null => NoReason,
        LateReason.WaitingForAppointment => "waiting for an appointment with the child",
        LateReason.ChildNotSeen => "the child could not be seen",
        LateReason.TooFewStaff => "not enough staff, or somebody away",
        LateReason.AskedTooLate => "asked late, or details missing",
        LateReason.WaitingForReport => "waiting for somebody else’s report",
        LateReason.CheckedTooLate => "checked or returned late",
        _ => "another reason",
    };

    /// <summary>Several reasons that are shown together.</summary>
    public static string Phrase(IReadOnlyList<LateReason?> reasons) => reasons switch
    {
        [var one] => Phrase(one),
        [var one, var other] => $"{Phrase(one)}, or {Phrase(other)}",
        _ => $"one of {reasons.Count(r => r is not null)} other reasons{(reasons.Contains(null) ? ", or none recorded" : "")}",
    };

    /// <summary>A reason in two words, beside others.</summary>
    public static string InTwoWords(LateReason? reason) => reason switch
    {
        null => "none",
        LateReason.WaitingForAppointment => "no appointment yet",
        LateReason.ChildNotSeen => "child not seen",
        LateReason.TooFewStaff => "staff",
        LateReason.AskedTooLate => "asked late",
        LateReason.WaitingForReport => "another report",
        LateReason.CheckedTooLate => "checked late",
        _ => "something else",
    };

    /// <summary>A cause of lateness, after "most of its days went".</summary>
    public static string Phrase(this DelayCause cause) => cause switch
    {
        DelayCause.Asking => "before a service was asked",
        DelayCause.Opening => "before the service opened the request",
        DelayCause.Answering => "while the service wrote its answer or put it right",
        _ => "in checking and returning the answer",
    };

    /// <summary>Who had the request meanwhile.</summary>
    public static string Owner(this DelayCause cause) => cause is DelayCause.Asking or DelayCause.Returning ? "the DCO service" : "the health service";

    /// <summary>What figures of plans count.</summary>
    public static string Label(this PlanPart part) => part switch
    {
        PlanPart.Issued => "Plans issued",
        PlanPart.Late => "Plans issued after the local authority’s limit",
        PlanPart.LateWithAdviceLate => "Late plans for which health advice was late too",
        PlanPart.LateWithAdviceInTime => "Late plans for which no health advice was late",
        _ => "Plans that lack advice that was asked for, or have none",
    };

    /// <summary>Which answer counts in the days of a step, in the funnel and in the causes.</summary>
    public const string AnswerThatStood = "the first answer that was not sent back for more";

    /// <summary>What a step measures.</summary>
    public static string Definition(this FigureStep step) => step switch
    {
        FigureStep.DecisionToHealth => "from the decision to assess until health was told",
        FigureStep.HealthToAsked => "from that day until a service was asked",
        FigureStep.AskedToOpened => "from asking until somebody there first opened the request",
        FigureStep.OpenedToAnswered => $"from opening until {AnswerThatStood}; the days of one that was sent back, and of putting it right, count here",
        _ => $"from {AnswerThatStood} until the local authority had it",
    };

    /// <summary>The name of a row that is no organisation.</summary>
    public static string RowName(FigureCut cut, string key) => cut switch
    {
        _ when key == FigureFilters.None => "Not stated",
        FigureCut.Need => PrimaryNeeds.TryGet(key, out var need) ? need.Name : key,
        FigureCut.Age => Enum.TryParse<AgeGroup>(key, out var group) ? group.Label() : key,
        FigureCut.Route => Enum.TryParse<OriginRoute>(key, out var route) ? OriginRoutes.NameOf(route) : key,
        _ => key,
    };
}
