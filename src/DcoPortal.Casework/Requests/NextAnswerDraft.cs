namespace DcoPortal.Casework.Requests;

/// <summary>
/// The text and the papers that a service works on for its next answer: what they begin with, what leaves them with a withdrawal, and
/// comes back when that is taken back. What somebody wrote is never cut: a part goes whole and unchanged, or stays.
/// </summary>
public sealed class NextAnswerDraft(PortalDb db, AuditTrail audit, UkClock clock)
{
    /// <summary>Begins it in the caller's save, at the instant of the asking, so that what is changed since is known: a new version with the text and the papers of the version that stands, an addendum with nothing. What was begun before and never sent stays in it.</summary>
    public async Task BeginAsync(AdviceRequest request, AnswerKind kind, bool isBegun, DateTime utc, CancellationToken ct)
    {
        var left = await PapersAsync(request, ct);
        if (!isBegun) { Remove(request, left, utc); }
        var answers = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == request.Id).ToListAsync(ct);
        var stands = kind == AnswerKind.Addendum ? null : AdviceRequest.ToUse(answers);
        if (await TextAsync(request, ct) is { } draft)
        {
            if (!isBegun) { draft.StartFrom(stands, utc); }
            else if (stands is not null) { draft.GoOnFrom(stands, utc); }
        }
        if (stands is not null) { await CarryOverAsync(request, stands, isBegun ? left : [], ct); }
    }

    /// <summary>Takes out, in the caller's save, what a withdrawal lets nobody read. An answer that is submitted keeps its text, which is the service's word; one that is begun keeps every part that was written in.</summary>
    /// <param name="request">The request, before anything else is asked.</param>
    /// <param name="withdrawal">The withdrawal.</param>
    /// <param name="answers">What was returned for it, as it stands in this save.</param>
    /// <param name="documents">The documents returned for it, as they stand in this save.</param>
    /// <param name="ct">Cancels.</param>
    public async Task LeaveOutAsync(AdviceRequest request, Withdrawal withdrawal, IReadOnlyList<ReturnedAnswer> answers, IReadOnlyList<CaseDocument> documents, CancellationToken ct)
    {
        var isForbidden = withdrawal.Reason.IsForbidden();
        var answer = answers.Single(a => a.Id == withdrawal.AnswerId);
        // only a new version began as the answer: an addendum is all its writer's own
        var mayHoldIt = request.Stage == RequestStage.Returned || (request.Stage == RequestStage.Reopened && isForbidden && request.NextAnswer == AnswerKind.Version);
        if (answer.WithdrawnUtc is not null && mayHoldIt && await TextAsync(request, ct) is { } draft) { draft.LeaveOut(answer, answers.Where(a => a.WithdrawnUtc is null), clock.UtcNow); }
        if (!isForbidden) { return; }
        // what colleagues had written before may be the same words
        if (answer.WithdrawnUtc is not null) { (await TextAsync(request, ct))?.ForgetOthers(); }
        // the same file that stands in another answer is no secret of this one
        var stand = documents.Where(d => d.WithdrawnUtc is null).Select(d => d.Sha256).ToHashSet();
        var gone = documents.Where(d => d.WithdrawnUtc == withdrawal.WithdrawnUtc && !stand.Contains(d.Sha256)).Select(d => d.Sha256).ToHashSet();
        Remove(request, (await PapersAsync(request, ct)).Where(d => gone.Contains(d.Sha256)), withdrawal.WithdrawnUtc);
    }

    /// <summary>Puts back, in the caller's save, what left with a withdrawal that is taken back: also into an answer that waits to be checked.</summary>
    /// <param name="request">The request, with the answer restored and what is asked of it as it will be.</param>
    /// <param name="withdrawal">The withdrawal.</param>
    /// <param name="answers">What was returned for it, as it stands in this save.</param>
    /// <param name="isBegunSince">Whether it was begun after the withdrawal, without what stands again now.</param>
    /// <param name="ct">Cancels.</param>
    public async Task PutBackAsync(AdviceRequest request, Withdrawal withdrawal, IReadOnlyList<ReturnedAnswer> answers, bool isBegunSince, CancellationToken ct)
    {
        var there = await PapersAsync(request, ct);
        var left = await db.Documents.Where(d => d.AdviceRequestId == request.Id && d.ReturnedUtc == null && d.RemovedUtc == withdrawal.WithdrawnUtc).ToListAsync(ct);
        foreach (var paper in left.Where(d => there.TrueForAll(t => t.Sha256 != d.Sha256)))
        {
            paper.RemovedUtc = null;
            audit.Record(new DocumentUploaded(request.Keys, paper.Id, request.Id, paper.SizeBytes, paper.Sha256));
        }
        if (request.Stage != RequestStage.Reopened || request.NextAnswer != AnswerKind.Version || AdviceRequest.ToUse(answers) is not { } stands || stands.Id != withdrawal.AnswerId) { return; }
        if (await TextAsync(request, ct) is { } draft) { draft.FillFrom(stands, clock.UtcNow); }
        // it takes the place of the answer that stands again
        if (isBegunSince) { await CarryOverAsync(request, stands, [.. there, .. left], ct); }
    }

    private Task<AdviceResponse?> TextAsync(AdviceRequest request, CancellationToken ct) => db.AdviceResponses.SingleOrDefaultAsync(r => r.Id == request.Id, ct);

    // some may have been removed in the save that is under way
    private async Task<List<CaseDocument>> PapersAsync(AdviceRequest request, CancellationToken ct) =>
        (await db.Documents.Where(d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null).ToListAsync(ct)).FindAll(d => d.RemovedUtc is null);

    private void Remove(AdviceRequest request, IEnumerable<CaseDocument> documents, DateTime utc)
    {
        foreach (var document in documents)
        {
            document.RemovedUtc = utc;
            audit.Record(new DocumentRemoved(request.Keys, document.Id, request.Id));
        }
    }

    // the papers that stand go along with the text, and can be removed like any other
    private async Task CarryOverAsync(AdviceRequest request, ReturnedAnswer stands, IEnumerable<CaseDocument> there, CancellationToken ct)
    {
        var known = there.Select(d => d.Sha256).ToHashSet();
        var papers = await db.Documents.Where(d => d.ReturnedAnswerId == stands.Id && d.RemovedUtc == null).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).ToListAsync(ct);
        // those withdrawn in this very save are not saved as such yet
        foreach (var copy in papers.Where(d => d.WithdrawnUtc is null && !known.Contains(d.Sha256)).Select(d => d.CarriedOver()))
        {
            db.Documents.Add(copy);
            audit.Record(new DocumentUploaded(request.Keys, copy.Id, request.Id, copy.SizeBytes, copy.Sha256));
        }
    }
}
