namespace DcoPortal.Casework.Requests;

/// <summary>Sends requests that were prepared earlier: one, or every one of an assessment.</summary>
public sealed class SendPreparedHandler(PortalDb db, RequestAdviceHandler handler, SendAgainHandler again, CameAlongQuery cameAlong)
{
    /// <summary>Sends one prepared request. A second click changes nothing.</summary>
    public async Task<Outcome<RequestAdviceResult>> HandleAsync(Guid requestId, CancellationToken ct)
    {
        var found = await db.AdviceRequests.AsNoTracking().Where(r => r.Id == requestId)
            .Select(r => new { r.AssessmentReference, r.ServiceId, r.ProfessionalId, r.RequestedByFamily, r.Stage }).SingleOrDefaultAsync(ct);
        if (found is null) { return Outcome.NotFound; }
        // a request given back is sent again as itself: its key names its first target, so asking its holder could make a second one
        if (found.Stage != RequestStage.ToSend) { return await again.HandleAsync(requestId, ct); }
        // the administrator confirmed the sharing, where needed, when preparing the request
        var one = new AskOne(new AskTarget(found.ServiceId, found.ProfessionalId), found.RequestedByFamily, SharingConfirmed: true);
        return await handler.HandleAsync(new RequestAdviceCommand(found.AssessmentReference, [one], null, SendNow: true), ct);
    }

    /// <summary>Sends every prepared request of an assessment; none when the family may not want one of them and nobody has looked: the portal prepared them, or the wish has changed since; none either when the advice of one of them came along with the case.</summary>
    /// <param name="reference">The assessment.</param>
    /// <param name="sharingConfirmed">Whether the person has looked at whom the family may not want.</param>
    /// <param name="seen">The terms that the person was shown (<see cref="AskTerms.Seen"/>); null where none were.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when the requests would be of another kind, or due on another day, than the person was shown.</returns>
    public async Task<Outcome<RequestAdviceResult>> HandleAllAsync(string reference, bool sharingConfirmed, string? seen, CancellationToken ct)
    {
        var prepared = await db.AdviceRequests.AsNoTracking()
            .Where(r => r.AssessmentReference == reference && r.Stage == RequestStage.ToSend)
            .Select(r => new { r.AssessmentId, r.ServiceId, r.ProfessionalId, r.RequestedByFamily }).ToListAsync(ct);
        if (prepared is [var first, ..] && await cameAlong.OfAsync(first.AssessmentId, ct) is { Count: > 0 } along && prepared.Exists(r => along.ContainsKey(r.ServiceId))) { return new RequestAdviceResult(reference) { HasCameAlong = true }; }
        AskOne[] asked = [.. prepared.Select(r => new AskOne(new AskTarget(r.ServiceId, r.ProfessionalId), r.RequestedByFamily, sharingConfirmed))];
        return await handler.HandleAsync(new RequestAdviceCommand(reference, asked, null, SendNow: true, Seen: seen), ct);
    }
}
