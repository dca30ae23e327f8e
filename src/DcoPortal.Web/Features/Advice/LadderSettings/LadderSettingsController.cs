using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Advice.LadderSettings;

/// <summary>The chase ladder of the person's board and of its services.</summary>
[Area("Advice")]
public sealed class LadderSettingsController(LadderPageQuery query, SaveLadderHandler save) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/settings/ladder"), Allow(Permission.ManageLadder)]
    public async Task<IActionResult> Index(Guid? service, CancellationToken ct) => await query.LoadAsync(service, null, ct) is { } page ? View(page) : NotFound();

    /// <summary>Stores it.</summary>
    [HttpPost("/settings/ladder"), Allow(Permission.ManageLadder)]
    public async Task<IActionResult> Index(LadderForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await query.LoadAsync(form.Service, form, ct) is { } page ? View(page) : NotFound(); }
        if (!await save.HandleAsync(form, ct)) { return NotFound(); }
        TempData.Success("The chase ladder is saved. It counts from the next working morning");
        return LocalRedirect(form.Service is { } service ? $"/settings/ladder?service={service}" : "/settings/ladder");
    }
}
