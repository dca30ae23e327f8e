using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Gives a request to the person who gets its email, who could not open the link otherwise. It moves only together with an
/// email, and never to a cover whom the family may have meant by "do not share with".
/// </summary>
public sealed class HandoverHandler(PortalDb db, WishesInForce wishes, AuditTrail audit, RequestEmails emails, UkClock clock)
{
    /// <summary>Where an email about a request goes today. A request that its cover has not begun first goes back to the service that was asked.</summary>
    /// <param name="request">A request that can be answered, about which an email is about to go.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="parties">The two sides of the case: what the cover may not see goes to the DCO service.</param>
    /// <param name="today">Today (Europe/London).</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Delivery> DeliveryAsync(AdviceRequest request, AskableDirectory directory, CaseParties parties, DateOnly today, CancellationToken ct)
    {
        if (BackTo(request.CoverForServiceId, request.AcknowledgedUtc, request.ProfessionalId, directory, today) is { } asked
            && !SharingWishes.MayMean(await wishes.OfAsync(request, ct), AskTarget.Of(asked), directory, today) && !await HasBegunAsync(request, ct))
        {
            ComeBack(request, asked, directory, parties);
        }

        var target = new AskTarget(request.ServiceId, request.ProfessionalId);
        var delivery = directory.DeliveryFor(target, today);
        // whom the family excludes is asked only where somebody else would get it: most emails go to the holder
        if (!delivery.HolderIsAway) { return delivery; }
        var wish = await wishes.OfAsync(request, ct);
        return SharingWishes.KeepsFromCover(wish, target, delivery, directory, string.IsNullOrWhiteSpace(wish) ? directory : await AskableDirectoryQuery.OfBoardAsync(db, request.IcbId, ct))
            ? Delivery.ToDcoService(parties.Dco.Inbox)
            : delivery;
    }

    /// <summary>Whether the cover saved, uploaded or sent an answer since it first opened the request. Older work is the absent service's.</summary>
    private async Task<bool> HasBegunAsync(AdviceRequest request, CancellationToken ct) => request.FirstOpenedUtc is { } opened
        && (request.SentBackUtc >= opened
            || await db.AdviceResponses.AnyAsync(r => r.Id == request.Id && r.SavedUtc >= opened, ct)
            || await db.Documents.AnyAsync(d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null && d.UploadedUtc >= opened, ct));

    /// <summary>When the holder is away or has left, passes a sent request to the cover, else to the whole service, in the caller's save.</summary>
    /// <param name="request">A request that can be answered.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="delivery">Where the request's email goes.</param>
    public void Apply(AdviceRequest request, AskableDirectory directory, Delivery delivery)
    {
        if (!delivery.HolderIsAway) { return; }
        if (delivery.CoverService is { } covering)
        {
            var away = directory.ServiceName(request.ServiceId);
            audit.Record(request.PassToCover(covering, away, directory.ServiceName(covering.Id), clock.UtcNow));
            return;
        }

        var from = directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId));
        var to = delivery.Cover?.FullName ?? directory.ServiceName(request.ServiceId);
        audit.Record(request.PassTo(delivery.Cover, from, to, $"{from} is away", clock.UtcNow));
    }

    /// <summary>The service that was asked, when it is back and the cover has neither acknowledged nor assigned the request; else null.</summary>
    public static HealthService? BackTo(Guid? coverForServiceId, DateTime? acknowledgedUtc, Guid? professionalId, AskableDirectory directory, DateOnly today) =>
        coverForServiceId is { } id && acknowledgedUtc is null && professionalId is null && directory.Service(id) is { } asked
            && !asked.IsAwayOn(today) && directory.CanBeAsked(AskTarget.Of(asked)) ? asked : null;

    private void ComeBack(AdviceRequest request, HealthService asked, AskableDirectory directory, CaseParties parties)
    {
        var covering = directory.Service(request.ServiceId);
        audit.Record(request.ComeBackFromCover(asked, directory.ServiceName(request.ServiceId), directory.ServiceName(asked.Id), clock.UtcNow));
        if (covering is not null) { emails.QueueBackFromCover(request, covering, directory, parties); }
    }
}
