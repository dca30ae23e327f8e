using DcoPortal.Domain.Advice;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Clock.Settings;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.TrafficLights;

/// <summary>Reads the open requests in the person's scope without a child or a professional: a board's for its DCO service, a lead's own services'.</summary>
public sealed class TrafficLightQuery(PortalDb db, ClockSettingsQuery settings, UkClock clock)
{
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 100;

    /// <summary>Most rows of one list, the most urgent: more are said to be left out.</summary>
    public const int MostRows = 2_000;

    /// <summary>One page, or with <paramref name="everything"/> all of it, for printing.</summary>
    public async Task<TrafficLightPage> PageAsync(Guid? provider, int page, bool everything, CancellationToken ct)
    {
        var (rows, isCut) = await RowsAsync(provider, ct);
        var size = everything ? MostRows : PageSize;
        page = Math.Clamp(page, 1, Math.Max(1, (rows.Count + size - 1) / size));
        return new TrafficLightPage
        {
            List = new([.. rows.Skip((page - 1) * size).Take(size)], page, size, rows.Count),
            Provider = provider,
            Providers = await ProvidersAsync(provider, ct),
            AsOfUtc = clock.UtcNow,
            Today = clock.Today,
            Totals = [.. rows.GroupBy(r => r.Look).OrderBy(g => g.Key.Order).ThenBy(g => g.Key.Label, StringComparer.Ordinal).Select(g => (g.Key, g.Count()))],
            All = everything,
            IsCut = isCut,
        };
    }

    /// <summary>Every row, by service: the service with the worst request first, in it the worst first.</summary>
    /// <returns>The rows, and whether there were more than <see cref="MostRows"/>.</returns>
    public async Task<(IReadOnlyList<TrafficLightRow> Rows, bool IsCut)> RowsAsync(Guid? provider, CancellationToken ct)
    {
        var today = clock.Today;
        var open = Open();
        if (provider is { } only) { open = open.Where(r => r.ProviderId == only); }
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
                Service = s.Name,
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
        return ([.. groups.OrderBy(g => g[0].Look.Order).ThenBy(g => g[0].IsLocalTarget).ThenBy(g => g[0].DueOn).ThenBy(g => g[0].Provider, StringComparer.Ordinal).ThenBy(g => g[0].Service, StringComparer.Ordinal).ThenBy(g => g[0].ServiceId).SelectMany(g => g)], found.Count > MostRows);
    }

    // what waits for a service's answer; what was answered is the DCO service's move
    private IQueryable<AdviceRequest> Open() => db.AdviceRequests.AsNoTracking().Where(r => r.ReturnedUtc == null && r.ClosedUtc == null && r.SubmittedUtc == null && r.SentUtc != null);

    private async Task<IReadOnlyList<SelectListItem>> ProvidersAsync(Guid? chosen, CancellationToken ct)
    {
        var open = Open();
        var providers = await db.Providers.AsNoTracking().Where(p => open.Any(r => r.ProviderId == p.Id)).OrderBy(p => p.Name).ThenBy(p => p.Id).Select(p => new { p.Id, p.Name }).ToListAsync(ct);
        return [.. providers.Select(p => new SelectListItem(p.Name, p.Id.ToString(), p.Id == chosen))];
    }
}
