namespace DcoPortal.Casework.Transfers;

/// <summary>
/// Keeps the record with which a moved case goes on in step with the one it came from: an answer that is returned later follows, and
/// what is withdrawn there is closed at once wherever it was carried to.
/// </summary>
public sealed class FollowingAnswers(PortalDb db, PortalDbFactory databases, Change change, AuditTrail audit, TransferEmails emails)
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
        foreach (var answer in requests.SelectMany(r => r.Answers)) { await FollowAsync(now, answer, sources[answer.AdviceRequestId], documents, ct); }
    }

    /// <summary>Brings along, after a move was saved, what was returned in the very moment of it.</summary>
    public Task CatchUpAsync(Guid caseId, CancellationToken ct) => change.MakeAsync(async () =>
    {
        await using var all = databases.Create(AccessScope.System);
        if (await WhereNowAsync(all, caseId, ct) is not { } now) { return Outcome.Already; }
        var missing = await all.ReturnedAnswers.AsNoTracking().Where(a => a.AssessmentId == caseId && !all.CarriedAnswers.Any(c => c.SourceAnswerId == a.Id)).ToListAsync(ct);
        if (missing.Count == 0) { return Outcome.Already; }
        var sources = await AnswerSources.OfAsync(all, caseId, ct);
        var documents = await all.Documents.AsNoTracking().Where(d => d.AssessmentId == caseId && d.ReturnedUtc != null && d.RemovedUtc == null).ToListAsync(ct);
        foreach (var answer in missing) { await FollowAsync(now, answer, sources[answer.AdviceRequestId], documents, ct); }
        return Outcome.Done;
    }, ct);

    private async Task FollowAsync(CaseKeys now, ReturnedAnswer answer, (AdviceRequest Request, AnswerSource Source) from, IEnumerable<CaseDocument> documents, CancellationToken ct)
    {
        var carried = CarriedAnswer.Of(now, answer, from.Request, from.Source);
        carried.FollowSource(answer.WithdrawnUtc);
        db.CarriedAnswers.Add(carried);
        db.Documents.AddRange(documents.Where(d => d.ReturnedAnswerId == answer.Id).Select(d => d.CarriedTo(now, carried)));
        audit.Record(new AnswerCarriedOver(now, from.Source.Service));
        await emails.AnswerFollowedAsync(now, carried, ct);
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
            var keys = await KeysAsync(all, one.AssessmentId, ct);
            var closed = one.WithdrawnUtc is not null || changed.Exists(d => d.WithdrawnUtc is not null);
            // its readers must know which of their copies to delete
            var named = string.Concat(changed.Where(d => d.WithdrawnUtc is not null).Select(d => $", ‘{d.FileName}’"));
            audit.Record(new CarriedWithdrawn(keys, one.ServiceName + named, closed));
            await emails.CarriedWithdrawnAsync(keys, one, closed, ct);
        }
    }

    /// <summary>Takes out the copies of a document of the authority that is taken out in this save, and tells whoever has the case now.</summary>
    /// <param name="document">The document.</param>
    /// <param name="why">Why it is taken out.</param>
    /// <param name="ct">Cancels.</param>
    public async Task TakenOutAsync(CaseDocument document, string why, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        // the bytes are stored once: a copy has the same key, wherever the case went since
        foreach (var copy in await all.Documents.AsNoTracking().Where(d => d.StorageKey == document.StorageKey && d.Id != document.Id && d.RemovedUtc == null && d.UploadedUtc == document.UploadedUtc).ToListAsync(ct))
        {
            if (!await IsOnwardAsync(all, document.AssessmentId, copy.AssessmentId, ct)) { continue; }
            db.Attach(copy);
            copy.RemovedUtc = document.RemovedUtc;
            var keys = await KeysAsync(all, copy.AssessmentId, ct);
            audit.Record(new CarriedWithdrawn(keys, $"‘{copy.FileName}’, a document of the authority", IsClosed: true, why, copy.Id));
            await emails.DocumentTakenOutAsync(keys, copy.Id, ct);
            await emails.HoldersToldAsync(all, keys, copy.Id, ct);
        }
    }

    private static async Task<CaseKeys> KeysAsync(PortalDb all, Guid id, CancellationToken ct) =>
        await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => a.Id == id).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleAsync(ct);

    private static async Task<bool> IsOnwardAsync(PortalDb all, Guid from, Guid to, CancellationToken ct) => (await OnwardAsync(all, from, ct)).Contains(to);

    // the record with which the case goes on now
    private static async Task<CaseKeys?> WhereNowAsync(PortalDb all, Guid caseId, CancellationToken ct) =>
        await OnwardAsync(all, caseId, ct) is [.., var last] ? await KeysAsync(all, last, ct) : null;

    private const int MostSteps = 100;

    // every record that the case went to: by a move, or because the record there was merged into another
    internal static async Task<List<Guid>> OnwardAsync(PortalDb all, Guid caseId, CancellationToken ct)
    {
        List<Guid> onward = [];
        Guid? at = caseId;
        while (onward.Count < MostSteps)
        {
            at = await all.Assessments.IgnoreQueryFilters([PortalDb.MergedFilter]).Where(a => a.Id == at).Select(a => a.MergedIntoId).SingleOrDefaultAsync(ct)
                ?? await all.CaseTransfers.Where(t => t.FromId == at && t.State == TransferState.Taken).Select(t => t.ToId).SingleOrDefaultAsync(ct);
            if (at is not { } next) { break; }
            onward.Add(next);
        }
        return onward;
    }
}
