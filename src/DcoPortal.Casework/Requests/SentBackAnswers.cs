namespace DcoPortal.Casework.Requests;

/// <summary>Advice that was sent back, as the DCO service may still read it.</summary>
/// <param name="Number">The number of the move that sent it back.</param>
/// <param name="Written">What was written; null where it may not be read any more.</param>
/// <param name="Documents">Its documents that may be opened, those that were removed since too.</param>
public sealed record SentBackShown(int Number, AdviceDraft? Written, IReadOnlyList<CaseDocument> Documents);

/// <summary>
/// Reads advice that was submitted and then sent back: no filter but that of the DCO service shows a move. What was withdrawn later as
/// about another child, or because the family does not agree, is not read here either.
/// </summary>
public sealed class SentBackAnswers(PortalDb db)
{
    /// <summary>All of a request, in order; a sending back that was taken back sent nothing back.</summary>
    public async Task<IReadOnlyList<SentBackShown>> OfAsync(Guid requestId, CancellationToken ct)
    {
        var moves = await db.RequestMoves.AsNoTracking().Where(m => m.AdviceRequestId == requestId && m.SentBack != null
                && !db.RequestMoves.Any(b => b.AdviceRequestId == requestId && b.Number == m.Number + 1 && b.Move == RequestMove.TakeBackCheck))
            .OrderBy(m => m.Number).Select(m => new { m.Number, m.AtUtc, m.SentBack }).ToListAsync(ct);
        if (moves.Count == 0) { return []; }
        var closed = await ClosedAsync(requestId, ct);
        var documents = await db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == requestId && d.Kind == CaseDocumentKind.Advice).ToListAsync(ct);
        return [.. moves.Select(m => Shown(m.Number, m.AtUtc, SentBackAnswer.Read(m.SentBack!), documents, closed))];
    }

    /// <summary>Whether a document that was removed can still be opened, as part of what was sent back.</summary>
    public async Task<bool> ShowsAsync(CaseDocument document, CancellationToken ct) =>
        document.AdviceRequestId is { } request && (await OfAsync(request, ct)).Any(s => s.Documents.Any(d => d.Id == document.Id));

    private static SentBackShown Shown(int number, DateTime utc, SentBackAnswer answer, List<CaseDocument> documents, Closed closed)
    {
        if (closed.Answers.Exists(a => answer.IsMeantBy(utc, a.WithdrawnUtc, a.Said))) { return new(number, null, []); }
        return new(number, AdviceDraft.Of(answer), [.. answer.Documents.Select(id => documents.Find(d => d.Id == id)).OfType<CaseDocument>().Where(d => !closed.Files.Contains(d.Sha256))]);
    }

    private async Task<Closed> ClosedAsync(Guid requestId, CancellationToken ct)
    {
        var withdrawals = (await db.Withdrawals.AsNoTracking().Where(w => w.AdviceRequestId == requestId && w.RestoredUtc == null).ToListAsync(ct)).FindAll(w => w.Reason.IsForbidden());
        if (withdrawals.Count == 0) { return new([], []); }
        var answers = await db.ReturnedAnswers.AsNoTracking().Where(a => a.AdviceRequestId == requestId).ToDictionaryAsync(a => a.Id, ct);
        var returned = await db.Documents.AsNoTracking().Where(d => d.AdviceRequestId == requestId && d.ReturnedUtc != null).Select(d => new { d.Id, d.ReturnedAnswerId, d.Sha256 }).ToListAsync(ct);
        return new([.. withdrawals.Where(w => w.IsWholeAnswer).Select(w => ((IAdviceText)answers[w.AnswerId], w.WithdrawnUtc))],
            [.. returned.Where(d => withdrawals.Exists(w => w.DocumentId == d.Id || (w.DocumentId is null && w.AnswerId == d.ReturnedAnswerId))).Select(d => d.Sha256)]);
    }

    private sealed record Closed(List<(IAdviceText Said, DateTime WithdrawnUtc)> Answers, HashSet<string> Files);
}
