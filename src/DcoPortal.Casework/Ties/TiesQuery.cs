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
        var (id, authority, icb, number, upn, key, like) = (assessment.Id, assessment.LocalAuthorityId, assessment.IcbId, assessment.ChildNhsNumber, assessment.ChildUpn, assessment.ChildMatchKey, assessment.Child.LikeKeys);
        var isOpen = assessment.Outcome is null;
        var found = await db.Assessments.AsNoTracking()
            .Where(a => like.Contains(a.ChildMatchKey) || (number != null && a.ChildNhsNumber == number) || (upn != null && a.ChildUpn == upn))
            .Where(a => a.Id != id && a.Outcome != AssessmentOutcome.OtherBoard && a.LocalAuthorityId == authority && (a.IcbId == icb || (isOpen && a.Outcome == null)) && !known.Contains(a.Id))
            .OrderByDescending(a => a.RequestReceivedOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.Child.LegalSurname, a.Child.Forenames, a.Child.DateOfBirth, a.RequestReceivedOn, SameNumber = number != null && a.ChildNhsNumber == number, SameUpn = upn != null && a.ChildUpn == upn, SameName = a.ChildMatchKey == key })
            .Take(Most).ToListAsync(ct);
        return new([.. ties.Where(IsShown)], [.. found.Select(a => new SuggestedCase(a.Reference, $"{a.Forenames} {a.LegalSurname}".Trim(), a.DateOfBirth, a.RequestReceivedOn, Why(a.SameNumber, a.SameUpn, a.SameName)))]);
    }

    private static string Why(bool number, bool upn, bool name)
    {
        string[] same = [.. new[] { number ? "NHS number" : null, upn ? "UPN" : null, name ? "name and date of birth" : null }.OfType<string>()];
        return same.Length == 0 ? Notifications.DuplicateQuery.TheOtherWayRound : $"Same {string.Join(", ", same[..^1])}{(same.Length > 1 ? " and " : "")}{same[^1]}";
    }
}
