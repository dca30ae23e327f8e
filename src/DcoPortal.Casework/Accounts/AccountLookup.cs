namespace DcoPortal.Casework.Accounts;

/// <summary>The few questions about accounts that reach across organisations. Each answers yes or no, or what the holder of a token may know.</summary>
public sealed class AccountLookup(PortalDbFactory dbs)
{
    /// <summary>Whether the address has an account anywhere.</summary>
    public async Task<bool> HasAccountAsync(string normalizedEmail, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Users.AnyAsync(u => u.NormalizedEmail == normalizedEmail, ct);
    }

    /// <summary>Whether the address stands in a directory anywhere.</summary>
    public async Task<bool> IsInADirectoryAsync(string email, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Professionals.AnyAsync(p => p.Email == email, ct);
    }

    /// <summary>Whether an email with this key was already queued.</summary>
    public async Task<bool> WasAnnouncedAsync(string uniqueKey, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Emails.AnyAsync(e => e.UniqueKey == uniqueKey, ct);
    }

    /// <summary>The enabled account whose calendar feed has this token's hash, or null.</summary>
    public async Task<PortalUser?> CalendarUserAsync(string tokenHash, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.CalendarTokenHash == tokenHash && u.DisabledUtc == null, ct);
    }

    /// <summary>An invitation by its token's hash, also a used or withdrawn one.</summary>
    public async Task<Invitation?> InvitationAsync(string tokenHash, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Invitations.AsNoTracking().SingleOrDefaultAsync(i => i.TokenHash == tokenHash, ct);
    }
}
