using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Requests;
using DcoPortal.Web.Parts.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Directory.Services;

/// <summary>The list page.</summary>
public sealed record ServicesPage(ListPage<ServiceRow> List, DirectoryFilters Filters, IReadOnlyList<SelectListItem> Providers, DateOnly Today);

/// <summary>The services of the directory.</summary>
[Area("Directory")]
public sealed class ServicesController(ServicesQuery query, SaveServiceHandler save, CannotSignInQuery requests, DirectoryChoicesQuery choices, SavedFilters saved) : Controller
{
    private const string List = "directory-services";

    /// <summary>The list.</summary>
    [HttpGet("/directory/services"), Allow(Permission.ViewDirectory)]
    public async Task<IActionResult> Index(CancellationToken ct, int page = 1)
    {
        var filters = await saved.LoadAsync<DirectoryFilters>(List, ct);
        return View(new ServicesPage(await query.RunAsync(filters, page, ct), filters, await choices.ProvidersAsync(ct), query.Today));
    }

    /// <summary>Keeps or clears the filters.</summary>
    [HttpPost("/directory/services"), Allow(Permission.ViewDirectory)]
    public async Task<IActionResult> Filter(DirectoryFilters filters, bool clear, CancellationToken ct)
    {
        await (clear ? saved.ClearAsync(List, ct) : saved.SaveAsync(List, filters, ct));
        return LocalRedirect(Addresses.DirectoryServices);
    }

    /// <summary>An empty form.</summary>
    [HttpGet("/directory/services/add"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Add(CancellationToken ct) => await FormAsync(new ServiceForm(), ct);

    /// <summary>Adds a service.</summary>
    [HttpPost("/directory/services/add"), Allow(Permission.ManageDirectory)]
    public Task<IActionResult> Add(ServiceForm form, CancellationToken ct) => SaveAsync(form, null, ct);

    /// <summary>The form of one service.</summary>
    [HttpGet("/directory/services/{id:guid}"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => await query.FormAsync(id, ct) is { } form ? await FormAsync(form, ct) : NotFound();

    /// <summary>Changes a service.</summary>
    [HttpPost("/directory/services/{id:guid}"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Edit(Guid id, ServiceForm form, CancellationToken ct)
    {
        if (await query.FormAsync(id, ct) is not { } kept) { return NotFound(); }
        form.Formerly = kept.Formerly;
        return await SaveAsync(form, id, ct);
    }

    private async Task<IActionResult> SaveAsync(ServiceForm form, Guid? id, CancellationToken ct)
    {
        form.Id = id;
        if (!ModelState.IsValid) { return await FormAsync(form, ct); }
        var outcome = await save.HandleAsync(form.ToSave(), ct);
        var waiting = outcome.Stands && form.Closed && id is { } closed ? await requests.WaitingForServiceAsync(closed, ct) : 0;
        return await this.AnswerOnFormAsync(outcome, () => Saved(form.Name!.Trim(), waiting), () => FormAsync(form, ct));
    }

    // nobody else is asked in its place by itself
    private LocalRedirectResult Saved(string name, int waiting)
    {
        if (waiting > 0) { TempData.Notice($"{UkText.Count(waiting, "request")} for advice {(waiting == 1 ? "stays" : "stay")} with {name}, and {(waiting == 1 ? "is" : "are")} sent and chased as before. Where nobody there will answer, close the request with “another service is to be asked instead”."); }
        return this.Success($"{name} is saved", Addresses.DirectoryServices);
    }

    private async Task<IActionResult> FormAsync(ServiceForm form, CancellationToken ct)
    {
        form.Providers = await choices.ProvidersAsync(ct);
        form.Services = await choices.ServicesAsync(ct, form.Id);
        return View("Form", form);
    }
}
