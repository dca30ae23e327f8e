using DcoPortal.Domain.Ladder;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>The chases of requests, and whether each arrived: one query for a whole page.</summary>
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
            join a in db.Emails on c.EmailId equals a.RepeatsId into again
            from a in again.DefaultIfEmpty()
            orderby c.AtUtc descending, c.Id descending, a.QueuedUtc descending, a.Id descending
            select new
            {
                c.Id,
                c.AdviceRequestId,
                c.AtUtc,
                c.Channel,
                c.Step,
                c.Recipient,
                c.ByName,
                c.Note,
                First = new Fate((Guid?)e.Id, null, (DateTime?)e.SentUtc, (DateTime?)e.FailedUtc ?? e.BouncedUtc, (DateTime?)e.DismissedUtc),
                Again = new Fate((Guid?)a.Id, (DateTime?)a.QueuedUtc, (DateTime?)a.SentUtc, (DateTime?)a.FailedUtc ?? a.BouncedUtc, (DateTime?)a.DismissedUtc),
            }).ToListAsync(ct);
        // the join gives a row for each repeat of a bounced email, the latest first, and the latest says whether the chase arrived
        return rows.DistinctBy(r => r.Id).ToLookup(r => r.AdviceRequestId, r => new ChaseLine(r.AtUtc, r.Channel, Words(r.Channel, r.Step, r.Recipient), r.ByName, r.Note,
            (r.Again.Id is null ? r.First : r.Again).Delivery, r.Again.QueuedUtc, r.Step));
    }

    /// <summary>What became of an email; empty when the person may not see it, or there is none.</summary>
    private sealed record Fate(Guid? Id, DateTime? QueuedUtc, DateTime? SentUtc, DateTime? LostUtc, DateTime? EndedUtc)
    {
        public ChaseDelivery? Delivery => Id is null ? null : LostUtc is not null ? ChaseDelivery.NotDelivered : SentUtc is not null ? ChaseDelivery.Sent
            : EndedUtc is not null ? ChaseDelivery.NotNeeded : ChaseDelivery.Queued;
    }

    private static string Words(ChaseChannel channel, LadderStep? step, string recipient) => channel switch
    {
        ChaseChannel.Email => $"{step?.Label() ?? "Reminder"}, email to {recipient}",
        ChaseChannel.Phone => $"Phone call with {recipient}",
        ChaseChannel.Teams => $"Teams chat with {recipient}",
        _ => $"Conversation with {recipient}",
    };
}
