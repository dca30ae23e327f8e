namespace DcoPortal.Casework.Accounts;

/// <summary>The account of a directory entry.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Services">The services it works in, in words.</param>
/// <param name="OpensItsService">Whether that of the entry is among them.</param>
public sealed record EntryAccount(Guid UserId, string Services, bool OpensItsService);

/// <summary>Tells whoever keeps the directory whether the account of an entry opens what its service gets. Services alone, and nothing else of the account.</summary>
public sealed class EntryAccountQuery(PortalDb db, PortalDbFactory databases)
{
    /// <summary>Null when the entry is not in scope, or has no account that can sign in.</summary>
    public async Task<EntryAccount?> OfAsync(Guid professionalId, CancellationToken ct)
    {
        if (await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == professionalId, ct) is not { } entry) { return null; }
        await using var all = databases.Create(AccessScope.System);
        if (await all.Users.AsNoTracking().FirstOrDefaultAsync(u => u.ProfessionalId == professionalId && u.DisabledUtc == null, ct) is not { } account) { return null; }
        var services = await all.UserServices.Where(s => s.UserId == account.Id).Join(all.Services, s => s.ServiceId, s => s.Id, (_, s) => new { s.Id, s.DistinctName }).OrderBy(s => s.DistinctName).ToListAsync(ct);
        return new(account.Id, services.Count == 0 ? "no service" : string.Join(" and ", services.Select(s => s.DistinctName)), services.Exists(s => s.Id == entry.ServiceId));
    }
}
