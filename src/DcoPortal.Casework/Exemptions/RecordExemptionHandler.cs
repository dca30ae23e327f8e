using DcoPortal.Casework.Assessments;
using DcoPortal.Domain.Exemptions;

namespace DcoPortal.Casework.Exemptions;

/// <summary>An exemption to record.</summary>
/// <param name="Ground">The ground.</param>
/// <param name="Answers">Its facts and the second limb.</param>
/// <param name="Evidence">What shows the facts.</param>
/// <param name="DecidedBy">The person or body that decided to rely on the exemption.</param>
/// <param name="DecidedOn">The day of that decision (Europe/London).</param>
/// <param name="FamilyToldOn">The day the family was told, or null (Europe/London).</param>
/// <param name="ExpectedOn">The day the work is now expected, or null (Europe/London).</param>
public sealed record ExemptionToRecord(
    ExemptionGround Ground, ExemptionAnswers Answers, string Evidence, string DecidedBy, DateOnly DecidedOn, DateOnly? FamilyToldOn = null, DateOnly? ExpectedOn = null);

/// <summary>What recording the exemption did.</summary>
/// <param name="Judgement">The rules' judgement; nothing was recorded unless it may be relied on.</param>
/// <param name="ExemptionId">The recorded exemption, or null.</param>
public sealed record ExemptionResult(ExemptionJudgement Judgement, Guid? ExemptionId);

/// <summary>Records an exemption beside a due date that stands: health's on a request, or the authority's on one of its limits.</summary>
public sealed class RecordExemptionHandler(PortalDb db, Change change, ExpectedAnswers expected, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>The value under which an exemption of the same ground and days is told.</summary>
    public const string SameField = "Ground";

    /// <summary>Records health's (regulation 8(2)). The same ground on the same dates twice is recorded once.</summary>
    /// <returns>Refused when the facts do not meet the ground, with the judgement to tell; or when the request has ended, was not sent or has a local target.</returns>
    public Task<Outcome<ExemptionResult>> ForRequestAsync(Guid id, ExemptionToRecord what, CancellationToken ct) => change.MakeAsync<ExemptionResult>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (Exemption.RefusalOn(request) is { } why) { return Outcome.Refused(why); }
        var beside = db.Exemptions.Where(e => e.AdviceRequestId == id);
        return await RecordAsync(beside, request.Deadline, what, request.Keys, id, grounds => new Exemption(request, grounds), () =>
        {
            request.NoteExemption(request.ExcusedBy ?? what.Ground);
            db.Entry(request).Property(r => r.Version).IsModified = true;
            return expected.TakeOnAsync(request, what.ExpectedOn, ct);
        }, ct);
    }, ct);

    /// <summary>Records the authority's (regulations 5(4), 10(4) and 13(3)). The same ground on the same dates twice is recorded once.</summary>
    /// <returns>Not found also when the limit is none of the authority's three; refused when the facts do not meet the ground, with the judgement to tell, or when the limit does not bind the authority.</returns>
    public Task<Outcome<ExemptionResult>> ForLimitAsync(string reference, DeadlineKind limit, ExemptionToRecord what, CancellationToken ct) => change.MakeAsync<ExemptionResult>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null || AuthorityLimits.Find(assessment, limit) is not { } found) { return Outcome.NotFound; }
        if (ExemptibleLimits.Refusal(found) is { } why) { return Outcome.Refused(why); }
        var beside = db.Exemptions.Where(e => e.AssessmentId == assessment.Id && e.AdviceRequestId == null && e.Limit == limit);
        return await RecordAsync(beside, found.Deadline, what, assessment.Keys, null, grounds => new Exemption(assessment, limit, grounds),
            () =>
            {
                db.Entry(assessment).Property(a => a.Version).IsModified = true;
                return Task.CompletedTask;
            }, ct);
    }, ct);

    private static (string?, string, string, DateOnly, DateOnly?, DateOnly?) Says(Exemption e) => (e.Evidence, e.Impractical, e.DecidedByName, e.DecidedOn, e.FamilyToldOn, e.ExpectedOn);

    /// <param name="beside">The exemptions of the same limit.</param>
    /// <param name="deadline">The deadline, judged on what the database holds now.</param>
    /// <param name="what">The exemption to record.</param>
    /// <param name="keys">The case.</param>
    /// <param name="requestId">The request, or null.</param>
    /// <param name="make">Makes a new row on its grounds.</param>
    /// <param name="touch">Changes the version of the record the limit is on, so that of two saves in one moment one fails.</param>
    /// <param name="ct">Stops the work.</param>
    private async Task<Outcome<ExemptionResult>> RecordAsync(IQueryable<Exemption> beside, Deadline deadline, ExemptionToRecord what, CaseKeys keys, Guid? requestId, Func<ExemptionGrounds, Exemption> make, Func<Task> touch, CancellationToken ct)
    {
        var judgement = ExemptionRules.Judge(deadline, what.Ground, what.Answers);
        if (!judgement.MayBeReliedOn) { return Outcome.Refused(judgement.Reason).With(new ExemptionResult(judgement, null)); }
        var facts = what.Answers.FactsOf(ExemptionRules.Listed(deadline.Rule, what.Ground)!)!;
        // the row is made before it is looked for, so that both halves of a double click compare the same dates
        var row = make(new(what.Ground, facts, what.Answers.ImpracticalBecause!, what.Evidence, what.DecidedBy, what.DecidedOn, person.Actor.Name, clock.Today, what.FamilyToldOn, what.ExpectedOn));
        var same = beside.AsNoTracking().Where(e => e.WithdrawnUtc == null && e.Ground == row.Ground && e.FromOn == row.FromOn && e.UntilOn == row.UntilOn && e.SettingAskedOn == row.SettingAskedOn);
        if (await same.FirstOrDefaultAsync(ct) is { } before)
        {
            // the second click; a colleague who says more of it adds that to the one there is
            return Says(before) == Says(row) ? Outcome.Already.With(new ExemptionResult(judgement, before.Id))
                : Outcome.Refused($"{before.RecordedByName} recorded this ground with these days on {UkText.LongDate(before.RecordedOn)}: open that one, and correct it or add to it. What you typed is below", SameField).With(new ExemptionResult(judgement, before.Id));
        }
        db.Exemptions.Add(row);
        await touch();
        audit.Record(new ExemptionRecorded(keys, requestId, deadline.Due, ExemptionAuditWords.Of(row, deadline), row.Impractical));
        return new ExemptionResult(judgement, row.Id);
    }
}
