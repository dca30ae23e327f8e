namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>All the advice returned for one child, as one file.</summary>
[Area("Assessments")]
public sealed class PackController(AdvicePackQuery query, AuditTrail audit) : Controller
{
    /// <summary>Downloads the file. It is complete before the first byte is sent, so no person gets half of it.</summary>
    [HttpGet("/assessments/{reference}/advice.zip"), Allow(Permission.DownloadReturnedAdvice)]
    public async Task<IActionResult> Get(string reference, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } pack) { return NotFound(); }
        var file = await query.BuildAsync(pack, ct);
        try { await audit.RecordReadAsync(new AdvicePackDownloaded(pack.Keys, pack.Documents.Count), ct); }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        return File(file, "application/zip", $"advice-{pack.Keys.Reference}.zip");
    }
}
