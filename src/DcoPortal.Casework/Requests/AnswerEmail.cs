using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Tells the DCO service's inbox that a request was answered, in the caller's save. One email for each round.</summary>
public sealed class AnswerEmailHandler(PortalDb db, Outbox outbox)
{
    /// <summary>Queues the email.</summary>
    public async Task QueueAsync(AdviceRequest request, CancellationToken ct)
    {
        var inbox = await db.Icbs.Where(i => i.Id == request.IcbId).Select(i => i.DcoInbox).SingleAsync(ct);
        var service = await db.Services.Where(s => s.Id == request.ServiceId).Select(s => s.Name).SingleAsync(ct);
        var provider = await db.Providers.Where(p => p.Id == request.ProviderId).Select(p => p.Name).SingleAsync(ct);
        var authority = await db.LocalAuthorities.Where(l => l.Id == request.LocalAuthorityId).Select(l => new { l.Name, l.CountsDayOfReceipt }).SingleAsync(ct);
        outbox.Queue("advice-submitted", inbox, $"submitted:{request.Id}:{request.Round}", $"/check/{request.Id}",
            new Dictionary<string, string>
            {
                ["reference"] = request.AssessmentReference,
                ["stage"] = request.Kind.Stage(),
                ["due-on"] = DueWords.InEmail(request.DeadlineWith(BoardClockSettings.Convention(authority.CountsDayOfReceipt))),
                ["service-name"] = service,
                ["provider-name"] = provider,
                ["authority-name"] = authority.Name,
            }, request.Keys, request.Id);
    }
}
