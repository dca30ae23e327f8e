namespace DcoPortal.Casework.Directory;

/// <summary>Says which authorities lie in the board's area. An authority may lie in two: then its people say for each notification which board is told.</summary>
public sealed class BoardAuthoritiesHandler(PortalDb db, PortalDbFactory databases, AccessScope scope, AuditTrail audit, Change change)
{
    private const string Entry = "authorities of the board";

    /// <summary>Adds an authority. Twice adds nothing.</summary>
    public Task<Outcome<string>> AddAsync(Guid authorityId, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await db.LocalAuthorities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == authorityId, ct) is not { } authority) { return Outcome.NotFound; }
        var boards = await db.IcbCoverages.Where(c => c.LocalAuthorityId == authorityId).ToListAsync(ct);
        if (boards.Exists(c => c.IcbId == scope.IcbId)) { return Outcome.Already.With(authority.Name); }
        db.IcbCoverages.Add(new IcbCoverage { IcbId = scope.IcbId, LocalAuthorityId = authorityId, IsDefault = boards.Count == 0 });
        audit.Record(new DirectoryChanged(Entry, authorityId, null, $"{authority.Name} added"));
        return authority.Name;
    }, ct);

    /// <summary>Takes an authority off the board. Its ended cases stay with the board.</summary>
    /// <returns>Refused while cases are open, or when no board would be left to notify.</returns>
    public Task<Outcome<string>> RemoveAsync(Guid authorityId, CancellationToken ct) => change.MakeAsync<string>(async () =>
    {
        if (await db.LocalAuthorities.AsNoTracking().SingleOrDefaultAsync(a => a.Id == authorityId, ct) is not { } authority) { return Outcome.NotFound; }
        var boards = await db.IcbCoverages.Where(c => c.LocalAuthorityId == authorityId).ToListAsync(ct);
        if (boards.Find(c => c.IcbId == scope.IcbId) is not { } own) { return Outcome.Already.With(authority.Name); }
        if (boards.Find(c => c != own) is not { } other) { return Outcome.Refused($"{authority.Name} has no other board, so it could notify nobody. Nothing was changed."); }
        if (await OpenAsync(authorityId, ct) is > 0 and var open) { return Outcome.Refused($"{authority.Name} has {UkText.Count(open, "open case")} with your board. Nothing was changed."); }
        if (own.IsDefault) { other.IsDefault = true; }
        db.IcbCoverages.Remove(own);
        audit.Record(new DirectoryChanged(Entry, authorityId, $"{authority.Name}", "taken off"));
        return authority.Name;
    }, ct);

    // a system administrator sees no case: only their number is read
    private async Task<int> OpenAsync(Guid authorityId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Assessments.CountAsync(a => a.LocalAuthorityId == authorityId && a.IcbId == scope.IcbId && a.Outcome == null && a.Decision != AssessmentDecision.DoNotAssess, ct);
    }
}
