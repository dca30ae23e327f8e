using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Directory;
using DcoPortal.Domain.Directory;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace DcoPortal.Web.Features.Directory.Providers;

/// <summary>One row of the list.</summary>
public sealed record ProviderRow(Guid Id, string Name, string ShortName, string OdsCode, int Services, int Professionals, bool IsActive);

/// <summary>A provider of the directory, as typed.</summary>
public sealed class ProviderForm
{
    /// <summary>The provider that is changed; null for a new one. From the address, not the form.</summary>
    [BindNever]
    public Guid? Id { get; set; }

    /// <summary>Full name.</summary>
    [Display(Name = "Full name")]
    public string? Name { get; set; }

    /// <summary>Short name.</summary>
    [Display(Name = "Short name")]
    public string? ShortName { get; set; }

    /// <summary>Its names before that are forgotten: they were only typing mistakes.</summary>
    public List<string> Forget { get; set; } = [];

    /// <summary>Its names before.</summary>
    [BindNever]
    public IReadOnlyList<string> Formerly { get; set; } = [];

    /// <summary>ODS code.</summary>
    [Display(Name = "ODS code")]
    public string? OdsCode { get; set; }

    /// <summary>The address of the provider's SEND lead.</summary>
    [Display(Name = "Email address of its SEND lead (optional)")]
    public string? SendLeadEmail { get; set; }

    /// <summary>Whether the provider is no longer asked.</summary>
    public bool Closed { get; set; }

    /// <summary>The version that was shown, so that a colleague's change in between is not overwritten.</summary>
    public Guid Version { get; set; }

    /// <summary>The entry to store.</summary>
    public ProviderToSave ToSave() => new(Id, Name, ShortName, OdsCode, SendLeadEmail, Closed, Version, Forget);
}

internal sealed class ProviderFormValidator : AbstractValidator<ProviderForm>
{
    public ProviderFormValidator()
    {
        RuleFor(f => f.Name).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the full name").AtMost(150, "Name");
        RuleFor(f => f.ShortName).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter a short name").AtMost(40, "Short name");
        RuleFor(f => f.OdsCode).Cascade(CascadeMode.Stop).NotEmpty().WithMessage("Enter the ODS code").Matches("^[A-Za-z0-9]{3,10}$").WithMessage("ODS code must be 3 to 10 letters and numbers, such as RXN");
        RuleFor(f => f.SendLeadEmail).SendLeadAddress();
    }
}

/// <summary>Reads the providers.</summary>
public sealed class ProvidersQuery(PortalDb db)
{
    /// <summary>All providers, by name: a board has a few dozen at most.</summary>
    public async Task<IReadOnlyList<ProviderRow>> RunAsync(CancellationToken ct) => await db.Providers.AsNoTracking().OrderBy(p => p.Name).ThenBy(p => p.Id)
        .Select(p => new ProviderRow(p.Id, p.Name, p.ShortName, p.OdsCode, db.Services.Count(s => s.ProviderId == p.Id && s.IsActive), db.Professionals.Count(x => x.ProviderId == p.Id && x.IsActive), p.IsActive))
        .ToListAsync(ct);

    /// <summary>One provider as a form, or null.</summary>
    public async Task<ProviderForm?> FormAsync(Guid id, CancellationToken ct) => await db.Providers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == id, ct) is { } p
        ? new() { Id = p.Id, Name = p.Name, ShortName = p.ShortName, Formerly = NamesBefore.Of(p.FormerNames), OdsCode = p.OdsCode, SendLeadEmail = p.SendLeadEmail, Closed = !p.IsActive, Version = p.Version }
        : null;
}

/// <summary>The providers of the directory.</summary>
[Area("Directory")]
public sealed class ProvidersController(ProvidersQuery query, SaveProviderHandler save) : Controller
{
    /// <summary>The list.</summary>
    [HttpGet("/directory/providers"), Allow(Permission.ViewDirectory)]
    public async Task<IActionResult> Index(CancellationToken ct) => View(await query.RunAsync(ct));

    /// <summary>An empty form.</summary>
    [HttpGet("/directory/providers/add"), Allow(Permission.ManageDirectory)]
    public IActionResult Add() => View("Form", new ProviderForm());

    /// <summary>Adds a provider.</summary>
    [HttpPost("/directory/providers/add"), Allow(Permission.ManageDirectory)]
    public Task<IActionResult> Add(ProviderForm form, CancellationToken ct) => SaveAsync(form, null, ct);

    /// <summary>The form of one provider.</summary>
    [HttpGet("/directory/providers/{id:guid}"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Edit(Guid id, CancellationToken ct) => await query.FormAsync(id, ct) is { } form ? View("Form", form) : NotFound();

    /// <summary>Changes a provider.</summary>
    [HttpPost("/directory/providers/{id:guid}"), Allow(Permission.ManageDirectory)]
    public async Task<IActionResult> Edit(Guid id, ProviderForm form, CancellationToken ct)
    {
        if (await query.FormAsync(id, ct) is not { } kept) { return NotFound(); }
        form.Formerly = kept.Formerly;
        return await SaveAsync(form, id, ct);
    }

    private async Task<IActionResult> SaveAsync(ProviderForm form, Guid? id, CancellationToken ct)
    {
        form.Id = id;
        if (!ModelState.IsValid) { return View("Form", form); }
        return await this.AnswerOnFormAsync(await save.HandleAsync(form.ToSave(), ct), () => this.Success($"{form.Name!.Trim()} is saved", Addresses.DirectoryProviders), () => Task.FromResult<IActionResult>(View("Form", form)));
    }
}
