using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Assessments;

/// <summary>The outcome to record.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="On">The day it ended (Europe/London).</param>
/// <param name="Version">The assessment as the person saw it, or null to take it as it is.</param>
/// <param name="PlanSentOn">The day the final plan was sent to health (reg 13(2)(c)), or null (Europe/London).</param>
public sealed record OutcomeToRecord(string Reference, AssessmentOutcome Outcome, DateOnly On, Guid? Version = null, DateOnly? PlanSentOn = null);

/// <summary>What was recorded.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="Closed">Requests closed because nobody needs to answer them any more.</param>
public sealed record OutcomeRecordedResult(CaseKeys Keys, int Closed);

/// <summary>Records how an assessment ended, and closes the requests that are still unanswered.</summary>
public sealed class RecordOutcomeHandler(PortalDb db, AuditTrail audit, Outbox outbox, UkClock clock)
{
    /// <summary>Records it. Saying the same thing twice changes nothing and is no error.</summary>
    /// <returns>Null when the person has no such assessment.</returns>
    /// <exception cref="DomainRuleException">It ended already, was refused, has no decision to assess that the outcome needs, or the dates are out of order.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Someone else changed the assessment since the person saw it.</exception>
    public async Task<OutcomeRecordedResult?> HandleAsync(OutcomeToRecord outcome, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == outcome.Reference, ct);
        if (assessment is null) { return null; }
        if (Stands(assessment, outcome)) { return new(assessment.Keys, 0); }
        if (assessment.Decision == AssessmentDecision.DoNotAssess) { throw new DomainRuleException("The authority decided not to assess, so this assessment has already ended."); }
        if (NeedsAssessment(outcome.Outcome) && assessment.Decision is null) { throw new DomainRuleException("Record the decision to assess first."); }
        if (NeedsAssessment(outcome.Outcome) && outcome.On < assessment.DecidedOn) { throw new DomainRuleException("The outcome cannot be before the decision to assess."); }
        if (outcome.Version is { } seen) { db.Entry(assessment).Property(a => a.Version).OriginalValue = seen; }
        assessment.End(outcome.Outcome, outcome.On, clock.Today);
        audit.Record(new OutcomeRecorded(assessment.Keys, outcome.Outcome, outcome.On));
        if (outcome.PlanSentOn is { } sentOn)
        {
            assessment.HealthToldOfOutcome(sentOn, clock.Today);
            audit.Record(new HealthToldOfOutcome(assessment.Keys, sentOn, null));
        }
        await TellHealthAsync(assessment, ct);
        var closed = await UnansweredRequests.CloseAsync(db, audit, outbox, assessment.Keys,
            $"The assessment has ended: {AssessmentWords.Of(outcome.Outcome)}", clock.UtcNow, unsentOnly: false, ct);
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException)
        {
            // the other half of a double click has just said the same
            var now = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == assessment.Id, ct);
            if (!Stands(now, outcome)) { throw; }
            return new(now.Keys, 0);
        }
        return new(assessment.Keys, closed);
    }

    private async Task TellHealthAsync(Assessment assessment, CancellationToken ct)
    {
        var inbox = await db.Icbs.Where(i => i.Id == assessment.IcbId).Select(i => i.DcoInbox).SingleAsync(ct);
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        outbox.Queue("assessment-ended", inbox, $"ended:{assessment.Id:N}", $"/assessments/{assessment.Reference}",
            new Dictionary<string, string> { ["reference"] = assessment.Reference, ["authority-name"] = authority, ["stage"] = AssessmentWords.Stage(assessment.StartedBy, assessment.Decision, assessment.Outcome) }, assessment.Keys);
    }

    /// <summary>Whether an outcome can only follow a decision to assess.</summary>
    public static bool NeedsAssessment(AssessmentOutcome outcome) => outcome is AssessmentOutcome.PlanIssued or AssessmentOutcome.NoPlan;

    private static bool Stands(Assessment assessment, OutcomeToRecord outcome) => assessment.Outcome == outcome.Outcome && assessment.OutcomeOn == outcome.On;
}
