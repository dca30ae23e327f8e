using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.NotAsked;

/// <summary>Why those whom the authority named are not asked: said, changed or taken back at any time.</summary>
[Area("Advice"), Allow(Permission.RequestAdvice)]
public sealed class NotAskedController(CaseQuery cases, NotAskedQuery query, NotAskedHandler handler) : Controller
{
    /// <summary>A reason for each.</summary>
    [HttpGet("/assessments/{reference}/not-asked")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) => await PageAsync(reference, new(), ct) is { } page ? View(page) : NotFound();

    /// <summary>Keeps the reasons.</summary>
    [HttpPost("/assessments/{reference}/not-asked")]
    public async Task<IActionResult> Index(string reference, NotAskedForm form, CancellationToken ct)
    {
        if (await PageAsync(reference, form, ct) is not { } page) { return NotFound(); }
        foreach (var (i, theirs) in NotAskedItem.Conflicts(form.NotAsked, page.Named))
        {
            ModelState.AddModelError($"NotAsked[{i}].Reason", $"A colleague has {(theirs is null ? "taken the reason out" : $"written “{theirs}”")} here while this page was open. Send again if yours is to stand");
        }
        if (!ModelState.IsValid) { return View(page); }
        return this.Answer((await handler.HandleAsync(reference, NotAskedItem.Changed(form.NotAsked), ct)).Of, () => this.Success("The reasons are kept. The authority sees them on the case.", $"{Addresses.Assessment(reference)}#notification"));
    }

    private async Task<NotAskedForm?> PageAsync(string reference, NotAskedForm form, CancellationToken ct)
    {
        if (await cases.FindAsync(reference, ct) is not var (assessment, child)) { return null; }
        (form.Keys, form.Child, form.Named) = (assessment.Keys, child, await query.OfAsync(assessment, ct));
        return form;
    }
}

/// <summary>Why each is not asked.</summary>
public sealed class NotAskedForm : IShowsChildRecord
{
    /// <summary>The reasons.</summary>
    public List<NotAskedItem> NotAsked { get; set; } = [];

    /// <summary>The case.</summary>
    [BindNever, ValidateNever]
    public CaseKeys Keys { get; set; } = null!;

    /// <summary>The child.</summary>
    [BindNever, ValidateNever]
    public ChildBanner Child { get; set; } = null!;

    /// <summary>Those whom nobody is asking.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<NamedNotAskedRow> Named { get; set; } = [];

    CaseKeys IShowsChildRecord.ShownCase => Keys;
}

internal sealed class NotAskedFormValidator : AbstractValidator<NotAskedForm>
{
    public NotAskedFormValidator(IValidator<NotAskedItem> item) => RuleForEach(f => f.NotAsked).SetValidator(item);
}
