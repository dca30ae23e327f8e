using DcoPortal.Casework.Requests;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Undoing;

/// <summary>The requests of a step: each is again as it was, in the caller's save.</summary>
public sealed class UndoRequests(PortalDb db, AskableDirectoryQuery directories, AllNilAlarmHandler alarm, ExcludedHolder excluded, AuditTrail audit, UkClock clock)
{
    /// <summary>Takes the moves of a step back, and removes the requests that were prepared with it.</summary>
    /// <returns>False when one of them is not in the person's scope any more.</returns>
    /// <exception cref="DomainRuleException">It is too late, or something else happened since.</exception>
    public async Task<bool> TakeBackAsync(UndoStep step, Assessment? assessment, CancellationToken ct)
    {
        if (step.Kind == UndoKind.Record && assessment is { Decision: null } && await IsAskedOnDecisionAsync(step, ct)) { throw new DomainRuleException(TakeBackTime.SinceThen); }
        List<Guid> ids = [.. step.Requests.Select(m => m.RequestId), .. step.Prepared];
        if (ids.Count == 0) { return true; }
        var rows = await db.AdviceRequests.Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        if (rows.Count != ids.Count) { return false; }
        // only the audit fact of a sending names who was asked
        var directory = step.Kind == UndoKind.Send ? await directories.LoadAsync(ct) : null;
        foreach (var made in step.Requests)
        {
            var request = rows[made.RequestId];
            var asked = new AskTarget(request.CoverForServiceId ?? request.ServiceId, request.FirstAskedProfessionalId);
            audit.Record(request.TakeBack(made, directory?.NameOf(asked) ?? "", clock.UtcNow));
            await EnsureNothingIsNewAsync(made, request, assessment, ct);
            await excluded.DoubtIfWishedSinceAsync(request, made.MadeUtc, ct);
            if (step.Kind == UndoKind.Close) { await CountedOnce.OpenedAgainAsync(db, request, ct); }
        }
        if (step.Kind == UndoKind.Close) { await alarm.WithdrawAsync(step.Case.AssessmentId, ct); }
        RemovePrepared([.. step.Prepared.Select(id => rows[id])], step.Requests.Select(m => rows[m.RequestId].CoveringNote).ToHashSet());
        return true;
    }

    // a colleague has named or chosen somebody since: without the decision, health's six weeks would run on nothing
    private Task<bool> IsAskedOnDecisionAsync(UndoStep step, CancellationToken ct) =>
        db.AdviceRequests.NotClosed().AnyAsync(r => r.AssessmentId == step.Case.AssessmentId && r.Kind == AdviceKind.Statutory && !step.Prepared.Contains(r.Id), ct);

    private async Task EnsureNothingIsNewAsync(JustMade made, AdviceRequest request, Assessment? assessment, CancellationToken ct)
    {
        var isNew = made.Move switch
        {
            RequestMove.Close or RequestMove.WithdrawRequest => assessment is { IsOpen: false } || await IsAskedAgainAsync(request, ct),
            RequestMove.SendBack => await AnswerSince.IsChangedAsync(db, request.Id, made.MadeUtc, ct),
            _ => false,
        };
        if (isNew) { throw new DomainRuleException(TakeBackTime.SinceThen); }
    }

    // closing frees the key, so that the same target can be asked again
    private Task<bool> IsAskedAgainAsync(AdviceRequest request, CancellationToken ct) =>
        db.AdviceRequests.AnyAsync(r => r.AssessmentId == request.AssessmentId && r.DuplicateKey == request.DuplicateKey && r.Id != request.Id, ct);

    // a note that came along from early information is no sign that somebody has looked since
    private void RemovePrepared(IReadOnlyList<AdviceRequest> prepared, HashSet<string?> notes)
    {
        if (prepared.Any(r => r.Stage != RequestStage.ToSend || r.MoveCount > 0 || (r.CoveringNote is not null && !notes.Contains(r.CoveringNote)))) { throw new DomainRuleException(TakeBackTime.SinceThen); }
        db.AdviceRequests.RemoveRange(prepared);
    }
}
