using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Parts.Assessments;

namespace DcoPortal.Web.Features.Assessments;

/// <summary>What the decision and outcome pages tell the person before a decision or outcome is recorded.</summary>
public sealed record DecisionFacts
{
    public required CaseKeys Keys { get; init; }
    public required Guid Version { get; init; }
    public required ChildBanner Child { get; init; }
    public required DateOnly Today { get; init; }
    public required DateOnly RequestReceivedOn { get; init; }

    /// <summary>How the assessment began.</summary>
    public required ClockEvent StartedBy { get; init; }

    /// <summary>Whether the DCO service recorded it for the authority.</summary>
    public bool IsRecordedByHealth { get; init; }

    /// <summary>The day health was notified (Europe/London).</summary>
    public DateOnly NotifiedOn { get; init; }

    /// <summary>The authority's limits as far as they are known.</summary>
    public required AssessmentDeadlines Law { get; init; }
    public AssessmentDecision? Decision { get; init; }
    public DateOnly? DecidedOn { get; init; }
    public AssessmentOutcome? Outcome { get; init; }
    public DateOnly? OutcomeOn { get; init; }
    public DateOnly? HealthToldOfOutcomeOn { get; init; }

    /// <summary>The day on which health received the request for advice, or null (Europe/London).</summary>
    public DateOnly? HealthAskedOn { get; init; }

    /// <summary>The day it was decided that a plan is needed, or null (Europe/London).</summary>
    public DateOnly? PlanNeededOn { get; init; }

    /// <summary>The day the draft plan was served, or null (Europe/London).</summary>
    public DateOnly? DraftServedOn { get; init; }

    /// <summary>Both of these steps in words, or null.</summary>
    public string? Steps => PlanNeededOn is not { } needed ? null
        : $"a plan is needed, decided on {UkText.LongDate(needed)}{(DraftServedOn is { } served ? $"; the draft was served on the family on {UkText.LongDate(served)}" : "")}";

    /// <summary>What is said of days from before the decision was taken back that do not stand with the one that was recorded; empty where all do.</summary>
    public string TakenOut(DecisionRecordedResult recorded) => (recorded.HealthAskedBefore is { } asked ? $" Before the decision was taken back, health had been asked on {UkText.LongDate(asked)}. If that day stands, put it right under Correct dates: health’s 6 weeks run from it." : "") + (recorded.PlanNeededTakenOut is null ? "" : $" Taken out, because it does not fit this decision: {Steps}. If the decision’s day is a slip, correct it, then record the steps again under Steps to the plan.");

    /// <summary>Requests prepared and not sent.</summary>
    public int Unsent { get; init; }

    /// <summary>Requests that professionals hold.</summary>
    public int WithProfessionals { get; init; }

    /// <summary>Answers that the DCO service is checking or returning.</summary>
    public int Answered { get; init; }

    /// <summary>The services whose returned answer is asked for again: they stay asked after the outcome.</summary>
    public IReadOnlyList<string> AskedAgain { get; init; } = [];

    /// <summary>The advice that a plan would lack if it were issued now.</summary>
    public PlanLacks WouldLack { get; init; } = PlanLacks.Nothing;

    /// <summary>How many of the people the authority named are in the directory.</summary>
    public int NamedInDirectory { get; init; }

    /// <summary>How many requests close, because no answer is needed any more.</summary>
    public int WillClose => Unsent + WithProfessionals;
}

/// <summary>Reads <see cref="DecisionFacts"/>.</summary>
public sealed class DecisionFactsQuery(PortalDb db, LackingAdviceQuery lacking, UkClock clock)
{
    /// <summary>Null when the person has no such assessment.</summary>
    public async Task<DecisionFacts?> ForAsync(string reference, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return null; }
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        var open = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id && r.EndedUtc == null)
            .Select(r => r.Stage).ToListAsync(ct);
        var again = await (from r in db.AdviceRequests where r.AssessmentId == assessment.Id && r.Stage == RequestStage.Reopened join s in db.Services on r.ServiceId equals s.Id orderby s.DistinctName, r.Id select s.DistinctName).ToListAsync(ct);
        return new DecisionFacts
        {
            Keys = assessment.Keys,
            Version = assessment.Version,
            Child = AssessmentBanner.Of(assessment, authority, clock.Today),
            Today = clock.Today,
            RequestReceivedOn = assessment.RequestReceivedOn,
            StartedBy = assessment.StartedBy,
            IsRecordedByHealth = assessment.IsRecordedByHealth,
            NotifiedOn = assessment.NotifiedOn,
            Law = assessment.Deadlines(ClockSettings.Default, clock.Today),
            Decision = assessment.Decision,
            DecidedOn = assessment.DecidedOn,
            Outcome = assessment.Outcome,
            OutcomeOn = assessment.OutcomeOn,
            HealthToldOfOutcomeOn = assessment.HealthToldOfOutcomeOn,
            HealthAskedOn = assessment.AdviceRequestReceivedOn,
            PlanNeededOn = assessment.PlanNeededOn,
            DraftServedOn = assessment.DraftServedOn,
            Unsent = open.Count(s => s.IsWithNobody()),
            WithProfessionals = open.Count(s => s.IsOutstanding()),
            Answered = open.Count(s => s is RequestStage.ToCheck or RequestStage.ToReturn),
            AskedAgain = again,
            WouldLack = assessment.Decision == AssessmentDecision.Assess ? await lacking.IfIssuedNowAsync(assessment.Id, ct) : PlanLacks.Nothing,
            NamedInDirectory = await db.InvolvedProfessionals.CountAsync(p => p.AssessmentId == assessment.Id && p.IsCurrent && (p.ServiceId != null || p.ProfessionalId != null), ct),
        };
    }
}
