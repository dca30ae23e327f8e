using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Figures;
using DcoPortal.Domain.Questions;
using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Assessments.Details;

/// <summary>The four facts at a glance: the clock, how much advice is back, what is most urgent, who acts next.</summary>
internal static class GlanceFacts
{
    public static IReadOnlyList<Tile> Of(Assessment a, IReadOnlyList<RequestLine> requests, Beside beside, DateOnly? end, DateOnly today, bool isDcoService) =>
        [Clock(a, end, today), Advice(a, requests, beside), Urgent(a, requests, beside, today), Move(a, requests, beside, isDcoService)];

    private static Tile Clock(Assessment a, DateOnly? end, DateOnly today)
    {
        if (end is { } on)
        {
            var late = a.Outcome is AssessmentOutcome.PlanIssued && on > a.FinalPlanDueOn || a.Outcome is AssessmentOutcome.NoPlan && on > a.NoPlanDueOn;
            return new("Statutory clock", RouteWords.EndedAt(a.StartedBy, a.RequestReceivedOn, Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn), on), $"{AssessmentWords.Stage(a.StartedBy, a.Decision, a.Outcome)} on {UkText.LongDate(on)}{(late ? ", late" : "")}", late ? "grey" : "green");
        }
        var position = RouteWords.Position(a.StartedBy, a.RequestReceivedOn, Assessment.ToldWillAssessOn(a.Decision, a.DecidedOn), today);
        if (a.FinalPlanDueOn is not { } planBy) { return new("Statutory clock", position, "The final plan has no date until the family is told", "blue"); }
        var left = planBy.DayNumber - today.DayNumber;
        return left < 0
            ? new("Statutory clock", position, $"Final plan {UkText.Days(-left)} overdue", "red")
            : new("Statutory clock", position, left == 0 ? "The final plan is due today" : $"{UkText.Days(left)} to the final plan date", "blue");
    }

    private static Tile Advice(Assessment a, IReadOnlyList<RequestLine> requests, Beside beside)
    {
        var (carried, before) = (beside.Carried, beside.AnsweredBefore);
        var live = requests.Where(r => !r.IsEarly && r.Stage != RequestStage.Closed).ToList();
        int In(AskedState state) => requests.Count(r => r.Asked == state);
        var (missing, asked, early) = (In(AskedState.NotGiven), requests.Count(r => r.Asked.IsStatutory()), EarlyWords(In(AskedState.EarlyBack), In(AskedState.Early)));
        if (live.Count == 0 && missing == 0 && carried > 0) { return new("Health advice", $"{UkText.Count(carried, "answer")} came with it", "Nobody has been asked here", "blue", "#carried"); }
        if (live.Count + missing == 0 && before > 0 && !WasAsked(requests)) { return new("Health advice", $"{UkText.Count(before, "answer")} before it was recorded here", "Nobody has been asked here", "blue"); }
        if (live.Count + missing == 0 && (a.IsOpen || In(AskedState.EndedBefore) == 0)) { return Unasked(a, requests, early); }
        var back = In(AskedState.Back);
        var nil = live.Count(r => r.IsNil);
        var atDco = live.Count(r => r.Stage is RequestStage.ToCheck or RequestStage.ToReturn);
        List<string> parts = [];
        if (back > nil) { parts.Add($"{back - nil} with advice"); }
        if (nil > 0) { parts.Add($"{UkText.Count(nil, "nil return")}"); }
        if (atDco > 0) { parts.Add($"{atDco} with the DCO service"); }
        if (In(AskedState.Withdrawn) is > 0 and var gone) { parts.Add($"{gone} withdrawn"); }
        if (carried > 0) { parts.Add($"{carried} came with it"); }
        if (before > 0) { parts.Add($"{before} before it was recorded here"); }
        if (missing > 0) { parts.Add($"{missing} not given"); }
        if (In(AskedState.EndedBefore) is > 0 and var ended) { parts.Add(AskedWords.EndedBefore(ended)); }
        if (parts.Count == 0) { parts.Add("None returned yet"); }
        if (early is not null) { parts.Add(early); }
        return new("Health advice", $"{back} of {asked} back", string.Join(", ", parts), missing > 0 ? "red" : live.Count == 0 ? "grey" : back == live.Count ? "green" : "blue", "#requests");
    }

    private static Tile Unasked(Assessment a, IReadOnlyList<RequestLine> requests, string? early)
    {
        var closed = requests.Count(r => r.Stage == RequestStage.Closed);
        var note = string.Join(", ", new[] { early, closed > 0 ? $"{UkText.Count(closed, "request")} closed" : null }.OfType<string>());
        return new("Health advice", WasAsked(requests) ? (a.IsOpen ? "Nobody is asked now" : "Nothing returned") : early is null ? (a.IsOpen ? "Not asked yet" : "Not asked") : "Not asked for statutory advice", note.Length == 0 ? "No request has been prepared" : note.Capitalised(), "grey", early is null ? null : "#requests");
    }

    // early information is no statutory advice, so it is counted in words of its own
    private static string? EarlyWords(int back, int others) => back + others > 0 ? EarlyInformation.Counted(back, back + others) : null;

    private static bool WasAsked(IReadOnlyList<RequestLine> requests) => requests.Any(r => r is { IsEarly: false, FirstSentUtc: not null });

    private static RequestDate DateOf(RequestLine r) => new(r.Stage, r.Kind, AdviceRequest.AwaitedBy(r.Stage, r.Due, r.WantedByOn), r.HasDateRunning || r.Stage == RequestStage.Reopened, r.FirstSentUtc is not null, r.IsNotReplaced, r.PlainName, r.ProviderName) { HasAdvice = r is { AnswerStands: true, IsNil: false } };

    private static CaseDates DatesOf(Assessment a, Beside beside) => new(a.IsOpen, a.AdviceRequestReceivedOn, a.TriagedUtc is not null, beside.IsUnasked);

    private static bool IsAwaited(Assessment a, RequestLine r) => DateOf(r).IsAwaited(a.IsOpen);

    private static Tile Urgent(Assessment a, IReadOnlyList<RequestLine> requests, Beside beside, DateOnly today)
    {
        if (beside.SentBackTo is not null) { return new("Most urgent", "Open it again", "The case was sent back: nobody has it, and its dates go on", "red"); }
        if (beside.AwayTo is { } other) { return new("Most urgent", "Take the case, or send it back", $"{other} has not taken it yet, and its dates go on", "amber"); }
        var awaited = requests.Where(r => IsAwaited(a, r)).ToList();
        if (!a.IsOpen && awaited.Count == 0 && !OwesHealthThePlan(a)) { return new("Most urgent", "Nothing", "The assessment has ended", "green"); }
        // after the end the authority has no date left but that of a plan which health was not sent
        (DateOnly? authorityDue, string what) = OwesHealthThePlan(a) ? (a.FinalPlanDueOn ?? a.OutcomeOn, "Send the plan to health, local authority") : !a.IsOpen ? (null, "") : a.Decision is null ? (a.DecisionDueOn!.Value, $"Local authority, {RouteWords.ToDecide(a.StartedBy)}{Unconfirmed(a)}") : (a.FinalPlanDueOn, "Final plan, local authority");
        if (HealthFirst.Of(DatesOf(a, beside), [.. requests.Select(DateOf)], authorityDue, today) is { } health) { return UrgentOn(health, today); }
        if (authorityDue is { } due) { return UrgentOn(new(due, what, IsLocal: false), today); }
        return new("Most urgent", "No date is running", awaited.Find(r => r.Deadline.HasLapsed(r.DoneOn)) is { Deadline.LapsedOn: { } ended } ? $"The assessment ended on {UkText.LongDate(ended)}, by the due date of what is awaited"
            : awaited.Count > 0 ? "A new answer is being checked" : "Nothing is awaited", "green");
    }

    private static Tile UrgentOn(HealthFirst first, DateOnly today) => new("Most urgent", first.Words(today), first.What,
        first.Status(today) switch { RagStatus.Overdue when !first.IsLocal => "red", RagStatus.Overdue or RagStatus.DueSoon => "amber", _ => "blue" });

    // the sentence stands beside the limit itself, further down
    private static string Unconfirmed(Assessment a) => RouteWords.Unconfirmed(a.Deadlines(ClockSettings.Default).DecisionToAssess);

    private static Tile Move(Assessment a, IReadOnlyList<RequestLine> requests, Beside beside, bool isDcoService)
    {
        if (beside.SentBackTo is { } side) { return new("Next step with", side == CaseSide.DcoService ? "DCO to open it again" : "LA to open it again", "The case was sent back, and stays ended until the outcome is taken back", "amber"); }
        if (beside.AwayTo is { } other) { return new("Next step with", other, "To take the case, or send it back", "amber"); }
        var carried = beside.Carried;
        string? Link(string href) => isDcoService ? href : null;
        // the holder of the request that falls due first acts next
        var next = requests.Where(r => IsAwaited(a, r)).OrderBy(r => r.DoneOn is not null).ThenBy(r => r.Due).ThenBy(r => r.ServiceName, StringComparer.Ordinal).FirstOrDefault();
        var toAssess = a.Decision == AssessmentDecision.Assess;
        // whoever else has a request, somebody chose that another be asked, and only the DCO service can
        if (requests.Any(r => r.Stage != RequestStage.Closed) && HealthFirst.IsToReplace(DatesOf(a, beside), [.. requests.Select(DateOf)]))
        {
            return new("Next step with", "DCO to send", string.Join(", ", new[] { $"Nobody is asked in place of {requests.First(r => r.IsNotReplaced).ServiceName}", Open(requests) }.OfType<string>()), "amber", Link(Addresses.AssessmentRequestAdvice(a.Reference)));
        }
        if (next is null)
        {
            return OwesHealthThePlan(a) ? new("Next step with", "LA to send the plan", $"Health has not been sent the final plan of {UkText.LongDate(a.OutcomeOn)}", "amber")
                : !a.IsOpen ? new("Next step with", "Nobody", "The assessment has ended", "green")
                : a.Decision is null ? new("Next step with", RouteWords.LaToDecide(a.StartedBy), $"By {UkText.LongDate(a.DecisionDueOn)}{Unconfirmed(a)}", "amber")
                : carried == 0 && IsAllNil(requests) && (a.AllNilDecidedUtc is not { } decided || requests.Any(r => r.AnswerStands && r.FirstSentUtc > decided)) ? new("Next step with", "DCO to decide", "No service that answered has advice", "amber")
                : carried == 0 && IsAllNil(requests) && a.AllNil == AllNilDecision.AssessmentCommissioned ? new("Next step with", "DCO to send", "No service has been asked for the health assessment that was commissioned", "amber", Link(Addresses.AssessmentRequestAdvice(a.Reference)))
                : requests.Any(r => r is { IsEarly: false, AnswerStands: true }) || (carried > 0 && a.TriagedUtc is not null) ? new("Next step with", "LA to issue plan", $"By {UkText.LongDate(a.FinalPlanDueOn)}{(requests.Any(r => r is { DoneOn: not null, AnswerStands: false }) ? ", without what was withdrawn" : "")}", "amber")
                : HasOnlyEarly(a, requests, beside) ? new("Next step with", "LA to issue plan", $"By {UkText.LongDate(a.FinalPlanDueOn)}, with early information and no statutory advice", "amber")
                : requests.Any(r => r is { IsEarly: false, DoneOn: not null }) ? new("Next step with", "DCO service", "The advice returned was withdrawn", "amber")
                : beside.AnsweredBefore > 0 && !WasAsked(requests) ? (a.TriagedUtc is null ? new("Next step with", "DCO service", "Health answered before the case was recorded here: see whether anybody else is to be asked", "amber", Link(Addresses.AssessmentRequestAdvice(a.Reference))) : new("Next step with", "LA to issue plan", $"By {UkText.LongDate(a.FinalPlanDueOn)}", "amber"))
                : new("Next step with", "DCO to send", WasAsked(requests) ? "Nobody is asked now" : EarlyInformation.NobodyYet(EarlyOf(requests)).Capitalised(), "amber", Link(Addresses.AssessmentRequestAdvice(a.Reference)));
        }
        if (!toAssess && next.Stage.IsWithNobody() && a.IsOpen) { return new("Next step with", RouteWords.LaToDecide(a.StartedBy), $"By {UkText.LongDate(a.DecisionDueOn)}{Unconfirmed(a)}", "amber"); }
        var others = requests.Count(r => !r.Stage.IsEnd()) - 1;
        var more = (others > 0 ? $", and {UkText.Count(others, "other")} open" : "") + (OwesHealthThePlan(a) ? ", and the local authority to send health the plan" : "");
        return next.Stage switch
        {
            RequestStage.ToSend or RequestStage.GivenBack => new("Next step with", "DCO to send", $"{next.ServiceName}{(next.IsGivenBack ? " gave it back" : "")}{more}", "amber", Link(Addresses.AssessmentRequestAdvice(a.Reference))),
            RequestStage.ToCheck => new("Next step with", "DCO to check", $"{next.ServiceName}{more}", "plum", Link(Addresses.CheckAnswer(next.Id))),
            RequestStage.ToReturn => new("Next step with", "DCO to return", $"{next.ServiceName}{more}", "plum", Link(Addresses.AssessmentReturn(a.Reference))),
            _ => new("Next step with", next.ProviderName, $"{next.ProfessionalName ?? next.ServiceName}, {(next.LastChasedUtc is { } chased ? $"chased {UkText.ShortDate(UkClock.DateOf(chased))}" : "not chased")}{more}", "amber"),
        };
    }

    // the family has the plan, and health must have it by the same limit
    private static bool OwesHealthThePlan(Assessment a) => a is { Outcome: AssessmentOutcome.PlanIssued, HealthToldOfOutcomeOn: null };

    private static EarlyStanding EarlyOf(IReadOnlyList<RequestLine> requests) => HealthFirst.EarlyOf(requests.Select(DateOf));

    // the DCO service has said that nobody else need be asked
    private static bool HasOnlyEarly(Assessment a, IReadOnlyList<RequestLine> requests, Beside beside) =>
        a.TriagedUtc is not null && !beside.IsUnasked && !WasAsked(requests) && EarlyOf(requests) == EarlyStanding.In;

    private static bool IsAllNil(IReadOnlyList<RequestLine> requests) => requests.Where(r => r is { IsEarly: false, AnswerStands: true }).ToList() is { Count: > 0 } all && all.TrueForAll(r => r.IsNil);

    // how many others wait for an answer, beside what is to be done first
    private static string? Open(IReadOnlyList<RequestLine> requests) => requests.Count(r => !r.Stage.IsEnd()) is > 0 and var open ? $"and {UkText.Count(open, "other")} open" : null;
}

/// <summary>What of a case decides its facts beside its requests.</summary>
/// <param name="Carried">How many answers came along with it.</param>
/// <param name="IsUnasked">Whether it is among the <see cref="UnaskedCases"/>.</param>
/// <param name="SentBackTo">Which side has to open it again, because what it sent to another authority came back; or null.</param>
/// <param name="AwayTo">The authority to which it was sent and which has not taken it yet, or null.</param>
internal sealed record Beside(int Carried, bool IsUnasked, CaseSide? SentBackTo, string? AwayTo)
{
    /// <summary>How many of those named answered before the case was recorded here.</summary>
    public int AnsweredBefore { get; init; }
}
