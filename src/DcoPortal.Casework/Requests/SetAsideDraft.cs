namespace DcoPortal.Casework.Requests;

/// <summary>
/// An answer that a service had begun for a request that was given back, closed or withdrawn, or for early information: with a new request
/// to the same service it is there again, because that earlier request is not opened again.
/// </summary>
public sealed class SetAsideDraft(PortalDb db, BegunAnswerQuery beginnings, AuditTrail audit, UkClock clock)
{
    /// <summary>Copies it to a new request in the caller's save; the earlier one keeps its own. What came along before, or was written since, stays as it is.</summary>
    /// <param name="request">The request that is sent.</param>
    /// <param name="every">Every request of the case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task BringAlongAsync(AdviceRequest request, IEnumerable<AdviceRequest> every, CancellationToken ct)
    {
        var left = every.Where(r => IsLeft(r, request)).OrderByDescending(r => r.PreparedUtc).ThenByDescending(r => r.Id).ToList();
        if (left.Count == 0 || await db.AdviceResponses.AnyAsync(r => r.Id == request.Id, ct) || await db.Documents.AnyAsync(d => d.AdviceRequestId == request.Id, ct)) { return; }
        foreach (var earlier in left)
        {
            if (await beginnings.OfAsync(earlier, ct) is null) { continue; }
            await CopyAsync(earlier.Id, request, ct);
            return;
        }
    }

    // whoever covers or covered answers for the service that is asked
    private static bool IsLeft(AdviceRequest earlier, AdviceRequest request) => earlier.Id != request.Id && earlier.AskedService == request.AskedService
        && earlier.Stage is RequestStage.GivenBack or RequestStage.Closed;

    private async Task CopyAsync(Guid earlier, AdviceRequest request, CancellationToken ct)
    {
        if (await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == earlier, ct) is { } begun)
        {
            var draft = new AdviceResponse(request) { SavedUtc = clock.UtcNow };
            AdviceDraft.Of(begun).CopyTo(draft);
            db.AdviceResponses.Add(draft);
        }
        foreach (var paper in await db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == earlier && d.Kind == CaseDocumentKind.Advice && d.ReturnedUtc == null && d.RemovedUtc == null).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).ToListAsync(ct))
        {
            var copy = paper.CarriedOver(request.Id);
            db.Documents.Add(copy);
            audit.Record(new DocumentUploaded(request.Keys, copy.Id, request.Id, copy.SizeBytes, copy.Sha256));
        }
    }
}
