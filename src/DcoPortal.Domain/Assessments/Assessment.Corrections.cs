using DcoPortal.Domain.Requests;
using DcoPortal.Domain.Statutory;

namespace DcoPortal.Domain.Assessments;

/// <summary>The right days. A day that is null stays as it is.</summary>
/// <param name="StartedBy">How the assessment began.</param>
/// <param name="ReceivedOn">The day the authority's clock started (Europe/London).</param>
/// <param name="HealthReceivedOn">The day health received the request for advice (Europe/London).</param>
/// <param name="ToldOn">The day the family was told of a re-assessment (Europe/London).</param>
/// <param name="ArrivedOn">The day a request that the DCO service recorded for the authority arrived (Europe/London).</param>
/// <param name="OutcomeOn">The day on which the assessment ended (Europe/London).</param>
public sealed record CorrectedDates(ClockEvent? StartedBy, DateOnly? ReceivedOn, DateOnly? HealthReceivedOn, DateOnly? ToldOn, DateOnly? ArrivedOn = null, DateOnly? OutcomeOn = null);

public sealed partial class Assessment
{
    /// <summary>Corrects the days that clocks run from, here and on its statutory requests, and counts every date anew.</summary>
    /// <param name="dates">The right days.</param>
    /// <param name="requests">The assessment's requests whose dates follow its own.</param>
    /// <param name="firstSentOn">The day the first statutory request was sent to a professional, or null (Europe/London).</param>
    /// <param name="exempted">The authority's limits from which an exemption is recorded.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <exception cref="DomainRuleException">The days are out of order, or an exemption would stand beside a limit that no longer exists.</exception>
    public void Correct(CorrectedDates dates, IReadOnlyCollection<AdviceRequest> requests, DateOnly? firstSentOn, IReadOnlyCollection<DeadlineKind> exempted, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(dates);
        var (start, receivedOn) = (dates.StartedBy ?? StartedBy, dates.ReceivedOn ?? RequestReceivedOn);
        if (StartedBy == ClockEvent.ReassessmentNotified && start != StartedBy && receivedOn == DecidedOn && (dates.ToldOn ?? DecidedOn) == DecidedOn)
        {
            // the one day that an own decision leaves may have been either
            throw new DomainRuleException($"After the authority’s own decision to re-assess both days are one, {DeadlineWords.Day(receivedOn)}. Enter the day the clock started and the day of the decision: what was recorded before stands in the activity of the case.");
        }
        // a later outcome day first, an earlier one last, for the same reason
        if (dates.OutcomeOn > OutcomeOn) { CorrectOutcomeOn(dates.OutcomeOn.Value, today); }
        // a later decision day first, an earlier one last: the start of the clock and the decision are checked against each other
        if (dates.ToldOn > DecidedOn && StartedBy != ClockEvent.ReassessmentNotified) { CorrectDecidedOn(dates.ToldOn.Value); }
        if (start != StartedBy || receivedOn != RequestReceivedOn) { CorrectAnchor(start, receivedOn); }
        if (dates.ToldOn is { } told && told != DecidedOn) { CorrectDecidedOn(told); }
        if (dates.HealthReceivedOn is { } on)
        {
            if (firstSentOn < on) { throw new DomainRuleException($"Health cannot have received the request after it was sent to a professional on {DeadlineWords.Day(firstSentOn.Value)}."); }
            var answered = requests.Where(r => r.Kind == AdviceKind.Statutory).Min(r => r.ReturnedOn ?? (r.Stage == RequestStage.Closed ? null : r.ReachedAuthorityOn));
            if (answered < on) { throw new DomainRuleException($"Health cannot have received the request after the authority had an answer to it on {DeadlineWords.Day(answered.Value)}. If that day is wrong, put it right on the request first."); }
            if (on != AdviceRequestReceivedOn) { CorrectAdviceReceipt(on, today); }
            foreach (var request in requests.Where(r => r.Kind == AdviceKind.Statutory)) { request.CorrectReceipt(on); }
        }
        if (dates.ArrivedOn is { } arrived && arrived != NotifiedOn) { CorrectArrival(arrived, today); }
        if (dates.OutcomeOn is { } ended && ended != OutcomeOn) { CorrectOutcomeOn(ended, today); }
        if (exempted.Any(limit => !HasLimit(limit))) { throw new DomainRuleException("An exemption is recorded from a limit that does not exist on the route you chose. Withdraw it on the assessment’s page first."); }
    }

    /// <summary>Corrects how and when the assessment began, and counts the authority's dates anew.</summary>
    /// <param name="startedBy">The right event.</param>
    /// <param name="requestReceivedOn">Its right day (Europe/London).</param>
    /// <exception cref="DomainRuleException">The anchor is after the notification, the decision or the outcome, or the recorded decision cannot follow that event.</exception>
    public void CorrectAnchor(ClockEvent startedBy, DateOnly requestReceivedOn)
    {
        var isOwnDecision = startedBy == ClockEvent.ReassessmentNotified;
        if (Decision == AssessmentDecision.DoNotAssess && AssessmentStarts.MustAssess(startedBy)) { throw new DomainRuleException("A decision not to assess is recorded, which cannot follow an order of the Tribunal, an appeal that was not opposed or the authority's own decision to re-assess."); }
        if (Decision is null && isOwnDecision) { throw new DomainRuleException("Record the decision to re-assess first: it is what starts this clock."); }
        if (requestReceivedOn > NotifiedOn) { throw new DomainRuleException("The clock cannot have started after health was notified."); }
        if (isOwnDecision ? requestReceivedOn > AdviceRequestReceivedOn : requestReceivedOn > DecidedOn) { throw new DomainRuleException(isOwnDecision ? "The decision to re-assess cannot be after health was asked for advice." : "The clock cannot have started after the decision."); }
        if (isOwnDecision && requestReceivedOn > PlanNeededOn) { throw new DomainRuleException("The decision to re-assess cannot be after the day it was decided that a plan is needed."); }
        if (requestReceivedOn > OutcomeOn) { throw new DomainRuleException("The clock cannot have started after the outcome."); }
        StartedBy = startedBy;
        RequestReceivedOn = requestReceivedOn;
        if (isOwnDecision) { DecidedOn = requestReceivedOn; }
        ComputeDueDates();
    }

    /// <summary>Corrects the day of the decision. The final plan of a re-assessment is counted anew from it.</summary>
    /// <param name="on">The right day (Europe/London).</param>
    /// <exception cref="DomainRuleException">Not decided, or the day is before the clock started, after health was told or after the outcome.</exception>
    public void CorrectDecidedOn(DateOnly on)
    {
        if (Decision is null) { throw new DomainRuleException("No decision is recorded yet."); }
        if (StartedBy == ClockEvent.ReassessmentNotified && on != RequestReceivedOn) { throw new DomainRuleException("The authority's own decision is what started this clock: correct that day."); }
        if (on < RequestReceivedOn) { throw new DomainRuleException($"The decision cannot be before {StartWords}."); }
        if (on > HealthToldOfDecisionOn || on > AdviceRequestReceivedOn) { throw new DomainRuleException("The decision cannot be after health was told of it."); }
        if (on > OutcomeOn) { throw new DomainRuleException("The decision cannot be after the outcome."); }
        if (on > PlanNeededOn) { throw new DomainRuleException("The decision cannot be after the day it was decided that a plan is needed."); }
        DecidedOn = on;
        ComputeDueDates();
    }

    /// <summary>Corrects the day health received the request for advice, from which regulation 8 runs. The requests' due dates move with it.</summary>
    /// <param name="on">The right day (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <exception cref="DomainRuleException">Health has not been asked yet, or the day is before the decision or in the future.</exception>
    public void CorrectAdviceReceipt(DateOnly on, DateOnly today)
    {
        if (AdviceRequestReceivedOn is null) { throw new DomainRuleException("Health has not been asked for advice yet."); }
        if (on < DecidedOn) { throw new DomainRuleException("Health cannot have received the request before the decision to assess."); }
        if (on > today) { throw new DomainRuleException("The date health received the request cannot be in the future."); }
        // health was told of the decision by the request for advice, so both days move together
        if (HealthToldOfDecisionOn == AdviceRequestReceivedOn) { HealthToldOfDecisionOn = on; }
        // and so does the day one letter arrived that was both
        if (IsRecordedByHealth && NotifiedOn == AdviceRequestReceivedOn) { NotifiedOn = on; }
        AdviceRequestReceivedOn = on;
    }

    /// <summary>Whether the day of the outcome is corrected with the other dates: the day of a move is corrected where it went.</summary>
    public bool MayCorrectOutcomeOn => Outcome is AssessmentOutcome.PlanIssued or AssessmentOutcome.NoPlan or AssessmentOutcome.Withdrawn;

    /// <summary>Corrects the day on which the assessment ended.</summary>
    /// <param name="on">The right day (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <exception cref="DomainRuleException">It has not ended in such a way, or the days are out of order.</exception>
    public void CorrectOutcomeOn(DateOnly on, DateOnly today)
    {
        if (!MayCorrectOutcomeOn) { throw new DomainRuleException("No outcome is recorded whose day can be corrected here."); }
        var (outcome, told) = (Outcome!.Value, HealthToldOfOutcomeOn);
        if (on > told) { throw new DomainRuleException($"Health was told of the outcome on {DeadlineWords.Day(told.Value)}, which cannot be before it. Correct that day first."); }
        // the rules of recording it hold for its right day too
        Outcome = null;
        End(outcome, on, today);
        HealthToldOfOutcomeOn = told;
    }

    private bool HasLimit(DeadlineKind kind) => Deadlines(ClockSettings.Default) is var law && (law.DecisionToAssess?.Kind == kind || law.NoPlanNotice?.Kind == kind || law.FinalPlan?.Kind == kind);
}
