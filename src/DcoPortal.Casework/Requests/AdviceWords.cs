namespace DcoPortal.Casework.Requests;

/// <summary>The one set of words for a request's box, its kind and the codes of a nil return.</summary>
public static class AdviceWords
{
    /// <summary>The codes in the order they are offered.</summary>
    public static IReadOnlyList<ReplyCode> ReplyCodes { get; } = Enum.GetValues<ReplyCode>();

    /// <summary>The boxes in the order they are shown.</summary>
    public static IReadOnlyList<RequestBox> Boxes { get; } = Enum.GetValues<RequestBox>();

    /// <summary>A code as people say it, such as "Not known to the service".</summary>
    public static string Label(this ReplyCode code) => code switch
    {
        ReplyCode.NotKnown => "Not known to the service",
        ReplyCode.ReferredWaiting => "Referred and waiting to be seen",
        ReplyCode.Discharged => "Discharged",
        ReplyCode.MovedOut => "Moved out of the area",
        ReplyCode.Duplicate => "Duplicate request",
        ReplyCode.WrongService => "Another service should be asked",
        ReplyCode.DeclinedByFamily => "Declined by the family",
        ReplyCode.UniversalOnly => "Known to universal services only",
        ReplyCode.OutOfAgeRange => "Outside the service's age range",
        ReplyCode.PrivateProvider => "Seen by a private provider",
        _ => throw new ArgumentOutOfRangeException(nameof(code)),
    };

    /// <summary>When to choose a code and what to say with it, where its name does not say all.</summary>
    public static string? Hint(this ReplyCode code) => code switch
    {
        ReplyCode.NotKnown => "You looked and found no record",
        ReplyCode.ReferredWaiting => "Say since when. A waiting list does not excuse late advice",
        ReplyCode.Discharged => "Say when, and what the summary says",
        ReplyCode.MovedOut => "Say where to, if you know",
        ReplyCode.WrongService => "Say which, or that you do not know",
        ReplyCode.UniversalOnly => "Health visiting, school nursing or the GP",
        ReplyCode.OutOfAgeRange => "Say which service sees this age",
        ReplyCode.PrivateProvider => "Say who, if you know",
        _ => null,
    };

    /// <summary>The reasons for lateness in the order they are offered. The last but one is the DCO service's own to say.</summary>
    public static IReadOnlyList<LateReason> LateReasons { get; } = Enum.GetValues<LateReason>();

    /// <summary>A reason for lateness as a service says it.</summary>
    public static string Label(this LateReason reason) => reason switch
    {
        LateReason.WaitingForAppointment => "Waiting for an appointment with the child",
        LateReason.ChildNotSeen => "The child could not be seen",
        LateReason.TooFewStaff => "Not enough staff, or somebody is away",
        LateReason.AskedTooLate => "We were asked late, or details were missing",
        LateReason.WaitingForReport => "Waiting for somebody else’s report",
        LateReason.CheckedTooLate => "Answered, and checked or returned late",
        LateReason.AnotherReason => "Another reason",
        _ => throw new ArgumentOutOfRangeException(nameof(reason)),
    };

    /// <summary>What a reason for lateness includes, where its name does not say all.</summary>
    public static string? Hint(this LateReason reason) => reason switch
    {
        LateReason.ChildNotSeen => "Did not come, is in hospital, or has moved",
        LateReason.CheckedTooLate => "The DCO service had it",
        _ => null,
    };

    /// <summary>The same as a third person says it: on lists and in figures nobody is "we".</summary>
    public static string Said(this LateReason reason) => reason == LateReason.AskedTooLate ? "Asked late, or details were missing" : reason.Label();

    /// <summary>Why an answer is late, in one line.</summary>
    public static string Words(this WhyLate why) => why.Note is null ? why.Reason.Said() : $"{why.Reason.Said()}: {why.Note}";

    /// <summary>A box as people say it, such as "To check".</summary>
    public static string Label(this RequestBox box) => box switch
    {
        RequestBox.ToSend => "To send",
        RequestBox.WithProfessionals => "With professionals",
        RequestBox.DueSoon => "Due soon",
        RequestBox.Overdue => "Overdue",
        RequestBox.PastTarget => "Past local target",
        RequestBox.NoDate => "With professionals, no date running",
        RequestBox.ToCheck => "To check",
        RequestBox.Returned => "Returned",
        RequestBox.Closed => "Closed",
        _ => throw new ArgumentOutOfRangeException(nameof(box)),
    };

    /// <summary>What a box holds.</summary>
    public static string Help(this RequestBox box) => box switch
    {
        RequestBox.ToSend => "Prepared and not yet sent",
        RequestBox.WithProfessionals => $"Sent, with more than {TrafficLight.DueSoonDays} days left",
        RequestBox.DueSoon => $"Sent, with {TrafficLight.DueSoonDays} days or fewer left",
        RequestBox.Overdue => "Statutory advice: sent, and past the due date",
        RequestBox.PastTarget => "Early information: sent, and past a local target that is not law",
        RequestBox.NoDate => "Returned before and asked for again, or the assessment ended by the due date",
        RequestBox.ToCheck => "Answered: to be checked and returned",
        RequestBox.Returned => "Returned to the local authority",
        RequestBox.Closed => "Closed without an answer",
        _ => throw new ArgumentOutOfRangeException(nameof(box)),
    };

    /// <summary>What is asked for, such as "Statutory advice".</summary>
    public static string Label(this AdviceKind kind) => kind switch
    {
        AdviceKind.Statutory => "Statutory advice",
        AdviceKind.EarlyInformation => "Early information",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a kind means, in one sentence.</summary>
    public static string Help(this AdviceKind kind) => kind switch
    {
        AdviceKind.Statutory => "The local authority has decided to assess. Advice is due in 6 weeks by law.",
        AdviceKind.EarlyInformation => "The local authority has not yet decided whether to assess. Ask only for what is already held; 2 weeks is a local target, not law.",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What a request asks for as its case stands, in a sentence or two.</summary>
    /// <param name="request">The request.</param>
    /// <param name="decision">The authority's decision, or null where there is none, or the case may no longer be seen.</param>
    public static string Help(this AdviceRequest request, AssessmentDecision? decision) => request switch
    {
        { Kind: AdviceKind.EarlyInformation, Stage: RequestStage.Closed } => "Information that was already held, asked for before a decision whether to assess. 2 weeks is a local target, not law.",
        { Kind: AdviceKind.EarlyInformation } when decision == AssessmentDecision.Assess => "The local authority has decided to assess since. Statutory advice is a new request, due in 6 weeks by law. Answer this one only with what is already held; 2 weeks is a local target, not law.",
        _ => request.Kind.Help(),
    };

    /// <summary>The stage as emails say it: nothing about a child.</summary>
    public static string Stage(this AdviceKind kind) => kind switch
    {
        AdviceKind.Statutory => "health advice for an assessment, due in 6 weeks by law",
        AdviceKind.EarlyInformation => "information already held, before the decision to assess (local target)",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };
}
