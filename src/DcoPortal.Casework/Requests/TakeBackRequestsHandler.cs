using DcoPortal.Domain;

namespace DcoPortal.Casework.Requests;

/// <summary>Takes back requests that were sent by mistake, in the half minute in which their emails wait.</summary>
public sealed class TakeBackRequestsHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, UkClock clock)
{
    /// <summary>Takes back all of them or none. A second click changes nothing.</summary>
    /// <param name="reference">The assessment.</param>
    /// <param name="ids">The requests; those of another assessment are not found.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were taken back; refused when it is too late for one of them.</returns>
    public Task<Outcome<int>> HandleAsync(string reference, IReadOnlyCollection<Guid> ids, CancellationToken ct) => change.MakeAsync<int>(async () =>
    {
        var requests = await db.AdviceRequests.Where(r => r.AssessmentReference == reference && ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
        if (requests.Count == 0 || requests.Count != ids.Distinct().Count()) { return Outcome.NotFound; }
        var sentUtc = requests.Min(r => r.SentUtc);
        var directory = await directories.LoadAsync(ct);
        var waiting = await emails.WaitingSent(ids).ToListAsync(ct);
        var count = 0;
        foreach (var request in requests)
        {
            var asked = new AskTarget(request.CoverForServiceId ?? request.ServiceId, request.FirstAskedProfessionalId);
            if (request.TakeBack(directory.Service(asked.ServiceId)!, directory.NameOf(asked), clock.UtcNow) is not { } fact) { continue; }
            audit.Record(fact);
            // an email that is gone has been sent, whatever the clock says
            db.Emails.Remove(waiting.Find(e => e.AdviceRequestId == request.Id) ?? throw new DomainRuleException("It is too late to take this back: the email has left."));
            count++;
        }
        if (count == 0) { return Outcome.Already.With(0); }
        var assessment = await db.Assessments.SingleAsync(a => a.Reference == reference, ct);
        if (assessment.TriagedUtc >= sentUtc) { assessment.BackToTriage(); }
        return count;
    }, ct);
}
