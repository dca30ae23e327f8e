using DcoPortal.Domain.Chasing;
using DcoPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>What was already done about requests, and whether it arrived: one query for a whole page.</summary>
public sealed class ChaseLinesQuery(PortalDb db)
{
    /// <summary>The chases of each request, the latest first.</summary>
    public async Task<ILookup<Guid, ChaseLine>> ForAsync(IReadOnlyCollection<Guid> requestIds, CancellationToken ct)
    {
        if (requestIds.Count == 0) { return Array.Empty<ChaseLine>().ToLookup(_ => Guid.Empty); }
        var rows = await (
            from c in db.Chases.AsNoTracking()
            where requestIds.Contains(c.AdviceRequestId)
            join e in db.Emails on c.EmailId equals (Guid?)e.Id into emails
            from e in emails.DefaultIfEmpty()
            orderby c.AtUtc descending, c.Id descending
            select new { c.AdviceRequestId, c.AtUtc, c.Channel, c.Step, c.Recipient, c.ByName, c.Note, Sent = (DateTime?)e.SentUtc, Failed = (DateTime?)e.FailedUtc, Bounced = (DateTime?)e.BouncedUtc }).ToListAsync(ct);
        return rows.ToLookup(r => r.AdviceRequestId, r => new ChaseLine(r.AtUtc, Words(r.Channel, r.Step, r.Recipient), r.ByName, r.Note,
            r.Channel != ChaseChannel.Email ? null
            : r.Failed is not null || r.Bounced is not null ? ChaseDelivery.NotDelivered
            : r.Sent is not null ? ChaseDelivery.Sent : ChaseDelivery.Queued));
    }

    private static string Words(ChaseChannel channel, LadderStep? step, string recipient) => channel switch
    {
        ChaseChannel.Email => $"{step?.Label() ?? "Reminder"}, email to {recipient}",
        ChaseChannel.Phone => $"Phone call with {recipient}",
        ChaseChannel.Teams => $"Teams chat with {recipient}",
        _ => $"Talk with {recipient}",
    };
}
