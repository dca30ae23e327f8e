using DcoPortal.Casework.Transfers;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>Advice that came with a case from elsewhere.</summary>
/// <param name="Row">Where it came from, and the answer.</param>
/// <param name="Answer">The answer as pages show it.</param>
public sealed record CarriedGiven(CarriedAnswer Row, GivenAnswer Answer)
{
    /// <summary>What tells it from others of the page: service and which answer.</summary>
    public string From => Answer.Name is null ? Row.ServiceName : $"{Row.ServiceName}, {AnswerName.Of(Row.Kind, Row.Number).ToLowerInvariant()}";
}

/// <summary>Advice that came with a case and was withdrawn at its source since.</summary>
/// <param name="Service">The service that gave it.</param>
/// <param name="Board">The board that withdrew it.</param>
/// <param name="SourceRequestId">The request that it answered there.</param>
/// <param name="What">What was withdrawn.</param>
public sealed record CarriedGone(string Service, string Board, Guid SourceRequestId, WithdrawnAnswer What);

/// <summary>Reads the advice that came with a case: a few queries, however much there is.</summary>
public sealed class CarriedAnswersQuery(PortalDb db, WithdrawnPapersQuery withdrawn)
{
    /// <summary>By service, and what is to be used before what was replaced.</summary>
    /// <param name="assessmentId">The case.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<CarriedGiven>> OfAsync(Guid assessmentId, CancellationToken ct)
    {
        var answers = await db.CarriedAnswers.AsNoTracking().Where(a => a.AssessmentId == assessmentId).ToListAsync(ct);
        if (answers.Count == 0) { return []; }
        var files = await db.Documents.AsNoTracking().Where(d => d.AssessmentId == assessmentId && d.CarriedAnswerId != null && d.WithdrawnUtc == null && d.RemovedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id)
            .Select(d => new { d.CarriedAnswerId, File = new AdviceFile(d.Id, d.FileName, d.SizeBytes, d.UploadedByName, d.UploadedUtc, d.IsScan, d.Notice) }).ToListAsync(ct);
        var gone = (await withdrawn.OfCaseAsync(assessmentId, ct)).Select(w => w.SourceRequestId).ToHashSet();
        var byAnswer = files.ToLookup(f => f.CarriedAnswerId, f => f.File);
        var rows = answers.ToDictionary(a => a.Id);
        return [.. answers.GroupBy(a => a.SourceRequestId).OrderBy(g => g.First().ServiceName, StringComparer.Ordinal).ThenBy(g => g.Key)
            .SelectMany(g => GivenAnswersQuery.InOrder([.. g], others: gone.Contains(g.Key) || g.Any(a => a.Kind == AnswerKind.Addendum), byAnswer).Select(a => new CarriedGiven(rows[a.Row.Id], a)))];
    }

    /// <summary>What was withdrawn of it since, the latest first, so that no copy is used.</summary>
    public async Task<IReadOnlyList<CarriedGone>> WithdrawnAsync(Guid assessmentId, CancellationToken ct) =>
        [.. (await withdrawn.OfCaseAsync(assessmentId, ct)).Select(w => new CarriedGone(w.Service, w.Board, w.SourceRequestId, new(w.Id, w.SourceRequestId, w.Kind, w.Number, w.IsDocument, w.Reason, w.WithdrawnUtc, w.FileName)))];
}
