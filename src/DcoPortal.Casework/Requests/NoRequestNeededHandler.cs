using DcoPortal.Casework.Clock;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Requests;

/// <summary>Takes an assessment out of triage without a request, with the reason.</summary>
public sealed class NoRequestNeededHandler(PortalDb db, Change change, AuditTrail audit, CurrentPerson person, UkClock clock, ClockSettingsQuery settings, AskableDirectoryQuery directories)
{
    /// <summary>Takes the assessment out of triage. A second click changes nothing.</summary>
    /// <param name="reference">The assessment.</param>
    /// <param name="reason">Why nobody need be asked.</param>
    /// <param name="notAsked">Why each of those whom the authority named is not asked, where something was said.</param>
    /// <param name="seen">The terms of a request that the person was shown (<see cref="AskTerms.Seen"/>); null where none were.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when the authority has decided, or taken its decision back, since the person looked; refused where the family asked for somebody without a reason of their own, and where the authority has decided to assess and nobody was asked.</returns>
    public Task<Outcome> HandleAsync(string reference, string reason, IReadOnlyDictionary<Guid, string?> notAsked, string? seen, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        if (assessment.TriagedUtc is not null || !assessment.IsOpen) { return Outcome.Already; }
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        if (seen is not null && seen != AskTerms.Of(assessment, await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct), named.Count).Seen) { return Outcome.ChangedMeanwhile; }
        NamedUnasked.Keep(assessment, named, notAsked, audit, person.Actor.Name, clock.UtcNow);
        var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).ToListAsync(ct);
        if (NamedUnasked.WithoutReason(assessment, named, requests) is { Count: > 0 } left) { throw new DomainRuleException(NamedUnasked.Rule(left.Select(p => p.Words))); }
        // out of triage such a case would stand in no list while health's time runs
        if (assessment.Decision == AssessmentDecision.Assess && !requests.Exists(r => r.Kind == AdviceKind.Statutory && r.Stage is not (RequestStage.Closed or RequestStage.ToSend)) && named.TrueForAll(p => p.AnsweredOn is null)
            && !await db.CarriedAnswers.AnyAsync(c => c.AssessmentId == assessment.Id, ct))
        {
            throw new DomainRuleException("The authority has decided to assess, so health’s advice is asked for by law (regulation 6(1)(c)). Ask a service: if it has none, it says so.");
        }
        if (assessment.Decision == AssessmentDecision.Assess)
        {
            // no later step brings the case back for them: the one reason is why each of them is not asked
            var passedOver = NamedUnasked.Undecided(assessment, named, requests, await directories.LoadAsync(ct)).ToDictionary(p => p.Id, _ => (string?)reason.Trim());
            NamedUnasked.Keep(assessment, named, passedOver, audit, person.Actor.Name, clock.UtcNow);
        }
        assessment.Triaged(clock.UtcNow);
        audit.Record(new TriageCompletedWithoutRequests(assessment.Keys, reason.Trim()));
        return Outcome.Done;
    }, ct);
}
