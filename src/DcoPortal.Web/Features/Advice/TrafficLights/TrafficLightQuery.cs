using DcoPortal.Casework.Clock;

namespace DcoPortal.Web.Features.Advice.TrafficLights;

/// <summary>Reads the open requests in the person's scope without a child or a professional: a board's for its DCO service, a lead's own services'.</summary>
public sealed class TrafficLightQuery(PortalDb db, ClockSettingsQuery settings, UkClock clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Most rows of one list, the most urgent; the list says when more were left out.</summary>
    public const int MostRows = 2_000;

    /// <summary>The providers that have open requests in scope.</summary>
    public async Task<TrafficLightProviders> ProvidersAsync(CancellationToken ct)
    {
        var (overdue, pastTarget, dueSoon) = (clock.Light.In(RequestBox.Overdue), clock.Light.In(RequestBox.PastTarget), clock.Light.In(RequestBox.DueSoon));
        var open = await Open().GroupBy(r => new { r.ProviderId, r.Kind }).Select(g => new
        {
            g.Key.ProviderId,
            g.Key.Kind,
            All = g.Count(),
            Overdue = g.AsQueryable().Count(overdue) + g.AsQueryable().Count(pastTarget),
            DueSoon = g.AsQueryable().Count(dueSoon),
        }).ToListAsync(ct);
        var ids = open.Select(o => o.ProviderId).Distinct().ToList();
        var names = await db.Providers.AsNoTracking().Where(p => ids.Contains(p.Id)).Select(p => new { p.Id, p.Name, p.OdsCode }).ToListAsync(ct);
        var providers = names.Select(p => new TrafficLightProvider(p.Id, p.Name, p.OdsCode, open.Where(o => o.ProviderId == p.Id)
            .SelectMany(o => Looks(o.Kind, o.Overdue, o.DueSoon, o.All)).Where(c => c.Count > 0)
            .GroupBy(c => c.Look).ToDictionary(g => g.Key, g => g.Sum(c => c.Count)))).ToList();
        var looks = providers.SelectMany(p => p.Counts.Keys).Distinct().OrderBy(l => l.Order).ThenBy(l => l.Label, StringComparer.Ordinal).ToList();
        IOrderedEnumerable<TrafficLightProvider> sorted = looks.Aggregate(providers.OrderBy(_ => 0), (by, look) => by.ThenByDescending(p => p.Counts.GetValueOrDefault(look)));
        return new([.. sorted.ThenBy(p => p.Name, StringComparer.Ordinal).ThenBy(p => p.Id)], looks, clock.UtcNow);
    }

    private static IEnumerable<(StatusLook Look, int Count)> Looks(AdviceKind kind, int overdue, int dueSoon, int all)
    {
        var isLocal = kind == AdviceKind.EarlyInformation;
        return [(StatusVocabulary.Of(RagStatus.Overdue, isLocal), overdue), (StatusVocabulary.Of(RagStatus.DueSoon, isLocal), dueSoon), (StatusVocabulary.Of(RagStatus.OnTrack, isLocal), all - overdue - dueSoon)];
    }

    /// <summary>The name and code of a provider in scope, or null.</summary>
    public async Task<(string Name, string OdsCode)?> ProviderAsync(Guid id, CancellationToken ct) =>
        await db.Providers.AsNoTracking().Where(p => p.Id == id).Select(p => new { p.Name, p.OdsCode }).SingleOrDefaultAsync(ct) is { } p ? (p.Name, p.OdsCode) : null;

    /// <summary>One page of a provider's list, or with <paramref name="everything"/> all of it, for printing.</summary>
    public async Task<TrafficLightPage> PageAsync(Guid provider, string name, bool hasOthers, int page, bool everything, CancellationToken ct)
    {
        var (rows, isCut) = await RowsAsync(provider, ct);
        var size = everything ? MostRows : PageSize;
        page = Paging.Nearest(page, rows.Count, size);
        return new TrafficLightPage
        {
            List = new([.. rows.Skip((page - 1) * size).Take(size)], page, size, rows.Count),
            Provider = provider,
            ProviderName = name,
            HasOthers = hasOthers,
            AsOfUtc = clock.UtcNow,
            Today = clock.Today,
            Totals = [.. rows.GroupBy(r => r.Look).OrderBy(g => g.Key.Order).ThenBy(g => g.Key.Label, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            IsCut = isCut,
        };
    }

    /// <summary>Every row of a provider by service: the service with the worst request first, and within it the worst request first.</summary>
    /// <returns>The rows, and whether there were more than <see cref="MostRows"/>.</returns>
    public async Task<(IReadOnlyList<TrafficLightRow> Rows, bool IsCut)> RowsAsync(Guid provider, CancellationToken ct)
    {
        var today = clock.Today;
        var open = Open().Where(r => r.ProviderId == provider);
        var found = await (
            from r in open.OrderBy(r => r.DueOn).ThenBy(r => r.AssessmentReference).ThenBy(r => r.Id).Take(MostRows + 1)
            join s in db.Services on r.ServiceId equals s.Id
            join p in db.Providers on r.ProviderId equals p.Id
            join l in db.LocalAuthorities on r.LocalAuthorityId equals l.Id
            select new
            {
                r.Id,
                r.AssessmentReference,
                r.ServiceId,
                r.LocalAuthorityId,
                r.Kind,
                r.ReceivedByHealthOn,
                r.SentUtc,
                r.DueOn,
                r.PromisedOn,
                r.ChaseCount,
                r.HasExemption,
                Service = s.DistinctName,
                Provider = p.Name,
                Authority = l.Name,
            }).ToListAsync(ct);
        var conventions = await settings.ConventionsAsync(ct);
        var rows = found.OrderBy(x => x.DueOn).ThenBy(x => x.AssessmentReference, StringComparer.Ordinal).ThenBy(x => x.Id).Take(MostRows).Select(x => new TrafficLightRow
        {
            Id = x.Id,
            Reference = x.AssessmentReference,
            Provider = x.Provider,
            ServiceId = x.ServiceId,
            Service = x.Service,
            Authority = x.Authority,
            Kind = x.Kind,
            SentOn = UkClock.DateOf(x.SentUtc!.Value),
            DueOn = x.DueOn,
            LocalDueOn = AdviceRequest.DeadlineOf(x.Kind, x.ReceivedByHealthOn, x.DueOn, conventions.For(x.LocalAuthorityId)).LocalDue,
            PromisedOn = x.PromisedOn,
            Chases = x.ChaseCount,
            HasExemption = x.HasExemption,
            Today = today,
        }).ToList();
        var groups = rows.GroupBy(r => r.ServiceId).Select(g => g.OrderBy(r => r.Look.Order).ThenBy(r => r.IsLocalTarget).ThenBy(r => r.DueOn).ThenBy(r => r.Reference, StringComparer.Ordinal).ThenBy(r => r.Id).ToList());
        return ([.. groups.OrderBy(g => g[0].Look.Order).ThenBy(g => g[0].IsLocalTarget).ThenBy(g => g[0].DueOn).ThenBy(g => g[0].Service, StringComparer.Ordinal).ThenBy(g => g[0].ServiceId).SelectMany(g => g)], found.Count > MostRows);
    }

    // only requests that a service must answer: once answered, the DCO service is to act
    private IQueryable<AdviceRequest> Open() => db.AdviceRequests.AsNoTracking().Outstanding().WithDateRunning();
}
