using DcoPortal.Domain.Advice;
using DcoPortal.Domain.Audit;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Shared;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Emails;
using DcoPortal.Web.Platform.Time;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>What came of chasing.</summary>
/// <param name="Found">How many of those named are in scope.</param>
/// <param name="Chased">Chased now.</param>
/// <param name="ChasedToday">Left alone: chased today already.</param>
/// <param name="NoLongerWaiting">Left alone: answered or closed meanwhile.</param>
public sealed record ChaseResult(int Found, int Chased, int ChasedToday, int NoLongerWaiting);

/// <summary>Sends reminders, or records a call: not twice a day unless that is meant.</summary>
public sealed class ChaseHandler(PortalDb db, AskableDirectoryQuery directories, AuditTrail audit, Outbox outbox, UkClock clock)
{
    /// <summary>Chases by email.</summary>
    public Task<ChaseResult> HandleAsync(IReadOnlyCollection<Guid> requestIds, bool again, CancellationToken ct) => ChaseAsync(requestIds, again, null, ct);

    /// <summary>Records that a request was chased by phone.</summary>
    public Task<ChaseResult> HandleCallAsync(Guid requestId, string spokeTo, bool again, CancellationToken ct) => ChaseAsync([requestId], again, spokeTo.Trim(), ct);

    private async Task<ChaseResult> ChaseAsync(IReadOnlyCollection<Guid> ids, bool again, string? spokeTo, CancellationToken ct)
    {
        var requests = await db.AdviceRequests.Where(r => ids.Contains(r.Id)).OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
        var directory = await directories.LoadAsync(ct);
        var parties = new Dictionary<(Guid, Guid), CaseParties>();
        int chased = 0, today = 0, past = 0;
        foreach (var request in requests)
        {
            if (!request.CanBeChased) { past++; continue; }
            if (!again && request.LastChasedUtc is { } last && UkClock.DateOf(last) == clock.Today) { today++; continue; }
            request.Chased(clock.UtcNow);
            if (spokeTo is null)
            {
                if (!parties.TryGetValue((request.LocalAuthorityId, request.IcbId), out var p))
                {
                    parties[(request.LocalAuthorityId, request.IcbId)] = p = await CaseParties.LoadAsync(db, request.LocalAuthorityId, request.IcbId, ct);
                }
                Remind(request, directory, p);
            }
            else { Record(request, directory, "Phone", spokeTo); }
            chased++;
        }
        await db.SaveChangesAsync(ct);
        return new(requests.Count, chased, today, past);
    }

    private void Remind(AdviceRequest request, AskableDirectory directory, CaseParties parties)
    {
        var delivery = directory.DeliveryFor(new AskTarget(request.ServiceId, request.ProfessionalId), clock.Today);
        outbox.Queue("advice-request-reminder", delivery.To, $"chase:{request.Id}:{request.ChaseCount}", AdviceEmails.Path(request), AdviceEmails.Values(request, directory, parties), request.Keys, request.Id);
        Record(request, directory, "Email", delivery.To);
        HandoverToCover.Apply(audit, directory, request, delivery, orToService: false);
    }

    private void Record(AdviceRequest request, AskableDirectory directory, string channel, string recipient) =>
        audit.Record(new AdviceChased(request.Keys, request.Id, directory.NameOf(new AskTarget(request.ServiceId, request.ProfessionalId)), channel, recipient));
}
