using System.Security.Claims;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Jobs;
using DcoPortal.Domain;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Directory;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>Runs the product's own handlers as the people of the demo, at the times of its stories.</summary>
internal sealed class DemoStage(IServiceScopeFactory scopes, DemoTimeProvider time, OutboxSender outbox, JobRunner jobs, IDemoProgress progress)
{
    private readonly PriorityQueue<Func<Task>, (DateTime At, int Order)> _events = new();
    private readonly Dictionary<Guid, ClaimsPrincipal> _professionals = [];
    private readonly Dictionary<string, ClaimsPrincipal> _authorities = [];
    private readonly Dictionary<Guid, ClaimsPrincipal> _leads = [];
    private ClaimsPrincipal _administrator = new();
    private ClaimsPrincipal _officer = new();
    private int _order;

    /// <summary>The directory, by id.</summary>
    public IReadOnlyDictionary<Guid, HealthService> Services { get; private set; } = new Dictionary<Guid, HealthService>();

    /// <summary>Professionals, by id.</summary>
    public IReadOnlyDictionary<Guid, Professional> Professionals { get; private set; } = new Dictionary<Guid, Professional>();

    public async Task PrepareAsync(PortalDb db, CancellationToken ct)
    {
        Services = await db.Services.AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        Professionals = await db.Professionals.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        var icb = await db.Icbs.SingleAsync(i => i.OdsCode == "QE1", ct);
        var accounts = await db.Users.AsNoTracking().ToListAsync(ct);
        foreach (var authority in await db.LocalAuthorities.AsNoTracking().ToListAsync(ct))
        {
            var account = accounts.Where(u => u.LocalAuthorityId == authority.Id).OrderBy(u => u.Role).FirstOrDefault();
            _authorities[authority.Code] = Person(account?.Id ?? authority.Id, account?.DisplayName ?? "SEND team", Role.LaCaseworker, authority.Name, icb.Id, (PortalClaims.LocalAuthority, authority.Id));
        }
        foreach (var p in Professionals.Values)
        {
            var account = accounts.FirstOrDefault(u => u.ProfessionalId == p.Id);
            _professionals[p.Id] = Person(account?.Id ?? p.Id, p.FullName, Role.Clinician, Services[p.ServiceId].Name, icb.Id,
                (PortalClaims.Provider, p.ProviderId), (PortalClaims.Professional, p.Id), (PortalClaims.Service, p.ServiceId));
        }
        var administrator = accounts.First(u => u.Role == Role.DcoAdministrator);
        _administrator = Person(administrator.Id, administrator.DisplayName, Role.DcoAdministrator, icb.Name, icb.Id);
        var officer = accounts.First(u => u.Role == Role.DesignatedClinicalOfficer);
        _officer = Person(officer.Id, officer.DisplayName, Role.DesignatedClinicalOfficer, icb.Name, icb.Id);
        foreach (var own in await db.UserServices.AsNoTracking().ToListAsync(ct))
        {
            if (accounts.Find(u => u.Id == own.UserId && u.Role == Role.ServiceLead) is not { } lead) { continue; }
            _leads[own.ServiceId] = Person(lead.Id, lead.DisplayName, Role.ServiceLead, lead.OrganisationName, icb.Id, (PortalClaims.Provider, lead.ProviderId!.Value), (PortalClaims.Service, own.ServiceId));
        }
    }

    public ClaimsPrincipal Authority(string code) => _authorities[code];

    public ClaimsPrincipal Administrator => _administrator;

    public ClaimsPrincipal DesignatedOfficer => _officer;

    /// <summary>A person who leads a service and can sign in.</summary>
    public ClaimsPrincipal LeadOf(Guid serviceId) => _leads[serviceId];

    /// <summary>The account of a demo person.</summary>
    public static Guid IdOf(ClaimsPrincipal person) => Guid.Parse(person.FindFirst(ClaimTypes.NameIdentifier)!.Value);

    /// <summary>Whom a request is with, by a name that every making of the demo has.</summary>
    public string NameOf(Guid serviceId, Guid? professionalId) => $"{Services[serviceId].DistinctName}, {(professionalId is { } id ? Professionals[id].FullName : "")}";

    /// <summary>The professional who answers for a service: the named one, or the first of the service.</summary>
    public ClaimsPrincipal ProfessionalOf(Guid serviceId, Guid? professionalId) =>
        _professionals[professionalId ?? Professionals.Values.Where(p => p.ServiceId == serviceId).OrderBy(p => p.FullName).First().Id];

    /// <summary>Plans an action for an instant, UTC. What is planned for the future is never played.</summary>
    public void Plan(DateTime atUtc, ClaimsPrincipal person, Func<IServiceProvider, DateTime, Task> act) =>
        _events.Enqueue(() => time.At(atUtc, async () =>
        {
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs(person);
            try
            {
                await act(scope.ServiceProvider, atUtc);
            }
            catch (DomainRuleException)
            {
                // the case has changed since this was planned, such as an outcome that closed the request: the action is dropped
            }
        }), (atUtc, _order++));

    /// <summary>Plays every action up to an instant, UTC, in the order of time.</summary>
    /// <param name="untilUtc">The instant.</param>
    /// <param name="from">How much of the demo is made before them, in percent.</param>
    /// <param name="to">How much with them.</param>
    public async Task PlayAsync(DateTime untilUtc, int from, int to)
    {
        var posted = DateTime.MinValue;
        var first = _events.TryPeek(out _, out var next) ? next.At : untilUtc;
        while (_events.TryDequeue(out var act, out var when) && when.At <= untilUtc)
        {
            // sends the waiting emails once for each day, dated on that day
            if (when.At.Date > posted) { await PostAsync(posted = when.At.Date); }
            await act();
            // by the days that are told: how many actions there will be, nobody knows beforehand
            progress.Made(from + (int)((to - from) * (when.At - first).TotalDays / Math.Max(1, (untilUtc - first).TotalDays)));
        }
        progress.Made(to);
    }

    /// <summary>Runs the background jobs of a morning.</summary>
    public Task MorningAsync(DateTime atUtc) => time.At(atUtc, async () => await jobs.RunDueAsync(CancellationToken.None));

    private async Task PostAsync(DateTime atUtc)
    {
        var more = true;
        while (more) { await time.At(atUtc, async () => more = await outbox.SendDueAsync(CancellationToken.None) > 0); }
    }

    private static ClaimsPrincipal Person(Guid id, string name, Role role, string organisation, Guid icbId, params (string Type, Guid Value)[] more) =>
        new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, id.ToString()), new(PortalClaims.DisplayName, name), new(PortalClaims.Role, role.ToString()),
            new(PortalClaims.Organisation, organisation), new(PortalClaims.Icb, icbId.ToString()), new(PortalClaims.DirectoryIcb, icbId.ToString()),
            .. more.Select(m => new Claim(m.Type, m.Value.ToString())),
        ], "demo"));
}
