namespace DcoPortal.Web.Parts.Requests;

/// <summary>Reads what was returned for the requests of a case: three queries, however many there are.</summary>
public sealed class GivenAnswersQuery(PortalDb db)
{
    /// <summary>By request; a request without an entry has no returned answer.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="requestId">One request of it, or null for all.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyDictionary<Guid, GivenAnswers>> OfAsync(Guid assessmentId, Guid? requestId, CancellationToken ct)
    {
        var answers = await db.ReturnedAnswers.AsNoTracking().Where(a => a.AssessmentId == assessmentId && a.WithdrawnUtc == null && (requestId == null || a.AdviceRequestId == requestId)).ToListAsync(ct);
        // a service knows what it sent; the name may hold another child's
        var named = db.Scope.Kind is ScopeKind.LocalAuthority or ScopeKind.DcoService;
        var withdrawn = await db.Withdrawals.AsNoTracking().Where(w => w.AssessmentId == assessmentId && w.RestoredUtc == null && (requestId == null || w.AdviceRequestId == requestId)).OrderByDescending(w => w.WithdrawnUtc).ThenBy(w => w.Id)
            .Select(w => new WithdrawnAnswer(w.Id, w.AdviceRequestId, w.Kind, w.Number, w.DocumentId != null && !w.IsWholeAnswer, w.Reason, w.WithdrawnUtc, named ? w.FileName : null)).ToListAsync(ct);
        var files = answers.Count == 0 ? [] : await db.Documents.AsNoTracking()
            .Where(d => d.AssessmentId == assessmentId && d.Kind == CaseDocumentKind.Advice && d.ReturnedUtc != null && d.WithdrawnUtc == null && d.RemovedUtc == null && (requestId == null || d.AdviceRequestId == requestId))
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id)
            .Select(d => new { d.ReturnedAnswerId, File = new AdviceFile(d.Id, d.FileName, d.SizeBytes, d.UploadedByName, d.UploadedUtc, d.IsScan, d.Notice) }).ToListAsync(ct);
        var byAnswer = files.ToLookup(f => f.ReturnedAnswerId, f => f.File);
        var (given, gone) = (answers.ToLookup(a => a.AdviceRequestId), withdrawn.ToLookup(w => w.RequestId));
        return given.Select(g => g.Key).Union(gone.Select(g => g.Key)).ToDictionary(id => id, id => new GivenAnswers(InOrder([.. given[id]], gone[id].Any(), byAnswer), [.. gone[id]]));
    }

    /// <summary>The version to use, its addenda, then older versions, of what was returned for one request.</summary>
    internal static IReadOnlyList<GivenAnswer> InOrder(IReadOnlyList<IReturnedAnswer> answers, bool others, ILookup<Guid?, AdviceFile> files)
    {
        var current = answers.Where(a => a.Kind == AnswerKind.Version).Select(a => a.Number).DefaultIfEmpty().Max();
        return [.. answers.OrderBy(a => a.Kind == AnswerKind.Version && a.Number != current).ThenBy(a => a.Kind).ThenByDescending(a => a.Number)
            .Select(a => new GivenAnswer(a, [.. files[a.Id]], a.Kind == AnswerKind.Version && a.Number != current ? current : null, answers.Count == 1 && a.Number == 1 && !others))];
    }
}
