using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Text;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Assessments;

/// <summary>The decision to record.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Decision">Assess or not.</param>
/// <param name="DecidedOn">The day of the decision (Europe/London).</param>
/// <param name="Version">The assessment as the person saw it, or null to take it as it is.</param>
public sealed record DecisionToRecord(string Reference, AssessmentDecision Decision, DateOnly DecidedOn, Guid? Version = null);

/// <summary>What was recorded.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceDueOn">Health's due date when it is to assess, else null.</param>
/// <param name="Prepared">Requests prepared for the people the authority named.</param>
/// <param name="Closed">Requests closed because nobody needs to answer them any more.</param>
public sealed record DecisionRecordedResult(CaseKeys Keys, DateOnly? AdviceDueOn, int Prepared, int Closed);

/// <summary>
/// Records the authority's decision under s.36(3). To assess is its request for advice: health is told today, so regulation 8's
/// six weeks run from today, and requests for the people it named are prepared. Not to assess closes what is unanswered.
/// </summary>
public sealed class RecordDecisionHandler(PortalDb db, AuditTrail audit, Outbox outbox, RequestPreparation preparation, UkClock clock)
{
    /// <summary>Records it. Saying the same thing twice changes nothing and is no error.</summary>
    /// <returns>Null when the person has no such assessment.</returns>
    /// <exception cref="Domain.DomainRuleException">Another decision stands, or the dates are out of order.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the assessment since the person saw it.</exception>
    public async Task<DecisionRecordedResult?> HandleAsync(DecisionToRecord decision, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == decision.Reference, ct);
        if (assessment is null) { return null; }
        if (Stands(assessment, decision)) { return new(assessment.Keys, DueOf(assessment), 0, 0); }
        if (decision.Version is { } seen) { db.Entry(assessment).Property(a => a.Version).OriginalValue = seen; }
        assessment.Decide(decision.Decision, decision.DecidedOn, clock.Today);
        audit.Record(new DecisionRecorded(assessment.Keys, decision.Decision, decision.DecidedOn));
        var toAssess = decision.Decision == AssessmentDecision.Assess;
        var closed = await UnansweredRequests.CloseAsync(db, audit, outbox, assessment.Keys,
            toAssess ? "Not sent before the decision to assess; statutory advice is asked for instead" : "The local authority decided not to assess",
            clock.UtcNow, unsentOnly: toAssess, ct);
        var prepared = toAssess ? await AskHealthAsync(assessment, ct) : 0;
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException)
        {
            // the other half of a double click has just said the same
            var now = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == assessment.Id, ct);
            if (!Stands(now, decision)) { throw; }
            return new(now.Keys, DueOf(now), 0, 0);
        }
        return new(assessment.Keys, DueOf(assessment), prepared, closed);
    }

    private static bool Stands(Assessment assessment, DecisionToRecord decision) =>
        assessment.Decision == decision.Decision && assessment.DecidedOn == decision.DecidedOn;

    private static DateOnly? DueOf(Assessment assessment) =>
        assessment.AdviceRequestReceivedOn is { } on ? StatutoryClock.ForHealthAdvice(on).Due : null;

    private async Task<int> AskHealthAsync(Assessment assessment, CancellationToken ct)
    {
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        var prepared = await preparation.PrepareAsync(assessment, named, ct);
        var inbox = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => i.DcoInbox).SingleAsync(ct);
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => new { a.Name, a.CountsDayOfReceipt }).SingleAsync(ct);
        outbox.Queue("notification-received", inbox, $"decision:{assessment.Id:N}", $"/assessments/{assessment.Reference}", new Dictionary<string, string>
        {
            ["reference"] = assessment.Reference,
            ["authority-name"] = authority.Name,
            ["stage"] = AssessmentStarts.MustAssess(assessment.StartedBy) ? "The local authority has told the family that it will assess" : $"The local authority has decided {RouteWords.ToAssess(assessment.StartedBy)}",
            ["received-on"] = UkText.LongDate(clock.Today),
            ["due-on"] = DueWords.InEmail(StatutoryClock.ForHealthAdvice(clock.Today, BoardClockSettings.Convention(authority.CountsDayOfReceipt))),
        }, assessment.Keys);
        return prepared.Count;
    }
}
