using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Requests;

/// <summary>Another case of the same child that has another wish about sharing.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Wish">What it says, in words.</param>
/// <param name="DoNotShareWith">Whom it excludes, or null.</param>
/// <param name="IsLinked">Whether somebody has said that it is the same child, and it is open; else it looks like it, or has ended.</param>
public sealed record LinkedWish(string Reference, string Wish, string? DoNotShareWith, bool IsLinked = true);

/// <summary>Reads which other cases of a child say something else about sharing: a wish is the family's, and each case keeps its own.</summary>
public sealed class LinkedWishesQuery(PortalDb db)
{
    /// <summary>
    /// The linked ones that are open and say something else of whom to leave out, or whether the family agrees. Those too that have ended, or
    /// that look like this child's and nobody has compared, where they exclude somebody whom this one does not: until the family has said something here, or a person has looked, it counts.
    /// </summary>
    public async Task<IReadOnlyList<LinkedWish>> OfAsync(Assessment assessment, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var (linked, known) = await TiesAsync(assessment.Id, ct);
        var others = await Alike(assessment, linked, known).Where(a => linked.Contains(a.Id) || a.Family.DoNotShareWith != null).OrderBy(a => a.Reference).ToListAsync(ct);
        others = [.. others.Concat((await Near(assessment, known).Where(a => a.Family.DoNotShareWith != null).ToListAsync(ct)).Where(a => IsWrittenOtherwise(assessment, a))).DistinctBy(a => a.Id).OrderBy(a => a.Reference, StringComparer.Ordinal)];
        var (agreement, without) = (assessment.Family.Sharing, assessment.Family.DoNotShareWith);
        bool IsLinked(Assessment a) => linked.Contains(a.Id) && a.Outcome is null && a.IsOpen;
        // what the family has said on this case since goes before what it said on one that has ended
        var isSaidHere = assessment.Family.SharingSaidBy is not null;
        return [.. others.Where(a => IsLinked(a) ? a.Family.Sharing != agreement || a.Family.DoNotShareWith != without : (a.IsOpen || !isSaidHere) && SharingWords.IsNew(a.Family.DoNotShareWith, without))
            .Select(a => new LinkedWish(a.Reference, SharingWords.Of(a.Family.Wish), a.Family.DoNotShareWith, IsLinked(a)))];
    }

    /// <summary>The other open cases for which this one's wish counts: those whose reader would find it by <see cref="OfAsync"/>.</summary>
    /// <param name="assessment">The case.</param>
    /// <param name="linkedNow">A case that the caller's save links with it, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<Guid>> WhereItCountsAsync(Assessment assessment, Guid? linkedNow, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        var (linked, known) = await TiesAsync(assessment.Id, ct);
        if (linkedNow is { } now) { (linked, known) = ([.. linked, now], known.FindAll(id => id != now)); }
        var others = await Alike(assessment, linked, known).Where(a => a.Outcome == null).ToListAsync(ct);
        others = [.. others.Concat((await Near(assessment, known).Where(a => a.Outcome == null).ToListAsync(ct)).Where(a => IsWrittenOtherwise(a, assessment))).DistinctBy(a => a.Id)];
        return [.. others.Where(a => a.IsOpen && (assessment.IsOpen || a.Family.SharingSaidBy is null) && SharingWords.IsNew(assessment.Family.DoNotShareWith, a.Family.DoNotShareWith)).Select(a => a.Id)];
    }

    private async Task<(List<Guid> Linked, List<Guid> Known)> TiesAsync(Guid id, CancellationToken ct)
    {
        var ties = await db.CaseTies.AsNoTracking().Where(t => t.AssessmentId == id || t.OtherId == id).ToListAsync(ct);
        List<Guid> Others(Func<CaseTie, bool> of) => [.. ties.Where(of).Select(t => t.AssessmentId == id ? t.OtherId : t.AssessmentId)];
        return (Others(t => t.Kind == TieKind.SameChild), Others(t => t.Kind != TieKind.SameChild));
    }

    private IQueryable<Assessment> Alike(Assessment assessment, List<Guid> linked, List<Guid> known)
    {
        var (id, like, number, upn) = (assessment.Id, assessment.Child.LikeKeys, assessment.ChildNhsNumber, assessment.ChildUpn);
        return db.Assessments.AsNoTracking().Where(a => a.Id != id && !known.Contains(a.Id)
            && (linked.Contains(a.Id) || (number != null && a.ChildNhsNumber == number) || (upn != null && a.ChildUpn == upn) || (like.Contains(a.ChildMatchKey) && (number == null || a.ChildNhsNumber == null))));
    }

    // those of the authority whose birthday is this child's, or is easily written for it
    private IQueryable<Assessment> Near(Assessment assessment, List<Guid> known)
    {
        var (id, authority) = (assessment.Id, assessment.LocalAuthorityId);
        List<DateOnly> born = [assessment.Child.DateOfBirth, .. BirthDays.Near(assessment.Child.DateOfBirth)];
        return db.Assessments.AsNoTracking().Where(a => a.LocalAuthorityId == authority && born.Contains(a.Child.DateOfBirth) && a.Id != id && !known.Contains(a.Id));
    }

    // the other is of this child under a former name, or of a child who was called so before, or who is written so that a person must look; not of who may be a twin
    private static bool IsWrittenOtherwise(Assessment one, Assessment other)
    {
        var (here, there) = (ChildKeys.Of(one.Child), ChildKeys.Of(other.Child));
        return ChildLikeness.RecordedBefore(here, there) is not null
            || (!ChildLikeness.AreApart(here, there) && ChildLikeness.ToLookAt(here, there, false) is { Kind: not LikenessKind.Twin });
    }
}
