namespace DcoPortal.Casework.Requests;

/// <summary>Records what the Designated Clinical Officer decides when every service has no advice.</summary>
public sealed class DecideAllNilHandler(PortalDb db, Change change, AllNilStandingQuery query, AuditTrail audit, RequestEmails emails, AllNilAlarmHandler alarm, CurrentPerson person, UkClock clock)
{
    /// <summary>Records the decision. A second click on the same form changes nothing.</summary>
    /// <returns>Refused when a service was asked or has advice, or the assessment has ended.</returns>
    public Task<Outcome> HandleAsync(string reference, Guid version, AllNilDecision decision, string reason, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct) is not { } assessment) { return Outcome.NotFound; }
        var why = reason.Trim();
        var standing = await query.StandingAsync(assessment, ct);
        if (!standing.MustDecide && assessment.AllNil == decision && assessment.AllNilReason == why) { return Outcome.Already; }
        if (!standing.IsAllNil) { return Outcome.Refused("A service has been asked or has answered, or the assessment has ended, so there is nothing to decide. Nothing was saved"); }
        if (assessment.Version != version) { return Outcome.ChangedMeanwhile; }
        audit.Record(new AllNilDecided(assessment.Keys, assessment.AllNil, decision, why));
        assessment.DecideAllNil(decision, why, person.Actor.Name, clock.UtcNow);
        await alarm.WithdrawAsync(assessment.Id, ct);
        if (decision == AllNilDecision.NoHealthNeedsKnown) { await emails.QueueNoNeedsKnownAsync(assessment, ct); }
        return Outcome.Done;
    }, ct);
}
