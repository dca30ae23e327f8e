namespace DcoPortal.Casework.Transfers;

/// <summary>
/// Keeps the record with which a moved case goes on in step with the one it came from: an answer that is returned later follows, and
/// what is withdrawn there is closed at once wherever it was carried to.
/// </summary>
public sealed class FollowingAnswers(PortalDb db, PortalDbFactory databases, AuditTrail audit, TransferEmails emails)
{
    /// <summary>Carries answers that were returned in this save after their case had moved.</summary>
    /// <param name="requests">The requests of one case, with the answers of this save.</param>
    /// <param name="documents">The documents returned with them.</param>
    /// <param name="ct">Cancels.</param>
    public async Task ReturnedAsync(IReadOnlyList<AdviceRequest> requests, IReadOnlyCollection<CaseDocument> documents, CancellationToken ct)
    {
        var caseId = requests[0].AssessmentId;
        // only the record that ended here can have gone on elsewhere
        if (!await db.CaseTransfers.AnyAsync(t => t.FromId == caseId && t.State == TransferState.Taken, ct)) { return; }
        await using var all = databases.Create(AccessScope.System);
        if (await WhereNowAsync(all, caseId, ct) is not { } now) { return; }
        var sources = await AnswerSources.OfAsync(all, caseId, ct);
        foreach (var (request, answer) in requests.SelectMany(r => r.Answers.Select(a => (r, a))))
        {
            var source = sources[request.Id].Source;
            var carried = CarriedAnswer.Of(now, answer, request, source);
            db.CarriedAnswers.Add(carried);
            db.Documents.AddRange(documents.Where(d => d.ReturnedAnswerId == answer.Id).Select(d => d.CarriedTo(now, carried)));
            audit.Record(new AnswerCarriedOver(now, source.Service));
            await emails.AnswerFollowedAsync(now, carried, ct);
        }
    }

    /// <summary>Closes what came of an answer or a document that is withdrawn in this save, or opens it again.</summary>
    /// <param name="answer">The answer, as it stands in this save.</param>
    /// <param name="documents">Its documents, as they stand in this save.</param>
    /// <param name="ct">Cancels.</param>
    public async Task WithdrawnAsync(ReturnedAnswer answer, IEnumerable<CaseDocument> documents, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var carried = await all.CarriedAnswers.AsNoTracking().Where(c => c.SourceAnswerId == answer.Id).ToListAsync(ct);
        if (carried.Count == 0) { return; }
        var (ids, byBytes) = (carried.ConvertAll(c => c.Id), documents.Where(d => d.ReturnedAnswerId == answer.Id).ToDictionary(d => d.StorageKey));
        var copies = await all.Documents.AsNoTracking().Where(d => d.CarriedAnswerId != null && ids.Contains(d.CarriedAnswerId.Value)).ToListAsync(ct);
        foreach (var one in carried)
        {
            var changed = copies.Where(d => d.CarriedAnswerId == one.Id && byBytes.TryGetValue(d.StorageKey, out var source) && source.WithdrawnUtc != d.WithdrawnUtc).ToList();
            if (changed.Count == 0 && one.WithdrawnUtc == answer.WithdrawnUtc) { continue; }
            foreach (var copy in changed)
            {
                db.Attach(copy);
                copy.FollowSource(byBytes[copy.StorageKey].WithdrawnUtc);
            }
            db.Attach(one);
            one.FollowSource(answer.WithdrawnUtc);
            var reference = await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => a.Id == one.AssessmentId).Select(a => a.Reference).SingleAsync(ct);
            var keys = new CaseKeys(one.AssessmentId, reference, one.LocalAuthorityId, one.IcbId);
            var closed = one.WithdrawnUtc is not null || changed.Exists(d => d.WithdrawnUtc is not null);
            audit.Record(new CarriedWithdrawn(keys, one.ServiceName, closed));
            await emails.CarriedWithdrawnAsync(keys, one, closed, ct);
        }
    }

    /// <summary>Takes out the copies of a document of the authority that is taken out in this save.</summary>
    public async Task TakenOutAsync(CaseDocument document, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        List<Guid> onward = [.. (await ChainAsync(all, document.AssessmentId, ct)).Select(t => t.ToId!.Value)];
        if (onward.Count == 0) { return; }
        foreach (var copy in await all.Documents.AsNoTracking().Where(d => onward.Contains(d.AssessmentId) && d.StorageKey == document.StorageKey && d.RemovedUtc == null).ToListAsync(ct))
        {
            db.Attach(copy);
            copy.RemovedUtc = document.RemovedUtc;
            var reference = await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => a.Id == copy.AssessmentId).Select(a => a.Reference).SingleAsync(ct);
            audit.Record(new CarriedWithdrawn(new(copy.AssessmentId, reference, copy.LocalAuthorityId, copy.IcbId), "A document of the authority", IsClosed: true));
        }
    }

    // the last record of the chain, or the case that it was merged into
    private static async Task<CaseKeys?> WhereNowAsync(PortalDb all, Guid caseId, CancellationToken ct)
    {
        if ((await ChainAsync(all, caseId, ct)) is not [.., var last]) { return null; }
        var id = last.ToId!.Value;
        for (var depth = 0; depth < MostMoves; depth++)
        {
            var at = await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).AsNoTracking().SingleAsync(a => a.Id == id, ct);
            if (at.MergedIntoId is not { } into) { return at.Keys; }
            id = into;
        }
        return last.To;
    }

    private const int MostMoves = 50;

    private static async Task<List<CaseTransfer>> ChainAsync(PortalDb all, Guid caseId, CancellationToken ct)
    {
        List<CaseTransfer> chain = [];
        var at = caseId;
        while (chain.Count < MostMoves && await all.CaseTransfers.AsNoTracking().SingleOrDefaultAsync(t => t.FromId == at && t.State == TransferState.Taken, ct) is { } next)
        {
            chain.Add(next);
            at = next.ToId!.Value;
        }
        return chain;
    }
}
