namespace DcoPortal.Casework.Ties;

/// <summary>A case that looks like this child's, and why.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Name">The child's name there.</param>
/// <param name="DateOfBirth">The date of birth there.</param>
/// <param name="ReceivedOn">The day its clock started (Europe/London).</param>
/// <param name="Why">What is the same.</param>
public sealed record SuggestedCase(string Reference, string Name, DateOnly DateOfBirth, DateOnly ReceivedOn, string Why);

/// <summary>What is known of other cases of the same child.</summary>
/// <param name="Linked">The decisions that link or merge.</param>
/// <param name="Suggested">The cases that nobody has looked at beside this one.</param>
public sealed record TiesOfCase(IReadOnlyList<CaseTie> Linked, IReadOnlyList<SuggestedCase> Suggested);

/// <summary>Reads what was decided about a case and others, and which others look like the same child's. Only cases of the same authority: of another of its boards while both run, for who sees both.</summary>
public sealed class TiesQuery(PortalDb db)
{
    private const int Most = 10;

    /// <summary>Of one case.</summary>
    public async Task<TiesOfCase> OfAsync(Assessment assessment, CancellationToken ct)
    {
        var ties = await db.CaseTies.AsNoTracking().Where(t => t.AssessmentId == assessment.Id || t.OtherId == assessment.Id).OrderBy(t => t.DecidedUtc).ThenBy(t => t.Id).ToListAsync(ct);
        // a link with a case that is part of another by now was carried on to that one
        var others = ties.Where(t => t.Kind == TieKind.SameChild).Select(t => t.AssessmentId == assessment.Id ? t.OtherId : t.AssessmentId).ToList();
        var standing = others.Count == 0 ? [] : await db.Assessments.Where(a => others.Contains(a.Id)).Select(a => a.Id).ToListAsync(ct);
        var known = ties.Select(t => t.AssessmentId == assessment.Id ? t.OtherId : t.AssessmentId).ToList();
        bool IsShown(CaseTie t) => t.Kind == TieKind.SameAssessment || (t.Kind == TieKind.SameChild && standing.Contains(t.AssessmentId == assessment.Id ? t.OtherId : t.AssessmentId));
        // it goes on under another reference, where what looks like it is found
        if (assessment.Outcome == AssessmentOutcome.OtherBoard) { return new([.. ties.Where(IsShown)], []); }
        var (id, authority, icb, isOpen, here) = (assessment.Id, assessment.LocalAuthorityId, assessment.IcbId, assessment.Outcome is null, ChildKeys.Of(assessment.Child));
        var found = await db.Assessments.Where(a => a.Id != id && a.Outcome != AssessmentOutcome.OtherBoard && a.LocalAuthorityId == authority && (a.IcbId == icb || (isOpen && a.Outcome == null)) && !known.Contains(a.Id)).LikeAsync(assessment.Child, assessment.RequestReceivedOn, ct);
        // twins whom a number tells apart are two
        var suggested = found.Where(f => f.Likeness.Kind != LikenessKind.Twin || !ChildLikeness.AreApart(here, f.Case.Child)).Take(Most);
        return new([.. ties.Where(IsShown)], [.. suggested.Select(f => new SuggestedCase(f.Case.Reference, $"{f.Case.Child.Forenames} {f.Case.Child.LegalSurname}".Trim(), f.Case.Child.DateOfBirth, f.Case.RequestReceivedOn, f.Likeness.Why))]);
    }
}
