using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>The services for which nobody can sign in or is invited: a request sent there is read in a mailbox, and nobody can answer it.</summary>
public sealed class UnattendedServicesQuery(PortalDb db, UkClock clock)
{
    /// <summary>The part of a worklist, or none.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        var now = clock.UtcNow;
        var invited = await db.Invitations.AsNoTracking().Where(i => i.AcceptedUtc == null && i.WithdrawnUtc == null && i.ExpiresUtc > now && i.ServiceIds != "").Select(i => i.ServiceIds).ToListAsync(ct);
        var ids = invited.SelectMany(i => i.Split('|', StringSplitOptions.RemoveEmptyEntries)).Select(Guid.Parse).ToHashSet();
        var unattended = db.Services.AsNoTracking().Where(s => s.IsActive && !ids.Contains(s.Id) && !db.UserServices.Any(u => u.ServiceId == s.Id && db.Users.Any(a => a.Id == u.UserId && a.DisabledUtc == null)));
        var rows = await (
            from s in unattended
            join p in db.Providers on s.ProviderId equals p.Id
            orderby s.Name, p.ShortName, s.Town, s.Id
            select new { s.Id, s.Name, s.Town, p.ShortName, Total = unattended.Count() }).Take(HomeRows.MostWhole).ToListAsync(ct);
        return rows.Count == 0 ? [] :
        [
            new("Services without anybody who can sign in", rows.ConvertAll(s => new HomeItem($"{Addresses.AdminUsersInvite}?role={nameof(Role.ServiceLead)}&service={s.Id}", s.Name, ServicePlace.Of(s.ShortName, s.Town))
            {
                ToDo = "Invite somebody",
                Button = "Invite",
                Who = ServicePlace.Of(s.ShortName, s.Town),
                WhoNote = "Nobody can sign in and answer",
                When = "Now",
            }), "") { Total = rows[0].Total, Note = "nobody can answer a request there" },
        ];
    }
}
