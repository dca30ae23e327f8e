using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Undoing;

namespace DcoPortal.Casework.Assessments;

/// <summary>The decision to record.</summary>
/// <param name="Reference">Which assessment.</param>
/// <param name="Decision">Assess or not.</param>
/// <param name="DecidedOn">The day of the decision (Europe/London).</param>
/// <param name="Version">The assessment as the person saw it, or null to take it as it is.</param>
/// <param name="ArrivedOn">The day the authority's decision arrived at health, where the DCO service records it for the authority (Europe/London).</param>
public sealed record DecisionToRecord(string Reference, AssessmentDecision Decision, DateOnly DecidedOn, Guid? Version = null, DateOnly? ArrivedOn = null);

/// <summary>What was recorded.</summary>
/// <param name="Keys">The assessment.</param>
/// <param name="AdviceDueOn">Health's due date when it is to assess, else null.</param>
/// <param name="Prepared">Requests prepared for the people the authority named.</param>
/// <param name="Closed">Requests closed because nobody needs to answer them any more.</param>
/// <param name="Undo">What takes it back for half a minute, or null.</param>
public sealed record DecisionRecordedResult(CaseKeys Keys, DateOnly? AdviceDueOn, int Prepared, int Closed, Guid? Undo = null)
{
    /// <summary>The day on which a plan was said to be needed, kept from an earlier decision and taken out because it does not fit this one (Europe/London).</summary>
    public DateOnly? PlanNeededTakenOut { get; init; }

    /// <summary>The day on which health had been asked for advice on a decision that was taken back, where it is another now (Europe/London).</summary>
    public DateOnly? HealthAskedBefore { get; init; }
}

/// <summary>
/// Records the authority's decision under s.36(3). To assess is its request for advice: health is told today, so regulation 8's
/// six weeks run from today, and requests for the people it named are prepared. Not to assess closes what is unanswered. Of a case
/// that the DCO service recorded for the authority it records the decision too: health was then told on the day it arrived.
/// </summary>
public sealed class RecordDecisionHandler(PortalDb db, Change change, AuditTrail audit, AssessmentEmails emails, UnansweredRequests unanswered, RequestPreparation preparation, UndoSteps undo, OtherSide otherSide, AccessScope scope, CurrentPerson person, UkClock clock)
{
    /// <summary>Records the decision. A second click with the same decision changes nothing.</summary>
    public Task<Outcome<DecisionRecordedResult>> HandleAsync(DecisionToRecord decision, CancellationToken ct) => change.MakeAsync<DecisionRecordedResult>(async () =>
    {
        var assessment = await db.Assessments.SingleOrDefaultAsync(a => a.Reference == decision.Reference, ct);
        if (assessment is null) { return Outcome.NotFound; }
        if (assessment.Decision == decision.Decision && assessment.DecidedOn == decision.DecidedOn) { return Outcome.Already.With(new DecisionRecordedResult(assessment.Keys, DueOf(assessment), 0, 0)); }
        var isByHealth = scope.Kind == ScopeKind.DcoService;
        if (isByHealth != decision.ArrivedOn is not null || (isByHealth && !assessment.IsRecordedByHealth)) { return Outcome.Refused("The authority logged this itself, and records its own decision."); }
        if (decision.ArrivedOn < assessment.NotifiedOn) { return Outcome.Refused($"The decision cannot have arrived before the notification, on {UkText.LongDate(assessment.NotifiedOn)}."); }
        var before = assessment.State;
        var (needed, served) = (assessment.PlanNeededOn, assessment.DraftServedOn);
        assessment.Decide(decision.Decision, decision.DecidedOn, decision.ArrivedOn ?? clock.Today);
        if (decision.Version is { } seen && seen != assessment.Version) { return Outcome.ChangedMeanwhile; }
        var authority = isByHealth ? await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct) : null;
        audit.Record(new DecisionRecorded(assessment.Keys, decision.Decision, decision.DecidedOn, authority, decision.ArrivedOn, AssessmentStarts.IsReassessment(assessment.StartedBy)));
        if (assessment.PlanNeededOn is not null) { needed = null; }
        if (needed is not null) { RecordTakenOut(assessment, needed, served); }
        var toAssess = decision.Decision == AssessmentDecision.Assess;
        var (prepared, closed) = toAssess ? await AskHealthAsync(assessment, isByHealth, ct) : ([], await unanswered.CloseAsync(assessment.Keys, "The local authority decided not to assess", ct));
        var askedBefore = toAssess && await AskedBeforeAsync(assessment.Id, ct) is { } day && day != assessment.AdviceRequestReceivedOn ? day : (DateOnly?)null;
        if (isByHealth)
        {
            // what the DCO service recorded is the authority's to check, and is put right under Correct dates
            var (to, by) = await otherSide.OfAsync(assessment, ct);
            emails.DetailsCorrected(assessment, to, by, Guid.CreateVersion7());
            return new DecisionRecordedResult(assessment.Keys, DueOf(assessment), prepared.Count, closed.Count) { PlanNeededTakenOut = needed, HealthAskedBefore = askedBefore };
        }
        var step = new UndoStep { Kind = UndoKind.Record, Case = assessment.Keys, Recorded = assessment.Recorded(before, clock.UtcNow), Requests = closed, Prepared = [.. prepared.Select(r => r.Id)] };
        return new DecisionRecordedResult(assessment.Keys, DueOf(assessment), prepared.Count, closed.Count, await undo.OfferAsync(step, ct)) { PlanNeededTakenOut = needed, HealthAskedBefore = askedBefore };
    }, ct);

    private void RecordTakenOut(Assessment assessment, DateOnly? needed, DateOnly? served)
    {
        var why = assessment.Decision == AssessmentDecision.Assess ? $"It does not fit the decision of {UkText.LongDate(assessment.DecidedOn)}" : "The authority decided not to assess";
        audit.Record(new PlanStepRecorded(assessment.Keys, PlanStep.PlanNeeded, null, needed, why));
        if (served is not null) { audit.Record(new PlanStepRecorded(assessment.Keys, PlanStep.DraftServed, null, served, why)); }
    }

    private static DateOnly? DueOf(Assessment assessment) =>
        assessment.AdviceRequestReceivedOn is { } on ? StatutoryClock.ForHealthAdvice(on).Due : null;

    private async Task<(IReadOnlyList<AdviceRequest> Prepared, IReadOnlyList<JustMade> Closed)> AskHealthAsync(Assessment assessment, bool isByHealth, CancellationToken ct)
    {
        var named = await db.InvolvedProfessionals.Where(p => p.AssessmentId == assessment.Id).ToListAsync(ct);
        // why somebody was not asked for early information says nothing of the advice that the family asked for; why somebody else is asked in their place does
        var since = await DecidedBeforeAsync(assessment.Id, ct);
        foreach (var p in named.Where(p => p is { FamilyAsked: true, NotAskedReason: not null, AskedServiceId: null } && !(p.NotAskedUtc >= since.From && p.NotAskedUtc <= since.To)))
        {
            if (p.NotAsked(assessment.Keys, null, person.Actor.Name, clock.UtcNow) is { } fact) { audit.Record(fact); }
        }
        // one that was asked already is not asked twice; what a service gave back stays for the DCO service to deal with
        var requests = await db.AdviceRequests.Where(r => r.AssessmentId == assessment.Id).NotClosed().OrderBy(r => r.PreparedUtc).ThenBy(r => r.Id).ToListAsync(ct);
        var prepared = await preparation.PrepareAsync(assessment, named, ct, requests.Select(r => r.DuplicateKey).ToHashSet());
        var unsent = requests.FindAll(r => r is { Stage: RequestStage.ToSend, Kind: AdviceKind.EarlyInformation }).ConvertAll(r => (Request: r, Before: r.State));
        prepared = await preparation.InsteadAsync(assessment, unsent.ConvertAll(u => u.Request), prepared, named, ct);
        // the DCO service that records it need not be told
        if (!isByHealth) { await emails.DecidedAsync(assessment, ct); }
        return (prepared, unsent.ConvertAll(u => u.Request.Made(RequestMove.Close, u.Before, clock.UtcNow)));
    }

    private async Task<DateOnly?> AskedBeforeAsync(Guid assessmentId, CancellationToken ct)
    {
        var before = await db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId == assessmentId && e.Fact == nameof(DecisionTakenBack)).OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => e.Before).FirstOrDefaultAsync(ct);
        return before?.Split(DecisionTakenBack.HealthAsked) is [_, var on] && DateOnly.TryParseExact(on, "yyyy-MM-dd", out var asked) ? asked : null;
    }

    // what was said while an earlier decision stood, which was taken back, was said of the advice and not of early information
    private async Task<(DateTime From, DateTime To)> DecidedBeforeAsync(Guid assessmentId, CancellationToken ct)
    {
        var facts = db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId == assessmentId);
        if (await facts.Where(e => e.Fact == nameof(DecisionTakenBack)).MaxAsync(e => (DateTime?)e.AtUtc, ct) is not { } takenBack) { return (DateTime.MaxValue, DateTime.MinValue); }
        var decided = await facts.Where(e => e.Fact == nameof(DecisionRecorded) && e.AtUtc <= takenBack).MaxAsync(e => (DateTime?)e.AtUtc, ct);
        return (decided ?? DateTime.MinValue, takenBack);
    }
}
