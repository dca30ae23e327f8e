using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Takes a withdrawal back that was a mistake: the authority can open it again, and is told. The service's own work is as it was
/// before, and so is what it was asked for.
/// </summary>
public sealed class RestoreAnswerHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, LetStandHandler letStand, AskForMoreHandler asking, NextAnswerDraft draft, FollowingAnswers following, ExcludedHolder excluded, UkClock clock)
{
    /// <summary>Takes it back. A second click changes nothing.</summary>
    /// <returns>Refused when another answer was returned since.</returns>
    public Task<Outcome> HandleAsync(Guid withdrawalId, string because, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var withdrawal = await db.Withdrawals.SingleOrDefaultAsync(w => w.Id == withdrawalId, ct);
        if (withdrawal is null) { return Outcome.NotFound; }
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == withdrawal.AdviceRequestId, ct);
        var answers = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == request.Id).ToListAsync(ct);
        var documents = await db.Documents.Where(d => d.AdviceRequestId == request.Id && d.ReturnedUtc != null).ToListAsync(ct);
        if (request.RestoreAnswer(withdrawal, answers.Single(a => a.Id == withdrawal.AnswerId), answers, documents, because.Trim(), clock.UtcNow) is not { } restored) { return Outcome.Already; }
        audit.Record(restored);
        foreach (var answer in answers) { await following.WithdrawnAsync(answer, documents, ct); }
        var isBegunSince = request.Stage == RequestStage.Reopened && request.SentBackUtc > withdrawal.WithdrawnUtc;
        // what was asked for with the withdrawal is not needed any more; what had been asked for before it is
        var isAskedWithIt = request.Stage == RequestStage.Reopened && request.SentBackUtc == withdrawal.WithdrawnUtc;
        if (isAskedWithIt && !await asking.AskAgainInThisSaveAsync(request, answers, clock.UtcNow, ct)) { await letStand.LetStandInThisSaveAsync(request, because.Trim(), ct); }
        if (!isAskedWithIt && !await excluded.IsMeantAsync(request, ct)) { await emails.QueueServiceToldOfRestoringAsync(request, withdrawal, ct); }
        await draft.PutBackAsync(request, withdrawal, answers, isBegunSince, ct);
        await emails.QueueAnswerRestoredAsync(request, withdrawal, ct);
        return Outcome.Done;
    }, ct);
}
