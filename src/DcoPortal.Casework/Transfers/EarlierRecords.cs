using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Transfers;

/// <summary>A request of an earlier record that a service still answers.</summary>
/// <param name="Reference">That record.</param>
/// <param name="Service">Who answers.</param>
public sealed record StillAnswered(string Reference, string Service);

/// <summary>
/// The records that a case moved from: what they asked of health goes on there, so a wish of the family that is recorded where the
/// case is now counts there too. Nobody there can record it any more.
/// </summary>
public sealed class EarlierRecords(PortalDb db, PortalDbFactory databases, AuditTrail audit, AssessmentEmails emails, UkClock clock)
{
    private const int MostSteps = 100;

    /// <summary>Takes the wish over, in the caller's save, and puts what is open there before its DCO service, which is told when something is.</summary>
    /// <param name="assessment">The case, with the wish.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WishedAsync(Assessment assessment, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        foreach (var id in await BeforeAsync(all, assessment.Id, ct)) { await TakeOverAsync(all, id, assessment.Family.Wish, ct); }
    }

    /// <summary>What services still answer there: they do not see what is added where the case is now.</summary>
    /// <param name="assessmentId">Where the case is now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<StillAnswered>> StillAnsweredAsync(Guid assessmentId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var before = await BeforeAsync(all, assessmentId, ct);
        if (before.Count == 0) { return []; }
        return await (
            from r in all.AdviceRequests.AsNoTracking().WithSomebody()
            where before.Contains(r.AssessmentId)
            join a in all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]) on r.AssessmentId equals a.Id
            join s in all.Services on r.ServiceId equals s.Id
            orderby r.Id
            select new StillAnswered(a.Reference, s.DistinctName)).ToListAsync(ct);
    }

    private static async Task<List<Guid>> BeforeAsync(PortalDb all, Guid at, CancellationToken ct)
    {
        List<Guid> before = [];
        while (before.Count < MostSteps && await all.CaseTransfers.AsNoTracking().SingleOrDefaultAsync(t => t.ToId == at && t.State == TransferState.Taken, ct) is { } moved)
        {
            at = moved.FromId;
            before.Add(at);
        }
        return before;
    }

    private async Task TakeOverAsync(PortalDb all, Guid id, SharingWish wish, CancellationToken ct)
    {
        if (await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } record || record.Family.Wish == wish) { return; }
        var (before, replaced) = (record.Family.Wish, record.Version);
        db.Attach(record);
        record.ChangeSharing(wish);
        audit.Record(new SharingWishChanged(record.Keys, SharingWords.Of(before), SharingWords.Of(wish), SharingWords.Said(wish) ?? ""));
        var open = await all.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == id).SeenByService().ToListAsync(ct);
        if (open.Count == 0) { return; }
        var doubts = SharingWishes.Doubts(wish.DoNotShareWith, await AskableDirectoryQuery.OfBoardAsync(all, record.IcbId, ct), clock.Today);
        foreach (var request in open)
        {
            db.Attach(request);
            request.DoubtSharing(doubts(request), clock.UtcNow);
        }
        if (open.TrueForAll(r => r.SharingDoubtUtc is null)) { return; }
        var parties = await CaseParties.LoadAsync(all, record.LocalAuthorityId, record.IcbId, ct);
        emails.SharingChanged(record, parties.Dco.Inbox, parties.AuthorityName, replaced);
    }
}
