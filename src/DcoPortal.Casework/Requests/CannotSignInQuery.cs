namespace DcoPortal.Casework.Requests;

/// <summary>Finds which professionals have an account that was disabled, and none besides: what they hold is answered by nobody.</summary>
public sealed class CannotSignInQuery(PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Those of the person's board, by the key of the directory.</summary>
    public async Task<IReadOnlyList<Guid>> OfBoardAsync(CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.Users.AsNoTracking()
            .Where(u => u.IcbId == scope.IcbId && u.ProfessionalId != null && u.DisabledUtc != null && !db.Users.Any(o => o.ProfessionalId == u.ProfessionalId && o.DisabledUtc == null))
            .Select(u => u.ProfessionalId!.Value).Distinct().ToListAsync(ct);
    }

    /// <summary>How many requests wait for the holder of an account.</summary>
    public async Task<int> HeldAsync(Guid userId, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.AdviceRequests.AsNoTracking().ToAnswer().CountAsync(r => db.Users.Any(u => u.Id == userId && u.ProfessionalId == r.ProfessionalId), ct);
    }
}
