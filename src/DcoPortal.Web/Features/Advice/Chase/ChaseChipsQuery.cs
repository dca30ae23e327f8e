using DcoPortal.Casework.Emails;

namespace DcoPortal.Web.Features.Advice.Chase;

/// <summary>How many requests of a service need a person today.</summary>
/// <param name="ProviderId">The provider asked.</param>
/// <param name="ServiceId">The service.</param>
/// <param name="All">All of them.</param>
/// <param name="Worst">The earliest due date (Europe/London).</param>
/// <param name="Of">How many each filter leaves.</param>
public sealed record ChaseCount(Guid ProviderId, Guid ServiceId, int All, DateOnly Worst, IReadOnlyDictionary<ChaseShow, int> Of);

/// <summary>Counts the requests to chase by reason and service: three queries, however many there are.</summary>
public sealed class ChaseChipsQuery(PortalDb db)
{
    /// <summary>Everything that needs a person today, by service.</summary>
    public async Task<IReadOnlyList<ChaseCount>> CountAsync(DateOnly today, CancellationToken ct)
    {
        var (toChase, start) = (ChaseQuery.ToChase(db.AdviceRequests.AsNoTracking(), today), UkClock.StartOf(today));
        var counts = await toChase.GroupBy(r => new { r.ProviderId, r.ServiceId }).Select(g => new
        {
            g.Key,
            All = g.Count(),
            Overdue = g.Count(r => r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory && r.DueOn < today),
            PromisePassed = g.Count(r => r.PromisedOn < today),
            NotOpened = g.Count(r => r.AcknowledgedUtc == null && r.FirstOpenedUtc == null),
            NotChased = g.Count(r => r.LastChasedUtc == null || r.LastChasedUtc < start),
            Worst = g.Min(r => r.WantedByOn ?? r.DueOn),
        }).ToListAsync(ct);
        // a count within a count is more than SQL Server takes
        var lost = await ByServiceAsync(Undelivered(db, toChase), ct);
        var unreached = counts.TrueForAll(c => c.NotChased == c.All) ? [] : await ByServiceAsync(ChaseQuery.ToChase(UnreachedRequests.Of(db, start).AsNoTracking(), today), ct);
        return counts.ConvertAll(c => new ChaseCount(c.Key.ProviderId, c.Key.ServiceId, c.All, c.Worst, new Dictionary<ChaseShow, int>
        {
            [ChaseShow.NotChasedToday] = c.NotChased + unreached.GetValueOrDefault((c.Key.ProviderId, c.Key.ServiceId)),
            [ChaseShow.Overdue] = c.Overdue,
            [ChaseShow.PromisePassed] = c.PromisePassed,
            [ChaseShow.NotOpened] = c.NotOpened,
            [ChaseShow.NotDelivered] = lost.GetValueOrDefault((c.Key.ProviderId, c.Key.ServiceId)),
        }));
    }

    /// <summary>The reasons within the provider chosen, and the providers within the reason chosen, those with most requests first.</summary>
    public static (IReadOnlyList<ChaseChip> Reasons, IReadOnlyList<ChaseChip> Trusts) Of(IReadOnlyList<ChaseCount> counts, ChaseFilter filter, AskableDirectory directory)
    {
        var within = counts.Where(c => filter.Trust is null || c.ProviderId == filter.Trust).ToList();
        var all = within.Sum(c => c.All);
        var reasons = Enum.GetValues<ChaseShow>().Select(s => (Show: s, Count: within.Sum(c => c.Of[s])))
            // in the morning nothing is chased yet, and that filter would leave everything
            .Where(r => r.Show == filter.Show || (r.Count > 0 && (r.Show != ChaseShow.NotChasedToday || r.Count < all)))
            .Select(r => new ChaseChip(Words(r.Show), r.Count, new ChaseFilter { Show = r.Show, Trust = filter.Trust }.Href, filter.Show == r.Show));
        var trusts = counts.GroupBy(c => c.ProviderId, (provider, of) => (Key: provider, Count: of.Sum(c => filter.Show is { } show ? c.Of[show] : c.All))).Where(r => r.Count > 0 || r.Key == filter.Trust)
            .OrderByDescending(r => r.Key == filter.Trust).ThenByDescending(r => r.Count).ThenBy(r => r.Key)
            // the provider that is on leads back to all
            .Select(r => new ChaseChip(directory.ProviderName(r.Key), r.Count, new ChaseFilter { Show = filter.Show, Trust = r.Key == filter.Trust ? null : r.Key }.Href, r.Key == filter.Trust));
        return ([new("All", all, new ChaseFilter { Trust = filter.Trust }.Href, filter.Show is null), .. reasons], [.. trusts]);
    }

    /// <summary>The requests that a filter leaves.</summary>
    public static IQueryable<AdviceRequest> Narrow(PortalDb db, IQueryable<AdviceRequest> requests, ChaseFilter filter, DateOnly today)
    {
        if (filter.Trust is { } trust) { requests = requests.Where(r => r.ProviderId == trust); }
        var start = UkClock.StartOf(today);
        return filter.Show switch
        {
            ChaseShow.NotChasedToday => requests.Where(r => r.LastChasedUtc == null || r.LastChasedUtc < start || UnreachedRequests.Of(db, start).Any(u => u.Id == r.Id)),
            ChaseShow.Overdue => requests.Where(r => r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory && r.DueOn < today),
            ChaseShow.PromisePassed => requests.Where(r => r.PromisedOn < today),
            ChaseShow.NotOpened => requests.Where(r => r.AcknowledgedUtc == null && r.FirstOpenedUtc == null),
            ChaseShow.NotDelivered => Undelivered(db, requests),
            _ => requests,
        };
    }

    private static Task<Dictionary<(Guid, Guid), int>> ByServiceAsync(IQueryable<AdviceRequest> requests, CancellationToken ct) =>
        requests.GroupBy(r => new { r.ProviderId, r.ServiceId }).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => (g.Key.ProviderId, g.Key.ServiceId), g => g.Count, ct);

    // from the few emails that failed to their requests, not the other way
    private static IQueryable<AdviceRequest> Undelivered(PortalDb db, IQueryable<AdviceRequest> requests) =>
        from id in db.Emails.Where(EmailStandings.Undelivered).Select(e => e.AdviceRequestId).Distinct()
        join r in requests on id equals (Guid?)r.Id
        select r;

    private static string Words(ChaseShow show) => show switch
    {
        ChaseShow.NotChasedToday => "Not chased today",
        ChaseShow.Overdue => "Overdue",
        ChaseShow.PromisePassed => "Promise passed",
        ChaseShow.NotOpened => "Not opened",
        _ => "Email not delivered",
    };
}
