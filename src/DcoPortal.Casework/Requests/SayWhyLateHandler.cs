namespace DcoPortal.Casework.Requests;

/// <summary>Records, or corrects, why an answer is late, also after it was returned or closed. It excuses nothing and moves no date.</summary>
public sealed class SayWhyLateHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock)
{
    /// <summary>Records it. The same again changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="why">Why, or null to take back what was said.</param>
    /// <param name="seen">What the page showed as said, or null.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when somebody said something else since; refused when nothing is late.</returns>
    public Task<Outcome> HandleAsync(Guid id, WhyLate? why, LateReason? seen, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (!request.IsOrWillBeLate(clock.Today)) { return Outcome.Refused(NotLate); }
        if (request.WhyLate == why) { return Outcome.Already; }
        if (request.LateReason != seen) { return Outcome.ChangedMeanwhile; }
        if (request.SayWhyLate(why) is not { } said) { return Outcome.Already; }
        audit.Record(said);
        return Outcome.Done;
    }, ct);

    /// <summary>That there is no lateness to give a reason for.</summary>
    public const string NotLate = "This request is not late. Nothing was changed.";
}
