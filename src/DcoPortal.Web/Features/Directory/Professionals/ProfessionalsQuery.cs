using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Directory;

namespace DcoPortal.Web.Features.Directory.Professionals;

/// <summary>One row of the list.</summary>
public sealed record ProfessionalRow(Guid Id, string Name, string JobTitle, string Email, string? Phone, string Service, string Provider, bool IsActive, DateOnly? AwayFrom, DateOnly? AwayUntil, string? Cover)
{
    /// <summary>Whether the professional is away on a day (Europe/London).</summary>
    public bool IsAwayOn(DateOnly day) => AwayFrom <= day && (AwayUntil is null || AwayUntil >= day);
}

/// <summary>The professionals of the directory.</summary>
public sealed class ProfessionalsQuery(PortalDb db, UkClock clock)
{
    private const int PageSize = 25;

    /// <summary>Today in Europe/London, to show who is away.</summary>
    public DateOnly Today => clock.Today;

    /// <summary>One page, by name.</summary>
    public async Task<ListPage<ProfessionalRow>> RunAsync(DirectoryFilters filters, int page, CancellationToken ct)
    {
        var people = db.Professionals.AsNoTracking();
        if (!filters.Inactive) { people = people.Where(p => p.IsActive); }
        if (filters.Provider is { } provider) { people = people.Where(p => p.ProviderId == provider); }
        if (filters.Service is { } service) { people = people.Where(p => p.ServiceId == service); }
        if (DirectoryFilters.Pattern(filters.Q) is { } q)
        {
            people = people.Where(p => EF.Functions.Like(p.FullName, q, "\\") || EF.Functions.Like(p.JobTitle, q, "\\") || EF.Functions.Like(p.Email, q, "\\"));
        }
        var total = await people.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var rows = await (from p in people
                          join s in db.Services on p.ServiceId equals s.Id
                          join t in db.Providers on p.ProviderId equals t.Id
                          orderby p.FullName, p.Id
                          select new ProfessionalRow(p.Id, p.FullName, p.JobTitle, p.Email, p.Phone, s.DistinctName, t.ShortName, p.IsActive, p.AwayFrom, p.AwayUntil,
                              db.Professionals.Where(c => c.Id == p.CoverProfessionalId).Select(c => c.FullName).FirstOrDefault()))
            .Skip((page - 1) * PageSize).Take(PageSize).ToListAsync(ct);
        return new(rows, page, PageSize, total);
    }

    /// <summary>One entry as a form, or null.</summary>
    public async Task<ProfessionalForm?> FormAsync(Guid id, CancellationToken ct) =>
        await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } p
            ? new ProfessionalForm
            {
                Id = p.Id,
                HasAccount = await db.Users.AnyAsync(u => u.ProfessionalId == id, ct),
                FullName = p.FullName,
                Formerly = NamesBefore.Of(p.FormerNames),
                JobTitle = p.JobTitle,
                Email = p.Email,
                Phone = p.Phone,
                ServiceId = p.ServiceId,
                Regulator = p.Regulator,
                RegistrationNumber = p.RegistrationNumber,
                AwayFrom = DateInput.From(p.AwayFrom),
                AwayUntil = DateInput.From(p.AwayUntil),
                CoverProfessionalId = p.CoverProfessionalId,
                Left = !p.IsActive,
                Version = p.Version,
            }
            : null;
}
