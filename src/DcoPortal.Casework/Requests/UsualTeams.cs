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
        if (NameProblem(kept) is { } problem) { return Refused(problem); }
        if (members.Count is 0 or > UsualTeam.MostMembers) { return Refused($"Tick from 1 to {UsualTeam.MostMembers} services or professionals for the team"); }
        var all = await OwnAsync(ct);
        var team = all.Find(t => IsCalled(t, kept!));
        if (team is null && all.Count >= UsualTeam.MostTeams) { return Refused($"Up to {UsualTeam.MostTeams} teams can be kept. Remove one first"); }
        var before = team is null ? null : Words(team);
        if (team is null) { db.UsualTeams.Add(team = new() { Id = Guid.CreateVersion7(), IcbId = scope.IcbId, Name = kept! }); }
        team.Members = $"|{string.Join('|', members.Select(m => m.Token).Distinct(StringComparer.Ordinal))}|";
        return audit.RecordEntry("usual team", team.Id, before, Words(team), isAsSeen: true);
    }, ct);

    /// <summary>Gives a team another name.</summary>
    public Task<Outcome> RenameAsync(Guid id, string? name, Guid version, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var all = await OwnAsync(ct);
        if (all.Find(t => t.Id == id) is not { } team) { return Outcome.NotFound; }
        var kept = name.BlankToNull();
        if (NameProblem(kept) is { } problem) { return Refused(problem); }
        if (all.Exists(t => t.Id != id && IsCalled(t, kept!))) { return Refused("Another team has this name"); }
        var before = Words(team);
        team.Name = kept!;
        return audit.RecordEntry("usual team", id, before, Words(team), team.Version == version);
    }, ct);

    /// <summary>Removes a team. Requests that were made with it stay.</summary>
    public Task<Outcome> RemoveAsync(Guid id, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.UsualTeams.SingleOrDefaultAsync(t => t.Id == id && t.IcbId == scope.IcbId, ct) is not { } team) { return Outcome.NotFound; }
        db.UsualTeams.Remove(team);
        return audit.RecordEntry("usual team", id, Words(team), "removed", isAsSeen: true);
    }, ct);

    private Task<List<UsualTeam>> OwnAsync(CancellationToken ct) => db.UsualTeams.Where(t => t.IcbId == scope.IcbId).ToListAsync(ct);

    // by the same letters in either case, whatever the database thinks of case
    private static bool IsCalled(UsualTeam team, string name) => string.Equals(team.Name, name, StringComparison.OrdinalIgnoreCase);

    private static string? NameProblem(string? name) => name is null ? "Enter a name for the team"
        : name.Length > UsualTeam.NameLength ? $"The name must be {UsualTeam.NameLength} characters or fewer" : null;

    private static Outcome Refused(string problem) => Outcome.Refused(problem, nameof(UsualTeam.Name));

    private static string Words(UsualTeam team) => $"{team.Name}; {team.Members.Trim('|').Replace("|", ", ", StringComparison.Ordinal)}";
}
