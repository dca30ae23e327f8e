using DcoPortal.Casework.Data.Configurations;
using DcoPortal.Casework.Requests;

namespace DcoPortal.Casework.Documents;

/// <summary>Tells when written advice is word for word what another child's case of the board has, because the clipboard still held the last report, or what was withdrawn from a case of this child.</summary>
public sealed class SameTextQuery(PortalDbFactory databases, AccessScope scope)
{
    private const int Most = 50;

    /// <summary>Of an answer that is not returned yet. Cases of the same child do not count, and texts too short to be one child's alone.</summary>
    public async Task<IReadOnlyList<FileOfAnother>> OfAnswerAsync(AdviceRequest request, AdviceDraft written, CancellationToken ct)
    {
        if (AdviceFingerprint.Of(written) is not { } print) { return []; }
        await using var all = databases.Create(AccessScope.System);
        if (await all.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == request.AssessmentId, ct) is not { } child) { return []; }
        if (await WithdrawnFromAsync(all, request, WhoseCase.Of(child), print, ct) is { } from) { return [new(Guid.Empty, print.Part, $"the very same words were withdrawn from {from}. Look whether they may be read again")]; }
        var cases = await Saying(all.AdviceResponses, child, print).Union(Saying(all.ReturnedAnswers, child, print)).Union(Saying(all.CarriedAnswers, child, print)).Take(Most).ToListAsync(ct);
        if (cases.Count == 0) { return []; }
        var found = await all.OfOtherChildren(child).Where(a => cases.Contains(a.Id)).Select(a => new { a.Reference, a.LocalAuthorityId, a.IcbId }).ToListAsync(ct);
        return found.Count == 0 ? [] : [new(Guid.Empty, print.Part, $"{KeptForAnother.Words("the very same words are", found.Where(f => KeptForAnother.Names(scope, f.LocalAuthorityId, f.IcbId)).Select(f => f.Reference))}. Look whom they are about")];
    }

    // of the request itself the pages say what was withdrawn, and why
    private static async Task<string?> WithdrawnFromAsync(PortalDb all, AdviceRequest request, WhoseCase child, AdviceFingerprint print, CancellationToken ct)
    {
        var (id, hash) = (request.Id, print.Hash);
        var said = await all.ReturnedAnswers.Where(t => all.Icbs.Select(i => i.Id).Contains(t.IcbId) && EF.Property<string?>(t, AdviceText.Hash) == hash && t.AdviceRequestId != id && t.WithdrawnUtc != null).Select(t => t.AssessmentId).Distinct().ToListAsync(ct);
        var from = await all.OfSameChildAsync(child, said, ct);
        return from.Count == 0 ? null : from.Contains(child.Id) ? "this case" : "another case of this child";
    }

    private static IQueryable<Guid> Saying<T>(IQueryable<T> texts, Assessment child, AdviceFingerprint print)
        where T : class, IMovesWithCase
    {
        var (id, board, hash) = (child.Id, child.IcbId, print.Hash);
        return texts.Where(t => t.IcbId == board && t.AssessmentId != id && EF.Property<string?>(t, AdviceText.Hash) == hash).Select(t => t.AssessmentId);
    }
}
