using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Audit;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Emails;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Assessments.Decisions;

/// <summary>Closes the requests that nobody needs to answer any more, and tells those who hold them. Answers already given stay and are dealt with as usual.</summary>
internal static class UnansweredRequests
{
    /// <summary>Closes them; the caller saves.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="audit">Records one fact for each.</param>
    /// <param name="outbox">Emails each holder of a request that was sent.</param>
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
            where r.AssessmentId == keys.AssessmentId && r.ClosedUtc == null && r.ReturnedUtc == null && r.SubmittedUtc == null && (!unsentOnly || r.SentUtc == null)
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Professionals on r.ProfessionalId equals p.Id into holders
            from p in holders.DefaultIfEmpty()
            orderby r.Id
            select new { Request = r, s.Name, Inbox = p != null && p.IsActive ? p.Email : s.Inbox }).ToListAsync(ct);
        foreach (var row in rows)
        {
            var wasSent = row.Request.SentUtc is not null;
            row.Request.Close(reason, nowUtc);
            audit.Record(new RequestClosed(keys, row.Request.Id, reason));
            if (wasSent) { Tell(outbox, keys, row.Request, row.Name, row.Inbox, reason); }
        }
        return rows.Count;
    }

    private static void Tell(Outbox outbox, CaseKeys keys, AdviceRequest request, string service, string inbox, string reason) =>
        outbox.Queue("advice-request-closed", inbox, $"closed:{request.Id:N}", "/advice-requests",
            new Dictionary<string, string> { ["reference"] = keys.Reference, ["service-name"] = service, ["stage"] = reason }, keys, request.Id);
}
