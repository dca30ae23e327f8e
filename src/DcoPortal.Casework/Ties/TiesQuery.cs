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
public sealed record TiesOfCase(IReadOnlyList<CaseTie> Linked, IReadOnlyList<SuggestedCase> Suggested)
{
    /// <summary>Cases of the same child that run with other authorities of the board, each with the authority's name: for the DCO service alone, which sees both.</summary>
    public IReadOnlyList<(string Reference, string Authority)> Elsewhere { get; init; } = [];
}

/// <summary>Reads what was decided about a case and others, and which others look like the same child's. Only cases of the same authority: of another of its boards while both run, for who sees both.</summary>
public sealed class TiesQuery(PortalDb db)
{
    private const int Most = 10;

    /// <summary>Of one case.</summary>
    public async Task<TiesOfCase> OfAsync(Assessment assessment, CancellationToken ct)
    {
        var ties = await db.CaseTies.AsNoTracking().Where(t => t.AssessmentId == assessment.Id || t.OtherId == assessment.Id).OrderBy(t => t.DecidedUtc).ThenBy(t => t.Id).ToListAsync(ct);
        var known = ties.Select(t => t.AssessmentId == assessment.Id ? t.OtherId : t.AssessmentId).ToList();
        // it goes on under another reference, where what looks like it is found
        if (assessment.Outcome == AssessmentOutcome.OtherBoard) { return new([.. ties.Where(t => t.Kind != TieKind.OtherChild)], []); }
        var (id, authority, icb, number, upn, key, like) = (assessment.Id, assessment.LocalAuthorityId, assessment.IcbId, assessment.ChildNhsNumber, assessment.ChildUpn, assessment.ChildMatchKey, assessment.Child.LikeKeys);
        var isOpen = assessment.Outcome is null;
        var found = await db.Assessments.AsNoTracking()
            .Where(a => like.Contains(a.ChildMatchKey) || (number != null && a.ChildNhsNumber == number) || (upn != null && a.ChildUpn == upn))
            .Where(a => a.Id != id && a.Outcome != AssessmentOutcome.OtherBoard && a.LocalAuthorityId == authority && (a.IcbId == icb || (isOpen && a.Outcome == null)) && !known.Contains(a.Id))
            .OrderByDescending(a => a.RequestReceivedOn).ThenBy(a => a.Reference)
            .Select(a => new { a.Reference, a.Child.LegalSurname, a.Child.Forenames, a.Child.DateOfBirth, a.RequestReceivedOn, SameNumber = number != null && a.ChildNhsNumber == number, SameUpn = upn != null && a.ChildUpn == upn, SameName = a.ChildMatchKey == key })
            .Take(Most).ToListAsync(ct);
        return new([.. ties.Where(t => t.Kind != TieKind.OtherChild)], [.. found.Select(a => new SuggestedCase(a.Reference, $"{a.Forenames} {a.LegalSurname}".Trim(), a.DateOfBirth, a.RequestReceivedOn, Why(a.SameNumber, a.SameUpn, a.SameName)))]) { Elsewhere = isOpen && db.Scope.Kind == ScopeKind.DcoService ? await ElsewhereAsync(assessment, ct) : [] };
    }

    // two authorities do not see each other's cases, so nobody else can say that one child has two clocks
    private async Task<IReadOnlyList<(string Reference, string Authority)>> ElsewhereAsync(Assessment assessment, CancellationToken ct)
    {
        var (authority, number, key, postcode) = (assessment.LocalAuthorityId, assessment.ChildNhsNumber, assessment.ChildMatchKey, assessment.Child.Postcode);
        var found = await (from a in db.Assessments.AsNoTracking()
                           join la in db.LocalAuthorities on a.LocalAuthorityId equals la.Id
                           where a.LocalAuthorityId != authority && a.Outcome == null && ((number != null && a.ChildNhsNumber == number) || (a.ChildMatchKey == key && (postcode == null || a.Child.Postcode == null || a.Child.Postcode == postcode)))
                           orderby a.Reference
                           select new { a.Reference, la.Name }).Take(Most).ToListAsync(ct);
        return found.ConvertAll(a => (a.Reference, a.Name));
    }

    private static string Why(bool number, bool upn, bool name)
    {
        string[] same = [.. new[] { number ? "NHS number" : null, upn ? "UPN" : null, name ? "name and date of birth" : null }.OfType<string>()];
        return same.Length == 0 ? Notifications.DuplicateQuery.TheOtherWayRound : $"Same {string.Join(", ", same[..^1])}{(same.Length > 1 ? " and " : "")}{same[^1]}";
    }
}
