using DcoPortal.Domain;

namespace DcoPortal.Casework.Requests;

/// <summary>Says that no new version or addendum is needed after all: the request is returned as before, and the other side is told.</summary>
public sealed class LetStandHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, BegunAnswerQuery beginnings, SetAsideEmails setAside, AllNilAlarmHandler alarm, CurrentPerson person, UkClock clock)
{
    /// <summary>Lets the answer stand. A second click changes nothing.</summary>
    /// <param name="id">The request.</param>
    /// <param name="because">Why, or null.</param>
    /// <param name="answerSeen">Whether a new answer that is submitted already is set aside too.</param>
    /// <param name="round">The asking that the person saw.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when a new answer was submitted, or something else asked for, that the person did not see; refused when nothing was returned before.</returns>
    public async Task<Outcome> HandleAsync(Guid id, string? because, bool answerSeen, int round, CancellationToken ct)
    {
        Guid? withoutAdvice = null;
        var outcome = await change.MakeAsync(async () =>
        {
            var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            if (!answerSeen && request.Stage is RequestStage.ToCheck or RequestStage.ToReturn) { return Outcome.ChangedMeanwhile; }
            // what was asked since, or added, nobody has read
            if (request.Stage == RequestStage.Reopened && request.Round != round) { return Outcome.ChangedMeanwhile; }
            if (!await LetStandInThisSaveAsync(request, because, ct)) { return Outcome.Already; }
            // a child whose every service has none is the Designated Clinical Officer's to decide
            if (request.HasNoAdvice)
            {
                await alarm.QueueAsync(request, ct);
                withoutAdvice = request.AssessmentId;
            }
            return Outcome.Done;
        }, ct);
        if (outcome.Kind == OutcomeKind.Done && withoutAdvice is { } assessment) { await alarm.LookAgainAsync(assessment, ct); }
        return outcome;
    }

    /// <summary>Lets the answer stand in the caller's save.</summary>
    /// <returns>Whether a new answer had been asked for.</returns>
    internal async Task<bool> LetStandInThisSaveAsync(AdviceRequest request, string? because, CancellationToken ct)
    {
        var begun = request.Stage == RequestStage.Reopened ? await beginnings.OfAsync(request, ct) : null;
        var waited = request.Stage == RequestStage.Reopened;
        var last = await db.ReturnedAnswers.Where(a => a.AdviceRequestId == request.Id).OrderBy(a => a.WithdrawnUtc != null).ThenByDescending(a => a.ReturnedUtc).ThenByDescending(a => a.Id).FirstOrDefaultAsync(ct);
        // a service reads nothing that was withdrawn: whether an answer in its place is needed, the DCO service says
        if (last is null) { throw new DomainRuleException(request.ReturnedOn is null ? RequestMove.LetStand.Rule().Refusal : "The answer that was returned is withdrawn. Tell the DCO service if nothing is to take its place."); }
        if (request.LetStand(last, because, clock.UtcNow) is not { } stands) { return false; }
        audit.Record(stands);
        await setAside.QueueAsync(request, begun, "It was said that nothing more is needed", ct);
        var isService = db.Scope.Kind == ScopeKind.HealthService;
        if (!isService && !waited) { return true; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        emails.QueueAnswerStands(request, directory, await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct), person.Actor.Organisation, isService);
        return true;
    }
}
