using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Assessments;

/// <summary>The wish to record.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Wish">What the family wishes.</param>
/// <param name="Version">The assessment as the person saw it.</param>
/// <param name="ReplacesLater">Whether it counts although something else was said after it.</param>
public sealed record WishToRecord(string Reference, SharingWish Wish, Guid Version, bool ReplacesLater = false);

/// <summary>
/// Records what a family wishes about sharing. It takes effect at once: each open request that may go to somebody whom the family
/// excludes now is put before the DCO service, to stop or to keep, and is not reminded of until then.
/// </summary>
public sealed class ChangeSharingHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, OtherSide otherSide, CaseOnItsWay onItsWay, AskableDirectoryQuery directories, EarlierRecords earlier, UkClock clock)
{
    /// <summary>Records the wish. The same wish again changes nothing.</summary>
    /// <returns>How many open requests the DCO service has to look at; refused when something else was said after it, unless the person says that it counts all the same.</returns>
    public Task<Outcome<int>> HandleAsync(WishToRecord wish, CancellationToken ct) => change.MakeAsync<int>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == wish.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var before = assessment.Family.Wish;
        if (before == wish.Wish) { return Outcome.Already; }
        if (assessment.Version != wish.Version) { return Outcome.ChangedMeanwhile; }
        if (wish.Wish.SaidOn < before.SaidOn && !wish.ReplacesLater) { return Outcome.Refused($"Something later stands: {SharingWords.Of(before)} ({SharingWords.Said(before)}). It counts until you say that this replaces it", nameof(WishToRecord.ReplacesLater)); }
        if (await onItsWay.AddingAsync(assessment.Id, ct) is { } taken) { return taken; }
        assessment.ChangeSharing(wish.Wish);
        audit.Record(new SharingWishChanged(assessment.Keys, SharingWords.Of(before), SharingWords.Of(wish.Wish), SharingWords.Said(wish.Wish) ?? ""));
        var doubtful = await DoubtAsync(assessment, ct);
        await earlier.WishedAsync(assessment, ct);
        await TellAsync(assessment, wish.Version, ct);
        return doubtful;
    }, ct);

    private async Task<int> DoubtAsync(Assessment assessment, CancellationToken ct)
    {
        var open = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).WithSomebody().ToListAsync(ct);
        if (open.Count == 0) { return 0; }
        var doubts = SharingWishes.Doubts(assessment.Family.DoNotShareWith, await directories.LoadAsync(ct), clock.Today);
        foreach (var request in open) { request.DoubtSharing(doubts(request), clock.UtcNow); }
        return open.Count(r => r.SharingDoubtUtc is not null);
    }

    private async Task TellAsync(Assessment assessment, Guid replaced, CancellationToken ct)
    {
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        emails.SharingChanged(assessment, to, by, replaced);
    }
}
