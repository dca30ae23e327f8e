using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>The files of a draft, added and removed one by one. A second click changes nothing.</summary>
public sealed class DraftDocuments(DraftStore drafts, CaseDocuments documents)
{
    private const int Most = 40;

    /// <summary>Checks, stores and keeps a file in the draft; the same file sent again, by Back or a reload, is kept once.</summary>
    /// <returns>The file as it is in the draft, or why it was refused, in a sentence; neither when there is no such draft.</returns>
    public async Task<(DraftFile? File, string? Problem)> AddAsync(Guid draftId, UploadedFile upload, CancellationToken ct)
    {
        var result = await documents.ReceiveAsync(upload, ct);
        if (result.File is not { } stored) { return (null, result.Problem); }
        var isFull = false;
        var draft = await drafts.ChangeAsync(draftId, d =>
        {
            var isThere = d.Documents.Exists(f => IsSame(f.Stored, stored));
            isFull = !isThere && d.Documents.Count >= Most;
            if (!isThere && !isFull) { d.Documents.Add(new() { Stored = stored, Kind = EvidenceWords.NamedIn(stored.FileName) }); }
        }, ct);
        var kept = draft?.Documents.Find(f => IsSame(f.Stored, stored));
        if (kept?.Stored.StorageKey != stored.StorageKey) { await documents.DiscardAsync(stored, ct); }
        return (kept, isFull ? $"‘{stored.FileName}’ was not added: up to {Most} documents can be sent with a notification" : null);
    }

    /// <summary>Removes a file and its bytes.</summary>
    public async Task RemoveAsync(Guid draftId, string storageKey, CancellationToken ct)
    {
        DraftFile? removed = null;
        await drafts.ChangeAsync(draftId, d =>
        {
            removed = d.Documents.Find(f => f.Stored.StorageKey == storageKey);
            d.Documents.RemoveAll(f => f.Stored.StorageKey == storageKey);
        }, ct);
        if (removed is not null) { await documents.DiscardAsync(removed.Stored, ct); }
    }

    private static bool IsSame(StoredFile one, StoredFile other) => one.Sha256 == other.Sha256 && one.FileName == other.FileName;
}
