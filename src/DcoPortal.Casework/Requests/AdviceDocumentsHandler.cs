using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>What came of an upload of several files: the names added, and a sentence for each that was not.</summary>
public sealed record FilesReceived(IReadOnlyList<string> Added, IReadOnlyList<string> Problems);

/// <summary>Adds documents to an answer, and takes them out again until it is submitted.</summary>
public sealed class AdviceDocumentsHandler(PortalDb db, CaseDocuments documents, AuditTrail audit, UkClock clock)
{
    /// <summary>Stores each good file; a bad one does not stop the others. The same bytes are kept once.</summary>
    /// <returns>Null when there is no such request in scope.</returns>
    /// <exception cref="DomainRuleException">The request has been answered or closed.</exception>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<FilesReceived?> AddAsync(Guid id, IReadOnlyList<UploadedFile> files, CancellationToken ct)
    {
        if (await OpenRequestAsync(id, ct) is not { } request) { return null; }
        var known = await db.Documents.Where(d => d.AdviceRequestId == id && d.RemovedUtc == null).ToDictionaryAsync(d => d.Id, d => (d.Sha256, d.FileName), ct);
        List<string> added = [], problems = [];
        foreach (var file in files)
        {
            var (stored, problem) = await documents.ReceiveAsync(file, ct);
            if (stored is null)
            {
                problems.Add(problem!);
                continue;
            }
            if (known.Values.FirstOrDefault(k => k.Sha256 == stored.Sha256) is { FileName: { } same })
            {
                await documents.DiscardAsync(stored, ct);
                problems.Add($"The selected file ‘{stored.FileName}’ is already uploaded{(same == stored.FileName ? "" : $" as ‘{same}’")}, so it was not added again");
                continue;
            }
            var document = documents.Add(stored, request.Keys, id, CaseDocumentKind.Advice);
            try { await db.SaveChangesAsync(ct); }
            catch
            {
                await documents.DiscardAsync(stored, CancellationToken.None);
                throw;
            }
            known.Add(document.Id, (stored.Sha256, stored.FileName));
            added.Add(stored.FileName);
        }
        return new(added, problems);
    }

    /// <summary>Takes a document out. Taking it out twice changes nothing.</summary>
    /// <returns>Its name, or null when there is none to take out.</returns>
    /// <exception cref="DomainRuleException">The request has been answered or closed.</exception>
    public async Task<string?> RemoveAsync(Guid id, Guid documentId, CancellationToken ct)
    {
        if (await OpenRequestAsync(id, ct) is not { } request) { return null; }
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.AdviceRequestId == id && d.Kind == CaseDocumentKind.Advice, ct);
        if (document is null) { return null; }
        if (document.RemovedUtc is null)
        {
            document.RemovedUtc = clock.UtcNow;
            audit.Record(new DocumentRemoved(request.Keys, document.Id, id));
            await db.SaveChangesAsync(ct);
        }
        return document.FileName;
    }

    private async Task<AdviceRequest?> OpenRequestAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        return request is null || request.Stage.IsOutstanding() ? request
            : throw new DomainRuleException("This request has already been answered or closed, so its documents cannot be changed.");
    }
}
