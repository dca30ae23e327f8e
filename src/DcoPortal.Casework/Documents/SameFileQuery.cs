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
    private const string ThisCase = "this case";

    /// <summary>Of the answer that is not returned yet. Cases of the same child, by number, name and day of birth, or by what somebody said, do not count.</summary>
    /// <param name="request">The request.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="alsoWithdrawn">Whether to say too that the very same file was withdrawn from this case: not where the page says so itself, with the way there.</param>
    public Task<IReadOnlyList<FileOfAnother>> OfAnswerAsync(AdviceRequest request, CancellationToken ct, bool alsoWithdrawn = true) =>
        FindAsync(request.AssessmentId, d => d.AdviceRequestId == request.Id && d.Kind == CaseDocumentKind.Advice && d.RemovedUtc == null && d.ReturnedUtc == null, alsoWithdrawn, ct);

    /// <summary>Of what was sent for a case that the person may see. The same cases do not count.</summary>
    public Task<IReadOnlyList<FileOfAnother>> FromAuthorityAsync(Guid assessmentId, CancellationToken ct) =>
        FindAsync(assessmentId, d => d.AssessmentId == assessmentId && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null, alsoWithdrawn: true, ct);

    /// <summary>Why a file must not be added to a case again, with the way on; null where nothing was withdrawn or taken out. Who brings it may not see what was, so everybody's eyes look.</summary>
    public async Task<string?> WhyNotAddedAsync(Guid assessmentId, string sha256, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var child = WhoseCase.Of(await all.Assessments.AsNoTracking().SingleAsync(a => a.Id == assessmentId, ct));
        if (await all.Documents.AnyAsync(d => d.AssessmentId == assessmentId && d.Sha256 == sha256 && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc != null, ct))
        {
            return "was taken out of this case, so it was not added. If it may be read again, put it back under “Taken out”";
        }
        return (await WithdrawnAsync(all, child, [sha256], ct)).GetValueOrDefault(sha256) is { } from ? $"was withdrawn from {from}, so it was not added. If it may be read again, ask the DCO service to give it back" : null;
    }

    /// <summary>What is said of each file that was withdrawn from a case of this child; null of the others.</summary>
    public async Task<IReadOnlyList<string?>> WithdrawnWordsAsync(WhoseCase child, IReadOnlyList<string> hashes, CancellationToken ct)
    {
        if (hashes.Count == 0) { return []; }
        await using var all = databases.Create(AccessScope.System);
        var withdrawn = await WithdrawnAsync(all, child, hashes, ct);
        return [.. hashes.Select(h => withdrawn.GetValueOrDefault(h) is { } from ? $"the very same file was withdrawn from {from}" : null)];
    }

    // also from another case of the child: why it must not be read goes with the child
    private static async Task<Dictionary<string, string>> WithdrawnAsync(PortalDb all, WhoseCase child, IReadOnlyCollection<string> hashes, CancellationToken ct)
    {
        var found = await all.OfBytes(hashes).Where(d => d.WithdrawnUtc != null).Select(d => new { d.Sha256, d.AssessmentId }).Distinct().ToListAsync(ct);
        var cases = await all.OfSameChildAsync(child, [.. found.Select(f => f.AssessmentId).Distinct()], ct);
        return found.Where(f => cases.Contains(f.AssessmentId)).GroupBy(f => f.Sha256).ToDictionary(g => g.Key, g => g.Any(f => f.AssessmentId == child.Id) ? ThisCase : "another case of this child");
    }

    private async Task<IReadOnlyList<FileOfAnother>> FindAsync(Guid id, Expression<Func<CaseDocument, bool>> which, bool alsoWithdrawn, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var own = await all.Documents.AsNoTracking().Where(which).OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => new { d.Id, d.FileName, d.Sha256, d.Mentions }).ToListAsync(ct);
        if (own.Count == 0 || await all.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == id, ct) is not { } child) { return []; }
        var (hashes, board) = (own.Select(d => d.Sha256).Distinct().ToList(), child.IcbId);
        var found = await (
            from d in all.Documents
            join a in all.OfOtherChildren(child) on d.AssessmentId equals a.Id
            where d.IcbId == board && hashes.Contains(d.Sha256) && d.RemovedUtc == null
            select new { d.Sha256, a.Reference, a.LocalAuthorityId, a.IcbId }).Distinct().OrderBy(f => f.Reference).ThenBy(f => f.Sha256).Take(Most).ToListAsync(ct);
        var withdrawn = await WithdrawnAsync(all, WhoseCase.Of(child), hashes, ct);
        if (!alsoWithdrawn) { withdrawn = withdrawn.Where(w => w.Value != ThisCase).ToDictionary(); }
        var named = await others.WordsAsync(WhoseCase.Of(child), [.. own.Select(d => Mentions.Read(d.Mentions))], ct);
        return [.. own.Zip(named, (d, names) => (Own: d, Words: withdrawn.GetValueOrDefault(d.Sha256) is { } from ? $"the very same file was withdrawn from {from}" : found.FindAll(f => f.Sha256 == d.Sha256) is { Count: > 0 } same ? KeptForAnother.Words("the very same file is", same.Where(f => KeptForAnother.Names(scope, f.LocalAuthorityId, f.IcbId)).Select(f => f.Reference)) : names))
            .Where(x => x.Words is not null).Select(x => new FileOfAnother(x.Own.Id, x.Own.FileName, $"{x.Words}. Open it and look whom it is about"))];
    }
}
