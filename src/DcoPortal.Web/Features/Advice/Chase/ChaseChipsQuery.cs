using DcoPortal.Casework.Emails;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>Counts the requests to chase by reason and provider: two queries, however many there are.</summary>
public sealed class ChaseChipsQuery(PortalDb db)
{
    /// <summary>The reasons within the provider chosen, and the providers within the reason chosen, those with most requests first.</summary>
    public async Task<(IReadOnlyList<ChaseChip> Reasons, IReadOnlyList<ChaseChip> Trusts)> LoadAsync(ChaseFilter filter, AskableDirectory directory, DateOnly today, CancellationToken ct)
    {
        var (toChase, start) = (ChaseQuery.ToChase(db.AdviceRequests.AsNoTracking(), today), UkClock.StartOf(today));
        var counts = await toChase.GroupBy(r => r.ProviderId).Select(g => new
        {
            g.Key,
            All = g.Count(),
            Overdue = g.Count(r => r.Kind == AdviceKind.Statutory && r.DueOn < today),
            PromisePassed = g.Count(r => r.PromisedOn < today),
            NotOpened = g.Count(r => r.AcknowledgedUtc == null && r.FirstOpenedUtc == null),
            NotChased = g.Count(r => r.LastChasedUtc == null || r.LastChasedUtc < start),
        }).ToListAsync(ct);
        // a count within a count is more than SQL Server takes
        var lost = await Undelivered(db, toChase).GroupBy(r => r.ProviderId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var unreached = await ChaseQuery.ToChase(UnreachedRequests.Of(db, start).AsNoTracking(), today).GroupBy(r => r.ProviderId).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var rows = counts.ConvertAll(c => (c.Key, c.All, Of: new Dictionary<ChaseShow, int>
        {
            [ChaseShow.NotChasedToday] = c.NotChased + unreached.GetValueOrDefault(c.Key),
            [ChaseShow.Overdue] = c.Overdue,
            [ChaseShow.PromisePassed] = c.PromisePassed,
            [ChaseShow.NotOpened] = c.NotOpened,
            [ChaseShow.NotDelivered] = lost.GetValueOrDefault(c.Key),
        }));
        var within = rows.Where(r => filter.Trust is null || r.Key == filter.Trust).ToList();
        List<ChaseChip> reasons = [new("All", within.Sum(r => r.All), new ChaseFilter { Trust = filter.Trust }.Href, filter.Show is null)];
        reasons.AddRange(Enum.GetValues<ChaseShow>()
            .Select(s => new ChaseChip(Words(s), within.Sum(r => r.Of[s]), new ChaseFilter { Show = s, Trust = filter.Trust }.Href, filter.Show == s))
            // in the morning nothing is chased yet, and this filter would leave everything
            .Where(c => c.IsOn || (c.Count > 0 && (c.Label != Words(ChaseShow.NotChasedToday) || c.Count < reasons[0].Count))));
        var trusts = rows.Select(r => (r.Key, Count: filter.Show is { } show ? r.Of[show] : r.All)).Where(r => r.Count > 0 || r.Key == filter.Trust)
            .OrderByDescending(r => r.Key == filter.Trust).ThenByDescending(r => r.Count).ThenBy(r => r.Key)
            // the provider that is on leads back to all
            .Select(r => new ChaseChip(directory.ProviderName(r.Key), r.Count, new ChaseFilter { Show = filter.Show, Trust = r.Key == filter.Trust ? null : r.Key }.Href, r.Key == filter.Trust));
        return (reasons, [.. trusts]);
    }

    /// <summary>The requests that a filter leaves.</summary>
    public static IQueryable<AdviceRequest> Narrow(PortalDb db, IQueryable<AdviceRequest> requests, ChaseFilter filter, DateOnly today)
    {
        if (filter.Trust is { } trust) { requests = requests.Where(r => r.ProviderId == trust); }
        var start = UkClock.StartOf(today);
        return filter.Show switch
        {
            ChaseShow.NotChasedToday => requests.Where(r => r.LastChasedUtc == null || r.LastChasedUtc < start || UnreachedRequests.Of(db, start).Any(u => u.Id == r.Id)),
            ChaseShow.Overdue => requests.Where(r => r.Kind == AdviceKind.Statutory && r.DueOn < today),
            ChaseShow.PromisePassed => requests.Where(r => r.PromisedOn < today),
            ChaseShow.NotOpened => requests.Where(r => r.AcknowledgedUtc == null && r.FirstOpenedUtc == null),
            ChaseShow.NotDelivered => Undelivered(db, requests),
            _ => requests,
        };
    }

    private static IQueryable<AdviceRequest> Undelivered(PortalDb db, IQueryable<AdviceRequest> requests)
    {
        var emails = db.Emails.Where(EmailStandings.Undelivered);
        return requests.Where(r => emails.Any(e => e.AdviceRequestId == r.Id));
    }

    private static string Words(ChaseShow show) => show switch
    {
        ChaseShow.NotChasedToday => "Not chased today",
        ChaseShow.Overdue => "Overdue",
        ChaseShow.PromisePassed => "Promise passed",
        ChaseShow.NotOpened => "Not opened",
        _ => "Email not delivered",
    };
}
