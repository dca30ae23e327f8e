using DcoPortal.Casework.Directory;
using DcoPortal.Web.Parts.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Directory.Professionals;

/// <summary>The list page.</summary>
public sealed record ProfessionalsPage(ListPage<ProfessionalRow> List, DirectoryFilters Filters, IReadOnlyList<SelectListItem> Services, DateOnly Today);

/// <summary>The professionals of the directory.</summary>
[Area("Directory")]
public sealed class ProfessionalsController(ProfessionalsQuery query, SaveProfessionalHandler save, DirectoryChoicesQuery choices, SavedFilters saved) : Controller
{
    private const string List = "directory-professionals";

    /// <summary>The list.</summary>
    [HttpGet("/directory/professionals"), Allow(Permission.ViewDirectory)]
    public async Task<IActionResult> Index(CancellationToken ct, int page = 1)
    {
        var filters = await saved.LoadAsync<DirectoryFilters>(List, ct);
        return View(new ProfessionalsPage(await query.RunAsync(filters, page, ct), filters, await choices.ServicesAsync(ct), query.Today));
    }

    /// <summary>Keeps or clears the filters.</summary>
    [HttpPost("/directory/professionals"), Allow(Permission.ViewDirectory)]
    public async Task<IActionResult> Filter(DirectoryFilters filters, bool clear, CancellationToken ct)
    {
        await (clear ? saved.ClearAsync(List, ct) : saved.SaveAsync(List, filters, ct));
        return LocalRedirect(Addresses.DirectoryProfessionals);
    }

    /// <summary>An empty form.</summary>
    [HttpGet("/directory/professionals/add"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Add(CancellationToken ct) => await FormAsync(new ProfessionalForm(), ct);

    /// <summary>Adds a professional.</summary>
    [HttpPost("/directory/professionals/add"), Allow(Permission.ManageDirectory)]
    public Task<IActionResult> Add(ProfessionalForm form, CancellationToken ct) => SaveAsync(form, null, ct);

    /// <summary>The form of one professional.</summary>
    [HttpGet("/directory/professionals/{id:guid}"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => await query.FormAsync(id, ct) is { } form ? await FormAsync(form, ct) : NotFound();

    /// <summary>Changes a professional.</summary>
    [HttpPost("/directory/professionals/{id:guid}"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Edit(Guid id, ProfessionalForm form, CancellationToken ct) => await query.FormAsync(id, ct) is null ? NotFound() : await SaveAsync(form, id, ct);

    private async Task<IActionResult> SaveAsync(ProfessionalForm form, Guid? id, CancellationToken ct)
    {
        form.Id = id;
        if (!ModelState.IsValid) { return await FormAsync(form, ct); }
        return await this.AnswerOnFormAsync(await save.HandleAsync(form.ToSave(), ct), () => this.Success($"{form.FullName!.Trim()} is saved", Addresses.DirectoryProfessionals), () => FormAsync(form, ct));
    }

    private async Task<IActionResult> FormAsync(ProfessionalForm form, CancellationToken ct)
    {
        form.Services = await choices.ServicesAsync(ct);
        form.Colleagues = await choices.ColleaguesAsync(form.Id, ct);
        return View("Form", form);
    }
}
