using DcoPortal.Casework.Ties;

namespace DcoPortal.Casework.RightAuthority;

/// <summary>A case that cannot be put under another authority.</summary>
/// <param name="Reference">Its reference.</param>
/// <param name="Why">Why not, and the way on, in a sentence.</param>
public sealed record CaseThatStays(string Reference, string Why);

/// <summary>Which cases cannot change hands, each with why: the authority recorded it, it has moved, it holds another, or something is still asked of the authority.</summary>
public sealed class CasesThatStayQuery(PortalDb db, PortalDbFactory databases, MergedCases merged)
{
    /// <summary>Of these cases.</summary>
    /// <param name="cases">Cases in the person's scope.</param>
    /// <param name="authorityId">The authority to which they are to go; null while nobody has said.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<CaseThatStays>> OfAsync(IReadOnlyList<Assessment> cases, Guid? authorityId, CancellationToken ct)
    {
        var ids = cases.Select(a => a.Id).ToList();
        var moves = await db.CaseTransfers.Where(t => (t.LiveKey != null && ids.Contains(t.LiveKey.Value)) || (t.ToId != null && ids.Contains(t.ToId.Value))).Select(t => new { t.LiveKey, t.ToId }).ToListAsync(ct);
        var holding = await merged.Rows.Where(a => ids.Contains(a.MergedIntoId!.Value)).Select(a => a.MergedIntoId!.Value).ToListAsync(ct);
        var asked = await db.Questions.Where(q => ids.Contains(q.AssessmentId) && q.ClosedUtc == null).Select(q => q.AssessmentId).ToListAsync(ct);
        var used = await UsedAsync(cases, authorityId, ct);
        string? Why(Assessment a) =>
            !a.IsRecordedByHealth ? "The authority recorded this case itself. It moves the case, if it is another authority’s."
            : moves.Exists(m => m.LiveKey == a.Id || m.ToId == a.Id) ? "This case has been moved between authorities or boards, so it was somebody’s by more than a mistake. Move it on instead."
            : holding.Contains(a.Id) ? "Another case was merged into this one, so both would change hands. Undo the merge first, or move the case instead."
            : asked.Contains(a.Id) ? "A question with the authority is still open on it. Close the question first."
            : a.AuthorityReference is { } own && used.Contains(own) ? $"Another case there has the authority’s own reference {own}. Correct that reference first."
            : null;
        return [.. cases.Where(a => a.LocalAuthorityId != authorityId).Select(a => (a.Reference, Why: Why(a))).Where(a => a.Why is not null).Select(a => new CaseThatStays(a.Reference, a.Why!))];
    }

    // also by a case with the authority's other board: yes or no, and nothing else of it
    private async Task<HashSet<string>> UsedAsync(IReadOnlyList<Assessment> cases, Guid? authorityId, CancellationToken ct)
    {
        var own = cases.Select(a => a.AuthorityReference).OfType<string>().ToList();
        if (authorityId is null || own.Count == 0) { return []; }
        await using var all = databases.Create(AccessScope.System);
        return await all.Assessments.Where(a => a.LocalAuthorityId == authorityId && own.Contains(a.AuthorityReference!)).Select(a => a.AuthorityReference!).ToHashSetAsync(ct);
    }
}
