using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>Somebody whom a family's wish may mean, and who sees cases by their role, whoever is asked.</summary>
/// <param name="Name">Who that is.</param>
/// <param name="Sees">What they see, in words.</param>
/// <param name="IsOfAuthority">Whether it is the authority that has the case, or somebody of its team; else somebody in health.</param>
public sealed record MeantReader(string Name, string Sees, bool IsOfAuthority = false);

/// <summary>Finds whom of those who see cases by their role a family's wish may mean: the authority and its team, who leads a service, and the DCO service. No choice of whom to ask keeps them out, so people must know.</summary>
public sealed class MeantReadersQuery(PortalDbFactory databases)
{
    /// <summary>Those of a case's board and of its authority whom the wish names, by name.</summary>
    public async Task<IReadOnlyList<MeantReader>> OfAsync(string? doNotShareWith, CaseKeys keys, CancellationToken ct)
    {
        if (string.IsNullOrWhiteSpace(doNotShareWith)) { return []; }
        await using var db = databases.Create(AccessScope.System);
        return [.. await OfAuthorityAsync(db, doNotShareWith, keys.LocalAuthorityId, ct), .. await OfHealthAsync(db, doNotShareWith, keys.IcbId, ct)];
    }

    private static async Task<IReadOnlyList<MeantReader>> OfAuthorityAsync(PortalDb db, string doNotShareWith, Guid authorityId, CancellationToken ct)
    {
        var names = await db.LocalAuthorities.AsNoTracking().Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        var own = names.Find(a => a.Id == authorityId)!.Name;
        var people = await CaseOwners.Able(db.Users.AsNoTracking()).Where(u => u.LocalAuthorityId == authorityId).OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => u.DisplayName).ToListAsync(ct);
        var authority = AuthorityInWish.MayMean(doNotShareWith, own, names.Where(a => a.Id != authorityId).Select(a => a.Name)) ? new[] { new MeantReader(own, "has this case, and whose SEND team sees all of it", true) } : [];
        return [.. authority, .. people.Where(n => SharingWishes.MayMeanPerson(doNotShareWith, new(n, ""))).Select(n => new MeantReader(n, $"works in {own}, and sees every case of it", true))];
    }

    private static async Task<IReadOnlyList<MeantReader>> OfHealthAsync(PortalDb db, string doNotShareWith, Guid icbId, CancellationToken ct)
    {
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
