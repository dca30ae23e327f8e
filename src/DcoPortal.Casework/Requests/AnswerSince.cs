namespace DcoPortal.Casework.Requests;

/// <summary>Whether a service has changed its answer, its words or its documents, since an instant.</summary>
public static class AnswerSince
{
    /// <summary>Whether it has.</summary>
    /// <param name="db">The database.</param>
    /// <param name="requestId">The request.</param>
    /// <param name="utc">The instant, UTC.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> IsChangedAsync(PortalDb db, Guid requestId, DateTime utc, CancellationToken ct) =>
        await db.AdviceResponses.AnyAsync(r => r.Id == requestId && r.SavedUtc > utc, ct)
        || await db.Documents.AnyAsync(d => d.AdviceRequestId == requestId && (d.UploadedUtc > utc || d.RemovedUtc > utc), ct);

    /// <summary>Whether it was sent back, or asked for anew, and is as it was then: what was missing is missing still.</summary>
    /// <param name="db">The database.</param>
    /// <param name="request">The request, with its answer in hand.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> IsAsSentBackAsync(PortalDb db, AdviceRequest request, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(request);
        return request is { SentBackUtc: { } back, SentBackComment: not null, NilReason: null } && (request.ReturnedOn is null || request.NextAnswer == AnswerKind.Version) && !await IsChangedAsync(db, request.Id, back, ct);
    }
}
