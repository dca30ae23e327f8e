using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Gives a request to a colleague of the same service, or back to the service; who is away is covered for. The due date does not change.</summary>
public sealed class PassOnHandler(PortalDb db, ClockSettingsQuery settings, AuditTrail audit, Outbox outbox, HandoverHandler handover, UkClock clock)
{
    /// <summary>Passes it on.</summary>
    /// <param name="id">The request.</param>
    /// <param name="professionalId">The colleague, or null for back to the service.</param>
    /// <param name="reason">Why, or null.</param>
    /// <returns>Whom it is with now, or null when there is no such request or colleague in scope.</returns>
    /// <exception cref="Domain.DomainRuleException">It has been answered, or the colleague works elsewhere.</exception>
    public async Task<string?> HandleAsync(Guid id, Guid? professionalId, string? reason, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return null; }
        var service = await db.Services.AsNoTracking().SingleAsync(s => s.Id == request.ServiceId, ct);
        var to = professionalId is { } p ? await db.Professionals.AsNoTracking().SingleOrDefaultAsync(x => x.Id == p && x.IsActive, ct) : null;
        if (professionalId is not null && to is null) { return null; }
        var toName = to?.FullName ?? service.Name;
        if (request.ProfessionalId == professionalId) { return toName; }
        var fromName = await db.Professionals.Where(x => x.Id == request.ProfessionalId).Select(x => x.FullName).SingleOrDefaultAsync(ct) ?? service.Name;
        var from = request.ProfessionalId;
        audit.Record(request.PassTo(to, fromName, toName, string.IsNullOrWhiteSpace(reason) ? null : reason.Trim(), clock.UtcNow));
        var (address, name) = to is null ? (service.Inbox, toName) : await ReaderAsync(request, to, from, ct);
        await QueueAsync(request, service, address, ct);
        await db.SaveChangesAsync(ct);
        return name;
    }

    /// <summary>
    /// Who reads the email, and who has the request then: whom it was passed to, or who covers for them, unless the family may not want
    /// that: then the DCO service hears. Who covers and passes it to the person who is away means that person.
    /// </summary>
    private async Task<(string Address, string Name)> ReaderAsync(AdviceRequest request, Professional to, Guid? from, CancellationToken ct)
    {
        var directory = await AskableDirectoryQuery.AroundAsync(db, [request], ct);
        var parties = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
        var delivery = await handover.DeliveryAsync(request, directory, parties, clock.Today, ct);
        if (delivery.IsToDcoService) { return (delivery.To, to.FullName); }
        if (delivery.Cover is not { } cover || cover.Id == from) { return (to.Email, to.FullName); }
        handover.Apply(request, directory, delivery);
        return (cover.Email, cover.FullName);
    }

    private async Task QueueAsync(AdviceRequest request, HealthService service, string to, CancellationToken ct)
    {
        var contact = await db.Icbs.Where(i => i.Id == request.IcbId).Select(i => i.DcoInbox).SingleAsync(ct);
        var local = await settings.ForAsync(request.LocalAuthorityId, request.IcbId, ct);
        // the move names the event: passing back and forth is told each time, a double click once
        outbox.Queue("request-passed-on", to, $"passed:{request.Id}:{request.MoveCount}", AdviceEmails.Path(request),
            new Dictionary<string, string>
            {
                ["reference"] = request.AssessmentReference,
                ["stage"] = request.Kind.Stage(),
                ["due-on"] = DueWords.InEmail(request.DeadlineWith(local)),
                ["service-name"] = service.Name,
                ["contact"] = contact,
            }, request.Keys, request.Id);
    }
}
