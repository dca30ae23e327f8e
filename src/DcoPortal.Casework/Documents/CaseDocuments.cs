using DcoPortal.Casework.Documents.Opening;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Documents;

/// <summary>A file that was opened, scanned and stored, and that no row points to yet.</summary>
public sealed record StoredFile(string StorageKey, string FileName, string ContentType, long SizeBytes, string Sha256, string ScanVerdict, bool IsScan = false, string? Mentions = null, string? Notice = null);

/// <summary>The result of an upload: the stored file, or a sentence that says what is wrong with it.</summary>
public sealed record UploadResult(StoredFile? File, string? Problem);

/// <summary>Takes uploads in and makes them documents of a case. Bytes are stored before the row, so that no row points to nothing.</summary>
public sealed class CaseDocuments(PortalDb db, IDocumentStore store, IMalwareScanner scanner, UploadOpening opening, AuditTrail audit, SentBackAnswers sentBack, CurrentPerson person, UkClock clock)
{
    /// <summary>Opens, scans and stores one upload.</summary>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<UploadResult> ReceiveAsync(UploadedFile upload, CancellationToken ct)
    {
        await using var content = upload.OpenReadStream();
        var verdict = await opening.CheckAsync(upload.FileName, upload.Length, content, ct);
        if (!verdict.Accepted) { return new(null, verdict.Problem); }
        content.Position = 0;
        ScanVerdict scanned;
        try { scanned = await scanner.ScanAsync(content, ct); }
        catch (ScannerUnavailableException e) { return new(null, e.Message); }
        if (!scanner.CanOpen(scanned)) { return new(null, $"‘{verdict.FileName}’ contains a virus or other malware, so it was not saved."); }
        content.Position = 0;
        var hash = await DocumentHash.Sha256Async(content, ct);
        content.Position = 0;
        var key = Guid.CreateVersion7().ToString("N");
        await store.SaveAsync(key, content, ct);
        return new(new StoredFile(key, verdict.FileName, verdict.ContentType, upload.Length, hash, scanned.ToString(), verdict.IsScan, verdict.Mentions, verdict.Notice), null);
    }

    /// <summary>Adds a stored file to a case, with its fact, in the caller's save.</summary>
    public CaseDocument Add(StoredFile file, CaseKeys keys, Guid? adviceRequestId, CaseDocumentKind kind, EvidenceKind? evidence = null)
    {
        var document = new CaseDocument(keys, adviceRequestId, kind, file.StorageKey)
        {
            Evidence = evidence,
            FileName = file.FileName,
            ContentType = file.ContentType,
            SizeBytes = file.SizeBytes,
            IsScan = file.IsScan,
            Notice = file.Notice,
            Mentions = file.Mentions,
            Sha256 = file.Sha256,
            ScanVerdict = file.ScanVerdict,
            UploadedByName = person.Actor.Name,
            UploadedUtc = clock.UtcNow,
        };
        db.Documents.Add(document);
        audit.Record(new DocumentUploaded(keys, document.Id, adviceRequestId, file.SizeBytes, file.Sha256));
        return document;
    }

    /// <summary>A document in the person's scope that may be opened; null when there is none, it was removed, or the scanner has not passed it. The DCO service still opens what was removed after it had sent it back.</summary>
    public async Task<CaseDocument?> FindAsync(Guid id, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id, ct);
        if (document?.RemovedUtc is not null && !await sentBack.ShowsAsync(document, ct)) { return null; }
        return document is not null && Enum.TryParse<ScanVerdict>(document.ScanVerdict, out var verdict) && scanner.CanOpen(verdict) ? document : null;
    }

    /// <summary>The case that a document is of. A service that no longer sees the case, because its request is closed, still opens what it had put there: its request says which case that is.</summary>
    public async Task<CaseKeys> CaseOfAsync(CaseDocument document, CancellationToken ct) => new(document.AssessmentId,
        await db.Assessments.Where(a => a.Id == document.AssessmentId).Select(a => a.Reference).SingleOrDefaultAsync(ct)
            ?? await db.AdviceRequests.Where(r => r.Id == document.AdviceRequestId).Select(r => r.AssessmentReference).SingleAsync(ct), document.LocalAuthorityId, document.IcbId);

    /// <summary>Opens a document's bytes. The caller has found its row under the person's scope, and disposes the stream.</summary>
    /// <exception cref="DocumentStoreUnavailableException">The store is away.</exception>
    public Task<Stream> OpenAsync(CaseDocument document, CancellationToken ct) => store.OpenAsync(document.StorageKey, ct);

    /// <summary>Throws away a stored file that never became a document.</summary>
    public Task DiscardAsync(StoredFile file, CancellationToken ct) => store.DeleteAsync(file.StorageKey, ct);
}
