using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Says when no Designated Clinical Officer can sign in or is invited: nobody else may decide where every service has no advice.</summary>
public sealed class OfficersQuery(PortalDb db)
{
    /// <summary>The part of a worklist, or none.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        if (await db.Users.AnyAsync(u => u.Role == Role.DesignatedClinicalOfficer && u.DisabledUtc == null, ct)
            || await db.Invitations.AnyAsync(i => i.Role == Role.DesignatedClinicalOfficer && i.AcceptedUtc == null && i.WithdrawnUtc == null, ct)) { return []; }
        return
        [
            new("Nobody who can decide", [new HomeItem($"{Addresses.AdminUsersInvite}?role={nameof(Role.DesignatedClinicalOfficer)}", "Designated Clinical Officer", "No account can sign in")
            {
                ToDo = "Invite a Designated Clinical Officer",
                Button = "Invite",
                Who = "Designated Clinical Officer",
                WhoNote = "No account can sign in",
                When = "Now",
            }], "") { Total = 1, Note = "decisions where no service has advice wait for one" },
        ];
    }
}
