namespace DcoPortal.Web.Parts.Documents;

/// <summary>A document of the authority that was taken out, with who did it, when and why.</summary>
/// <param name="Id">The document.</param>
/// <param name="FileName">Its name.</param>
/// <param name="By">Who took it out, or the side that the case came from.</param>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="Reason">Why.</param>
public sealed record TakenOut(Guid Id, string FileName, string By, DateTime AtUtc, string? Reason);

/// <summary>Reads what was taken out of a case, here or by the side it came from.</summary>
public sealed class TakenOutQuery(PortalDb db)
{
    // a case holds a few dozen documents
    private const int Most = 200;

    /// <summary>In order of time.</summary>
    public async Task<IReadOnlyList<TakenOut>> OfAsync(Guid assessmentId, CancellationToken ct)
    {
        var removed = await db.Documents.AsNoTracking().Where(d => d.AssessmentId == assessmentId && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc != null)
            .OrderBy(d => d.RemovedUtc).ThenBy(d => d.Id).Take(Most).Select(d => new { d.Id, d.FileName }).ToListAsync(ct);
        if (removed.Count == 0) { return []; }
        var why = await db.AuditEntries.AsNoTracking().Where(e => e.AssessmentId == assessmentId && (e.Fact == nameof(AuthorityDocumentRemoved) || (e.Fact == nameof(CarriedWithdrawn) && e.Before != null))).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Take(Most)
            .Select(e => new { e.Before, By = e.Fact == nameof(CarriedWithdrawn) ? e.ActorOrganisation + ", the side it came from," : e.ActorName, e.AtUtc, e.Reason }).ToListAsync(ct);
        return [.. removed.Select(d => (Document: d, Why: why.FindLast(w => w.Before == $"Document {d.Id:N}"))).Where(d => d.Why is not null).Select(d => new TakenOut(d.Document.Id, d.Document.FileName, d.Why!.By, d.Why.AtUtc, d.Why.Reason))];
    }
}
