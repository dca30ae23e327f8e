using DcoPortal.Web.Parts.Worklist;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>Those of the directory who were asked for advice and have no account: nothing is said of what they were asked.</summary>
public sealed class WithoutAccountQuery(CannotSignInQuery query)
{
    /// <summary>The part of a worklist, or none.</summary>
    public async Task<IReadOnlyList<HomeSection>> SectionAsync(CancellationToken ct)
    {
        var (first, total) = await query.WithoutAccountAsync(HomeRows.MostWhole, ct);
        return total == 0 ? [] :
        [
            new("Asked for advice, and without an account", [.. first.Select(p => new HomeItem($"{Addresses.AdminUsersInvite}?role={nameof(Role.Clinician)}&professional={p.Id}", p.Name, p.Service)
            {
                ToDo = "Invite somebody",
                Button = "Invite",
                Who = p.Name,
                WhoNote = p.Service,
                When = "Now",
            })], "") { Total = total, Note = "they cannot open what they were sent" },
        ];
    }
}
