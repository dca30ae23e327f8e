namespace DcoPortal.Casework.Accounts;

/// <summary>Whether there is anybody on the other side who can sign in. Yes or no, and nothing of who that is.</summary>
public sealed class WhoCanSignIn(PortalDb db, PortalDbFactory databases)
{
    /// <summary>What to tell the DCO service where nobody of the authority of a case can open what is returned to it; null where somebody can.</summary>
    public async Task<string?> NobodyOpensAsync(string reference, CancellationToken ct)
    {
        var authority = await db.Assessments.Where(a => a.Reference == reference).Join(db.LocalAuthorities, a => a.LocalAuthorityId, l => l.Id, (_, l) => new { l.Id, l.Name }).SingleOrDefaultAsync(ct);
        if (authority is null) { return null; }
        await using var all = databases.Create(AccessScope.System);
        return await all.Users.AnyAsync(u => u.LocalAuthorityId == authority.Id && u.DisabledUtc == null, ct) ? null
            : $"Nobody of {authority.Name} can sign in, so nobody there can open this advice: send it to them yourself, with the ZIP file that the case has, and have somebody invited.";
    }

    /// <summary>Whether a Designated Clinical Officer of a board can sign in.</summary>
    public async Task<bool> AnyOfficerAsync(Guid icbId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Users.AnyAsync(u => u.IcbId == icbId && u.Role == Role.DesignatedClinicalOfficer && u.DisabledUtc == null, ct);
    }
}
