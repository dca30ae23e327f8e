using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Casework.Requests;

/// <summary>Adds documents to an answer, and removes them until the answer is submitted.</summary>
public sealed class AdviceDocumentsHandler(PortalDb db, Change change, DocumentIntake intake, AuditTrail audit, UkClock clock)
{
    /// <summary>Stores each good file; a bad one does not stop the others. The same bytes are kept once.</summary>
    /// <returns>Refused when the request has been answered or closed.</returns>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<Outcome<FilesReceived>> AddAsync(Guid id, IReadOnlyList<UploadedFile> files, CancellationToken ct)
    {
        var found = await OpenRequestAsync(id, ct);
        if (found.Value is not { } request) { return found.Of; }
        return await intake.AddAsync(request.Keys, id, CaseDocumentKind.Advice, null, files, ct);
    }

    /// <summary>Removes a document from the answer. A second click changes nothing.</summary>
    /// <returns>The document's name; refused when the request has been answered or closed.</returns>
    public Task<Outcome<string>> RemoveAsync(Guid id, Guid documentId, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        var found = await OpenRequestAsync(id, ct);
        if (found.Value is not { } request) { return found.Of; }
        var document = await db.Documents.SingleOrDefaultAsync(d => d.Id == documentId && d.AdviceRequestId == id && d.Kind == CaseDocumentKind.Advice && d.ReturnedUtc == null, ct);
        if (document is null) { return Outcome.NotFound; }
        if (document.RemovedUtc is not null) { return Outcome.Already.With(document.FileName); }
        document.RemovedUtc = clock.UtcNow;
        audit.Record(new DocumentRemoved(request.Keys, document.Id, id));
        return document.FileName;
    }, ct);

    private async Task<Outcome<AdviceRequest>> OpenRequestAsync(Guid id, CancellationToken ct)
    {
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        return request.Stage.IsToAnswer() ? request : Outcome.Refused("This request has already been answered or closed, so its documents cannot be changed.");
    }
}
