using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>
/// Accounts that no longer fit the directory: of people who have left, which go on opening children's records, and of those whom it has under
/// a service that the account does not open, so that what is asked of them there they cannot answer.
/// </summary>
public sealed class MovedAccountsQuery(PortalDb db)
{
    /// <summary>The parts of a worklist, or none.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionsAsync(CancellationToken ct) => [.. await LeftAsync(ct), .. await MovedAsync(ct)];

    private async Task<IReadOnlyList<HomeSection>> LeftAsync(CancellationToken ct)
    {
        var left = from u in db.Users.AsNoTracking()
                   join p in db.Professionals on u.ProfessionalId equals p.Id
                   where u.DisabledUtc == null && !p.IsActive
                   select new { u.Id, u.DisplayName, u.OrganisationName };
        var rows = await left.OrderBy(m => m.DisplayName).ThenBy(m => m.Id).Take(HomeRows.Most).ToListAsync(ct);
        return rows.Count == 0 ? [] :
        [
            new("Accounts of people who have left", rows.ConvertAll(m => new HomeItem(Addresses.AdminUser(m.Id), m.DisplayName, m.OrganisationName)
            {
                ToDo = "Disable an account",
                Button = "Disable",
                Who = m.DisplayName,
                WhoNote = "By the directory they no longer work there",
                When = "Now",
            }), "") { SeeAll = Addresses.AdminUsers, Total = await left.CountAsync(ct), Note = "they can still open children’s records" },
        ];
    }

    private async Task<IReadOnlyList<HomeSection>> MovedAsync(CancellationToken ct)
    {
        var moved = from u in db.Users.AsNoTracking()
                    join p in db.Professionals on u.ProfessionalId equals p.Id
                    join s in db.Services on p.ServiceId equals s.Id
                    where u.DisabledUtc == null && p.IsActive && !db.UserServices.Any(x => x.UserId == u.Id && x.ServiceId == p.ServiceId)
                    select new { u.Id, u.DisplayName, u.OrganisationName, s.DistinctName };
        var rows = await moved.OrderBy(m => m.DisplayName).ThenBy(m => m.Id).Take(HomeRows.MostWhole).ToListAsync(ct);
        return rows.Count == 0 ? [] :
        [
            new("Accounts in another service than the directory says", rows.ConvertAll(m => new HomeItem(Addresses.AdminUserServices(m.Id), m.DisplayName, m.OrganisationName)
            {
                ToDo = "Change the services of an account",
                Button = "Change",
                Who = m.DisplayName,
                WhoNote = $"In the directory: {m.DistinctName}",
                When = "Now",
            }), "") { Total = await moved.CountAsync(ct), Note = "they cannot open what their service gets" },
        ];
    }
}
