using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.Assessments;

/// <summary>Another record that a correction would make look like this child's, or this child's like another's: somebody has to look.</summary>
/// <param name="Words">What is the same and what differs, in a sentence.</param>
/// <param name="Reference">The other assessment, or null where it is another authority's, of which nothing else is told.</param>
public sealed record DetailConflict(string Words, string? Reference);

/// <summary>Finds numbers and names that a correction would give to two children.</summary>
public sealed class DetailConflictsQuery(PortalDb db, KnownElsewhereQuery elsewhere)
{
    private const int Most = 5;

    /// <summary>What to look at before the correction is made; nothing that was so before it.</summary>
    public async Task<IReadOnlyList<DetailConflict>> FindAsync(Assessment assessment, CaseDetails right, CancellationToken ct)
    {
        var (was, child, key) = (assessment.Child, right.Child, right.Child.MatchKey);
        List<DetailConflict> conflicts = [];
        if (child.NhsNumber is { } number && (number != was.NhsNumber || key != was.MatchKey))
        {
            conflicts.AddRange((await db.Assessments.Where(a => a.Id != assessment.Id && a.Outcome != AssessmentOutcome.OtherBoard && a.ChildNhsNumber == number && a.ChildMatchKey != key && a.ChildMatchKey != was.MatchKey)
                .OrderBy(a => a.Reference).Select(a => a.Reference).Take(Most).ToListAsync(ct)).Select(r => new DetailConflict("The NHS number is recorded for a child with another name or date of birth", r)));
            if (number != was.NhsNumber && await elsewhere.IsNumberOfAnotherAsync(assessment.Keys, number, key, ct)) { conflicts.Add(new("Another local authority has recorded this NHS number for a child with another name or date of birth", null)); }
        }
        if (child.NhsNumber is { } same && same != was.NhsNumber)
        {
            conflicts.AddRange((await db.Assessments.Where(a => a.Id != assessment.Id && a.Outcome != AssessmentOutcome.OtherBoard && a.ChildNhsNumber == same && a.ChildMatchKey == key
                    && !db.CaseTies.Any(t => t.Kind != TieKind.OtherChild && ((t.AssessmentId == assessment.Id && t.OtherId == a.Id) || (t.AssessmentId == a.Id && t.OtherId == assessment.Id))))
                .OrderBy(a => a.Reference).Select(a => a.Reference).Take(Most).ToListAsync(ct)).Select(r => new DetailConflict("The same NHS number, name and date of birth are recorded in another case. If it is one child, say so under Same child, whatever was said before", r)));
        }
        if (child.Upn is { } upn && (upn != was.Upn || key != was.MatchKey))
        {
            conflicts.AddRange((await db.Assessments.Where(a => a.Id != assessment.Id && a.Outcome != AssessmentOutcome.OtherBoard && a.ChildUpn == upn && a.ChildMatchKey != key && a.ChildMatchKey != was.MatchKey)
                .OrderBy(a => a.Reference).Select(a => a.Reference).Take(Most).ToListAsync(ct)).Select(r => new DetailConflict("The UPN is recorded for a child with another name or date of birth", r)));
            if (upn != was.Upn && await elsewhere.IsUpnOfAnotherAsync(assessment.Keys, upn, key, ct)) { conflicts.Add(new("Another local authority has recorded this UPN for a child with another name or date of birth", null)); }
        }
        if (key != was.MatchKey)
        {
            conflicts.AddRange((await db.Assessments.Where(a => a.Id != assessment.Id && a.Outcome != AssessmentOutcome.OtherBoard && a.ChildMatchKey == key && a.ChildNhsNumber != child.NhsNumber)
                .OrderBy(a => a.Reference).Select(a => a.Reference).Take(Most).ToListAsync(ct)).Select(r => new DetailConflict("A child with this name and date of birth is recorded with another NHS number, or none", r)));
        }
        return [.. conflicts, .. await NowAlikeAsync(assessment, child, [.. conflicts.Select(c => c.Reference)], ct)];
    }

    // a name, birth date or postcode that is put right may show that another case is this child's
    private async Task<IEnumerable<DetailConflict>> NowAlikeAsync(Assessment assessment, ChildOrYoungPerson child, IReadOnlyList<string?> said, CancellationToken ct)
    {
        var (id, authority, before, now) = (assessment.Id, assessment.LocalAuthorityId, ChildKeys.Of(assessment.Child), ChildKeys.Of(child) with { FormerNames = assessment.Child.FormerNames });
        if (now == before) { return []; }
        var found = await db.Assessments.Where(a => a.Id != id && a.LocalAuthorityId == authority && a.Outcome != AssessmentOutcome.OtherBoard
            && !db.CaseTies.Any(t => (t.AssessmentId == id && t.OtherId == a.Id) || (t.OtherId == id && t.AssessmentId == a.Id))).LikeAsync(child, assessment.RequestReceivedOn, ct);
        return found.Where(f => !said.Contains(f.Case.Reference) && IsNews(f, before, now, f.Case.RequestReceivedOn == assessment.RequestReceivedOn)).Take(Most).Select(f => new DetailConflict(f.Likeness.Why, f.Case.Reference));
    }

    private static bool IsNews(LikeCase found, ChildKeys before, ChildKeys now, bool onOneDay) => ChildLikeness.Between(before, found.Case.Child, onOneDay) is not { } was
        ? found.Likeness.Kind != LikenessKind.Twin || !ChildLikeness.AreApart(now, found.Case.Child)
        : was.Kind == LikenessKind.Twin && found.Likeness.Kind != LikenessKind.Twin;
}
