using System.Text.Json;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>The demo's service directory: services usually asked for advice, with fictional professionals, two of them on leave.</summary>
internal static class DemoDirectory
{
    private sealed record ServiceEntry(string Provider, string Name, string Town, string Areas, string Phone, string Inbox, int AgeFrom, int AgeTo, string UsualNeeds);

    private sealed record ProfessionalEntry(string Provider, string Service, string Name, string JobTitle, string Email, string Regulator, string Registration);

    private sealed record Entries(IReadOnlyList<ServiceEntry> Services, IReadOnlyList<ProfessionalEntry> Professionals);

    public static async Task AddAsync(PortalDb db, AuditTrail audit, UkClock clock, CancellationToken ct)
    {
        var entries = Read();
        var providers = await db.Providers.ToDictionaryAsync(p => p.OdsCode, ct);
        foreach (var board in await db.Icbs.ToListAsync(ct)) { board.DcoPhone = "01632 960100"; }
        foreach (var (n, authority) in (await db.LocalAuthorities.OrderBy(a => a.Code).ToListAsync(ct)).Index()) { authority.SendPhone = $"01632 96020{n}"; }
        var services = new Dictionary<(string, string), HealthService>();
        foreach (var e in entries.Services)
        {
            var service = new HealthService
            {
                IcbId = providers[e.Provider].IcbId,
                ProviderId = providers[e.Provider].Id,
                Name = e.Name,
                Town = e.Town,
                Inbox = e.Inbox,
                Areas = $"|{e.Areas.Replace(' ', '|')}|",
                Phone = e.Phone,
                AgeFrom = e.AgeFrom,
                AgeTo = e.AgeTo,
                UsualNeeds = e.UsualNeeds.Length == 0 ? "" : $"|{e.UsualNeeds.Replace(' ', '|')}|",
            };
            db.Services.Add(service);
            services[(e.Provider, e.Name)] = service;
        }
        var professionals = entries.Professionals.Select(e => Person(e, services[(e.Provider, e.Service)])).ToList();
        db.Professionals.AddRange(professionals);
        SendOnLeave(professionals, clock.Today);
        db.UsualTeams.Add(TeamOf("Under-fives, Preston", providers["RW5"].IcbId, services.Values.Where(x => x.AgeFrom == 0 && x.Areas.Contains("|PR|", StringComparison.Ordinal)).OrderBy(x => x.Name, StringComparer.Ordinal).DistinctBy(x => x.Name).Take(6)));
        audit.Record(new DirectoryChanged("Demo directory", providers["RW5"].IcbId, null, $"{services.Count} services"), Actor.Portal with { IcbId = providers["RW5"].IcbId });
        await db.SaveChangesAsync(ct);
    }

    private static UsualTeam TeamOf(string name, Guid icbId, IEnumerable<HealthService> members) =>
        new() { Id = Guid.CreateVersion7(), IcbId = icbId, Name = name, Members = $"|{string.Join('|', members.Select(m => $"service:{m.Id:N}"))}|" };

    private static Professional Person(ProfessionalEntry e, HealthService service) => new()
    {
        IcbId = service.IcbId,
        ProviderId = service.ProviderId,
        ServiceId = service.Id,
        FullName = e.Name,
        JobTitle = e.JobTitle,
        Email = e.Email,
        Regulator = e.Regulator,
        RegistrationNumber = e.Registration,
    };

    /// <summary>One professional away with a colleague covering, one away without cover.</summary>
    private static void SendOnLeave(List<Professional> professionals, DateOnly today)
    {
        var sam = professionals.Single(p => p.FullName == "Sam Okafor");
        sam.AwayFrom = today.AddDays(-5);
        sam.AwayUntil = today.AddDays(16);
        sam.CoverProfessionalId = professionals.First(p => p.ServiceId == sam.ServiceId && p != sam).Id;
        var hannah = professionals.Single(p => p.FullName == "Hannah Preece");
        hannah.AwayFrom = today.AddDays(-30);
        hannah.AwayUntil = today.AddDays(60);
    }

    private static Entries Read()
    {
        using var stream = typeof(DemoDirectory).Assembly.GetManifestResourceStream("DemoData/directory.json")!;
        return JsonSerializer.Deserialize<Entries>(stream, JsonSerializerOptions.Web)!;
    }
}
