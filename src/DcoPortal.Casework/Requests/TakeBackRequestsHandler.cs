using DcoPortal.Domain;

namespace DcoPortal.Casework.Requests;

/// <summary>What was taken back.</summary>
public sealed record TakenBack(int Count, IReadOnlyList<string> References);

/// <summary>Takes back requests that were sent by mistake, in the half minute in which their emails wait.</summary>
public sealed class TakeBackRequestsHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, UkClock clock)
{
    /// <summary>Takes back all of them or none. A second click changes nothing.</summary>
    /// <param name="ids">The requests, of one assessment or several.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many, and of which assessments; refused when it is too late for one of them.</returns>
    public Task<Outcome<TakenBack>> HandleAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct) => change.MakeAsync<TakenBack>(async () =>
    {
        var requests = await db.AdviceRequests.Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
        if (requests.Count == 0 || requests.Count != ids.Distinct().Count()) { return Outcome.NotFound; }
        var sentUtc = requests.ToLookup(r => r.AssessmentId, r => r.SentUtc);
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
        var result = new TakenBack(count, [.. requests.Select(r => r.AssessmentReference).Distinct()]);
        if (count == 0) { return Outcome.Already.With(result); }
        var cases = requests.Select(r => r.AssessmentId).Distinct().ToList();
        foreach (var assessment in await db.Assessments.Where(a => cases.Contains(a.Id)).ToListAsync(ct))
        {
            // this sending took it out of triage
            if (assessment.TriagedUtc >= sentUtc[assessment.Id].Min()) { assessment.BackToTriage(); }
        }
        return result;
    }, ct);
}
