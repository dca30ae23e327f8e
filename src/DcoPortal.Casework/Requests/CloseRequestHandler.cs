using DcoPortal.Casework.Undoing;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Requests;

/// <summary>Closes a request that is no longer needed, and tells its holder or the cover.</summary>
public sealed class CloseRequestHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, BegunAnswerQuery beginnings, SetAsideEmails setAside, AllNilAlarmHandler alarm, LastRequestGone last, UndoSteps undo, CurrentPerson person, UkClock clock)
{
    /// <summary>Closes the request. A second click changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="reason">Why.</param>
    /// <param name="answerSeen">Whether the person closes it although there is an answer.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="asksAnother">Whether somebody else is to be asked instead.</param>
    /// <param name="isForWish">Whether it is closed only because the family may exclude who has it: not when a colleague has kept it in the same moment.</param>
    /// <param name="isMistake">Whether it should not have been sent: with a service or with nobody, it counts as withdrawn.</param>
    /// <returns>What takes it back for half a minute; changed meanwhile when an answer has come that the person did not see; refused when the request was returned to the authority already.</returns>
    public async Task<Outcome<Guid?>> HandleAsync(Guid id, string reason, bool answerSeen, CancellationToken ct, bool asksAnother = false, bool isForWish = false, bool isMistake = false)
    {
        var outcome = await change.MakeAsync<Closed>(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            if (!answerSeen && request.Stage is RequestStage.ToCheck or RequestStage.ToReturn) { return Outcome.ChangedMeanwhile; }
            if (isForWish && request.SharingDoubtUtc is null) { return Outcome.Already; }
            var before = request.State;
            var holderWaits = request.Stage.IsOutstanding();
            var begun = await beginnings.OfAsync(request, ct);
            if (request.Close(reason.Trim(), clock.UtcNow, became: isMistake ? Became.Withdrawn : Became.Closed, asksAnother: asksAnother) is not { } closed) { return Outcome.Already; }
            audit.Record(closed);
            await NamedUnasked.KeepReasonAsync(db, request, reason.Trim(), audit, person.Actor.Name, clock.UtcNow, ct);
            await CountedOnce.ClosedAsync(db, request, clock.Today, ct);
            var triage = await last.LookAsync(request, ct, asksAnother, isForWish);
            if (holderWaits)
            {
                var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
                emails.QueueClosed(request, directory);
                await setAside.QueueAsync(request, begun, "The request was closed", ct, directory.DeliveryFor(request, clock.Today).To);
            }
            // whoever has answered was told that the answer goes to the authority
            else { await setAside.QueueAsync(request, begun, "The request was closed", ct); }
            // when the other services have no advice, closing this request leaves nothing but nil returns
            await alarm.QueueAsync(request, ct);
            return new Closed(request.AssessmentId, await undo.OfferAsync(new() { Kind = UndoKind.Close, Case = request.Keys, Recorded = triage, Requests = [request.Made(RequestMove.Close, before, clock.UtcNow)] }, ct));
        }, ct);
        if (outcome is not { Kind: OutcomeKind.Done, Value: { } closed }) { return outcome.Of; }
        await alarm.LookAgainAsync(closed.AssessmentId, TakeBackTime.EmailsWait, ct);
        return closed.Undo;
    }

    private sealed record Closed(Guid AssessmentId, Guid? Undo);
}
