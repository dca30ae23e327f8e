using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework.Assessments;

/// <summary>The outcome to record.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="On">The day it ended (Europe/London).</param>
/// <param name="Version">The assessment as the person saw it, or null to take it as it is.</param>
/// <param name="HealthToldOn">The day the final plan was sent to health (reg 13(2)(c)), or health was told that none is needed (reg 10(2)); null where recording it tells health, or it was not sent (Europe/London).</param>
public sealed record OutcomeToRecord(string Reference, AssessmentOutcome Outcome, DateOnly On, Guid? Version = null, DateOnly? HealthToldOn = null);

/// <summary>What was recorded.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Closed">Requests closed because nobody needs to answer them any more.</param>
/// <param name="Undo">What takes it back for half a minute, or null.</param>
public sealed record OutcomeRecordedResult(CaseKeys Keys, int Closed, Guid? Undo = null);

/// <summary>Records how an assessment ended, and closes the requests that are still unanswered.</summary>
public sealed class RecordOutcomeHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, UnansweredRequests unanswered, UndoSteps undo, UkClock clock)
{
    /// <summary>Records the outcome. A second click with the same outcome changes nothing.</summary>
    public Task<Outcome<OutcomeRecordedResult>> HandleAsync(OutcomeToRecord outcome, CancellationToken ct) => change.MakeAsync<OutcomeRecordedResult>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == outcome.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        if (assessment.Outcome == outcome.Outcome && assessment.OutcomeOn == outcome.On) { return Outcome.Already.With(new OutcomeRecordedResult(assessment.Keys, 0)); }
        var before = assessment.State;
        assessment.End(outcome.Outcome, outcome.On, clock.Today);
        if (outcome.Version is { } seen && seen != assessment.Version) { return Outcome.ChangedMeanwhile; }
        audit.Record(new OutcomeRecorded(assessment.Keys, outcome.Outcome, outcome.On));
        if (outcome.HealthToldOn is { } toldOn)
        {
            assessment.HealthToldOfOutcome(toldOn, clock.Today);
            audit.Record(new HealthToldOfOutcome(assessment.Keys, toldOn, null));
        }
        await emails.EndedAsync(assessment, ct);
        var closed = await unanswered.CloseAsync(assessment.Keys, $"{UnansweredRequests.ByOutcome}{AssessmentWords.Of(outcome.Outcome)}", ct, outcome.On);
        return new OutcomeRecordedResult(assessment.Keys, closed.Count, await undo.OfferAsync(new() { Kind = UndoKind.Record, Case = assessment.Keys, Recorded = assessment.Recorded(before, clock.UtcNow), Requests = closed }, ct));
    }, ct);
}
