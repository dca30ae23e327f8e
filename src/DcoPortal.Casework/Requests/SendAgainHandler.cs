namespace DcoPortal.Casework.Requests;

/// <summary>Sends a request that was given back to the same service again, which assigns a professional itself. The due date stays.</summary>
public sealed class SendAgainHandler(PortalDb db, Change change, AskableDirectoryQuery directories, AuditTrail audit, RequestEmails emails, HandoverHandler handover, ExcludedHolder excluded, UkClock clock)
{
    /// <summary>Sends the request. A second click changes nothing.</summary>
    /// <returns>Refused when the assessment has ended, or early information is asked for although the authority has decided to assess.</returns>
    public Task<Outcome<RequestAdviceResult>> HandleAsync(Guid id, CancellationToken ct) => change.MakeAsync<RequestAdviceResult>(async () =>
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return Outcome.NotFound; }
        var assessment = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == request.AssessmentId, ct);
        var directory = await directories.LoadAsync(ct);
        // a covering service that gave the request back covers no longer: it goes to the service that was asked first
        var asked = request.CoverForServiceId ?? request.ServiceId;
        var name = directory.ServiceName(asked);
        var result = new RequestAdviceResult(request.AssessmentReference) { DueOn = request.DueOn };
        if (RequestMove.SendAgain.Rule().In(request.Stage) == MoveVerdict.Already)
        {
            result.AlreadySent.Add(directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId)));
            return Outcome.Already.With(result);
        }
        if (!assessment.IsOpen) { return Outcome.Refused("This assessment has ended, so no more advice can be requested."); }
        if (request.Kind == AdviceKind.EarlyInformation && assessment.AdviceRequestReceivedOn is not null)
        {
            return Outcome.Refused("The authority has decided to assess since then. Statutory advice is a new request: tick the service under Request advice, or close this request and ask somebody else.");
        }
        if (await excluded.IsMeantAsync(request, ct)) { return Outcome.Refused(ExcludedHolder.Rule); }
        if (!directory.CanBeAsked(new AskTarget(asked, null))) { result.NotAskable.Add(name); return result; }
        if (request.CoverForServiceId is not null) { audit.Record(request.ComeBackFromCover(directory.Service(asked)!, directory.ServiceName(request.ServiceId), name, clock.UtcNow)); }
        audit.Record(request.Send(name, clock.UtcNow)!);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        emails.QueueSent(request, directory, parties, delivery);
        handover.Apply(request, directory, delivery);
        result.Sent.Add(name);
        return result;
    }, ct);
}
