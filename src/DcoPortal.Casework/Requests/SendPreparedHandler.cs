namespace DcoPortal.Casework.Requests;

/// <summary>Sends requests that were prepared earlier: one, or every one of an assessment.</summary>
public sealed class SendPreparedHandler(PortalDb db, RequestAdviceHandler handler, SendAgainHandler again)
{
    /// <summary>Sends one prepared request. Sending again changes nothing.</summary>
    public async Task<Outcome<RequestAdviceResult>> HandleAsync(Guid requestId, CancellationToken ct)
    {
        var found = await db.AdviceRequests.AsNoTracking().Where(r => r.Id == requestId)
            .Select(r => new { r.AssessmentReference, r.ServiceId, r.ProfessionalId, r.RequestedByFamily, r.Stage }).SingleOrDefaultAsync(ct);
        if (found is null) { return Outcome.NotFound; }
        // whom it was asked of first is in its key: passed on and given back, it is sent again as itself, never asked anew
        if (found.Stage != RequestStage.ToSend) { return await again.HandleAsync(requestId, ct); }
        // sharing was confirmed, if need be, when it was prepared
        var one = new AskOne(new AskTarget(found.ServiceId, found.ProfessionalId), found.RequestedByFamily, SharingConfirmed: true);
        return await handler.HandleAsync(new RequestAdviceCommand(found.AssessmentReference, [one], null, SendNow: true), ct);
    }

    /// <summary>Sends every prepared request of an assessment.</summary>
    public async Task<Outcome<RequestAdviceResult>> HandleAllAsync(string reference, CancellationToken ct)
    {
        var prepared = await db.AdviceRequests.AsNoTracking()
            .Where(r => r.AssessmentReference == reference && r.Stage == RequestStage.ToSend)
            .Select(r => new { r.ServiceId, r.ProfessionalId, r.RequestedByFamily }).ToListAsync(ct);
        AskOne[] asked = [.. prepared.Select(r => new AskOne(new AskTarget(r.ServiceId, r.ProfessionalId), r.RequestedByFamily, SharingConfirmed: true))];
        return await handler.HandleAsync(new RequestAdviceCommand(reference, asked, null, SendNow: true), ct);
    }
}
