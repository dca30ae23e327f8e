using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Casework.Assessments;

/// <summary>Closes requests that need no answer any more, and tells their holders. Answers already given stay and are checked as usual.</summary>
public sealed class UnansweredRequests(PortalDb db, AuditTrail audit, AssessmentEmails emails, UkClock clock)
{
    /// <summary>How the reason begins of what an outcome closes.</summary>
    internal const string ByOutcome = "The assessment has ended: ";

    /// <summary>Closes them; the caller saves.</summary>
    /// <param name="keys">The assessment.</param>
    /// <param name="reason">Shown on the request and kept in the audit trail.</param>
    /// <param name="ct">Stops the work.</param>
    /// <param name="on">The day of the outcome or the move, which may be recorded later (Europe/London).</param>
    /// <returns>Those that were closed.</returns>
    public async Task<IReadOnlyList<JustMade>> CloseAsync(CaseKeys keys, string reason, CancellationToken ct, DateOnly? on = null)
    {
        var rows = await (
            from r in db.AdviceRequests.Unanswered()
            where r.AssessmentId == keys.AssessmentId
            join s in db.Services on r.ServiceId equals s.Id
            orderby r.Id
            select new { Request = r, Name = s.DistinctName }).ToListAsync(ct);
        var sent = rows.Where(r => r.Request.Stage.IsOutstanding()).Select(r => r.Request).ToList();
        var directory = sent.Count == 0 ? null : await AskableDirectoryQuery.AroundAsync(db, sent, ct);
        List<JustMade> closed = [];
        foreach (var row in rows)
        {
            var before = row.Request.State;
            audit.Record(row.Request.Close(reason, clock.UtcNow, on)!);
            closed.Add(row.Request.Made(RequestMove.Close, before, clock.UtcNow));
            if (sent.Contains(row.Request)) { emails.RequestClosed(row.Request, row.Name, directory!.DeliveryFor(row.Request, clock.Today).To, reason); }
        }
        return closed;
    }

    /// <summary>Corrects, in the caller's save, the day of those that an outcome or a move has closed.</summary>
    /// <param name="assessmentId">The assessment.</param>
    /// <param name="was">The day that was recorded (Europe/London).</param>
    /// <param name="on">The right day (Europe/London).</param>
    /// <param name="ct">Stops the work.</param>
    public async Task CorrectDayAsync(Guid assessmentId, DateOnly? was, DateOnly? on, CancellationToken ct)
    {
        if (was == on || on is not { } day) { return; }
        var closed = await db.AdviceRequests.Where(r => r.AssessmentId == assessmentId && r.Stage == RequestStage.Closed && r.BecameOn == was
            && (r.CloseReason!.StartsWith(ByOutcome) || r.CloseReason!.StartsWith(ClosedByMoveQuery.Beginning))).ToListAsync(ct);
        foreach (var request in closed) { request.CorrectClosing(day); }
    }
}
