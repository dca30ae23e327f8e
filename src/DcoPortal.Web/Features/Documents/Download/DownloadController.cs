using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Scanning;

namespace DcoPortal.Web.Features.Documents.Download;

/// <summary>The only way to a document's bytes: under the person's scope, logged, and always as an attachment.</summary>
[Area("Documents")]
public sealed class DownloadController(PortalDb db, CaseDocuments documents, IMalwareScanner scanner, AuditTrail audit) : Controller
{
    /// <summary>Downloads one document.</summary>
    [HttpGet("/documents/{id:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Get(Guid id, CancellationToken ct)
    {
        var document = await db.Documents.AsNoTracking().SingleOrDefaultAsync(d => d.Id == id && d.RemovedUtc == null, ct);
        if (document is null || !Enum.TryParse<ScanVerdict>(document.ScanVerdict, out var verdict) || !scanner.CanOpen(verdict)) { return NotFound(); }
        var reference = await db.Assessments.Where(a => a.Id == document.AssessmentId).Select(a => a.Reference).SingleAsync(ct);
        var keys = new CaseKeys(document.AssessmentId, reference, document.LocalAuthorityId, document.IcbId);
        // opened before it is logged, so that the log holds no download that could not begin
        var bytes = await documents.OpenAsync(document, ct);
        await audit.RecordReadAsync(new DocumentDownloaded(keys, document.Id, document.AdviceRequestId), ct);
        return File(bytes, document.ContentType, document.FileName);
    }
}
