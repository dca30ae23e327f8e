namespace DcoPortal.Casework.Assessments;

/// <summary>Records the day health was told how an assessment ended (reg 10(2), 13(2)(c)).</summary>
public sealed class HealthToldHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Records the day health was told. The same day twice changes nothing.</summary>
    /// <param name="reference">Which assessment.</param>
    /// <param name="on">The day (Europe/London).</param>
    /// <param name="version">The assessment as the person saw it.</param>
    /// <param name="ct">Stops the work.</param>
    public Task<Outcome> HandleAsync(string reference, DateOnly on, Guid version, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        var before = assessment.HealthToldOfOutcomeOn;
        if (before == on) { return Outcome.Already; }
        assessment.HealthToldOfOutcome(on, clock.Today);
        if (assessment.Version != version) { return Outcome.ChangedMeanwhile; }
        audit.Record(new HealthToldOfOutcome(assessment.Keys, on, before));
        return Outcome.Done;
    }, ct);
}
