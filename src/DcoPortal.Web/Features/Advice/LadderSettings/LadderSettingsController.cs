using DcoPortal.Casework.Ladder;

namespace DcoPortal.Web.Features.Advice.LadderSettings;

/// <summary>The chase ladder of the person's board and of its services.</summary>
[Area("Advice")]
public sealed class LadderSettingsController(LadderPageQuery query, SaveLadderHandler save) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/settings/ladder"), Allow(Permission.ManageLadder)]
    public async Task<IActionResult> Index(Guid? service, bool asked, CancellationToken ct)
    {
        if (asked && service is null) { ModelState.AddModelError(nameof(service), "Choose a service"); }
        return await query.LoadAsync(service, null, ct) is { } page ? View(page) : NotFound();
    }

    /// <summary>Stores the ladder.</summary>
    [HttpPost("/settings/ladder"), Allow(Permission.ManageLadder)]
    public async Task<IActionResult> Index(LadderForm form, CancellationToken ct)
    {
        if (await query.LoadAsync(form.Service, form, ct) is not { } page) { return NotFound(); }
        if (form is { AsBoard: true, Service: not null } && page.IsUsual && !form.Shows(page.Kept))
        {
            ModelState.AddModelError(nameof(form.AsBoard), "Untick this for the steps below to count, or leave them as they were");
        }
        if (!ModelState.IsValid) { return View(page); }
        return this.Answer(await save.HandleAsync(form.ToSave(), ct), () => this.Success(form is { Usual: true, Service: null } ? "Back to the usual ladder. It counts from the next working morning" : "The chase ladder is saved. It counts from the next working morning", form.Service is { } service ? $"{Addresses.SettingsLadder}?service={service}" : Addresses.SettingsLadder));
    }
}
