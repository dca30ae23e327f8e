using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.Notifications;

/// <summary>A notification of the same authority that may be about the same child.</summary>
public sealed record PossibleDuplicate(string Reference, ClockEvent StartedBy, DateOnly RequestReceivedOn, string Status, string Why);

/// <summary>Finds notifications that may be about the same child, within what the person may see.</summary>
public sealed class DuplicateQuery(PortalDb db)
{
    private const int Most = 10;

    /// <summary>Notifications of one authority that may be of a child, by the rule of <see cref="ChildLikeness"/>; the surest and then the newest first.</summary>
    public async Task<IReadOnlyList<PossibleDuplicate>> FindAsync(Guid authorityId, ChildOrYoungPerson child, DateOnly? receivedOn, CancellationToken ct)
    {
        var found = await db.Assessments.Where(a => a.LocalAuthorityId == authorityId && a.Outcome != AssessmentOutcome.OtherBoard).LikeAsync(child, receivedOn, ct);
        return [.. found.Take(Most).Select(f => new PossibleDuplicate(f.Case.Reference, f.Case.StartedBy, f.Case.RequestReceivedOn, StatusOf(f.Case.Decision, f.Case.Outcome), f.Likeness.Why))];
    }

    private static string StatusOf(AssessmentDecision? decision, AssessmentOutcome? outcome) => (decision, outcome) switch
    {
        (_, AssessmentOutcome.PlanIssued) => "Ended: plan issued",
        (_, AssessmentOutcome.NoPlan) => "Ended: no plan needed",
        (_, AssessmentOutcome.Withdrawn) => "Ended: withdrawn",
        (_, AssessmentOutcome.MovedAway) => "Ended: moved to another authority",
        (AssessmentDecision.DoNotAssess, _) => "Decided not to assess",
        (AssessmentDecision.Assess, _) => "Being assessed",
        _ => "Under consideration",
    };
}
