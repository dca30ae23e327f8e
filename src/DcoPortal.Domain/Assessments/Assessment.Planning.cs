using DcoPortal.Domain.Facts;

namespace DcoPortal.Domain.Assessments;

/// <summary>A step of the authority on the way from a decision to assess to the final plan.</summary>
public enum PlanStep
{
    /// <summary>It decided that a plan is needed: no notice under regulation 10(1) is owed any more.</summary>
    PlanNeeded,

    /// <summary>It served the draft plan: the family's 15 days of regulation 13(1)(a) run.</summary>
    DraftServed,
}

// what the authority decided after the assessment, while there is no final plan yet
public sealed partial class Assessment
{
    /// <summary>The day the authority decided that a plan is needed (Europe/London); null until it says so, and then regulation 10(1) asks nothing.</summary>
    public DateOnly? PlanNeededOn { get; private set; }

    /// <summary>The day the draft plan was served on the family (Europe/London), or null.</summary>
    public DateOnly? DraftServedOn { get; private set; }

    /// <summary>Whether week 16 is still the last day to say no: nobody has said yes or no.</summary>
    public bool MayStillSayNo => IsOpen && Decision == AssessmentDecision.Assess && PlanNeededOn is null;

    /// <summary>The day of a step, or null.</summary>
    public DateOnly? DayOf(PlanStep step) => step == PlanStep.PlanNeeded ? PlanNeededOn : DraftServedOn;

    /// <summary>Records the days of both steps, corrects them or takes them back.</summary>
    /// <param name="planNeededOn">The day it was decided that a plan is needed; null when it is not decided (Europe/London).</param>
    /// <param name="draftServedOn">The day the draft was served; null when it was not (Europe/London).</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="reason">Why a recorded day is changed or taken back, in the person's words; null for a first record.</param>
    /// <param name="forAuthority">The authority that the DCO service records it for; null where the authority does so itself.</param>
    /// <returns>One fact for each day that changed; none when all stays.</returns>
    /// <exception cref="DomainRuleException">It has ended or is not to be assessed, or the days are out of order.</exception>
    public IReadOnlyList<PlanStepRecorded> Plan(DateOnly? planNeededOn, DateOnly? draftServedOn, DateOnly today, string? reason, string? forAuthority = null)
    {
        if (!IsOpen) { throw new DomainRuleException("This assessment has ended."); }
        if (Decision != AssessmentDecision.Assess) { throw new DomainRuleException("Record the decision to assess first."); }
        // the day of a decision is not taken from the day of what followed it
        if (planNeededOn is null && draftServedOn is not null) { throw new DomainRuleException("Enter the day it was decided that a plan is needed: it came before the draft, or on the same day."); }
        if (planNeededOn < DecidedOn) { throw new DomainRuleException("A plan cannot have been found needed before the decision to assess."); }
        if (draftServedOn < planNeededOn) { throw new DomainRuleException("The draft cannot have been served before it was decided that a plan is needed."); }
        if (planNeededOn > today || draftServedOn > today) { throw new DomainRuleException("The date cannot be in the future."); }
        List<PlanStepRecorded> facts = [];
        if (planNeededOn != PlanNeededOn) { facts.Add(new(Keys, PlanStep.PlanNeeded, planNeededOn, PlanNeededOn, PlanNeededOn is null ? null : reason, forAuthority)); }
        if (draftServedOn != DraftServedOn) { facts.Add(new(Keys, PlanStep.DraftServed, draftServedOn, DraftServedOn, DraftServedOn is null ? null : reason, forAuthority)); }
        (PlanNeededOn, DraftServedOn) = (planNeededOn, draftServedOn);
        return facts;
    }
}
