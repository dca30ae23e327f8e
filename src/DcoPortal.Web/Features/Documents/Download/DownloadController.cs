using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Web.Features.Documents.Download;

/// <summary>A document as a file to keep: under the person's scope, logged, and always as an attachment.</summary>
[Area("Documents")]
public sealed class DownloadController(CaseDocuments documents, WithdrawnPapersQuery withdrawn, AuditTrail audit) : Controller
{
    /// <summary>Downloads one document.</summary>
    [HttpGet("/documents/{id:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Get(Guid id, CancellationToken ct)
    {
        if (await documents.FindAsync(id, ct) is not { } document) { return await withdrawn.OfDocumentAsync(id, ct) is { } gone ? this.Instead(ErrorPages.ForWithdrawn(gone)) : NotFound(); }
        var keys = await documents.CaseOfAsync(document, ct);
        // opened before it is logged, so that the log holds no download that could not begin
        var bytes = await documents.OpenAsync(document, ct);
        await audit.RecordReadAsync(new DocumentDownloaded(keys, document.Id, document.AdviceRequestId), ct);
        return File(bytes, document.ContentType, document.FileName);
    }
}
