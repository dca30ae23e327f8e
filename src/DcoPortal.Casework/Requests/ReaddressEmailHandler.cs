namespace DcoPortal.Casework.Requests;

/// <summary>
/// Addresses an email that waited to the present holder of the request, as far as the family's wishes allow. When the holder is
/// away, the request moves to the cover in the same save.
/// </summary>
public sealed class ReaddressEmailHandler(PortalDb db, Change change, HandoverHandler handover, UkClock clock)
{
    /// <summary>Gives the email the address of the present holder.</summary>
    /// <returns>The address; null when the email must not go, because the present holder has been told since.</returns>
    public Task<Outcome<string?>> HandleAsync(Guid emailId, CancellationToken ct) => change.MakeAsync<string?>(async () =>
    {
        var email = await db.Emails.SingleAsync(e => e.Id == emailId, ct);
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == email.AdviceRequestId, ct);
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        if (delivery.To.Equals(email.To, StringComparison.OrdinalIgnoreCase)) { return Outcome.Already.With<string?>(email.To); }
        if (await db.Emails.AnyAsync(e => e.AdviceRequestId == request.Id && e.IsForHolder && e.To == delivery.To && e.QueuedUtc >= email.QueuedUtc && e.Id != emailId, ct))
        {
            (email.NextAttemptUtc, email.ClaimedUntilUtc, email.DismissedUtc) = (null, null, clock.UtcNow);
            email.LastError = "Whoever has the request now has been told since.";
            return Outcome.Done.With<string?>(null);
        }
        email.To = delivery.To;
        handover.Apply(request, directory, delivery);
        return email.To;
    }, ct);
}
