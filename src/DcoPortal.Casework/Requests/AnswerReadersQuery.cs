namespace DcoPortal.Casework.Requests;

/// <summary>How a person came to read what was withdrawn.</summary>
public enum ReadingWay
{
    /// <summary>The document was downloaded.</summary>
    Downloaded,

    /// <summary>The document was shown in the page.</summary>
    Shown,

    /// <summary>All the advice of the child was downloaded as one file.</summary>
    Pack,

    /// <summary>A page with what was written was opened.</summary>
    Page,
}

/// <summary>Somebody who had opened what was withdrawn.</summary>
/// <param name="UserId">The account.</param>
/// <param name="Name">The name then.</param>
/// <param name="Role">The role then.</param>
/// <param name="Organisation">The organisation then.</param>
/// <param name="Way">How.</param>
/// <param name="Times">How often.</param>
/// <param name="FirstUtc">First, UTC.</param>
/// <param name="LastUtc">Last, UTC.</param>
public sealed record AnswerReader(Guid? UserId, string Name, string Role, string Organisation, ReadingWay Way, int Times, DateTime FirstUtc, DateTime LastUtc);

/// <summary>
/// Finds in the audit trail who had opened a returned answer or document, so that they can be told: also where the case went on with
/// another board or authority, which is the one thing that this side learns of that record.
/// </summary>
public sealed class AnswerReadersQuery(PortalDb db, PortalDbFactory databases)
{
    /// <summary>Everybody who had opened it, by name. What was saved on a computer is not known to the portal.</summary>
    /// <param name="answers">The answer, and those that held the same document.</param>
    /// <param name="documentIds">Its documents that were withdrawn.</param>
    /// <param name="untilUtc">When it was withdrawn, UTC: what the DCO service read since tells nothing.</param>
    /// <param name="withWords">Whether what it says itself was withdrawn, not only a document.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<IReadOnlyList<AnswerReader>> OfAsync(IReadOnlyList<ReturnedAnswer> answers, IReadOnlyCollection<Guid> documentIds, DateTime untilUtc, bool withWords, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var (answer, from, sources) = (answers[0], answers.Min(a => a.ReturnedUtc), answers.Select(a => a.Id).ToList());
        var carriedTo = await all.CarriedAnswers.Where(c => sources.Contains(c.SourceAnswerId)).Select(c => c.AssessmentId).Distinct().ToListAsync(ct);
        List<Guid> cases = [answer.AssessmentId, .. carriedTo], documents = [.. documentIds];
        if (carriedTo.Count > 0) { documents.AddRange(await all.Documents.Where(d => carriedTo.Contains(d.AssessmentId) && all.Documents.Any(s => documentIds.Contains(s.Id) && s.StorageKey == d.StorageKey)).Select(d => d.Id).ToListAsync(ct)); }
        var reads = (carriedTo.Count > 0 ? all : db).AuditEntries.AsNoTracking().Where(e => e.AssessmentId != null && cases.Contains(e.AssessmentId.Value) && e.IsRead && e.AtUtc <= untilUtc);
        List<string> marks = [.. documents.Select(d => $"Document {d:N}")];
        List<AnswerReader> found = [];
        if (marks.Count > 0)
        {
            found.AddRange(await OfAsync(reads.Where(e => e.Fact == nameof(DocumentDownloaded) && marks.Contains(e.After!)), ReadingWay.Downloaded, ct));
            found.AddRange(await OfAsync(reads.Where(e => e.Fact == nameof(DocumentPreviewed) && marks.Contains(e.After!)), ReadingWay.Shown, ct));
        }
        found.AddRange(await OfAsync(reads.Where(e => e.Fact == nameof(AdvicePackDownloaded) && e.AtUtc >= from), ReadingWay.Pack, ct));
        if (withWords && (answer.HasWords || !string.IsNullOrWhiteSpace(answer.Summary)))
        {
            // the request's page shows all of it, the case's page the summary
            found.AddRange(await OfAsync(reads.Where(e => e.Fact == nameof(ChildRecordViewed) && e.AtUtc >= answer.SubmittedUtc && (e.AdviceRequestId == answer.AdviceRequestId || (e.AdviceRequestId == null && e.AtUtc >= answer.ReturnedUtc))), ReadingWay.Page, ct));
        }
        return [.. found.OrderBy(r => r.Organisation, StringComparer.Ordinal).ThenBy(r => r.Name, StringComparer.Ordinal).ThenBy(r => r.Way)];
    }

    private static async Task<IEnumerable<AnswerReader>> OfAsync(IQueryable<AuditEntry> reads, ReadingWay way, CancellationToken ct)
    {
        var rows = await reads.GroupBy(e => new { e.UserId, e.ActorName, e.ActorRole, e.ActorOrganisation })
            .Select(g => new { g.Key.UserId, g.Key.ActorName, g.Key.ActorRole, g.Key.ActorOrganisation, Times = g.Count(), First = g.Min(e => e.AtUtc), Last = g.Max(e => e.AtUtc) }).ToListAsync(ct);
        return rows.Select(r => new AnswerReader(r.UserId, r.ActorName, r.ActorRole, r.ActorOrganisation, way, r.Times, r.First, r.Last));
    }
}
