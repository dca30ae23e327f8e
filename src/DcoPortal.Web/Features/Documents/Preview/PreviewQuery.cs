using DcoPortal.Casework.Documents;

namespace DcoPortal.Web.Features.Documents.Preview;

/// <summary>What the page around a document says: a reference, a service and staff, never the child or the file's name, which may hold it.</summary>
/// <param name="Id">The document.</param>
/// <param name="Reference">The case.</param>
/// <param name="From">Whose document: the service, or the local authority.</param>
/// <param name="ContentType">Its kind, as the upload was checked.</param>
/// <param name="SizeBytes">Its size.</param>
/// <param name="UploadedByName">Who gave it.</param>
/// <param name="UploadedUtc">When.</param>
/// <param name="Beside">The documents of the same answer or notification, this one too, in their order.</param>
/// <param name="BackHref">Where the reader came from: the case, or the request for a health service.</param>
/// <param name="IsScan">Whether it has pictures of pages and no text.</param>
public sealed record PreviewPage(Guid Id, string Reference, string From, string ContentType, long SizeBytes, string UploadedByName, DateTime UploadedUtc, IReadOnlyList<Guid> Beside, string BackHref, bool IsScan, string? Notice)
{
    /// <summary>Whether it is a PDF.</summary>
    public bool IsPdf => ShownInPage.IsPdf(ContentType);

    /// <summary>Whether it is a picture.</summary>
    public bool IsPicture => ShownInPage.IsPicture(ContentType);

    /// <summary>The number of this document among those beside it, from 1.</summary>
    public int Number => Beside.Index().First(b => b.Item == Id).Index + 1;
}

/// <summary>Reads what stands around a document, under the person's scope.</summary>
public sealed class PreviewQuery(PortalDb db, CaseDocuments documents, CurrentPerson person)
{
    // an answer or a notification has a handful; more are not counted
    private const int Most = 200;

    /// <summary>The page, or null when the person may not open the document.</summary>
    public async Task<PreviewPage?> FindAsync(Guid id, CancellationToken ct)
    {
        if (await documents.FindAsync(id, ct) is not { } document) { return null; }
        var keys = await documents.CaseOfAsync(document, ct);
        var service = await (from r in db.AdviceRequests join s in db.Services on r.ServiceId equals s.Id where r.Id == document.AdviceRequestId select s.DistinctName).FirstOrDefaultAsync(ct)
            ?? await db.CarriedAnswers.Where(c => c.Id == document.CarriedAnswerId).Select(c => c.ServiceName).FirstOrDefaultAsync(ct);
        var beside = await db.Documents.Where(d => d.AssessmentId == document.AssessmentId && d.Kind == document.Kind && d.AdviceRequestId == document.AdviceRequestId && d.CarriedAnswerId == document.CarriedAnswerId && d.RemovedUtc == null)
            .OrderBy(d => d.UploadedUtc).ThenBy(d => d.Id).Select(d => d.Id).Take(Most).ToListAsync(ct);
        return new(id, keys.Reference, document.Kind == CaseDocumentKind.FromAuthority ? "the local authority" : service ?? "health", document.ContentType, document.SizeBytes, document.UploadedByName, document.UploadedUtc,
            beside.Contains(id) ? beside : [id], await BackAsync(document, keys, ct), document.IsScan, document.Notice);
    }

    // a health service opens no case, only its own requests about it
    private async Task<string> BackAsync(CaseDocument document, CaseKeys keys, CancellationToken ct)
    {
        if (person.May(Permission.ViewAssessments)) { return Addresses.Assessment(keys.Reference); }
        var request = document.AdviceRequestId ?? await db.AdviceRequests.Where(r => r.AssessmentId == document.AssessmentId).OrderByDescending(r => r.SentUtc).ThenBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(ct);
        return request is { } id ? Addresses.AdviceRequest(id) : Addresses.AdviceRequests;
    }
}
