namespace DcoPortal.Casework.Notifications;

/// <summary>A notification of the same authority that may be about the same child.</summary>
public sealed record PossibleDuplicate(string Reference, ClockEvent StartedBy, DateOnly RequestReceivedOn, string Status, string Why);

/// <summary>Finds notifications that may be about the same child, within what the person may see.</summary>
public sealed class DuplicateQuery(PortalDb db)
{
    /// <summary>Notifications of one authority with the same NHS number or UPN, or the same name and date of birth, either the other way round too; newest first.</summary>
    public async Task<IReadOnlyList<PossibleDuplicate>> FindAsync(Guid authorityId, ChildOrYoungPerson child, CancellationToken ct)
    {
        var (nhs, upn, key, like) = (child.NhsNumber, child.Upn, child.MatchKey, child.LikeKeys);
        var found = await db.Assessments.AsNoTracking()
            .Where(a => a.LocalAuthorityId == authorityId && a.Outcome != AssessmentOutcome.OtherBoard && ((nhs != null && a.ChildNhsNumber == nhs) || (upn != null && a.ChildUpn == upn) || like.Contains(a.ChildMatchKey)))
            .OrderByDescending(a => a.RequestReceivedOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.StartedBy, a.RequestReceivedOn, a.Decision, a.Outcome, SameNumber = nhs != null && a.ChildNhsNumber == nhs, SameUpn = upn != null && a.ChildUpn == upn, SameName = a.ChildMatchKey == key })
            .Take(10).ToListAsync(ct);
        return [.. found.Select(a => new PossibleDuplicate(a.Reference, a.StartedBy, a.RequestReceivedOn, StatusOf(a.Decision, a.Outcome),
            a.SameNumber ? "Same NHS number" : a.SameName ? "Same name and date of birth" : a.SameUpn ? "Same UPN, another name or date of birth" : TheOtherWayRound))];
    }

    /// <summary>Why a case is shown whose names, or day and month of birth, are swapped.</summary>
    public const string TheOtherWayRound = "The same names, or day and month of birth, the other way round";

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
