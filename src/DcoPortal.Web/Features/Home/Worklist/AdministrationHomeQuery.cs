using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The worklist of a system administrator: accounts and emails, never a child.</summary>
public sealed class AdministrationHomeQuery(PortalDb db, UnattendedServicesQuery unattended, MovedAccountsQuery moved, WithoutAccountQuery withoutAccount, OfficersQuery officers, UkClock clock)
{
    /// <summary>The worklist.</summary>
    public async Task<HomePage> PageAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var open = db.Invitations.AsNoTracking().Where(i => i.AcceptedUtc == null && i.WithdrawnUtc == null);
        var invited = await open.OrderBy(i => i.ExpiresUtc).ThenBy(i => i.Id).Take(HomeRows.MostWhole)
            .Select(i => new { i.DisplayName, i.Role, i.OrganisationName, i.ExpiresUtc, Total = open.Count() }).ToListAsync(ct);
        // SQLite cannot compare the end of a lock-out, and there are few, so the clock is applied in memory
        var held = await db.Users.AsNoTracking().Where(u => u.DisabledUtc != null || u.LockoutEnd != null).OrderBy(u => u.DisplayName).ThenBy(u => u.Id)
            .Select(u => new { u.Id, u.DisplayName, u.Role, u.OrganisationName, u.DisabledUtc, u.LockoutEnd }).ToListAsync(ct);
        held = [.. held.Where(u => u.DisabledUtc is not null || u.LockoutEnd?.UtcDateTime > now)];
        var waiting = invited.FirstOrDefault()?.Total ?? 0;
        return new HomePage
        {
            Today = clock.Today,
            Action = ("Invite a user", Addresses.AdminUsersInvite),
            Tiles =
            [
                HomeTile.Of("Invited, not yet joined", waiting, Addresses.AdminUsers, "blue"),
                HomeTile.Of("Locked out now", held.Count(u => u.DisabledUtc is null), $"{Addresses.AdminUsers}?status=locked", "amber"),
                HomeTile.Of("Disabled", held.Count(u => u.DisabledUtc is not null), $"{Addresses.AdminUsers}?status=disabled", "grey"),
            ],
            Sections =
            [
                .. await officers.SectionAsync(ct),
                .. await moved.SectionsAsync(ct),
                .. await withoutAccount.SectionAsync(ct),
                .. await unattended.SectionAsync(ct),
                new HomeSection("Invited, not yet joined", invited.ConvertAll(i => Invited(i.DisplayName, $"{PortalClaims.TitleOf(i.Role)}, {i.OrganisationName}", i.ExpiresUtc, now)), "Everyone who was invited has joined.") { Total = waiting },
                new HomeSection("Locked or disabled", [.. held.Take(HomeRows.MostWhole).Select(u => new HomeItem(Addresses.AdminUser(u.Id), u.DisplayName, $"{PortalClaims.TitleOf(u.Role)}, {u.OrganisationName}")
                {
                    Words = u.DisabledUtc is { } at ? $"Disabled on {UkText.LongDate(UkClock.DateOf(at))}" : $"Locked until {UkText.LongDateTime(u.LockoutEnd!.Value.UtcDateTime)}",
                })], "No account is locked or disabled.") { Total = held.Count },
            ],
        };
    }

    // an invitation that still runs waits for the person who was invited
    private static HomeItem Invited(string name, string detail, DateTime expiresUtc, DateTime now) => new(Addresses.AdminUsers, name, detail)
    {
        ToDo = expiresUtc < now ? "Invite somebody again" : null,
        Button = "Invite",
        Who = detail,
        WhoNote = "The invitation has expired",
        Since = expiresUtc < now ? UkClock.DateOf(expiresUtc) : null,
        Words = expiresUtc < now ? "Invitation has expired: invite again" : $"Invitation ends on {UkText.LongDate(UkClock.DateOf(expiresUtc))}",
    };
}
