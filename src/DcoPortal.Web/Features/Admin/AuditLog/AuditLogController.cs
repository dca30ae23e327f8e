namespace DcoPortal.Web.Features.Admin.AuditLog;

/// <summary>Who did what, when.</summary>
[Area("Admin")]
public sealed class AuditLogController(AuditLogQuery query, AuditTrail audit, SavedFilters saved) : Controller
{
    private const string List = "audit";

    /// <summary>The list.</summary>
    [HttpGet("/admin/audit"), Allow(Permission.ViewAuditLog)]
    public async Task<IActionResult> Index(CancellationToken ct, int page = 1) => View(await query.RunAsync(await saved.LoadAsync<AuditFilters>(List, ct), page, ct));

    /// <summary>Keeps or clears the filters.</summary>
    [HttpPost("/admin/audit"), Allow(Permission.ViewAuditLog)]
    public async Task<IActionResult> Filter(AuditFilters filters, bool clear, CancellationToken ct)
    {
        foreach (var (name, date) in new[] { (nameof(filters.From), filters.From), (nameof(filters.To), filters.To) })
        {
            if (!clear && date.Problem(name) is { } problem) { ModelState.AddModelError(name, problem); }
        }
        if (!clear && filters.From.Value > filters.To.Value) { ModelState.AddModelError(nameof(filters.To), "To must be the same day as From or after it"); }
        if (!ModelState.IsValid) { return View("Index", await query.RunAsync(filters, 1, ct)); }
        await (clear ? saved.ClearAsync(List, ct) : saved.SaveAsync(List, filters, ct));
        return LocalRedirect(Addresses.AdminAudit);
    }

    /// <summary>The filtered entries as CSV. A post, because an export is itself recorded in the log.</summary>
    [HttpPost("/admin/audit/export"), Allow(Permission.ViewAuditLog)]
    public async Task<IActionResult> Export(CancellationToken ct)
    {
        var filters = await saved.LoadAsync<AuditFilters>(List, ct);
        await audit.RecordReadAsync(new AuditLogExported(await query.CountAsync(filters, ct)), ct);
        Response.ContentType = "text/csv; charset=utf-8";
        Response.Headers.ContentDisposition = "attachment; filename=\"dco-portal-audit.csv\"";
        await AuditCsv.WriteAsync(query.AllAsync(filters), Response.Body, ct);
        return new EmptyResult();
    }
}
