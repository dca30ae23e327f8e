using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework.Requests;

/// <summary>Sends an answer back to the service with a comment. The due date stays.</summary>
public sealed class SendBackHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, HandoverHandler handover, UndoSteps undo, UkClock clock)
{
    /// <summary>Sends back the version of the answer that the administrator looked at, and no later one.</summary>
    /// <returns>What takes it back for half a minute.</returns>
    public Task<Outcome<Guid?>> HandleAsync(Guid id, Guid version, string comment, CancellationToken ct) => change.MakeAsync<Guid?>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        // the second click
        if (request.Stage.IsToAnswer() && request.SentBackComment == comment.Trim()) { return Outcome.Already; }
        if (request.Version != version) { return Outcome.ChangedMeanwhile; }
        var before = request.State;
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        // asked before the stage changes, so that the service that answered keeps the request and corrects it
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        audit.Record(request.SendBack(comment.Trim(), clock.UtcNow, await AnswerAsync(request, ct)));
        emails.QueueSentBack(request, directory, parties, delivery);
        handover.Apply(request, directory, delivery);
        return await undo.OfferAsync(new() { Kind = UndoKind.Check, Case = request.Keys, Requests = [request.Made(RequestMove.SendBack, before, clock.UtcNow)] }, ct);
    }, ct);

    // after a nil return the service's draft is its own: it was not submitted
    private async Task<SentBackAnswer?> AnswerAsync(AdviceRequest request, CancellationToken ct)
    {
        if (request.NilReason is not null) { return null; }
        var documents = await db.Documents.Where(d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => d.Id).ToListAsync(ct);
        return SentBackAnswer.Of(await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == request.Id, ct), documents);
    }
}
