using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Audit;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Advice.Shared;

/// <summary>Gives a request to whoever reads its email: a link that its reader may not open would help nobody.</summary>
public static class HandoverToCover
{
    /// <summary>
    /// Gives a request back to the service that was asked, in the caller's save: when that is there again, and the cover has
    /// neither said that it has the request nor answered it. Who has taken it on keeps it.
    /// </summary>
    /// <param name="audit">The trail.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="request">A request that can be answered, and of which an email is about to go.</param>
    /// <param name="today">Today (Europe/London).</param>
    public static void ComeBack(AuditTrail audit, AskableDirectory directory, AdviceRequest request, DateOnly today)
    {
        if (request.CoverForServiceId is not { } id || request.AcknowledgedUtc is not null || request.SentBackUtc is not null) { return; }
        if (directory.Service(id) is not { } asked || asked.IsAwayOn(today) || !directory.CanBeAsked(AskTarget.Of(asked))) { return; }
        var from = directory.ServiceName(request.ServiceId);
        request.ComeBackFromCover(asked);
        audit.Record(new RequestPassedOn(request.Keys, request.Id, from, directory.ServiceName(id), $"{asked.Name} is back"));
    }

    /// <summary>When the holder is away, passes a sent request to who covers, in the caller's save.</summary>
    /// <param name="audit">The trail.</param>
    /// <param name="directory">The directory.</param>
    /// <param name="request">A request that can be answered.</param>
    /// <param name="delivery">Where its email goes.</param>
    /// <param name="orToService">Whether, with nobody named to cover, the whole service may take it.</param>
    public static void Apply(AuditTrail audit, AskableDirectory directory, AdviceRequest request, Delivery delivery, bool orToService)
    {
        if (delivery.CoverService is { } covering)
        {
            var away = directory.ServiceName(request.ServiceId);
            request.PassToCover(covering);
            audit.Record(new RequestPassedOn(request.Keys, request.Id, away, directory.ServiceName(covering.Id), $"{away} is away"));
            return;
        }

        if (!delivery.HolderIsAway || (delivery.Cover is null && !orToService)) { return; }
        var from = directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId));
        var to = delivery.Cover?.FullName ?? directory.ServiceName(request.ServiceId);
        request.PassTo(delivery.Cover);
        audit.Record(new RequestPassedOn(request.Keys, request.Id, from, to, $"{from} is away"));
    }
}
