using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Requests;

/// <summary>A linked case of the same child that has another wish about sharing.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Wish">What it says, in words.</param>
/// <param name="DoNotShareWith">Whom it excludes, or null.</param>
public sealed record LinkedWish(string Reference, string Wish, string? DoNotShareWith);

/// <summary>Reads which linked cases of a child say something else about sharing: a wish is the family's, and each case keeps its own.</summary>
public sealed class LinkedWishesQuery(PortalDb db)
{
    /// <summary>Those that are open and say something else of whom to leave out, or whether the family agrees.</summary>
    public async Task<IReadOnlyList<LinkedWish>> OfAsync(Assessment assessment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var linked = await db.CaseTies.AsNoTracking().Where(t => t.Kind == TieKind.SameChild && (t.AssessmentId == assessment.Id || t.OtherId == assessment.Id))
            .Select(t => t.AssessmentId == assessment.Id ? t.OtherId : t.AssessmentId).ToListAsync(ct);
        if (linked.Count == 0) { return []; }
        var others = await db.Assessments.AsNoTracking().Where(a => linked.Contains(a.Id) && a.Outcome == null).OrderBy(a => a.Reference).ToListAsync(ct);
        var (agreement, without) = (assessment.Family.Sharing, assessment.Family.DoNotShareWith);
        return [.. others.Where(a => a.IsOpen && (a.Family.Sharing != agreement || a.Family.DoNotShareWith != without)).Select(a => new LinkedWish(a.Reference, SharingWords.Of(a.Family.Wish), a.Family.DoNotShareWith))];
    }
}
