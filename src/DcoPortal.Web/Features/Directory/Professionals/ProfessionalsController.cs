using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Requests;
using DcoPortal.Web.Parts.Directory;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Directory.Professionals;

/// <summary>The list page.</summary>
public sealed record ProfessionalsPage(ListPage<ProfessionalRow> List, DirectoryFilters Filters, IReadOnlyList<SelectListItem> Services, DateOnly Today);

/// <summary>The professionals of the directory.</summary>
[Area("Directory")]
public sealed class ProfessionalsController(ProfessionalsQuery query, SaveProfessionalHandler save, EntryAccountQuery accounts, CannotSignInQuery requests, DirectoryChoicesQuery choices, SavedFilters saved, CurrentPerson person) : Controller
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
    public async Task<IActionResult> Edit(Guid id, ProfessionalForm form, CancellationToken ct)
    {
        if (await query.FormAsync(id, ct) is not { } kept) { return NotFound(); }
        form.Formerly = kept.Formerly;
        return await SaveAsync(form, id, ct);
    }

    private async Task<IActionResult> SaveAsync(ProfessionalForm form, Guid? id, CancellationToken ct)
    {
        form.Id = id;
        if (!ModelState.IsValid) { return await FormAsync(form, ct); }
        var outcome = await save.HandleAsync(form.ToSave(), ct);
        var account = outcome.Stands && id is { } known ? await accounts.OfAsync(known, ct) : null;
        var held = outcome.Stands && form.Left && id is { } left ? await requests.HeldByAsync(left, ct) : 0;
        return await this.AnswerOnFormAsync(outcome, () => form.Left ? Left(form.FullName!.Trim(), held, account) : Saved(form.FullName!.Trim(), account), () => FormAsync(form, ct));
    }

    // what they had waits for somebody, and their account goes on opening it until it is disabled
    private LocalRedirectResult Left(string name, int held, EntryAccount? account)
    {
        var waits = held == 0 ? "" : $"{UkText.Count(held, "request")} for advice {(held == 1 ? "waits" : "wait")} for {name}, and stand{(held == 1 ? "s" : "")} under “With somebody who cannot sign in or open it” until {(held == 1 ? "it is" : "they are")} given to somebody else. ";
        var opens = account is null ? "" : $"Their account can still sign in and open children’s records. {(person.May(Permission.ManageUsers) ? "Disable it here." : "A system administrator is shown it, to disable it.")}";
        if ($"{waits}{opens}".Trim() is { Length: > 0 } notice) { TempData.Notice(notice); }
        return this.Success($"{name} is saved", account is not null && person.May(Permission.ManageUsers) ? Addresses.AdminUser(account.UserId) : Addresses.DirectoryProfessionals);
    }

    // the directory says who works where, the account what they open: after a move the second follows
    private LocalRedirectResult Saved(string name, EntryAccount? account)
    {
        if (account is null or { OpensItsService: true }) { return this.Success($"{name} is saved", Addresses.DirectoryProfessionals); }
        var mayChange = person.May(Permission.ManageUsers);
        TempData.Notice($"The account of {name} still works in {account.Services}, and does not open what the new service gets. {(mayChange ? "Change its services here." : "Ask a system administrator to change its services. Until then, nothing new can be assigned to them there.")}");
        return this.Success($"{name} is saved", mayChange ? Addresses.AdminUserServices(account.UserId) : Addresses.DirectoryProfessionals);
    }

    private async Task<IActionResult> FormAsync(ProfessionalForm form, CancellationToken ct)
    {
        form.Services = await choices.ServicesAsync(ct);
        form.Account = form.Id is { } id && !form.Left ? await accounts.OfAsync(id, ct) : null;
        form.Colleagues = await choices.ColleaguesAsync(form.Id, ct);
        return View("Form", form);
    }
}
