using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework.Requests;

/// <summary>Withdraws a request that should not have been sent: who had it no longer sees it, and is told.</summary>
public sealed class WithdrawRequestHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, BegunAnswerQuery beginnings, SetAsideEmails setAside, AllNilAlarmHandler alarm, LastRequestGone last, UndoSteps undo, CurrentPerson person, UkClock clock)
{
    /// <summary>Withdraws the request. A second click changes nothing.</summary>
    /// <returns>What takes it back for half a minute; refused when it is not with a service, or an answer was returned.</returns>
    public async Task<Outcome<Guid?>> HandleAsync(Guid id, string reason, bool asksAnother, CancellationToken ct)
    {
        Guid? of = null;
        var outcome = await change.MakeAsync<Guid?>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            var before = request.State;
            var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
            var to = directory.DeliveryFor(request, clock.Today).To;
            var begun = await beginnings.OfAsync(request, ct);
            if (request.WithdrawRequest(reason.Trim(), directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId)), clock.UtcNow, asksAnother) is not { } withdrawn) { return Outcome.Already; }
            audit.Record(withdrawn);
            await NamedUnasked.KeepReasonAsync(db, request, reason.Trim(), audit, person.Actor.Name, clock.UtcNow, ct);
            await CountedOnce.ClosedAsync(db, request, clock.Today, ct);
            var triage = await last.LookAsync(request, ct, asksAnother);
            emails.QueueWithdrawn(request, directory, to);
            await setAside.QueueAsync(request, begun, "The request was withdrawn", ct, to);
            of = request.AssessmentId;
            await alarm.QueueAsync(request, AllNilAlarmHandler.Grace, ct);
            return await undo.OfferAsync(new() { Kind = UndoKind.Close, Case = request.Keys, Recorded = triage, Requests = [request.Made(RequestMove.WithdrawRequest, before, clock.UtcNow)] }, ct);
        }, ct);
        if (outcome.Kind == OutcomeKind.Done && of is { } assessment) { await alarm.LookAgainAsync(assessment, AllNilAlarmHandler.Grace, ct); }
        return outcome;
    }
}
