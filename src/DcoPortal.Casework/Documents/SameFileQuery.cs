using System.Linq.Expressions;
using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Documents;

/// <summary>A document, or a written part, that may be about another child.</summary>
/// <param name="Id">The document; empty for a written part.</param>
/// <param name="FileName">Its name, or the part's heading.</param>
/// <param name="Words">What the person is told, without that name.</param>
public sealed record FileOfAnother(Guid Id, string FileName, string Words);

/// <summary>Finds documents of a case that another child's case of the board has too, or that name another child: a report chosen for the wrong child looks like any other.</summary>
public sealed class SameFileQuery(PortalDbFactory databases, OtherChildQuery others, AccessScope scope)
{
    private const int Most = 50;
    private const int MostNamed = 5;

    /// <summary>Of the answer that is not returned yet. Cases of the same child, by number, name and day of birth, or by what somebody said, do not count.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="alsoWithdrawn">Whether to say too that the very same file was withdrawn from this case: not where the page says so itself, with the way there.</param>
    public Task<IReadOnlyList<FileOfAnother>> OfAnswerAsync(AdviceRequest request, CancellationToken ct, bool alsoWithdrawn = true) =>
        FindAsync(request.AssessmentId, d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null, alsoWithdrawn, ct);

    /// <summary>Of what was sent for a case that the person may see. The same cases do not count.</summary>
    public Task<IReadOnlyList<FileOfAnother>> FromAuthorityAsync(Guid assessmentId, CancellationToken ct) =>
        FindAsync(assessmentId, d => d.AssessmentId == assessmentId && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null, alsoWithdrawn: true, ct);

    /// <summary>Whether the very same file was withdrawn from a case. Who brings it again may not see what was withdrawn, so everybody's eyes look.</summary>
    public async Task<bool> IsWithdrawnAsync(Guid assessmentId, string sha256, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Documents.AnyAsync(d => d.AssessmentId == assessmentId && d.Sha256 == sha256 && d.WithdrawnUtc != null, ct);
    }

    private async Task<IReadOnlyList<FileOfAnother>> FindAsync(Guid id, Expression<Func<CaseDocument, bool>> which, bool alsoWithdrawn, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var own = await all.Documents.AsNoTracking().Where(which).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => new { d.Id, d.FileName, d.Sha256, d.Mentions }).ToListAsync(ct);
        if (own.Count == 0 || await all.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } child) { return []; }
        var (hashes, number, key, board) = (own.Select(d => d.Sha256).Distinct().ToList(), child.ChildNhsNumber, child.ChildMatchKey, child.IcbId);
        var found = await (
            from d in all.Documents
            join a in all.Assessments on d.AssessmentId equals a.Id
            where d.IcbId == board && hashes.Contains(d.Sha256) && d.AssessmentId != id && d.RemovedUtc == null
                && a.ChildMatchKey != key && (number == null || a.ChildNhsNumber != number)
                && !all.CaseTies.Any(t => t.Kind == TieKind.SameChild && ((t.AssessmentId == id && t.OtherId == a.Id) || (t.OtherId == id && t.AssessmentId == a.Id)))
            select new { d.Sha256, a.Reference, a.LocalAuthorityId, a.IcbId }).Distinct().OrderBy(f => f.Reference).ThenBy(f => f.Sha256).Take(Most).ToListAsync(ct);
        var withdrawn = !alsoWithdrawn ? [] : await all.Documents.Where(d => d.AssessmentId == id && hashes.Contains(d.Sha256) && d.WithdrawnUtc != null).Select(d => d.Sha256).Distinct().ToListAsync(ct);
        var named = await others.WordsAsync(WhoseCase.Of(child), [.. own.Select(d => Mentions.Read(d.Mentions))], ct);
        return [.. own.Zip(named, (d, names) => (Own: d, Words: withdrawn.Contains(d.Sha256) ? "the very same file was withdrawn from this case" : found.FindAll(f => f.Sha256 == d.Sha256) is { Count: > 0 } same ? SameWords([.. same.Where(f => Sees(f.LocalAuthorityId, f.IcbId)).Select(f => f.Reference).Order(StringComparer.Ordinal)]) : names))
            .Where(x => x.Words is not null).Select(x => new FileOfAnother(x.Own.Id, x.Own.FileName, $"{x.Words}. Open it and look whom it is about"))];
    }

    // a leaflet may be on many cases
    private static string SameWords(List<string> references) =>
        $"the very same file is kept for another child{(references.Count == 0 ? "" : $", in {string.Join(", ", references.Take(MostNamed))}{(references.Count > MostNamed ? $" and {references.Count - MostNamed} more" : "")}")}";

    // the case of another child is named to nobody who could not open it
    private bool Sees(Guid authority, Guid board) => scope.Kind switch
    {
        ScopeKind.DcoService => scope.IcbId == board,
        ScopeKind.LocalAuthority => scope.LocalAuthorityId == authority,
        _ => false,
    };
}
