using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Assessments;

/// <summary>What was taken back.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="WasOutcome">Whether it was the outcome; else the decision.</param>
/// <param name="Reopened">Requests that it had closed and that are open again.</param>
/// <param name="Closed">Prepared requests that are closed, because nobody is to be asked.</param>
/// <param name="Kept">Those of them that the DCO service chose, kept to be sent later.</param>
/// <param name="Doubtful">Those open again that may go to somebody whom the family has excluded since.</param>
public sealed record RecordTakenBack(CaseKeys Keys, bool WasOutcome, int Reopened, int Closed, int Kept, int Doubtful);

/// <summary>
/// Takes back an outcome, or a decision, that was recorded by mistake, on any day and with a reason: the assessment is open or
/// undecided again, its dates run from the days they ran from, and the requests that the mistake had closed are open again.
/// </summary>
public sealed class TakeBackRecordHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, OtherSide otherSide, ReopenHandler reopening, RequestPreparation preparation, OpenAgain openAgain, TransferEmails transferEmails, TransferWords words, AccessScope scope, UkClock clock)
{
    private const string Answered = "Health has answered on this decision, and what was returned cannot be undone, so the decision stands. If it is the wrong child’s, record the outcome “request withdrawn” here, and log this child’s own request anew.";

    /// <summary>Takes the outcome back; without one, the decision. A second click changes nothing.</summary>
    /// <param name="reference">The assessment.</param>
    /// <param name="seen">The assessment as the person saw it.</param>
    /// <param name="reason">Why.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused when health was asked on the decision, or for the side that did not record it.</returns>
    public Task<Outcome<RecordTakenBack>> HandleAsync(string reference, Guid seen, string reason, CancellationToken ct) => change.MakeAsync<RecordTakenBack>(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return Outcome.NotFound; }
        if (scope.Kind == ScopeKind.DcoService && !assessment.IsRecordedByHealth) { return Outcome.Refused("The authority recorded this, and takes it back itself."); }
        if (assessment.Version != seen) { return Outcome.ChangedMeanwhile; }
        var (wasOutcome, replaced) = (assessment.Outcome is not null, assessment.Version);
        var asked = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).NotClosed().ToListAsync(ct);
        var onDecision = wasOutcome || assessment.Decision != AssessmentDecision.Assess ? [] : asked.Where(r => r.Kind == AdviceKind.Statutory).ToList();
        // nobody can withdraw that health has complied: it would stand on a case about which nothing is decided
        if (onDecision.Exists(r => r.ReturnedOn is not null)) { return Outcome.Refused(Answered); }
        if (onDecision.Exists(r => r.Stage != RequestStage.ToSend)) { return Outcome.Refused("Health has been asked for advice on this decision. The DCO service withdraws those requests first."); }
        var transfer = wasOutcome ? await db.CaseTransfers.SingleOrDefaultAsync(t => t.LiveKey == assessment.Id, ct) : null;
        if (transfer?.State == TransferState.Taken) { return Outcome.Refused($"The case goes on as {transfer.ToReference}. Whoever has it now can move it back."); }
        var action = await ActionAsync(assessment.Id, wasOutcome, ct);
        audit.Record(wasOutcome ? assessment.TakeBackOutcome(reason.Trim()) : assessment.TakeBackDecision(reason.Trim()));
        if (transfer is not null) { await TakeBackAsync(transfer, reason.Trim(), ct); }
        foreach (var prepared in onDecision) { audit.Record(prepared.Close("The decision to assess was taken back", clock.UtcNow)!); }
        var reopened = await ReopenAsync(assessment, action, reason.Trim(), ct);
        var instead = onDecision.FindAll(r => StatutoryInstead.GiveBack(r, reopened));
        var others = onDecision.Except(instead).ToList();
        var kept = others.Count == 0 ? 0 : await preparation.KeepAsync(assessment, others, await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct), asked.Except(onDecision).Select(r => r.DuplicateKey).ToHashSet(), ct);
        if (wasOutcome)
        {
            await openAgain.LookAsync(assessment, await db.AuditEntries.Where(e => e.AssessmentId == assessment.Id && e.ActionId == action).MinAsync(e => (DateTime?)e.AtUtc, ct), ct);
        }
        var (to, by) = await otherSide.OfAsync(assessment, ct);
        emails.TakenBack(assessment, to, by, replaced);
        return new RecordTakenBack(assessment.Keys, wasOutcome, reopened.Count, others.Count - kept, kept, reopened.Count(r => r.SharingDoubtUtc is not null));
    }, ct);

    private async Task TakeBackAsync(CaseTransfer transfer, string reason, CancellationToken ct)
    {
        transfer.TakeBack(reason, words.Now());
        audit.Record(new TransferAnswered(transfer.From, TransferState.TakenBack, transfer.SentByOrganisation, null, reason));
        await transferEmails.TakenBackAsync(transfer, ct);
    }

    // what one click recorded and closed has one action in the trail
    private Task<Guid> ActionAsync(Guid assessmentId, bool wasOutcome, CancellationToken ct)
    {
        string[] facts = wasOutcome ? [nameof(OutcomeRecorded), nameof(CaseMovedAway)] : [nameof(DecisionRecorded)];
        return db.AuditEntries.Where(e => e.AssessmentId == assessmentId && facts.Contains(e.Fact)).OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => e.ActionId).FirstOrDefaultAsync(ct);
    }

    private async Task<IReadOnlyList<AdviceRequest>> ReopenAsync(Assessment assessment, Guid action, string reason, CancellationToken ct)
    {
        var ids = await db.AuditEntries.Where(e => e.AssessmentId == assessment.Id && e.ActionId == action && e.Fact == nameof(RequestClosed) && e.AdviceRequestId != null).Select(e => e.AdviceRequestId!.Value).ToListAsync(ct);
        if (ids.Count == 0) { return []; }
        var closed = await db.AdviceRequests.Where(r => ids.Contains(r.Id) && r.Stage == RequestStage.Closed).OrderBy(r => r.Id).ToListAsync(ct);
        var taken = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).NotClosed().Select(r => r.DuplicateKey).ToListAsync(ct);
        var again = closed.Where(r => !taken.Contains(r.KeyBeforeEnd)).ToList();
        // none of them was answered: where each was follows from what had happened to it
        foreach (var request in again) { await reopening.ReopenInThisSaveAsync(request, request.SentUtc is null ? RequestStage.ToSend : request.GivenBackUtc is null ? RequestStage.WithService : RequestStage.GivenBack, reason, ct); }
        return again;
    }
}
