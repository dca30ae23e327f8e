using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Directory;

namespace DcoPortal.Web.Features.Directory.Cover;

/// <summary>A service lead sets which of their own services and colleagues are away, and who covers.</summary>
[Area("Directory"), Allow(Permission.ArrangeCover)]
public sealed class CoverController(CoverQuery query, ArrangeCoverHandler handler) : Controller
{
    private const string Form = "~/Parts/Directory/AwayForm.cshtml";

    /// <summary>The lead's services and their professionals.</summary>
    [HttpGet("/cover")]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.RunAsync(ct));

    /// <summary>The form of a service.</summary>
    [HttpGet("/cover/services/{serviceId:guid}")]
    public async Task<IActionResult> Service(Guid serviceId, CancellationToken ct) => await query.ServiceAsync(serviceId, ct) is { } form ? View(Form, form) : NotFound();

    /// <summary>Sets the away dates and cover of a service.</summary>
    [HttpPost("/cover/services/{serviceId:guid}")]
    public async Task<IActionResult> Service(Guid serviceId, AwayForm form, CancellationToken ct) =>
        await SaveAsync(form, await query.ServiceAsync(serviceId, ct), () => handler.ForServiceAsync(serviceId, form.ToArrange(), ct));

    /// <summary>The form of a professional.</summary>
    [HttpGet("/cover/professionals/{professionalId:guid}")]
    public async Task<IActionResult> Professional(Guid professionalId, CancellationToken ct) => await query.ProfessionalAsync(professionalId, ct) is { } form ? View(Form, form) : NotFound();

    /// <summary>Sets the away dates and cover of a professional.</summary>
    [HttpPost("/cover/professionals/{professionalId:guid}")]
    public async Task<IActionResult> Professional(Guid professionalId, AwayForm form, CancellationToken ct) =>
        await SaveAsync(form, await query.ProfessionalAsync(professionalId, ct), () => handler.ForProfessionalAsync(professionalId, form.ToArrange(), ct));

    private async Task<IActionResult> SaveAsync(AwayForm form, AwayForm? stored, Func<Task<Outcome>> save)
    {
        if (stored is null) { return NotFound(); }
        form.Page = stored.Page;
        if (!ModelState.IsValid) { return View(Form, form); }
        return await this.AnswerOnFormAsync(await save(), () => this.Success(form.AwayFrom.IsEmpty ? $"{form.Page.Name}: not away" : $"The dates for {form.Page.Name} are saved", Addresses.Cover), () => Task.FromResult<IActionResult>(View(Form, form)));
    }
}
