using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Platform.Security;
using Microsoft.Net.Http.Headers;

namespace DcoPortal.Web.Features.Documents.Preview;

/// <summary>A document read in the page, without a copy on the reader's machine.</summary>
[Area("Documents")]
public sealed class PreviewController(PreviewQuery query, CaseDocuments documents, WithdrawnPapersQuery withdrawn, AuditTrail audit) : Controller
{
    /// <summary>The page around the document. It says nothing of the child and is not logged: what it frames is.</summary>
    [HttpGet("/documents/{id:guid}/preview"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await query.FindAsync(id, ct) is not { } preview) { return await withdrawn.OfDocumentAsync(id, ct) is { } gone ? this.Instead(ErrorPages.ForWithdrawn(gone)) : NotFound(); }
        Response.Headers.ContentSecurityPolicy = ContentPolicies.PageWithFrame;
        return View(preview);
    }

    /// <summary>The document's bytes for that page's frame; each time they are given is a view of the child's record.</summary>
    [HttpGet("/documents/{id:guid}/shown"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Shown(Guid id, CancellationToken ct)
    {
        if (await documents.FindAsync(id, ct) is not { } document) { return NotFound(); }
        var isPdf = ShownInPage.IsPdf(document.ContentType);
        if (!isPdf && !ShownInPage.IsPicture(document.ContentType)) { return NotFound(); }
        var keys = await documents.CaseOfAsync(document, ct);
        // opened before it is logged, so that the log holds no view that could not begin
        var bytes = await documents.OpenAsync(document, ct);
        await audit.RecordReadAsync(new DocumentPreviewed(keys, document.Id, document.AdviceRequestId), ct);
        Response.Headers.ContentSecurityPolicy = isPdf ? ContentPolicies.ShownPdf : ContentPolicies.ShownPicture;
        var disposition = new ContentDispositionHeaderValue("inline");
        disposition.SetHttpFileName(document.FileName);
        Response.Headers.ContentDisposition = disposition.ToString();
        return File(bytes, document.ContentType);
    }
}
