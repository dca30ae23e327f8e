using DcoPortal.Domain.Exemptions;

namespace DcoPortal.Casework.Exemptions;

/// <summary>Keeps the mark by which lists and figures count a request as excused: of an exemption that stands, and whose facts still meet its ground.</summary>
public sealed class ExcusedRequests(PortalDbFactory databases)
{
    /// <summary>Renews the mark in the caller's save, after dates moved or an exemption went.</summary>
    /// <param name="requests">The requests.</param>
    /// <param name="but">An exemption that is being withdrawn, or null.</param>
    /// <param name="ct">Cancels.</param>
    public async Task RenewAsync(IReadOnlyCollection<AdviceRequest> requests, Exemption? but, CancellationToken ct)
    {
        if (requests.Count == 0) { return; }
        var ids = requests.Select(r => r.Id).ToList();
        // who corrects a day may not see every exemption that rests on it
        await using var all = databases.Create(AccessScope.System);
        var standing = await all.Exemptions.AsNoTracking().Where(e => e.AdviceRequestId != null && ids.Contains(e.AdviceRequestId.Value) && e.WithdrawnUtc == null)
            .OrderBy(e => e.RecordedOn).ThenBy(e => e.Id).ToListAsync(ct);
        foreach (var request in requests) { request.NoteExemption(standing.Find(e => e.AdviceRequestId == request.Id && e.Id != but?.Id && e.Holds(request.Deadline))?.Ground); }
    }
}
