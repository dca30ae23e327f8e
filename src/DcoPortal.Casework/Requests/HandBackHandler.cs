using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>Gives a request back to the DCO service, which is told. Health's time goes on.</summary>
public sealed class HandBackHandler(PortalDb db, ClockSettingsQuery settings, AuditTrail audit, Outbox outbox, UkClock clock, CurrentPerson person)
{
    private const int DoubleClickMinutes = 5;

    /// <summary>Gives it back.</summary>
    /// <returns>False when there is no such request in scope.</returns>
    /// <exception cref="Domain.DomainRuleException">It does not wait for an answer.</exception>
    public async Task<bool> HandleAsync(Guid id, string reason, CancellationToken ct)
    {
        var request = await db.AdviceRequests.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return false; }
        var service = await db.Services.Where(s => s.Id == request.ServiceId)
            .Select(s => new { s.Name, Provider = db.Providers.Where(p => p.Id == s.ProviderId).Select(p => p.Name).First() }).SingleAsync(ct);
        audit.Record(request.GiveBack(reason, service.Name, clock.UtcNow));
        // recorded by the DCO service itself: it need not be told
        if (person.Scope.Kind != ScopeKind.DcoService) { await QueueAsync(request, service.Name, service.Provider, ct); }
        try { await db.SaveChangesAsync(ct); }
        catch (DbUpdateException)
        {
            // a double click in the same moment: the first one gave it back, unless it was something else
            db.ChangeTracker.Clear();
            if (await JustHandedBackAsync(id, ct) is null) { throw; }
        }
        return true;
    }

    /// <summary>The reference of a request that this person gave back a moment ago, or null.</summary>
    public async Task<string?> JustHandedBackAsync(Guid id, CancellationToken ct)
    {
        var since = clock.UtcNow.AddMinutes(-DoubleClickMinutes);
        return await db.AuditEntries.AsNoTracking()
            .Where(e => e.AdviceRequestId == id && e.Fact == nameof(RequestHandedBack) && e.UserId == person.Scope.UserId && e.AtUtc >= since)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => e.AssessmentReference).FirstOrDefaultAsync(ct);
    }

    private async Task QueueAsync(AdviceRequest request, string service, string provider, CancellationToken ct)
    {
        var inbox = await db.Icbs.Where(i => i.Id == request.IcbId).Select(i => i.DcoInbox).SingleAsync(ct);
        var local = await settings.ForAsync(request.LocalAuthorityId, request.IcbId, ct);
        // the round names the event: given back twice is told twice, a double click once
        outbox.Queue("request-handed-back", inbox, $"handed-back:{request.Id}:{request.Round}", $"/assessments/{request.AssessmentReference}/request-advice",
            new Dictionary<string, string>
            {
                ["reference"] = request.AssessmentReference,
                ["stage"] = request.Kind.Stage(),
                ["due-on"] = DueWords.InEmail(request.DeadlineWith(local)),
                ["service-name"] = service,
                ["provider-name"] = provider,
            }, request.Keys, request.Id);
    }
}
