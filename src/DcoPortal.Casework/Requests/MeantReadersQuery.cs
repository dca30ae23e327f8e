using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>Somebody whom a family's wish may mean, and who sees cases by their role, whoever is asked.</summary>
/// <param name="Name">Who that is.</param>
/// <param name="Sees">What they see, in words.</param>
public sealed record MeantReader(string Name, string Sees);

/// <summary>Finds whom of those who see cases by their role a family's wish may mean: who leads a service, and the DCO service. No choice of whom to ask keeps them out, so people must know.</summary>
public sealed class MeantReadersQuery(PortalDbFactory databases)
{
    /// <summary>Those of a board whom the wish names, by name.</summary>
    public async Task<IReadOnlyList<MeantReader>> OfAsync(string? doNotShareWith, Guid icbId, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(doNotShareWith)) { return []; }
        await using var db = databases.Create(AccessScope.System);
        var people = await db.Users.AsNoTracking()
            .Where(u => u.IcbId == icbId && u.DisabledUtc == null && (u.Role == Role.DesignatedClinicalOfficer || u.Role == Role.DcoAdministrator || u.Role == Role.ServiceLead))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName, u.Role, FormerNames = db.Professionals.Where(p => p.Id == u.ProfessionalId).Select(p => p.FormerNames).FirstOrDefault() ?? "" }).ToListAsync(ct);
        var meant = people.FindAll(u => SharingWishes.MayMeanPerson(doNotShareWith, new(u.DisplayName, u.FormerNames)));
        if (meant.Count == 0) { return []; }
        var ids = meant.ConvertAll(u => u.Id);
        var led = (await db.UserServices.Where(s => ids.Contains(s.UserId)).Join(db.Services, s => s.ServiceId, s => s.Id, (u, s) => new { u.UserId, s.Name }).OrderBy(s => s.Name).ToListAsync(ct)).ToLookup(s => s.UserId, s => s.Name);
        return meant.ConvertAll(u => new MeantReader(u.DisplayName, u.Role == Role.ServiceLead
            ? $"leads {string.Join(" and ", led[u.Id].DefaultIfEmpty("a service"))}, and sees every request to it"
            : "works in the DCO service, and sees every case of the board"));
    }
}
