using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Directory;

namespace DcoPortal.Web.Parts.Directory;

/// <summary>A professional or service whose cover a lead arranges.</summary>
/// <param name="Path">The address of the form.</param>
/// <param name="Name">Name.</param>
/// <param name="Detail">Provider, or job title and service.</param>
/// <param name="AwayNow">That the professional or service is away today, and who covers; or null.</param>
/// <param name="Planned">The planned absence, or null.</param>
/// <param name="Open">How many requests wait for their answer.</param>
public sealed record CoverRow(string Path, string Name, string Detail, string? AwayNow, string? Planned, int Open);

/// <summary>The page of a lead.</summary>
public sealed record CoverPage(IReadOnlyList<CoverRow> Services, IReadOnlyList<CoverRow> People);

/// <summary>Reads the services that a lead leads and their professionals; no other service is listed.</summary>
public sealed class CoverQuery(PortalDb db, AccessScope scope, UkClock clock)
{
    /// <summary>The page.</summary>
    public async Task<CoverPage> RunAsync(CancellationToken ct)
    {
        var own = scope.ServiceIds;
        var open = await db.AdviceRequests.AsNoTracking().ToAnswer()
            .GroupBy(r => new { r.ServiceId, r.ProfessionalId }).Select(g => new { g.Key.ServiceId, g.Key.ProfessionalId, Count = g.Count() }).ToListAsync(ct);
        var services = await (from s in db.Services.AsNoTracking()
                              join p in db.Providers on s.ProviderId equals p.Id
                              where own.Contains(s.Id) && s.IsActive
                              orderby s.Name, s.Id
                              select new { s.Id, s.Name, Provider = p.ShortName, s.Town, s.AwayFrom, s.AwayUntil, Cover = db.Services.Where(c => c.Id == s.CoverServiceId).Select(c => c.DistinctName).FirstOrDefault() }).ToListAsync(ct);
        var people = await (from p in db.Professionals.AsNoTracking()
                            join s in db.Services on p.ServiceId equals s.Id
                            where own.Contains(p.ServiceId) && p.IsActive
                            orderby p.FullName, p.Id
                            select new { p.Id, p.FullName, p.JobTitle, p.Email, Service = s.Name, p.AwayFrom, p.AwayUntil, Cover = db.Professionals.Where(c => c.Id == p.CoverProfessionalId).Select(c => c.FullName).FirstOrDefault() }).ToListAsync(ct);
        var today = clock.Today;
        return new(
            [.. services.Select(s => new CoverRow(Addresses.CoverService(s.Id), s.Name, ServicePlace.Of(s.Provider, s.Town), AwayWords.Of(s.AwayFrom, s.AwayUntil, s.Cover, today), AwayWords.Planned(s.AwayFrom, s.AwayUntil, s.Cover, today), open.Where(o => o.ServiceId == s.Id).Sum(o => o.Count)))],
            [.. people.Select(p => new CoverRow(Addresses.CoverProfessional(p.Id), p.FullName, $"{p.JobTitle}, {p.Service}, {p.Email}", AwayWords.Of(p.AwayFrom, p.AwayUntil, p.Cover, today), AwayWords.Planned(p.AwayFrom, p.AwayUntil, p.Cover, today), open.Where(o => o.ProfessionalId == p.Id).Sum(o => o.Count)))]);
    }

    /// <summary>The form of one of the lead's own services, or null.</summary>
    public async Task<AwayForm?> ServiceAsync(Guid id, CancellationToken ct)
    {
        var own = scope.ServiceIds;
        var service = await db.Services.AsNoTracking().SingleOrDefaultAsync(s => s.Id == id && own.Contains(s.Id) && s.IsActive, ct);
        return service is null ? null : Form(service.AwayFrom, service.AwayUntil, service.CoverServiceId, service.Version, await ServicePageAsync(service, ct));
    }

    /// <summary>The form of a professional who works in one of the lead's own services, or null.</summary>
    public Task<AwayForm?> ProfessionalAsync(Guid id, CancellationToken ct) => PersonAsync(id, scope.ServiceIds, false, ct);

    /// <summary>The form of the person's own entry, or null when the directory has none.</summary>
    public Task<AwayForm?> OwnAsync(CancellationToken ct) => PersonAsync(scope.ProfessionalId, null, true, ct);

    private async Task<AwayForm?> PersonAsync(Guid id, IReadOnlyList<Guid>? services, bool isOwn, CancellationToken ct)
    {
        var found = db.Professionals.AsNoTracking().Where(p => p.Id == id && p.IsActive);
        if (services is not null) { found = found.Where(p => services.Contains(p.ServiceId)); }
        var person = await found.SingleOrDefaultAsync(ct);
        if (person is null) { return null; }
        var people = await db.Professionals.AsNoTracking().Where(p => p.ServiceId == person.ServiceId && p.IsActive && p.Id != person.Id)
            .OrderBy(p => p.FullName).ThenBy(p => p.Id).Select(p => new { p.Id, p.FullName, p.JobTitle, p.Email }).ToListAsync(ct);
        var colleagues = ToldApart.Items(people.Select(p => new DirectoryChoice(p.Id.ToString(), $"{p.FullName}, {p.JobTitle}", p.Email)));
        return Form(person.AwayFrom, person.AwayUntil, person.CoverProfessionalId, person.Version, isOwn ? new("Your leave", person.FullName, Addresses.AccountLeave, Addresses.AccountProfile, colleagues, false)
            : new($"Cover for {person.FullName}", person.FullName, Addresses.CoverProfessional(id), Addresses.Cover, colleagues, false));
    }

    /// <summary>The form with the stored dates; empty when that absence is over.</summary>
    private AwayForm Form(DateOnly? from, DateOnly? until, Guid? cover, Guid version, AwayPage page) => until < clock.Today
        ? new() { Version = version, Page = page }
        : new() { AwayFrom = DateInput.From(from), AwayUntil = DateInput.From(until), CoverId = cover, Version = version, Page = page };

    private async Task<AwayPage> ServicePageAsync(HealthService service, CancellationToken ct)
    {
        var others = await (from s in db.Services.AsNoTracking()
                            join p in db.Providers on s.ProviderId equals p.Id
                            where s.IsActive && s.Id != service.Id && (s.ProviderId == service.ProviderId || s.Id == service.CoverServiceId)
                            orderby s.Name, p.Name, s.Town, s.Id
                            select new { s.Id, s.Name, s.Inbox, s.Town, Provider = p.Name }).ToListAsync(ct);
        var choices = ToldApart.Items(others.Select(s => new DirectoryChoice(s.Id.ToString(), $"{s.Name}, {ServicePlace.Of(s.Provider, s.Town)}", s.Inbox)));
        return new($"Cover for {service.DistinctName}", service.DistinctName, Addresses.CoverService(service.Id), Addresses.Cover, choices, true);
    }
}
