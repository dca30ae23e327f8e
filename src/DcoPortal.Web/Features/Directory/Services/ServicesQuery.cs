using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Directory;

namespace DcoPortal.Web.Features.Directory.Services;

/// <summary>One row of the list.</summary>
public sealed record ServiceRow(Guid Id, string Name, string Provider, string Town, string Inbox, string? Phone, int AgeFrom, int AgeTo, string Needs, int Professionals, bool IsActive, DateOnly? AwayFrom, DateOnly? AwayUntil, string? Cover);

/// <summary>The services of the directory.</summary>
public sealed class ServicesQuery(PortalDb db, UkClock clock)
{
    private const int PageSize = 25;

    /// <summary>Today in Europe/London, to show which services are away.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>One page, by name.</summary>
    public async Task<ListPage<ServiceRow>> RunAsync(DirectoryFilters filters, int page, CancellationToken ct)
    {
        var services = db.Services.AsNoTracking();
        if (!filters.Inactive) { services = services.Where(s => s.IsActive); }
        if (filters.Provider is { } provider) { services = services.Where(s => s.ProviderId == provider); }
        if (DirectoryFilters.Pattern(filters.Q) is { } pattern) { services = services.Where(s => EF.Functions.Like(s.Name, pattern, "\\") || EF.Functions.Like(s.Town, pattern, "\\") || EF.Functions.Like(s.Inbox, pattern, "\\")); }
        var total = await services.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var rows = await (from s in services
                          join p in db.Providers on s.ProviderId equals p.Id
                          orderby s.Name, s.Id
                          select new ServiceRow(s.Id, s.Name, p.ShortName, s.Town, s.Inbox, s.Phone, s.AgeFrom, s.AgeTo, s.UsualNeeds, db.Professionals.Count(x => x.ServiceId == s.Id && x.IsActive), s.IsActive, s.AwayFrom, s.AwayUntil,
                              db.Services.Where(c => c.Id == s.CoverServiceId).Select(c => c.DistinctName).FirstOrDefault()))
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(rows, page, PageSize, total);
    }

    /// <summary>One service as a form, or null.</summary>
    public async Task<ServiceForm?> FormAsync(Guid id, CancellationToken ct)
    {
        var service = await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id, ct);
        return service is null ? null : new ServiceForm
        {
            Id = service.Id,
            Name = service.Name,
            Formerly = NamesBefore.Of(service.FormerNames),
            ProviderId = service.ProviderId,
            Town = service.Town,
            Inbox = service.Inbox,
            Phone = service.Phone,
            Areas = service.Areas.Trim('|').Replace("|", ", ", StringComparison.Ordinal),
            AgeFrom = service.AgeFrom,
            AgeTo = service.AgeTo,
            Needs = [.. service.UsualNeeds.Split('|', StringSplitOptions.RemoveEmptyEntries)],
            AwayFrom = DateInput.From(service.AwayFrom),
            AwayUntil = DateInput.From(service.AwayUntil),
            CoverServiceId = service.CoverServiceId,
            Closed = !service.IsActive,
            Version = service.Version,
        };
    }
}
