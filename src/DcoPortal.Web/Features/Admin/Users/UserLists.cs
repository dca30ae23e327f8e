using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notes;
using DcoPortal.Casework.Notifications;
using DcoPortal.Casework.Notifications.Importing;

namespace DcoPortal.Web.Features.Admin.Users;

/// <summary>The filters of the list of users.</summary>
public sealed class UserFilters
{
    /// <summary>Part of a name or address.</summary>
    public string? Q { get; set; }

    /// <summary>A role.</summary>
    public Role? Role { get; set; }

    /// <summary>An organisation, by name.</summary>
    public string? Organisation { get; set; }

    /// <summary>active, disabled or locked.</summary>
    public string? Status { get; set; }
}

/// <summary>One account in the list.</summary>
public sealed record UserRow(Guid Id, string Name, string Email, Role Role, string Organisation, DateTime? DisabledUtc, DateTimeOffset? LockoutEnd, DateTime? LastSignedInUtc, bool TwoFactor);

/// <summary>One invitation that was not used yet.</summary>
public sealed record InvitationRow(Guid Id, string Name, string Email, Role Role, string Organisation, DateTime ExpiresUtc, string InvitedBy);

/// <summary>The list page.</summary>
public sealed record UsersPage(ListPage<UserRow> List, IReadOnlyList<InvitationRow> Invitations, UserFilters Filters, IReadOnlyList<string> Organisations, DateTime NowUtc);

/// <summary>One account, for the person who manages it.</summary>
public sealed record UserPage(Guid Id, string Name, string Email, Role Role, string Organisation, bool IsSelf, bool IsDisabled, bool IsLocked, bool TwoFactor, DateTime CreatedUtc, DateTime? LastSignedInUtc, DateTime? DisabledUtc, HeldRequests Held, int LeftDrafts)
{
    /// <summary>The services they work in, in words; null for who works in none by their role.</summary>
    public string? Services { get; init; }

    /// <summary>The rows of their imports that nobody has confirmed or said anything of.</summary>
    public int ImportRows { get; init; }

    /// <summary>Their reminders in notes that nobody else sees.</summary>
    public int PrivateReminders { get; init; }

    /// <summary>Whether no other Designated Clinical Officer of the board can sign in.</summary>
    public bool IsLastOfficer { get; init; }

    /// <summary>The service of their directory entry where the account is not in it; null otherwise.</summary>
    public string? EntryElsewhere { get; init; }
}

/// <summary>The accounts and invitations in scope.</summary>
public sealed class UsersQuery(PortalDb db, CannotSignInQuery requests, LeftDrafts drafts, WaitingImports imports, PrivateReminders reminders, AccessScope scope, UkClock clock)
{
    private const int PageSize = 25;

    /// <summary>One page of accounts, by name, and every invitation that was not used yet.</summary>
    public async Task<UsersPage> RunAsync(UserFilters filters, int page, CancellationToken ct)
    {
        var now = clock.UtcNow;
        DateTimeOffset? locked = new DateTimeOffset(now, TimeSpan.Zero);
        var users = db.Users.AsNoTracking();
        if (filters.Role is { } role) { users = users.Where(u => u.Role == role); }
        if (!string.IsNullOrEmpty(filters.Organisation)) { users = users.Where(u => u.OrganisationName == filters.Organisation); }
        if (DirectoryFilters.Pattern(filters.Q) is { } q) { users = users.Where(u => EF.Functions.Like(u.DisplayName, q, "\\") || EF.Functions.Like(u.Email!, q, "\\")); }
        users = filters.Status switch
        {
            "active" => users.Where(u => u.DisabledUtc == null),
            "disabled" => users.Where(u => u.DisabledUtc != null),
            "locked" => users.Where(u => u.LockoutEnd > locked),
            _ => users,
        };
        var total = await users.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var rows = await users.OrderBy(u => u.DisplayName).ThenBy(u => u.Id).Skip((page - 1) * PageSize).Take(PageSize)
            .Select(u => new UserRow(u.Id, u.DisplayName, u.Email!, u.Role, u.OrganisationName, u.DisabledUtc, u.LockoutEnd, u.LastSignedInUtc, u.TwoFactorEnabled)).ToListAsync(ct);
        var invitations = await db.Invitations.AsNoTracking().Where(i => i.AcceptedUtc == null && i.WithdrawnUtc == null).OrderByDescending(i => i.CreatedUtc).ThenBy(i => i.Id).Take(200)
            .Select(i => new InvitationRow(i.Id, i.DisplayName, i.Email, i.Role, i.OrganisationName, i.ExpiresUtc, i.InvitedByName)).ToListAsync(ct);
        var organisations = await db.Users.Select(u => u.OrganisationName).Distinct().OrderBy(n => n).ToListAsync(ct);
        return new(new(rows, page, PageSize, total), invitations, filters, organisations, now);
    }

    /// <summary>The services that an account in scope works in.</summary>
    public Task<List<Guid>> ServicesAsync(Guid id, CancellationToken ct) => db.UserServices.Where(s => s.UserId == id).Select(s => s.ServiceId).ToListAsync(ct);

    /// <summary>One account, or null when it is out of scope.</summary>
    public async Task<UserPage?> OneAsync(Guid id, CancellationToken ct)
    {
        var now = new DateTimeOffset(clock.UtcNow, TimeSpan.Zero);
        if (await db.Users.AsNoTracking().SingleOrDefaultAsync(u => u.Id == id, ct) is not { } u) { return null; }
        var works = await db.UserServices.Where(s => s.UserId == id).Join(db.Services, s => s.ServiceId, s => s.Id, (_, s) => new { s.Id, s.DistinctName }).OrderBy(s => s.DistinctName).ToListAsync(ct);
        var entry = await db.Professionals.Where(p => p.Id == u.ProfessionalId && p.IsActive).Join(db.Services, p => p.ServiceId, s => s.Id, (_, s) => new { s.Id, s.DistinctName }).FirstOrDefaultAsync(ct);
        return new(u.Id, u.DisplayName, u.Email!, u.Role, u.OrganisationName, u.Id == scope.UserId, u.DisabledUtc is not null, u.LockoutEnd > now, u.TwoFactorEnabled, u.CreatedUtc, u.LastSignedInUtc, u.DisabledUtc, u.ProfessionalId is null ? new(0, 0) : await requests.HeldAsync(id, ct), await drafts.OfAsync(id, ct))
        {
            Services = u.Role is not (Role.Clinician or Role.ServiceLead) ? null : works.Count == 0 ? "None" : string.Join("; ", works.Select(s => s.DistinctName)),
            ImportRows = await imports.RowsOfAsync(id, ct),
            PrivateReminders = await reminders.OfAsync(id, ct),
            IsLastOfficer = u.Role == Role.DesignatedClinicalOfficer && !await db.Users.AnyAsync(o => o.Id != id && o.IcbId == u.IcbId && o.Role == Role.DesignatedClinicalOfficer && o.DisabledUtc == null, ct),
            EntryElsewhere = entry is null || works.Exists(s => s.Id == entry.Id) ? null : entry.DistinctName,
        };
    }
}
