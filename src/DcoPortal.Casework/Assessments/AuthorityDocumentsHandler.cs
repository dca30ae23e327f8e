using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Assessments;

/// <summary>A document that nobody may open any more.</summary>
/// <param name="Reference">The case.</param>
/// <param name="FileName">Its name.</param>
/// <param name="Readers">Who had opened or downloaded it, from the audit trail: the name and organisation of each.</param>
/// <param name="IsMine">Whether this person took it out now, not a colleague before.</param>
public sealed record DocumentTakenOut(string Reference, string FileName, IReadOnlyList<string> Readers, bool IsMine = true);

/// <summary>Adds documents of the authority to a case after it was logged, and takes out what should not have been sent.</summary>
public sealed class AuthorityDocumentsHandler(PortalDb db, Change change, DocumentIntake intake, AuditTrail audit, AssessmentEmails emails, HolderNews news, OtherSide otherSide, FollowingAnswers following, PortalDbFactory databases, UkClock clock)
{
    /// <summary>Adds the good files, and tells the other side and whoever has an open request that there is more to read.</summary>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<Outcome<FilesReceived>> AddAsync(string reference, IReadOnlyList<UploadedFile> files, EvidenceKind? evidence, CancellationToken ct)
    {
        var keys = await db.Assessments.AsNoTracking().Where(a => a.Reference == reference).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleOrDefaultAsync(ct);
        if (keys is null) { return Outcome.NotFound; }
        var received = await intake.AddAsync(keys, null, CaseDocumentKind.FromAuthority, evidence, files, ct);
        if (received.Value is { Added.Count: > 0 }) { await TellAsync(reference, ct); }
        return received;
    }

    /// <summary>Takes a document out at once, wherever the case holds the same file (a merge may have brought it a second time): nobody may open it any more. It is kept, with the reason. A second click changes nothing.</summary>
    public Task<Outcome<DocumentTakenOut>> RemoveAsync(Guid documentId, string reason, CancellationToken ct) => change.MakeAsync<DocumentTakenOut>(async () =>
    {
        var found = await (from d in db.Documents join a in db.Assessments on d.AssessmentId equals a.Id where d.Id == documentId && d.Kind == CaseDocumentKind.FromAuthority select new { Document = d, Assessment = a }).SingleOrDefaultAsync(ct);
        if (found is null) { return Outcome.NotFound; }
        var same = await db.Documents.Where(d => d.AssessmentId == found.Assessment.Id && d.Kind == CaseDocumentKind.FromAuthority && d.Sha256 == found.Document.Sha256 && (d.RemovedUtc == null || d.Id == documentId)).OrderBy(d => d.Id).ToListAsync(ct);
        var taken = new DocumentTakenOut(found.Assessment.Reference, found.Document.FileName, await ReadersAsync(same, ct));
        if (found.Document.RemovedUtc is not null) { return Outcome.Already.With(taken with { IsMine = await db.AuditEntries.AnyAsync(e => e.AssessmentId == found.Assessment.Id && e.Fact == nameof(AuthorityDocumentRemoved) && e.Reason == reason.Trim(), ct) }); }
        foreach (var document in same)
        {
            document.RemovedUtc = clock.UtcNow;
            audit.Record(new AuthorityDocumentRemoved(found.Assessment.Keys, document.Id, reason.Trim()));
            await following.TakenOutAsync(document, reason.Trim(), ct);
        }
        return taken;
    }, ct);

    /// <summary>Puts back a document that was taken out: whoever works on the case may open it again, and is told that there is more to read. A second click changes nothing.</summary>
    /// <returns>The name of the file.</returns>
    public async Task<Outcome<(string Reference, string FileName)>> PutBackAsync(string reference, Guid documentId, CancellationToken ct)
    {
        var put = await change.MakeAsync<(string Reference, string FileName)>(async () =>
        {
            var found = await (from d in db.Documents join a in db.Assessments on d.AssessmentId equals a.Id where d.Id == documentId && a.Reference == reference && d.Kind == CaseDocumentKind.FromAuthority select new { Document = d, Assessment = a }).SingleOrDefaultAsync(ct);
            if (found is null) { return Outcome.NotFound; }
            var back = (found.Assessment.Reference, found.Document.FileName);
            if (found.Document.RemovedUtc is null) { return Outcome.Already.With(back); }
            found.Document.RemovedUtc = null;
            audit.Record(new AuthorityDocumentPutBack(found.Assessment.Keys, documentId));
            return back;
        }, ct);
        if (put.Kind == OutcomeKind.Done) { await TellAsync(put.Value.Reference, ct); }
        return put;
    }

    // also where the case went on with another board or authority: whoever opened it there must be told too
    private async Task<IReadOnlyList<string>> ReadersAsync(IReadOnlyList<CaseDocument> documents, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        List<string> stored = [.. documents.Select(d => d.StorageKey)];
        var copies = await all.Documents.Where(d => stored.Contains(d.StorageKey)).Select(d => new { d.Id, d.AssessmentId }).ToListAsync(ct);
        List<string> marks = [.. copies.Select(c => $"Document {c.Id:N}")];
        List<Guid> cases = [.. copies.Select(c => c.AssessmentId).Concat(documents.Select(d => d.AssessmentId)).Distinct()];
        return await all.AuditEntries.Where(e => e.AssessmentId != null && cases.Contains(e.AssessmentId.Value) && e.IsRead && (e.Fact == nameof(DocumentDownloaded) || e.Fact == nameof(DocumentPreviewed)) && marks.Contains(e.After!))
            .Select(e => e.ActorName + ", " + e.ActorOrganisation).Distinct().OrderBy(r => r).Take(50).ToListAsync(ct);
    }

    private Task<Outcome> TellAsync(string reference, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var assessment = await db.Assessments.SingleAsync(a => a.Reference == reference, ct);
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).WithSomebody().ToListAsync(ct);
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        // one email for one upload: the moment tells it from the next
        var moment = Guid.CreateVersion7();
        emails.DetailsCorrected(assessment, to, by, moment);
        await news.TellAsync(assessment, requests, (request, holder) => emails.RequestDetailsCorrected(assessment, request, holder, by, moment), ct);
        return Outcome.Done;
    }, ct);
}
