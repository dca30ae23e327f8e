using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The files of a draft, added and removed one by one. A second click changes nothing.</summary>
public sealed class DraftDocuments(DraftStore drafts, CaseDocuments documents)
{
    private const int Most = 40;

    /// <summary>Checks, stores and keeps a file in the draft; the same file sent again, by Back or a reload, is kept once.</summary>
    /// <returns>Why it was refused, in a sentence; null when it is kept.</returns>
    public async Task<string?> AddAsync(Guid draftId, UploadedFile upload, CancellationToken ct)
    {
        var result = await documents.ReceiveAsync(upload, ct);
        if (result.File is not { } stored) { return result.Problem; }
        var isFull = false;
        var draft = await drafts.ChangeAsync(draftId, d =>
        {
            var isThere = d.Documents.Exists(f => f.Sha256 == stored.Sha256 && f.FileName == stored.FileName);
            isFull = !isThere && d.Documents.Count >= Most;
            if (!isThere && !isFull) { d.Documents.Add(stored); }
        }, ct);
        if (draft?.Documents.Exists(f => f.StorageKey == stored.StorageKey) != true) { await documents.DiscardAsync(stored, ct); }
        return isFull ? $"‘{stored.FileName}’ was not added: up to {Most} documents can be sent with a notification" : null;
    }

    /// <summary>Removes a file and its bytes.</summary>
    public async Task RemoveAsync(Guid draftId, string storageKey, CancellationToken ct)
    {
        StoredFile? removed = null;
        await drafts.ChangeAsync(draftId, d =>
        {
            removed = d.Documents.Find(f => f.StorageKey == storageKey);
            d.Documents.RemoveAll(f => f.StorageKey == storageKey);
        }, ct);
        if (removed is not null) { await documents.DiscardAsync(removed, ct); }
    }
}
