using DcoPortal.Casework.Clock;

namespace DcoPortal.Web.Features.Clock.Settings;

/// <summary>The clock settings of the person's own organisation.</summary>
[Area("Clock")]
public sealed class SettingsController(SettingsPageQuery query, SaveClockSettingsHandler save) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/settings/clock"), Allow(Permission.ManageClockSettings)]
    public async Task<IActionResult> Index(CancellationToken ct) => await ShowAsync(null, null, ct);

    /// <summary>Sets how the authority counts its first day.</summary>
    [HttpPost("/settings/clock/authority"), Allow(Permission.ManageClockSettings)]
    public async Task<IActionResult> Authority(AuthoritySettingsForm form, CancellationToken ct) =>
        !ModelState.IsValid ? await ShowAsync(form, null, ct) : Saved(await save.SaveAsync(form.ToSave(), ct));

    /// <summary>Sets the board's local targets.</summary>
    [HttpPost("/settings/clock/board"), Allow(Permission.ManageClockSettings)]
    public async Task<IActionResult> Board(BoardSettingsForm form, CancellationToken ct) =>
        !ModelState.IsValid ? await ShowAsync(null, form, ct) : Saved(await save.SaveAsync(form.ToSave(), ct));

    private async Task<IActionResult> ShowAsync(AuthoritySettingsForm? authority, BoardSettingsForm? board, CancellationToken ct) =>
        await query.RunAsync(authority, board, ct) is { } page ? View("Index", page) : NotFound();

    private IActionResult Saved(Outcome outcome) => this.Answer(outcome, () => this.Success("The clock settings are saved. No statutory date has moved", Addresses.SettingsClock));
}
