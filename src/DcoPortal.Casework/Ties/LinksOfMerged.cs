namespace DcoPortal.Casework.Ties;

/// <summary>The links of a case that becomes part of another: the child's other assessments are the other's too.</summary>
public sealed class LinksOfMerged(PortalDb db, AuditTrail audit)
{
    /// <summary>The references of the cases that are linked with the one and not with the other.</summary>
    public async Task<IReadOnlyList<string>> OfAsync(Guid keptId, Guid duplicateId, CancellationToken ct) =>
        [.. (await FindAsync(keptId, duplicateId, ct)).Select(l => l.Third.Reference)];

    /// <summary>Links these with the case that stays, as they were linked, in the caller's save.</summary>
    /// <returns>The keys of the links that were made.</returns>
    public async Task<IReadOnlyList<Guid>> CarryAsync(Assessment kept, Assessment duplicate, CancellationToken ct)
    {
        List<Guid> made = [];
        foreach (var (tie, third) in await FindAsync(kept.Id, duplicate.Id, ct))
        {
            var link = db.CaseTies.Add(CaseTie.Of(kept, third, TieKind.SameChild, tie.Decision)).Entity;
            audit.Record(link.FactFor(kept));
            audit.Record(link.FactFor(third));
            made.Add(link.Id);
        }
        return made;
    }

    private async Task<List<(CaseTie Tie, Assessment Third)>> FindAsync(Guid keptId, Guid duplicateId, CancellationToken ct)
    {
        var ties = await db.CaseTies.AsNoTracking().Where(t => t.AssessmentId == duplicateId || t.OtherId == duplicateId || t.AssessmentId == keptId || t.OtherId == keptId).OrderBy(t => t.DecidedUtc).ThenBy(t => t.Id).ToListAsync(ct);
        var known = ties.Where(t => t.AssessmentId == keptId || t.OtherId == keptId).Select(t => t.AssessmentId == keptId ? t.OtherId : t.AssessmentId).ToHashSet();
        var links = ties.Where(t => t.Kind == TieKind.SameChild).Select(t => (Tie: t, Third: t.AssessmentId == duplicateId ? t.OtherId : t.OtherId == duplicateId ? t.AssessmentId : Guid.Empty))
            .Where(l => l.Third != Guid.Empty && l.Third != keptId && !known.Contains(l.Third)).ToList();
        var ids = links.ConvertAll(l => l.Third);
        var thirds = await db.Assessments.AsNoTracking().Where(a => ids.Contains(a.Id)).ToDictionaryAsync(a => a.Id, ct);
        return [.. links.Where(l => thirds.ContainsKey(l.Third)).Select(l => (l.Tie, thirds[l.Third]))];
    }
}
