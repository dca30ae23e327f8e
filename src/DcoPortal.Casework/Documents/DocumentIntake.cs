using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Documents;

/// <summary>What an upload of several files did: the names added, and a sentence for each file that was refused.</summary>
public sealed record FilesReceived(IReadOnlyList<string> Added, IReadOnlyList<string> Problems);

/// <summary>Takes several files in at once: a bad one does not stop the others, and the same bytes are kept once.</summary>
public sealed class DocumentIntake(PortalDb db, Change change, CaseDocuments documents, SameFileQuery sameFiles, CaseOnItsWay onItsWay)
{
    /// <summary>Checks, stores and records each file.</summary>
    /// <param name="keys">The case.</param>
    /// <param name="requestId">The request that the files answer, or null for documents of the authority.</param>
    /// <param name="kind">Whose documents they are.</param>
    /// <param name="evidence">What a document of the authority is, where somebody said so.</param>
    /// <param name="files">The files.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<Outcome<FilesReceived>> AddAsync(CaseKeys keys, Guid? requestId, CaseDocumentKind kind, EvidenceKind? evidence, IReadOnlyList<UploadedFile> files, CancellationToken ct)
    {
        var known = await db.Documents.Where(d => d.AssessmentId == keys.AssessmentId && d.AdviceRequestId == requestId && d.Kind == kind && d.RemovedUtc == null && d.ReturnedUtc == null).ToDictionaryAsync(d => d.Id, d => (d.Sha256, d.FileName), ct);
        var names = await db.Documents.Where(d => d.AssessmentId == keys.AssessmentId && d.AdviceRequestId == requestId && d.Kind == kind && d.RemovedUtc == null).Select(d => d.FileName).ToListAsync(ct);
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
            if (kind == CaseDocumentKind.FromAuthority && await sameFiles.WhyNotAddedAsync(keys.AssessmentId, stored.Sha256, ct) is { } why)
            {
                await documents.DiscardAsync(stored, ct);
                problems.Add($"‘{stored.FileName}’ {why}");
                continue;
            }
            stored = stored with { FileName = UploadFileName.Free(stored.FileName, names) };
            var kept = await KeepAsync(keys, requestId, kind, evidence ?? (kind == CaseDocumentKind.FromAuthority ? EvidenceWords.NamedIn(stored.FileName) : null), stored, ct);
            if (!kept.Stands) { return kept.Of; }
            known.Add(kept.Value, (stored.Sha256, stored.FileName));
            names.Add(stored.FileName);
            added.Add(stored.FileName);
        }
        return new FilesReceived(added, problems);
    }

    /// <summary>Records a stored file as a document; a file that cannot be recorded is deleted from the store.</summary>
    private async Task<Outcome<Guid>> KeepAsync(CaseKeys keys, Guid? requestId, CaseDocumentKind kind, EvidenceKind? evidence, StoredFile stored, CancellationToken ct)
    {
        var isKept = false;
        try
        {
            var kept = await change.MakeAsync<Guid>(async () =>
            {
                if (kind == CaseDocumentKind.FromAuthority && await onItsWay.AddingAsync(keys.AssessmentId, ct) is { } taken) { return taken; }
                return documents.Add(stored, keys, requestId, kind, evidence).Id;
            }, ct);
            isKept = kept.Stands;
            return kept;
        }
        finally
        {
            if (!isKept) { await documents.DiscardAsync(stored, CancellationToken.None); }
        }
    }
}
