namespace DcoPortal.Web.Features.Assessments.Pack;

/// <summary>All the advice returned for one child, as one file.</summary>
[Area("Assessments")]
public sealed class PackController(AdvicePackQuery query, AuditTrail audit) : Controller
{
    /// <summary>The cookie by which the page learns that the file is on its way.</summary>
    public const string ReadyCookie = "dco-made";

    /// <summary>Downloads the file. It is complete before the first byte is sent, so no person gets half of it.</summary>
    /// <param name="made">A number that the page's script made up, sent back as a cookie once the file is made.</param>
    [HttpGet("/assessments/{reference}/advice.zip"), Allow(Permission.DownloadReturnedAdvice)]
    public async Task<IActionResult> Get(string reference, uint? made, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } pack) { return NotFound(); }
        var file = await query.BuildAsync(pack, ct);
        try { await audit.RecordReadAsync(new AdvicePackDownloaded(pack.Keys, pack.Documents.Count), ct); }
        catch
        {
            await file.DisposeAsync();
            throw;
        }
        if (made is { } number) { Response.Cookies.Append(ReadyCookie, number.ToString(System.Globalization.CultureInfo.InvariantCulture), new() { Path = "/", SameSite = SameSiteMode.Strict, Secure = Request.IsHttps, MaxAge = TimeSpan.FromMinutes(1) }); }
        return File(file, "application/zip", $"advice-{pack.Keys.Reference}.zip");
    }
}
