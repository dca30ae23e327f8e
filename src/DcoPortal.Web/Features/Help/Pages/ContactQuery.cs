using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Features.Help.Pages;

/// <summary>How the DCO services of the signed-in person's area are reached: one board's, or for a local authority those of each board it lies in.</summary>
public sealed class ContactQuery(PortalDb db, CurrentPerson person)
{
    /// <summary>None for who is not signed in.</summary>
    public async Task<IReadOnlyList<TeamContact>> RunAsync(CancellationToken ct)
    {
        if (person.Scope.UserId == Guid.Empty) { return []; }
        var (boards, authority) = (person.Scope.DirectoryIcbIds, person.Scope.LocalAuthorityId);
        return await db.Icbs.AsNoTracking().Where(i => boards.Contains(i.Id) || db.IcbCoverages.Any(c => c.IcbId == i.Id && c.LocalAuthorityId == authority))
            .OrderBy(i => i.Name).ThenBy(i => i.Id).Select(i => new TeamContact(i.Name, i.DcoInbox, i.DcoPhone)).ToListAsync(ct);
    }
}
