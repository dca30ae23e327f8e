namespace DcoPortal.Casework.Requests;

/// <summary>Why a person of the directory cannot open what their service gets.</summary>
public enum CannotOpen
{
    /// <summary>Their account was disabled, or the invitation withdrawn.</summary>
    CannotSignIn,

    /// <summary>Their account works in other services.</summary>
    WorksElsewhere,
}

/// <summary>What waits for the holder of an account.</summary>
/// <param name="All">All of it.</param>
/// <param name="NotOpened">What of it the account does not open, because it is in another service.</param>
public sealed record HeldRequests(int All, int NotOpened);

/// <summary>
/// Finds who cannot open what they have or would be asked: the account was disabled, or is in other services, or the invitation was
/// withdrawn. What they hold is answered by nobody. Somebody who never had an account is none of them: their service answers.
/// </summary>
public sealed class CannotSignInQuery(PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Those of the board's directory, with the reason.</summary>
    public async Task<IReadOnlyDictionary<Guid, CannotOpen>> OfBoardAsync(CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.Professionals.Where(p => p.IcbId == scope.IcbId && p.IsActive
                && (db.Users.Any(u => u.ProfessionalId == p.Id) || db.Invitations.Any(i => i.ProfessionalId == p.Id && i.WithdrawnUtc != null))
                && !db.Invitations.Any(i => i.ProfessionalId == p.Id && i.AcceptedUtc == null && i.WithdrawnUtc == null)
                && !db.Users.Any(u => u.ProfessionalId == p.Id && u.DisabledUtc == null && db.UserServices.Any(s => s.UserId == u.Id && s.ServiceId == p.ServiceId)))
            .Select(p => new { p.Id, SignsIn = db.Users.Any(u => u.ProfessionalId == p.Id && u.DisabledUtc == null) })
            .ToDictionaryAsync(p => p.Id, p => p.SignsIn ? CannotOpen.WorksElsewhere : CannotOpen.CannotSignIn, ct);
    }

    /// <summary>The board's requests to answer whose holder cannot open them.</summary>
    public async Task<IReadOnlyList<Guid>> RequestsAsync(CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await HeldByNobody(db).Where(r => r.IcbId == scope.IcbId).Select(r => r.Id).ToListAsync(ct);
    }

    /// <summary>Why the holder of a request cannot open it; null when they can, or it waits for no answer.</summary>
    public async Task<CannotOpen?> WhyAsync(AdviceRequest request, CancellationToken ct)
    {
        if (request.ProfessionalId is null || !request.Stage.IsToAnswer()) { return null; }
        await using var db = databases.Create(AccessScope.System);
        if (!await HeldByNobody(db).AnyAsync(r => r.Id == request.Id, ct)) { return null; }
        return await db.Users.AnyAsync(u => u.ProfessionalId == request.ProfessionalId && u.DisabledUtc == null, ct) ? CannotOpen.WorksElsewhere : CannotOpen.CannotSignIn;
    }

    /// <summary>How many requests wait for the holder of an account.</summary>
    public async Task<HeldRequests> HeldAsync(Guid userId, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        var held = db.AdviceRequests.AsNoTracking().ToAnswer().Where(r => db.Users.Any(u => u.Id == userId && u.ProfessionalId == r.ProfessionalId));
        return new(await held.CountAsync(ct), await held.CountAsync(r => !db.UserServices.Any(s => s.UserId == userId && s.ServiceId == r.ServiceId), ct));
    }

    /// <summary>How many requests wait for the holder of an invitation.</summary>
    public async Task<int> HeldByInvitedAsync(Guid invitationId, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.AdviceRequests.AsNoTracking().ToAnswer().CountAsync(r => db.Invitations.Any(i => i.Id == invitationId && i.ProfessionalId != null && i.ProfessionalId == r.ProfessionalId), ct);
    }

    private static IQueryable<AdviceRequest> HeldByNobody(PortalDb db) => db.AdviceRequests.AsNoTracking().ToAnswer().Where(r => r.ProfessionalId != null
        && (db.Users.Any(u => u.ProfessionalId == r.ProfessionalId) || db.Invitations.Any(i => i.ProfessionalId == r.ProfessionalId && i.WithdrawnUtc != null))
        && !db.Invitations.Any(i => i.ProfessionalId == r.ProfessionalId && i.AcceptedUtc == null && i.WithdrawnUtc == null)
        && !db.Users.Any(u => u.ProfessionalId == r.ProfessionalId && u.DisabledUtc == null && db.UserServices.Any(s => s.UserId == u.Id && s.ServiceId == r.ServiceId)));
}
