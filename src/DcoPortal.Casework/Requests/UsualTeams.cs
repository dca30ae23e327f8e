using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Requests;

/// <summary>The teams that a board usually asks: kept from what is ticked, renamed, removed.</summary>
public sealed class UsualTeams(PortalDb db, AccessScope scope, AuditTrail audit, Change change)
{
    /// <summary>The board's teams by name.</summary>
    public Task<List<UsualTeam>> ListAsync(CancellationToken ct) =>
        db.UsualTeams.AsNoTracking().Where(t => t.IcbId == scope.IcbId).OrderBy(t => t.Name).ThenBy(t => t.Id).Take(UsualTeam.MostTeams).ToListAsync(ct);

    /// <summary>Keeps the targets under a name; a team of that name gets them instead of its own.</summary>
    public Task<Outcome> KeepAsync(string? name, IReadOnlyList<AskTarget> members, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var kept = name.BlankToNull();
        if (kept is null) { return Outcome.Refused("Enter a name for the team", nameof(UsualTeam.Name)); }
        if (kept.Length > UsualTeam.NameLength) { return Outcome.Refused($"The name must be {UsualTeam.NameLength} characters or fewer", nameof(UsualTeam.Name)); }
        if (members.Count is 0 or > UsualTeam.MostMembers) { return Outcome.Refused($"Tick from 1 to {UsualTeam.MostMembers} services or professionals for the team", nameof(UsualTeam.Name)); }
        var all = await db.UsualTeams.Where(t => t.IcbId == scope.IcbId).ToListAsync(ct);
        var team = all.Find(t => string.Equals(t.Name, kept, StringComparison.OrdinalIgnoreCase));
        if (team is null && all.Count >= UsualTeam.MostTeams) { return Outcome.Refused($"Up to {UsualTeam.MostTeams} teams can be kept. Remove one first", nameof(UsualTeam.Name)); }
        var before = team is null ? null : Words(team);
        if (team is null) { db.UsualTeams.Add(team = new() { Id = Guid.CreateVersion7(), IcbId = scope.IcbId, Name = kept }); }
        team.Members = $"|{string.Join('|', members.Select(m => m.Token).Distinct(StringComparer.Ordinal))}|";
        return audit.RecordEntry("usual team", team.Id, before, Words(team), isAsSeen: true);
    }, ct);

    /// <summary>Gives a team another name.</summary>
    public Task<Outcome> RenameAsync(Guid id, string? name, Guid version, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.UsualTeams.SingleOrDefaultAsync(t => t.Id == id && t.IcbId == scope.IcbId, ct) is not { } team) { return Outcome.NotFound; }
        var kept = name.BlankToNull();
        if (kept is null) { return Outcome.Refused("Enter a name for the team", nameof(UsualTeam.Name)); }
        if (kept.Length > UsualTeam.NameLength) { return Outcome.Refused($"The name must be {UsualTeam.NameLength} characters or fewer", nameof(UsualTeam.Name)); }
        if (await db.UsualTeams.AnyAsync(t => t.IcbId == scope.IcbId && t.Id != id && t.Name == kept, ct)) { return Outcome.Refused("Another team has this name", nameof(UsualTeam.Name)); }
        var before = Words(team);
        team.Name = kept;
        return audit.RecordEntry("usual team", id, before, Words(team), team.Version == version);
    }, ct);

    /// <summary>Removes a team. Requests that were made with it stay.</summary>
    public Task<Outcome> RemoveAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.UsualTeams.SingleOrDefaultAsync(t => t.Id == id && t.IcbId == scope.IcbId, ct) is not { } team) { return Outcome.NotFound; }
        db.UsualTeams.Remove(team);
        return audit.RecordEntry("usual team", id, Words(team), "removed", isAsSeen: true);
    }, ct);

    private static string Words(UsualTeam team) => $"{team.Name}; {team.Members.Trim('|').Replace("|", ", ", StringComparison.Ordinal)}";
}
