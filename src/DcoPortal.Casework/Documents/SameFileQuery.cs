namespace DcoPortal.Casework.Documents;

/// <summary>A document of an answer that is the very same file as one of another child.</summary>
/// <param name="FileName">The document.</param>
/// <param name="References">The other children's cases, for who may see them.</param>
public sealed record FileOfAnother(string FileName, IReadOnlyList<string> References);

/// <summary>Finds documents of an answer in hand that another child's case of the board has too: a report chosen for the wrong child looks like any other.</summary>
public sealed class SameFileQuery(PortalDbFactory databases)
{
    private const int Most = 50;

    /// <summary>Of the answer that is not returned yet. Cases of the same child, by number, name and day of birth, or by what somebody said, do not count.</summary>
    public async Task<IReadOnlyList<FileOfAnother>> OfAnswerAsync(AdviceRequest request, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var own = await all.Documents.AsNoTracking().Where(d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => new { d.FileName, d.Sha256 }).ToListAsync(ct);
        if (own.Count == 0 || await all.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } child) { return []; }
        var (hashes, id, number, key, board) = (own.Select(d => d.Sha256).Distinct().ToList(), child.Id, child.ChildNhsNumber, child.ChildMatchKey, request.IcbId);
        var found = await (
            from d in all.Documents
            join a in all.Assessments on d.AssessmentId equals a.Id
            where d.IcbId == board && hashes.Contains(d.Sha256) && d.AssessmentId != id && d.RemovedUtc == null
                && a.ChildMatchKey != key && (number == null || a.ChildNhsNumber != number)
                && !all.CaseTies.Any(t => t.Kind == TieKind.SameChild && ((t.AssessmentId == id && t.OtherId == a.Id) || (t.OtherId == id && t.AssessmentId == a.Id)))
            select new { d.Sha256, a.Reference }).Distinct().OrderBy(f => f.Reference).ThenBy(f => f.Sha256).Take(Most).ToListAsync(ct);
        return [.. own.Select(d => new FileOfAnother(d.FileName, [.. found.Where(f => f.Sha256 == d.Sha256).Select(f => f.Reference).Order(StringComparer.Ordinal)])).Where(f => f.References.Count > 0)];
    }
}
