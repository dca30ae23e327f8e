using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.RightAuthority;

/// <summary>What became of a reference that a case had under the wrong authority, for who follows an old link or writes it into the search.</summary>
/// <param name="Now">The reference of the case now, for who may open it; null for the authority that had it by mistake, unless it is its own after all.</param>
/// <param name="On">When it was put right (Europe/London).</param>
public sealed record MisplacedReference(string? Now, DateOnly On);

/// <summary>Finds it in the trail. The authority that had the case by mistake learns that, and nothing of where it is; one that has it again is led there.</summary>
public sealed class MisplacedReferences(PortalDb db, PortalDbFactory databases, MergedCases merged, AccessScope scope)
{
    /// <summary>Null where the reference never stood under a wrong authority, or the person has nothing to do with it.</summary>
    public async Task<MisplacedReference?> OfAsync(string reference, CancellationToken ct)
    {
        if (scope.Kind == ScopeKind.DcoService)
        {
            var found = await (from e in db.AuditEntries
                               join a in db.Assessments on e.AssessmentId equals (Guid?)a.Id
                               where e.AssessmentReference == reference && e.Fact == nameof(CaseWasNotTheirs) && a.Reference != reference
                               select new { a.Reference, e.AtUtc }).FirstOrDefaultAsync(ct);
            return found is null ? null : new(found.Reference, UkClock.DateOf(found.AtUtc));
        }
        if (scope.Kind != ScopeKind.LocalAuthority) { return await OfServiceAsync(reference, ct); }
        var boards = await db.IcbCoverages.Where(c => c.LocalAuthorityId == scope.LocalAuthorityId).Select(c => (Guid?)c.IcbId).ToListAsync(ct);
        await using var all = databases.Create(AccessScope.System);
        var taken = await all.AuditEntries.Where(e => boards.Contains(e.IcbId) && e.AssessmentReference == reference && e.Fact == nameof(CaseWasNotTheirs) && e.LocalAuthorityId == scope.LocalAuthorityId && e.AssessmentId != null)
            .OrderByDescending(e => e.AtUtc).Select(e => new { Case = e.AssessmentId!.Value, e.AtUtc }).FirstOrDefaultAsync(ct);
        return taken is null ? null : new(await OwnAsync(taken.Case, ct), UkClock.DateOf(taken.AtUtc));
    }

    // put right by mistake, and put back: the authority has it again, perhaps as part of another case
    private async Task<string?> OwnAsync(Guid id, CancellationToken ct) =>
        await db.Assessments.Where(a => a.Id == id).Select(a => a.Reference).SingleOrDefaultAsync(ct) ?? await merged.Rows.Where(a => a.Id == id).Select(a => a.Reference).SingleOrDefaultAsync(ct);

    // a service knows the case by its requests, and by no other
    private async Task<MisplacedReference?> OfServiceAsync(string reference, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var moved = await all.AuditEntries.Where(e => e.IcbId == scope.IcbId && e.AssessmentReference == reference && e.Fact == nameof(CaseWasNotTheirs) && e.AssessmentId != null)
            .OrderByDescending(e => e.AtUtc).Select(e => new { Case = e.AssessmentId!.Value, e.AtUtc }).FirstOrDefaultAsync(ct);
        if (moved is null) { return null; }
        var now = await db.AdviceRequests.Where(r => r.AssessmentId == moved.Case && r.AssessmentReference != reference).Select(r => r.AssessmentReference).FirstOrDefaultAsync(ct);
        return now is null ? null : new(now, UkClock.DateOf(moved.AtUtc));
    }
}
