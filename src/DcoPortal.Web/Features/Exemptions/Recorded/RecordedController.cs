namespace DcoPortal.Web.Features.Exemptions.Recorded;

/// <summary>The page of one recorded exemption, for everyone who may see its record.</summary>
[Area("Exemptions")]
public sealed class RecordedController(RecordedPageQuery query) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/exemptions/{exemptionId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Index(Guid exemptionId, CancellationToken ct) => await query.FindAsync(exemptionId, ct) is { } page ? View(page) : NotFound();
}
