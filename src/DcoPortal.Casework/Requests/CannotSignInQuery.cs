namespace DcoPortal.Casework.Requests;

/// <summary>Why a person of the directory cannot open what their service gets.</summary>
public enum CannotOpen
{
    /// <summary>Their account was disabled, or the invitation withdrawn.</summary>
    CannotSignIn,

    /// <summary>Their account works in other services.</summary>
    WorksElsewhere,

    /// <summary>They never had an account, and none is offered to them.</summary>
    NoAccount,

    /// <summary>By the directory they no longer work there.</summary>
    HasLeft,
}

/// <summary>The requests whose holder cannot open them.</summary>
/// <param name="First">The first of them by due date.</param>
/// <param name="Total">How many there are.</param>
public sealed record HeldByNobody(IReadOnlyList<Guid> First, int Total);

/// <summary>Somebody of the directory who is asked and has no account.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Name">The name.</param>
/// <param name="Service">Their service.</param>
public sealed record AskedWithoutAccount(Guid Id, string Name, string Service);

/// <summary>What waits for the holder of an account.</summary>
/// <param name="All">All of it.</param>
/// <param name="NotOpened">What of it the account does not open, because it is in another service.</param>
public sealed record HeldRequests(int All, int NotOpened);

/// <summary>
/// Finds who cannot open what they have or would be asked, or has left: they have no account, it was disabled, or is in other services,
/// or the invitation was withdrawn. What they hold is answered by nobody. Whoever is invited will open it.
/// </summary>
public sealed class CannotSignInQuery(PortalDbFactory databases, AccessScope scope)
{
    /// <summary>Those of the board's directory, with the reason.</summary>
    public async Task<IReadOnlyDictionary<Guid, CannotOpen>> OfBoardAsync(CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.Professionals.Where(p => p.IcbId == scope.IcbId && p.IsActive
                && !db.Invitations.Any(i => i.ProfessionalId == p.Id && i.AcceptedUtc == null && i.WithdrawnUtc == null)
                && !db.Users.Any(u => u.ProfessionalId == p.Id && u.DisabledUtc == null && db.UserServices.Any(s => s.UserId == u.Id && s.ServiceId == p.ServiceId)))
            .Select(p => new
            {
                p.Id,
                SignsIn = db.Users.Any(u => u.ProfessionalId == p.Id && u.DisabledUtc == null),
                DidSignIn = db.Users.Any(u => u.ProfessionalId == p.Id) || db.Invitations.Any(i => i.ProfessionalId == p.Id && i.WithdrawnUtc != null),
            })
            .ToDictionaryAsync(p => p.Id, p => p.SignsIn ? CannotOpen.WorksElsewhere : p.DidSignIn ? CannotOpen.CannotSignIn : CannotOpen.NoAccount, ct);
    }

    /// <summary>The first requests to answer of the board, or of the person's services, whose holder cannot open them; and how many there are.</summary>
    public async Task<HeldByNobody> FirstAsync(int most, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        var (board, services) = (scope.IcbId, scope.ServiceIds);
        var held = scope.Kind == ScopeKind.HealthService ? NotOpened(db).Where(r => services.Contains(r.ServiceId)) : NotOpened(db).Where(r => r.IcbId == board);
        var first = await held.OrderBy(r => r.DueOn).ThenBy(r => r.Id).Take(most).Select(r => r.Id).ToListAsync(ct);
        return new(first, first.Count < most ? first.Count : await held.CountAsync(ct));
    }

    /// <summary>Those of the board's directory who have something to answer and no account, by name; and how many there are.</summary>
    public async Task<(IReadOnlyList<AskedWithoutAccount> First, int Total)> WithoutAccountAsync(int most, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        var board = scope.IcbId;
        var asked = db.Professionals.Where(p => p.IcbId == board && p.IsActive && !db.Users.Any(u => u.ProfessionalId == p.Id)
            && !db.Invitations.Any(i => i.ProfessionalId == p.Id && i.AcceptedUtc == null && i.WithdrawnUtc == null) && db.AdviceRequests.ToAnswer().Any(r => r.ProfessionalId == p.Id));
        var first = await asked.OrderBy(p => p.FullName).ThenBy(p => p.Id).Take(most)
            .Select(p => new AskedWithoutAccount(p.Id, p.FullName, db.Services.Where(s => s.Id == p.ServiceId).Select(s => s.DistinctName).First())).ToListAsync(ct);
        return (first, first.Count < most ? first.Count : await asked.CountAsync(ct));
    }

    /// <summary>Why the holder of a request cannot open it; null when they can, or it waits for no answer.</summary>
    public async Task<CannotOpen?> WhyAsync(AdviceRequest request, CancellationToken ct)
    {
        if (request.ProfessionalId is null || !request.Stage.IsToAnswer()) { return null; }
        await using var db = databases.Create(AccessScope.System);
        if (!await NotOpened(db).AnyAsync(r => r.Id == request.Id, ct)) { return null; }
        if (!await db.Professionals.AnyAsync(p => p.Id == request.ProfessionalId && p.IsActive, ct)) { return CannotOpen.HasLeft; }
        if (await db.Users.AnyAsync(u => u.ProfessionalId == request.ProfessionalId && u.DisabledUtc == null, ct)) { return CannotOpen.WorksElsewhere; }
        return await db.Users.AnyAsync(u => u.ProfessionalId == request.ProfessionalId, ct) || await db.Invitations.AnyAsync(i => i.ProfessionalId == request.ProfessionalId && i.WithdrawnUtc != null, ct)
            ? CannotOpen.CannotSignIn : CannotOpen.NoAccount;
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

    /// <summary>How many requests wait for a person of the directory.</summary>
    public async Task<int> HeldByAsync(Guid professionalId, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.AdviceRequests.AsNoTracking().ToAnswer().CountAsync(r => r.ProfessionalId == professionalId && r.IcbId == scope.IcbId, ct);
    }

    /// <summary>How many requests wait for a service, sent or prepared.</summary>
    public async Task<int> WaitingForServiceAsync(Guid serviceId, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.AdviceRequests.AsNoTracking().NotClosed().CountAsync(r => r.ServiceId == serviceId && r.IcbId == scope.IcbId && (r.Stage == RequestStage.ToSend || r.Stage == RequestStage.WithService || r.Stage == RequestStage.Reopened), ct);
    }

    // three look-ups by key for each request that somebody has, and no more
    private static IQueryable<AdviceRequest> NotOpened(PortalDb db) => db.AdviceRequests.AsNoTracking().ToAnswer().Where(r => r.ProfessionalId != null
        && (!db.Professionals.Any(p => p.Id == r.ProfessionalId && p.IsActive)
            || (!db.Users.Any(u => u.ProfessionalId == r.ProfessionalId && u.DisabledUtc == null && db.UserServices.Any(s => s.UserId == u.Id && s.ServiceId == r.ServiceId))
                && !db.Invitations.Any(i => i.ProfessionalId == r.ProfessionalId && i.AcceptedUtc == null && i.WithdrawnUtc == null))));
}
