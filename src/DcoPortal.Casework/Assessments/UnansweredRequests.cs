using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Assessments;

/// <summary>Closes the requests that nobody needs to answer any more, and tells those who hold them. Answers already given stay and are dealt with as usual.</summary>
internal static class UnansweredRequests
{
    /// <summary>Closes them; the caller saves.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="audit">Records one fact for each.</param>
    /// <param name="outbox">Emails who holds each request that was sent, or covers for them.</param>
    /// <param name="keys">The assessment.</param>
    /// <param name="reason">Shown on the request and kept in the audit trail.</param>
    /// <param name="nowUtc">The instant, UTC.</param>
    /// <param name="unsentOnly">Leaves the requests that were sent.</param>
    /// <param name="ct">Stops the work.</param>
    /// <returns>How many were closed.</returns>
    public static async Task<int> CloseAsync(PortalDb db, AuditTrail audit, Outbox outbox, CaseKeys keys, string reason, DateTime nowUtc, bool unsentOnly, CancellationToken ct)
    {
        var rows = await (
            from r in db.AdviceRequests
            where r.AssessmentId == keys.AssessmentId && (r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack || (!unsentOnly && r.Stage == RequestStage.WithService))
            join s in db.Services on r.ServiceId equals s.Id
            orderby r.Id
            select new { Request = r, s.Name }).ToListAsync(ct);
        var sent = rows.Where(r => r.Request.Stage.IsOutstanding()).Select(r => r.Request).ToList();
        var directory = sent.Count == 0 ? null : await AskableDirectoryQuery.AroundAsync(db, sent, ct);
        foreach (var row in rows)
        {
            row.Request.Close(reason, nowUtc);
            audit.Record(new RequestClosed(keys, row.Request.Id, reason));
            if (sent.Contains(row.Request)) { Tell(outbox, keys, row.Request, row.Name, directory!.DeliveryFor(row.Request, UkClock.DateOf(nowUtc)).To, reason); }
        }
        return rows.Count;
    }

    private static void Tell(Outbox outbox, CaseKeys keys, AdviceRequest request, string service, string inbox, string reason) =>
        outbox.Queue("advice-request-closed", inbox, $"closed:{request.Id:N}", "/advice-requests",
            new Dictionary<string, string> { ["reference"] = keys.Reference, ["service-name"] = service, ["stage"] = reason }, keys, request.Id);
}
