using DcoPortal.Casework.Exemptions;

namespace DcoPortal.Casework.Requests;

/// <summary>Opens a closed or withdrawn request again: it is where it was before it ended, and a service that owes an answer is told.</summary>
public sealed class ReopenHandler(PortalDb db, Change change, AuditTrail audit, RequestEmails emails, HandoverHandler handover, ExcludedHolder excluded, ExcusedRequests excused, UkClock clock)
{
    /// <summary>Opens it again. A second click changes nothing.</summary>
    /// <returns>Refused when the assessment has ended, or the same service was asked again.</returns>
    public Task<Outcome> HandleAsync(Guid id, string because, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        if (request.Stage != RequestStage.Closed) { return Outcome.Already; }
        if (await WhyNotAsync(request, ct) is { } why) { return Outcome.Refused(why); }
        if (await db.AdviceRequests.AnyAsync(r => r.AssessmentId == request.AssessmentId && r.DuplicateKey == request.KeyBeforeEnd, ct)) { return Outcome.Refused("The same service was asked again since. Nothing was changed."); }
        if (!await db.Services.AnyAsync(s => s.Id == request.ServiceId && s.IsActive, ct)) { return Outcome.Refused("By the directory this service is no longer asked. Ask another with Request advice."); }
        if (request.SentUtc is not null && await excluded.IsMeantAsync(request, ct)) { return Outcome.Refused(ExcludedHolder.Rule); }
        var before = await db.RequestMoves.Where(m => m.AdviceRequestId == id && m.ToStage == RequestStage.Closed && m.FromStage != RequestStage.Closed).OrderByDescending(m => m.Number).Select(m => m.FromStage).FirstAsync(ct);
        await ReopenInThisSaveAsync(request, before, because.Trim(), ct);
        return Outcome.Done;
    }, ct);

    /// <summary>Why the request stays closed as the case stands, or null: the assessment has ended, or a request of its kind is not asked for any more.</summary>
    public async Task<string?> WhyNotAsync(AdviceRequest request, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct);
        return (request.Kind, assessment) switch
        {
            (_, null or { Outcome: not null }) => "The assessment has ended, so its requests stay closed unless its outcome is taken back.",
            (_, { IsOpen: false }) => "The assessment has ended, so its requests stay closed: the authority has decided not to assess.",
            (AdviceKind.Statutory, { Decision: not AssessmentDecision.Assess }) => "The authority’s decision to assess was taken back, so advice is not asked for by law. Once it decides again, ask anew with Request advice.",
            (AdviceKind.EarlyInformation, { Decision: AssessmentDecision.Assess }) => "The authority has decided to assess since, so early information is not asked for any more. Statutory advice is a new request: ask for it with Request advice.",
            _ => null,
        };
    }

    // the service went to another provider while it was closed
    private async Task FollowServiceAsync(AdviceRequest request, CancellationToken ct)
    {
        if (await db.Services.Where(s => s.Id == request.ServiceId && s.ProviderId != request.ProviderId).Select(s => (Guid?)s.ProviderId).SingleOrDefaultAsync(ct) is not { } now) { return; }
        var names = await db.Providers.Where(p => p.Id == now || p.Id == request.ProviderId).ToDictionaryAsync(p => p.Id, p => p.ShortName, ct);
        if (request.FollowService(now, names.GetValueOrDefault(request.ProviderId, ""), names.GetValueOrDefault(now, "")) is { } fact) { audit.Record(fact); }
    }

    /// <summary>Opens it again in the caller's save.</summary>
    internal async Task ReopenInThisSaveAsync(AdviceRequest request, RequestStage before, string because, CancellationToken ct)
    {
        var ended = request.ClosedUtc;
        // a case that goes on in this very save has no end any more, and the email must not say that it has
        if (db.Assessments.Local.FirstOrDefault(a => a.Id == request.AssessmentId) is { } assessment) { request.CaseEnds(assessment.OutcomeOn); }
        audit.Record(request.Reopen(before, because, clock.UtcNow));
        await CountedOnce.OpenedAgainAsync(db, request, ct);
        await FollowServiceAsync(request, ct);
        var due = request.DueOn;
        if (request.FollowDayOf(await db.Assessments.SingleAsync(a => a.Id == request.AssessmentId, ct)))
        {
            audit.Record(new RequestDateCorrected(request.Keys, request.Id, due, request.DueOn, "The day that the case has was put right while the request was closed"));
            await excused.RenewAsync([request], null, ct);
        }
        if (ended is { } utc) { await excluded.DoubtIfWishedSinceAsync(request, utc, ct); }
        // whom the family may exclude hears nothing more until the DCO service has decided
        if (!request.Stage.IsOutstanding() || request.SharingDoubtUtc is not null) { return; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        emails.QueueReopened(request, directory, parties, delivery);
        handover.Apply(request, directory, delivery);
    }
}
