using DcoPortal.Casework.Assessments;

namespace DcoPortal.Casework.Requests;

/// <summary>Puts right the day on which an answer had been returned before its case was recorded here, or takes it back: it had not been answered.</summary>
public sealed class CorrectRecordedAnswerHandler(PortalDb db, PortalDbFactory databases, Change change, AuditTrail audit, ExcludedHolder excluded, CurrentPerson person, UkClock clock)
{
    /// <summary>Corrects it.</summary>
    /// <param name="id">The request.</param>
    /// <param name="on">The right day, or null where it had not been answered (Europe/London).</param>
    /// <param name="because">Why.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Refused where the answer came through the portal, or has gone along with a case that moved.</returns>
    public Task<Outcome> HandleAsync(Guid id, DateOnly? on, string because, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } request) { return Outcome.NotFound; }
        var answers = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == id).ToListAsync(ct);
        if (await CarriedAlong.IsAsync(databases, id, ct)) { return Outcome.Refused(CarriedAlong.Rule); }
        // what was stopped for the family's wish is not opened again past it
        if (on is null && await excluded.IsMeantAsync(request, ct)) { return Outcome.Refused(ExcludedHolder.Rule); }
        // who was named says the same day
        foreach (var named in await db.InvolvedProfessionals.Where(p => p.AssessmentId == request.AssessmentId && p.AnsweredOn != null && p.AnsweredOn == request.ReturnedOn && (p.ServiceId == request.ServiceId || p.AskedServiceId == request.ServiceId)).ToListAsync(ct)) { named.AnsweredOn = on; }
        audit.Record(request.TakeBackRecorded(answers, because.Trim(), clock.UtcNow));
        db.ReturnedAnswers.RemoveRange(answers);
        if (on is { } day) { audit.Record(request.RecordAnswered(day, UkClock.StartOf(day), person.Actor.Name, clock.UtcNow)!); }
        // what was not answered ended with the case, and is open again only with it
        else if (await db.Assessments.SingleAsync(a => a.Id == request.AssessmentId, ct) is { Outcome: { } outcome, OutcomeOn: { } ended })
        {
            audit.Record(request.Close($"{UnansweredRequests.ByOutcome}{AssessmentWords.Of(outcome)}", clock.UtcNow, ended)!);
        }
        return Outcome.Done;
    }, ct);
}
