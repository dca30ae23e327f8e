using DcoPortal.Casework.Accounts;

namespace DcoPortal.Casework.Requests;

/// <summary>Somebody whose account opens what a service gets, or will once they accept their invitation.</summary>
/// <param name="ServiceId">The service: an account may be in several, whichever of them the directory lists its holder under.</param>
/// <param name="Name">The name of the account, which the directory may spell otherwise.</param>
/// <param name="ProfessionalId">Their entry in the directory, or null.</param>
/// <param name="SeesAll">Whether they open every request of the service (who leads it), and not only their own and those nobody has.</param>
public sealed record ServiceReader(Guid ServiceId, string Name, Guid? ProfessionalId, bool SeesAll)
{
    /// <summary>What the directory called them before, one name a line.</summary>
    public string FormerNames { get; init; } = "";

    /// <summary>By what a family may name them.</summary>
    public PersonCalled Called => new(Name, NamesBefore.Without(FormerNames, [Name]));

    /// <summary>The holder of an account, in one of its services.</summary>
    public static ServiceReader Of(PortalUser user, Guid serviceId) => new(serviceId, user.DisplayName, user.ProfessionalId, user.Role == Role.ServiceLead);
}

/// <summary>Reads who opens what services get, to compare their names with what families wish: two queries, past the row scope.</summary>
internal static class ServiceReaders
{
    /// <summary>Those of whole boards.</summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="services">The services of its scope.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<ServiceReader>> OfBoardsAsync(PortalDb db, IReadOnlyCollection<HealthService> services, CancellationToken ct)
    {
        await using var all = db.SeenBy(AccessScope.System);
        var boards = BoardsOf(services);
        return await ReadAsync(all, all.UserServices.Where(s => all.Services.Any(x => x.Id == s.ServiceId && boards.Contains(x.IcbId))), boards, ct);
    }

    /// <summary>Those of some services.</summary>
    /// <inheritdoc cref="OfBoardsAsync" />
    public static async Task<IReadOnlyList<ServiceReader>> OfServicesAsync(PortalDb db, IReadOnlyCollection<HealthService> services, CancellationToken ct)
    {
        await using var all = db.SeenBy(AccessScope.System);
        var ids = services.Select(s => s.Id).ToList();
        return await ReadAsync(all, all.UserServices.Where(s => ids.Contains(s.ServiceId)), BoardsOf(services), ct);
    }

    private static List<Guid> BoardsOf(IEnumerable<HealthService> services) => [.. services.Select(s => s.IcbId).Distinct()];

    private static async Task<IReadOnlyList<ServiceReader>> ReadAsync(PortalDb all, IQueryable<UserService> works, List<Guid> boards, CancellationToken ct)
    {
        var accounts = await (
            from s in works
            join u in all.Users on s.UserId equals u.Id
            where u.DisabledUtc == null
            select new ServiceReader(s.ServiceId, u.DisplayName, u.ProfessionalId, u.Role == Role.ServiceLead)
            {
                FormerNames = all.Professionals.Where(p => p.Id == u.ProfessionalId).Select(p => p.FormerNames).FirstOrDefault() ?? "",
            }).ToListAsync(ct);
        // an invitation can be accepted, or sent again, on any day
        var invited = await all.Invitations.Where(i => boards.Contains(i.IcbId) && i.AcceptedUtc == null && i.WithdrawnUtc == null && i.ServiceIds != "")
            .Select(i => new
            {
                i.ServiceIds,
                i.DisplayName,
                i.ProfessionalId,
                i.Role,
                FormerNames = all.Professionals.Where(p => p.Id == i.ProfessionalId).Select(p => p.FormerNames).FirstOrDefault() ?? "",
            }).ToListAsync(ct);
        return [.. accounts, .. invited.SelectMany(i => Invitation.Parse(i.ServiceIds).Select(s => new ServiceReader(s, i.DisplayName, i.ProfessionalId, i.Role == Role.ServiceLead) { FormerNames = i.FormerNames }))];
    }
}
