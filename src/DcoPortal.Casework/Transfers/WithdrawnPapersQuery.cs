namespace DcoPortal.Casework.Transfers;

/// <summary>What is said of a paper that was withdrawn, to whoever could open it before: never what it was.</summary>
/// <param name="Reference">The case on which the reader had it.</param>
/// <param name="RequestId">The request of a health service that gave it; null for who reads cases.</param>
/// <param name="WithdrawnUtc">When it was closed, UTC.</param>
/// <param name="By">The board whose DCO service withdrew it.</param>
/// <param name="Inbox">The address to ask; null where the board is not known here.</param>
public sealed record WithdrawnPaper(string Reference, Guid? RequestId, DateTime WithdrawnUtc, string By, string? Inbox);

/// <summary>An answer that came with a case, or a document of it, that was withdrawn at its source since: for who may have a copy.</summary>
public sealed record CarriedWithdrawal(Guid Id, Guid SourceRequestId, string Service, string Board, AnswerKind Kind, int Number, bool IsDocument, WithdrawalReason Reason, DateTime WithdrawnUtc, string? FileName);

/// <summary>
/// Says of an old link that its paper was withdrawn. The row filters hide what is withdrawn, so this reads past them: the fact alone,
/// and only for whoever has the case, or the request, that the paper is of.
/// </summary>
public sealed class WithdrawnPapersQuery(PortalDb db, PortalDbFactory databases)
{
    /// <summary>An answer that came with a case; null when it stands, or the reader never had it.</summary>
    public async Task<WithdrawnPaper?> OfCarriedAsync(Guid id, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var gone = await all.CarriedAnswers.AsNoTracking().Where(c => c.Id == id && c.WithdrawnUtc != null).Select(c => new { c.AssessmentId, c.WithdrawnUtc, c.BoardName }).SingleOrDefaultAsync(ct);
        return gone is null ? null : await OfCaseAsync(gone.AssessmentId, gone.WithdrawnUtc!.Value, gone.BoardName, ct);
    }

    /// <summary>A document that was returned or came with a case; null when it stands, or the reader never had it.</summary>
    public async Task<WithdrawnPaper?> OfDocumentAsync(Guid id, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var gone = await all.Documents.AsNoTracking().Where(d => d.Id == id && d.WithdrawnUtc != null && d.RemovedUtc == null && (d.ReturnedUtc != null || d.CarriedAnswerId != null))
            .Select(d => new { d.AssessmentId, d.AdviceRequestId, d.CarriedAnswerId, d.WithdrawnUtc, d.IcbId }).SingleOrDefaultAsync(ct);
        if (gone is null) { return null; }
        var board = await all.CarriedAnswers.Where(c => c.Id == gone.CarriedAnswerId).Select(c => c.BoardName).SingleOrDefaultAsync(ct) ?? await db.Icbs.Where(i => i.Id == gone.IcbId).Select(i => i.Name).SingleAsync(ct);
        return await OfCaseAsync(gone.AssessmentId, gone.WithdrawnUtc!.Value, board, ct) ?? await OfRequestAsync(gone.AdviceRequestId, gone.WithdrawnUtc.Value, board, ct);
    }

    /// <summary>What was withdrawn of the answers that came with a case, the latest first; none for who has no such case.</summary>
    public async Task<IReadOnlyList<CarriedWithdrawal>> OfCaseAsync(Guid caseId, CancellationToken ct)
    {
        if (!await db.Assessments.AnyAsync(a => a.Id == caseId, ct)) { return []; }
        await using var all = databases.Create(AccessScope.System);
        // what was withdrawn before the move never came here
        return await (
            from c in all.CarriedAnswers.AsNoTracking()
            where c.AssessmentId == caseId
            join w in all.Withdrawals on c.SourceAnswerId equals w.AnswerId
            where w.RestoredUtc == null && (c.WithdrawnUtc == w.WithdrawnUtc || all.Documents.Any(d => d.CarriedAnswerId == c.Id && d.WithdrawnUtc == w.WithdrawnUtc))
            orderby w.WithdrawnUtc descending, w.Id
            select new CarriedWithdrawal(w.Id, c.SourceRequestId, c.ServiceName, c.BoardName, w.Kind, w.Number, w.DocumentId != null && !w.IsWholeAnswer, w.Reason, w.WithdrawnUtc, w.FileName)).ToListAsync(ct);
    }

    // under the reader's own scope: who has no such case is told nothing
    private async Task<WithdrawnPaper?> OfCaseAsync(Guid caseId, DateTime withdrawnUtc, string board, CancellationToken ct) => db.Scope.Kind is ScopeKind.LocalAuthority or ScopeKind.DcoService
        && await db.Assessments.Where(a => a.Id == caseId).Select(a => a.Reference).SingleOrDefaultAsync(ct) is { } reference ? new(reference, null, withdrawnUtc, board, await InboxAsync(board, ct)) : null;

    private async Task<WithdrawnPaper?> OfRequestAsync(Guid? requestId, DateTime withdrawnUtc, string board, CancellationToken ct) =>
        await db.AdviceRequests.Where(r => r.Id == requestId).Select(r => r.AssessmentReference).SingleOrDefaultAsync(ct) is { } reference ? new(reference, requestId, withdrawnUtc, board, await InboxAsync(board, ct)) : null;

    private Task<string?> InboxAsync(string board, CancellationToken ct) => db.Icbs.Where(i => i.Name == board).Select(i => (string?)i.DcoInbox).FirstOrDefaultAsync(ct);
}
