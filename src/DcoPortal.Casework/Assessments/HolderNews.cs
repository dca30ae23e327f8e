using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Assessments;

/// <summary>Tells whoever has a request of a case, or covers for them, that something about the case has changed.</summary>
public sealed class HolderNews(PortalDb db, HandoverHandler handover, UkClock clock)
{
    /// <summary>Queues an email to the holder of each request that was sent and has not ended, in the caller's save.</summary>
    /// <param name="assessment">The case.</param>
    /// <param name="requests">Its requests; those to be sent, given back or ended are passed over.</param>
    /// <param name="queue">Queues the email of a request to an address.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TellAsync(Assessment assessment, IEnumerable<AdviceRequest> requests, Action<AdviceRequest, string> queue, CancellationToken ct)
    {
        // whom the family may exclude hears nothing more until the DCO service has decided
        var told = requests.Where(r => !r.Stage.IsWithNobody() && !r.Stage.IsEnd() && r.SharingDoubtUtc is null).ToList();
        if (told.Count == 0) { return; }
        var directory = await AskableDirectoryQuery.AroundAsync(db, told, ct);
        var parties = await CaseParties.LoadAsync(db, assessment.LocalAuthorityId, assessment.IcbId, ct);
        foreach (var request in told)
        {
            var delivery = request.Stage.IsToAnswer() ? await handover.DeliveryAsync(request, directory, parties, clock.Today, ct) : directory.DeliveryFor(request, clock.Today);
            queue(request, delivery.To);
            if (request.Stage.IsToAnswer()) { handover.Apply(request, directory, delivery); }
        }
    }

    /// <summary>Queues an email to whoever had each of these returned requests, in the caller's save. Nothing is asked of them.</summary>
    public async Task TellReturnedAsync(IReadOnlyList<AdviceRequest> requests, Action<AdviceRequest, string> queue, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.AroundAsync(db, requests, ct);
        foreach (var request in requests) { queue(request, directory.DeliveryFor(request, clock.Today).To); }
    }
}
