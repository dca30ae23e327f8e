using DcoPortal.Casework.Access;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Exemptions;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Statutory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Exemptions;

/// <summary>An exemption to record.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Answers">Its facts and the second limb.</param>
/// <param name="Evidence">What shows the facts.</param>
/// <param name="DecidedBy">Who decided to rely on it.</param>
/// <param name="DecidedOn">When (Europe/London).</param>
/// <param name="FamilyToldOn">The day the family was told, or null (Europe/London).</param>
/// <param name="ExpectedOn">When it is now expected, or null (Europe/London).</param>
public sealed record ExemptionToRecord(
    ExemptionGround Ground, ExemptionAnswers Answers, string Evidence, string DecidedBy, DateOnly DecidedOn, DateOnly? FamilyToldOn = null, DateOnly? ExpectedOn = null);

/// <summary>What became of it.</summary>
/// <param name="Judgement">The rules' judgement; nothing was recorded unless it may be relied on.</param>
/// <param name="ExemptionId">The recorded exemption, or null.</param>
public sealed record ExemptionResult(ExemptionJudgement Judgement, Guid? ExemptionId);

/// <summary>Records an exemption beside a due date that stands: health's on a request, or the authority's on one of its limits.</summary>
public sealed class RecordExemptionHandler(PortalDb db, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Records health's (regulation 8(2)). The same ground on the same dates twice is recorded once.</summary>
    /// <returns>Null when there is no such request in scope.</returns>
    /// <exception cref="DomainRuleException">The request has ended, was not sent or has a local target.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the request in the same moment.</exception>
    public async Task<ExemptionResult?> ForRequestAsync(Guid id, ExemptionToRecord what, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        if (ExemptibleRequests.Refusal(request) is { } why) { throw new DomainRuleException(why); }
        var beside = db.Exemptions.Where(e => e.AdviceRequestId == id);
        return await RecordAsync(beside, request.Deadline, what, request.Keys, id, name => new Exemption(request) { Impractical = what.Answers.ImpracticalBecause!.Trim(), DecidedByName = what.DecidedBy, RecordedByName = name }, () =>
        {
            request.NoteExemption(stands: true);
            db.Entry(request).Property(r => r.Version).IsModified = true;
        }, ct);
    }

    /// <summary>Records the authority's (regulations 5(4), 10(4) and 13(3)). The same ground on the same dates twice is recorded once.</summary>
    /// <returns>Null when there is no such assessment in scope, or the limit is none of the authority's three.</returns>
    /// <exception cref="DomainRuleException">The limit does not bind the authority on this assessment.</exception>
    /// <exception cref="DbUpdateConcurrencyException">Somebody else changed the assessment in the same moment.</exception>
    public async Task<ExemptionResult?> ForLimitAsync(string reference, DeadlineKind limit, ExemptionToRecord what, CancellationToken ct)
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null || AuthorityLimits.Find(assessment, limit) is not { } found) { return null; }
        if (ExemptibleLimits.Refusal(found) is { } why) { throw new DomainRuleException(why); }
        var beside = db.Exemptions.Where(e => e.AssessmentId == assessment.Id && e.AdviceRequestId == null && e.Limit == limit);
        return await RecordAsync(beside, found.Deadline, what, assessment.Keys, null, name => new Exemption(assessment, limit) { Impractical = what.Answers.ImpracticalBecause!.Trim(), DecidedByName = what.DecidedBy, RecordedByName = name },
            () => db.Entry(assessment).Property(a => a.Version).IsModified = true, ct);
    }

    /// <param name="beside">Exemptions of the same limit.</param>
    /// <param name="deadline">The deadline, judged on what the database holds now.</param>
    /// <param name="what">What to record.</param>
    /// <param name="keys">The case.</param>
    /// <param name="requestId">The request, or null.</param>
    /// <param name="make">A new row, recorded by the person named.</param>
    /// <param name="touch">Changes the version of the record the limit is on, so that of two saves in one moment one fails.</param>
    /// <param name="ct">Stops the work.</param>
    private async Task<ExemptionResult> RecordAsync(IQueryable<Exemption> beside, Deadline deadline, ExemptionToRecord what, CaseKeys keys, Guid? requestId, Func<string, Exemption> make, Action touch, CancellationToken ct)
    {
        var judgement = ExemptionRules.Judge(deadline, what.Ground, what.Answers);
        if (!judgement.MayBeReliedOn) { return new(judgement, null); }
        // the row is made before it is looked for, so that both halves of a double click compare the same dates
        var row = make(person.Actor.Name);
        row.RestOn(what.Ground, what.Answers.FactsOf(ExemptionRules.Listed(deadline.Rule, what.Ground)!)!);
        row.Evidence = what.Evidence;
        row.DecidedOn = what.DecidedOn;
        row.FamilyToldOn = what.FamilyToldOn;
        row.ExpectedOn = what.ExpectedOn;
        row.RecordedOn = clock.Today;
        var same = beside.AsNoTracking().Where(e => e.WithdrawnUtc == null && e.Ground == row.Ground && e.FromOn == row.FromOn && e.UntilOn == row.UntilOn && e.SettingAskedOn == row.SettingAskedOn).Select(e => (Guid?)e.Id);
        if (await same.FirstOrDefaultAsync(ct) is { } before) { return new(judgement, before); }
        db.Exemptions.Add(row);
        touch();
        audit.Record(new ExemptionRecorded(keys, requestId, deadline.Due, ExemptionAuditWords.Of(row, deadline), row.Impractical));
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateConcurrencyException)
        {
            // the other half of a double click has just recorded the same
            if (await same.FirstOrDefaultAsync(ct) is not { } other) { throw; }
            return new(judgement, other);
        }
        return new(judgement, row.Id);
    }
}
