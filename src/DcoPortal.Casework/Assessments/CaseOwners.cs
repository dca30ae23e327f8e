using DcoPortal.Casework.Accounts;

namespace DcoPortal.Casework.Assessments;

/// <summary>A person of the authority, with how many open cases are theirs.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">The name.</param>
/// <param name="Email">The address, which tells two of one name apart.</param>
/// <param name="CanSignIn">Whether the account is enabled: the cases of who cannot sign in count as nobody's.</param>
/// <param name="OpenCases">Their open cases.</param>
public sealed record CaseColleague(Guid UserId, string Name, string Email, bool CanSignIn, int OpenCases);

/// <summary>The people of the signed-in person's authority whose case an assessment can be. The row scope shows no other's.</summary>
public sealed class CaseOwners(PortalDb db)
{
    // far more than an authority's SEND team
    private const int Most = 500;

    /// <summary>Accounts that can have cases: of an authority's team, and enabled.</summary>
    public static IQueryable<PortalUser> Able(IQueryable<PortalUser> users) => users.Where(u => u.LocalAuthorityId != null && u.DisabledUtc == null && (u.Role == Role.LaCaseworker || u.Role == Role.LaManager));

    /// <summary>Everyone of the authority who can have cases, and who cannot sign in any more and still has some; by name.</summary>
    public async Task<IReadOnlyList<CaseColleague>> AllAsync(CancellationToken ct)
    {
        var counts = await db.Assessments.StillOpen().Where(a => a.OwnerUserId != null)
            .GroupBy(a => a.OwnerUserId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var people = await db.Users.AsNoTracking().Where(u => u.LocalAuthorityId != null && (u.Role == Role.LaCaseworker || u.Role == Role.LaManager))
            .OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Select(u => new { u.Id, u.DisplayName, u.Email, u.DisabledUtc }).Take(Most).ToListAsync(ct);
        return [.. people.Select(p => new CaseColleague(p.Id, p.DisplayName, p.Email ?? "", p.DisabledUtc is null, counts.GetValueOrDefault(p.Id))).Where(p => p.CanSignIn || p.OpenCases > 0)];
    }
}

internal static class CasesOfSomebody
{
    /// <summary>The cases of nobody: without an owner, or of a person who cannot sign in any more.</summary>
    public static IQueryable<Assessment> OfNobody(this IQueryable<Assessment> cases, PortalDb db) =>
        cases.Where(a => a.OwnerUserId == null || !db.Users.Any(u => u.Id == a.OwnerUserId && u.DisabledUtc == null));
}
