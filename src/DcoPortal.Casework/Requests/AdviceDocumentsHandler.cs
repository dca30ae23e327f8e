using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Requests;

/// <summary>What an upload of several files did: the names added, and a sentence for each file that was refused.</summary>
public sealed record FilesReceived(IReadOnlyList<string> Added, IReadOnlyList<string> Problems);

/// <summary>Adds documents to an answer, and removes them until the answer is submitted.</summary>
public sealed class AdviceDocumentsHandler(PortalDb db, Change change, CaseDocuments documents, AuditTrail audit, UkClock clock)
{
    /// <summary>Stores each good file; a bad one does not stop the others. The same bytes are kept once.</summary>
    /// <returns>Refused when the request has been answered or closed.</returns>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<Outcome<FilesReceived>> AddAsync(Guid id, IReadOnlyList<UploadedFile> files, CancellationToken ct)
    {
        var found = await OpenRequestAsync(id, ct);
        if (found.Value is not { } request) { return found.Of; }
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
                problems.Add($"‘{stored.FileName}’ is already uploaded{(same == stored.FileName ? "" : $" as ‘{same}’")}, so it was not added again");
                continue;
            }
            var kept = await KeepAsync(request, stored, ct);
            if (!kept.Stands) { return kept.Of; }
            known.Add(kept.Value, (stored.Sha256, stored.FileName));
            added.Add(stored.FileName);
        }
        return new FilesReceived(added, problems);
    }

    /// <summary>Removes a document from the answer. A second click changes nothing.</summary>
    /// <returns>The document's name; refused when the request has been answered or closed.</returns>
    public Task<Outcome<string>> RemoveAsync(Guid id, Guid documentId, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        var found = await OpenRequestAsync(id, ct);
        if (found.Value is not { } request) { return found.Of; }
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.AdviceRequestId == id && d.Kind == CaseDocumentKind.Advice, ct);
        if (document is null) { return Outcome.NotFound; }
        if (document.RemovedUtc is not null) { return Outcome.Already.With(document.FileName); }
        document.RemovedUtc = clock.UtcNow;
        audit.Record(new DocumentRemoved(request.Keys, document.Id, id));
        return document.FileName;
    }, ct);

    /// <summary>Records a stored file as a document; a file that cannot be recorded is deleted from the store.</summary>
    private async Task<Outcome<Guid>> KeepAsync(AdviceRequest request, StoredFile stored, CancellationToken ct)
    {
        var isKept = false;
        try
        {
            var kept = await change.MakeAsync<Guid>(() => Task.FromResult<Outcome<Guid>>(documents.Add(stored, request.Keys, request.Id, CaseDocumentKind.Advice).Id), ct);
            isKept = kept.Stands;
            return kept;
        }
        finally
        {
            if (!isKept) { await documents.DiscardAsync(stored, CancellationToken.None); }
        }
    }

    private async Task<Outcome<AdviceRequest>> OpenRequestAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        return request.Stage.IsOutstanding() ? request : Outcome.Refused("This request has already been answered or closed, so its documents cannot be changed.");
    }
}
