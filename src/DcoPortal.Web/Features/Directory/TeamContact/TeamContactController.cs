using DcoPortal.Casework.Directory;

namespace DcoPortal.Web.Features.Directory.TeamContact;

/// <summary>How others reach the person's own team.</summary>
[Area("Directory")]
public sealed class TeamContactController(TeamContactFormQuery query, SaveTeamContactHandler save) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/settings/team"), Allow(Permission.ManageTeamContact)]
    public async Task<IActionResult> Index(CancellationToken ct) => await query.RunAsync(ct) is { } form ? View(form) : NotFound();

    /// <summary>Saves it.</summary>
    [HttpPost("/settings/team"), Allow(Permission.ManageTeamContact)]
    public async Task<IActionResult> Index(TeamContactForm form, CancellationToken ct) => ModelState.IsValid
        ? this.Answer(await save.HandleAsync(new(form.Inbox, form.Phone, form.Version), ct), () => this.Success("How others reach your team is saved", Addresses.AccountProfile))
        : View(form);
}
