namespace DcoPortal.Casework.Requests;

/// <summary>Puts right the day on which the authority had an answer that was returned through the portal: health complied on that day, by whatever route it came.</summary>
public sealed class CorrectReachedHandler(PortalDb db, PortalDbFactory databases, Change change, AuditTrail audit)
{
    /// <summary>Corrects it. The same day again changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="on">The day on which the authority had it by another route, or null where it got it from here (Europe/London).</param>
    /// <param name="seen">The day that stood recorded when the person looked (Europe/London).</param>
    /// <param name="because">Why.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when another day was recorded since; refused where the answer has gone along with a case that moved, or something came of it since.</returns>
    public Task<Outcome> HandleAsync(Guid id, DateOnly? on, DateOnly seen, string because, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request) { return Outcome.NotFound; }
        var answers = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).ToListAsync(ct);
        if (await CarriedAlong.IsAsync(databases, id, ct)) { return Outcome.Refused(CarriedAlong.Rule); }
        var was = request.ReturnedOn;
        if (request.CorrectReached(on, answers is [var only, ..] ? UkClock.DateOf(only.ReturnedUtc) : default, answers, because.Trim()) is not { } fact) { return Outcome.Already; }
        if (was != seen) { return Outcome.ChangedMeanwhile; }
        audit.Record(fact);
        return Outcome.Done;
    }, ct);
}
