using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Assessments.GoLive;

/// <summary>Brings a board into the portal: its directory, its authorities, and the cases under way from its own tracker.</summary>
[Area("Assessments"), Allow(Permission.GoLive)]
public sealed class GoLiveController(GoLiveQuery query, UploadSpreadsheetHandler upload) : Controller
{
    /// <summary>How far the board is, and its tracker to import.</summary>
    [HttpGet("/go-live")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.FillAsync(new(), ct));

    /// <summary>A workbook with the columns of a tracker.</summary>
    [HttpGet("/go-live/template.xlsx")]
    public IActionResult Template() => File(TemplateWorkbook.Tracker, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "tracker-template.xlsx");

    /// <summary>Uploads the tracker, which is checked and confirmed like any import.</summary>
    [HttpPost("/go-live"), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Index(GoLivePage form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return View(await query.FillAsync(form, ct)); }
        var uploaded = await upload.TrackerAsync(form.File!.AsUpload(), ct);
        return await this.AnswerOnFormAsync(uploaded.Of, () => LocalRedirect(Addresses.AssessmentsImportBatch(uploaded.Value)), async () => View(await query.FillAsync(form, ct)), nameof(GoLivePage.File));
    }
}
