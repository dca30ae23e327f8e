namespace DcoPortal.Web.Parts.Documents;

/// <summary>A document of the authority that every service asked can open.</summary>
public sealed record GoesAlong(Guid Id, string FileName);

/// <summary>Reads what goes along with every request of a case.</summary>
public sealed class GoesAlongQuery(PortalDb db)
{
    /// <summary>The first of them.</summary>
    public Task<List<GoesAlong>> OfAsync(Guid assessmentId, int most, CancellationToken ct) =>
        db.Documents.AsNoTracking().Where(d => d.AssessmentId == assessmentId && d.Kind == CaseDocumentKind.FromAuthority && d.RemovedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Take(most).Select(d => new GoesAlong(d.Id, d.FileName)).ToListAsync(ct);
}
