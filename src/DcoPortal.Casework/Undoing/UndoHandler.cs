using DcoPortal.Casework.Assessments;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Undoing;

/// <summary>Takes back what the signed-in person did in the last half minute: all that one button names, or nothing.</summary>
public sealed class UndoHandler(PortalDb db, Change change, UndoSteps steps, UndoRequests requests, UndoHandOver handed, OpenAgain openAgain, AuditTrail audit, CurrentPerson person, UkClock clock)
{
    /// <summary>Takes the steps back in one save. A second click changes nothing.</summary>
    /// <param name="ids">The steps.</param>
    /// <param name="kind">The kind that the address stands for, whose permission was asked.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused when it is too late, something else happened since, or somebody else did it.</returns>
    public Task<Outcome<Undone>> HandleAsync(IReadOnlyCollection<Guid> ids, UndoKind kind, CancellationToken ct) => change.MakeAsync<Undone>(async () =>
    {
        var found = await steps.FindAsync(ids, ct);
        if (found.Count == 0 || found.Count != ids.Distinct().Count()) { return Outcome.Refused(TakeBackTime.TooLate); }
        if (found.Any(f => f.Step.Kind != kind)) { return Outcome.NotFound; }
        var undone = new Undone([.. found.Select(f => f.Step)]);
        if (found.All(f => f.IsDone)) { return Outcome.Already.With(undone); }
        foreach (var (step, row, _) in found.Where(f => !f.IsDone))
        {
            if (!await TakeBackAsync(step, ct)) { return Outcome.NotFound; }
            UndoSteps.Close(row);
        }
        return undone;
    }, ct);

    private async Task<bool> TakeBackAsync(UndoStep step, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Id == step.Case.AssessmentId, ct);
        if (step.Recorded is { } recorded)
        {
            if (assessment is null) { return false; }
            if (assessment.TakeBack(recorded, clock.UtcNow) is { } fact) { audit.Record(fact); }
        }
        if (!await handed.GiveBackAsync(step, ct)) { return false; }
        if (!await requests.TakeBackAsync(step, assessment, ct)) { return false; }
        // a colleague closed something in that half minute
        if (step.Recorded is { Before.Outcome: null, After.Outcome: not null } ended) { await openAgain.LookAsync(assessment!, ended.MadeUtc, ct); }
        if (step.EscalationId is { } escalation && !await WithdrawAsync(step, escalation, ct)) { return false; }
        await RemoveEmailsAsync(step, ct);
        return true;
    }

    private async Task<bool> WithdrawAsync(UndoStep step, Guid id, CancellationToken ct)
    {
        var escalation = await db.Escalations.SingleOrDefaultAsync(e => e.Id == id, ct);
        if (escalation is null) { return false; }
        escalation.TakeBack(person.Actor.Name, clock.UtcNow);
        audit.Record(new EscalationWithdrawn(step.Case, escalation.AdviceRequestId, escalation.ToName));
        return true;
    }

    private async Task RemoveEmailsAsync(UndoStep step, CancellationToken ct)
    {
        // an email that was tried has left, whatever the clock says
        var waiting = await db.Emails.Where(e => step.Emails.Contains(e.Id) && e.Attempts == 0 && e.SentUtc == null && e.ClaimedUntilUtc == null).ToListAsync(ct);
        if (waiting.Count != step.Emails.Count) { throw new DomainRuleException(TakeBackTime.TooLate); }
        db.Emails.RemoveRange(waiting);
    }
}
