using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Requests;

/// <summary>What was returned.</summary>
/// <param name="Returned">How many now.</param>
/// <param name="Late">How many of them late.</param>
/// <param name="Lapsed">How many the assessment had ended for before they fell due.</param>
/// <param name="EndedOn">The day on which it ended, or null (Europe/London).</param>
public sealed record ReturnAdviceResult(int Returned, int Late, int Lapsed = 0, DateOnly? EndedOn = null);

/// <summary>Returns accepted answers to the authority, which sees them from then on: health has met its duty.</summary>
public sealed class ReturnAdviceHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, FollowingAnswers following, UkClock clock)
{
    /// <summary>Returns those of the chosen answers that can be returned. A second click changes nothing.</summary>
    public Task<Outcome<ReturnAdviceResult>> HandleAsync(string reference, IReadOnlyCollection<Guid> requestIds, CancellationToken ct) => change.MakeAsync<ReturnAdviceResult>(async () =>
    {
        if (!await db.Assessments.AnyAsync(a => a.Reference == reference, ct)) { return Outcome.NotFound; }
        var requests = await db.AdviceRequests.Where(r => r.AssessmentReference == reference && requestIds.Contains(r.Id)
            && r.Stage == RequestStage.ToReturn).ToListAsync(ct);
        if (requests.Count == 0) { return Outcome.Already; }
        // a new version is not late: health complied with the first, in time or not
        var first = requests.FindAll(r => r.ReturnedOn is null);
        await ReturnInThisSaveAsync(requests, ct);
        return new ReturnAdviceResult(requests.Count, first.Count(r => r.Deadline.Status(clock.Today, r.ReturnedOn) == RagStatus.DoneLate), first.Count(r => r.LapsedOn is not null), first.Find(r => r.LapsedOn is not null)?.LapsedOn);
    }, ct);

    /// <summary>Returns accepted requests of one assessment in the caller's save.</summary>
    internal async Task ReturnInThisSaveAsync(IReadOnlyList<AdviceRequest> requests, CancellationToken ct)
    {
        List<Guid> ids = [.. requests.Select(r => r.Id)];
        var written = await db.AdviceResponses.Where(x => ids.Contains(x.Id)).ToDictionaryAsync(x => x.Id, ct);
        var documents = await db.Documents.Where(d => d.AdviceRequestId != null && ids.Contains(d.AdviceRequestId.Value)
            && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null).ToListAsync(ct);
        foreach (var request in requests)
        {
            if (request.ReturnToAuthority(written.GetValueOrDefault(request.Id), documents.Where(d => d.AdviceRequestId == request.Id), clock.UtcNow, clock.Today) is { } returned) { audit.Record(returned); }
        }
        foreach (var request in requests.Where(r => r is { NilReason: ReplyCode.WrongService, NextAnswer: AnswerKind.Version })) { await SuggestedInstead.NameOfAnswerAsync(db, request, audit, ct); }
        await following.ReturnedAsync(requests, documents, ct);
        await AnnounceAsync(requests, ids, ct);
    }

    private async Task AnnounceAsync(IReadOnlyList<AdviceRequest> requests, List<Guid> ids, CancellationToken ct)
    {
        var assessment = requests[0].AssessmentId;
        var before = await db.AdviceRequests.CountAsync(r => r.AssessmentId == assessment && r.AnswerStands && !ids.Contains(r.Id), ct);
        await emails.QueueReturnedAsync(requests, before + requests.Count, await directories.LoadAsync(ct), ct);
    }
}
