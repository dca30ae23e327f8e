namespace DcoPortal.Casework.Requests;

/// <summary>Takes an assessment out of triage without a request, with the reason.</summary>
public sealed class NoRequestNeededHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Takes the assessment out of triage. A second click changes nothing.</summary>
    public Task<Outcome> HandleAsync(string reference, string reason, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        if (assessment.TriagedUtc is not null || !assessment.IsOpen) { return Outcome.Already; }
        assessment.Triaged(clock.UtcNow);
        audit.Record(new TriageCompletedWithoutRequests(assessment.Keys, reason.Trim()));
        return Outcome.Done;
    }, ct);
}
