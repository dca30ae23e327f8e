using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.RightAuthority;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.RightAuthority;

/// <summary>The right authority, and how it came about.</summary>
public sealed class RightAuthorityForm
{
    /// <summary>The right authority.</summary>
    [Display(Name = "Which authority’s is it?")]
    public Guid? AuthorityId { get; set; }

    /// <summary>How it came about.</summary>
    [Display(Name = "How did it come about?"), Sentence]
    public string? Reason { get; set; }

    /// <inheritdoc cref="WishesToRead.Mark" />
    [Display(Name = "Whom the family means")]
    public string? WishRead { get; set; }

    /// <summary>The cases, and what follows.</summary>
    [BindNever, ValidateNever]
    public MisplacedCases Cases { get; set; } = null!;

    /// <summary>Where the form goes, and where it came from.</summary>
    [BindNever, ValidateNever]
    public (string Action, string Back) Paths { get; set; }
}

internal sealed class RightAuthorityFormValidator : AbstractValidator<RightAuthorityForm>
{
    public RightAuthorityFormValidator()
    {
        RuleFor(f => f.AuthorityId).NotNull().WithMessage("Select the local authority");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say how it came about").AtMost(1000, "What came about");
    }
}

/// <summary>Puts a case, or all that an import made, under the right authority.</summary>
[Area("Assessments"), Allow(Permission.CorrectAuthority)]
public sealed class RightAuthorityController(RightAuthorityQuery query, RightAuthorityHandler handler, AuditTrail audit) : Controller
{
    /// <summary>One case.</summary>
    [HttpGet("/assessments/{reference}/authority")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await OfCaseAsync(reference, new(), ct) is not { } form ? NotFound() : form.Cases.Staying is [var stays] ? this.Notice(stays.Why, Addresses.Assessment(reference)) : View(form);

    /// <summary>Puts one case right.</summary>
    [HttpPost("/assessments/{reference}/authority")]
    public async Task<IActionResult> Index(string reference, RightAuthorityForm form, CancellationToken ct) =>
        await OfCaseAsync(reference, form, ct) is null ? NotFound() : await PutAsync(form, now => Addresses.Assessment(now), ct);

    /// <summary>What an import made.</summary>
    [HttpGet("/assessments/import/{id:guid}/authority")]
    public Task<IActionResult> Import(Guid id, CancellationToken ct) => OfImportAsync(id, new(), form => Task.FromResult<IActionResult>(View("Index", form)), ct);

    /// <summary>Puts all of them right that can be.</summary>
    [HttpPost("/assessments/import/{id:guid}/authority")]
    public Task<IActionResult> Import(Guid id, RightAuthorityForm form, CancellationToken ct) => OfImportAsync(id, form, f => PutAsync(f, _ => Addresses.AssessmentsImportBatch(id), ct), ct);

    private async Task<RightAuthorityForm?> OfCaseAsync(string reference, RightAuthorityForm form, CancellationToken ct)
    {
        if (await query.OfCaseAsync(reference, ct) is not { } cases) { return null; }
        (form.Cases, form.Paths) = (cases, (Addresses.AssessmentAuthority(reference), Addresses.Assessment(reference)));
        await WishesShownAsync(cases, ct);
        return form;
    }

    private async Task<IActionResult> OfImportAsync(Guid id, RightAuthorityForm form, Func<RightAuthorityForm, Task<IActionResult>> go, CancellationToken ct)
    {
        if (!await query.IsImportAsync(id, ct)) { return NotFound(); }
        if (await query.OfImportAsync(id, ct) is not { } cases) { return this.Notice("This import has made no case.", Addresses.AssessmentsImportBatch(id)); }
        if (cases.Cases.Count == 0) { return this.Notice(Words(cases.Merged), Addresses.AssessmentsImportBatch(id)); }
        (form.Cases, form.Paths) = (cases, (Addresses.AssessmentsImportBatchAuthority(id), Addresses.AssessmentsImportBatch(id)));
        await WishesShownAsync(cases, ct);
        return await go(form);
    }

    private async Task WishesShownAsync(MisplacedCases cases, CancellationToken ct)
    {
        if (cases.Wishes.Wishes.Count > 0) { await audit.RecordReadAsync(new ChildListRead("Right authority", cases.Wishes.Wishes.Count, Downloaded: false), ct); }
    }

    private async Task<IActionResult> PutAsync(RightAuthorityForm form, Func<string, string> next, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return View("Index", form); }
        var outcome = await handler.HandleAsync(new([.. form.Cases.Cases.Select(c => c.AssessmentId)], form.AuthorityId!.Value, form.Reason!, form.WishRead), ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(outcome.Of.Field ?? nameof(form.AuthorityId), rule);
            return View("Index", form);
        }
        return this.Answer(outcome.Of, () => this.Success(Said(form, outcome.Value!), next(outcome.Value!.Moved[0])));
    }

    private static string Said(RightAuthorityForm form, AuthorityPutRight done)
    {
        var to = form.Cases.Authorities.First(a => a.Value == form.AuthorityId.ToString()).Text;
        var moved = done.Moved.Count == 1 ? $"The case is {to}’s, as {done.Moved[0]}." : $"{done.Moved.Count} cases are {to}’s. Their references begin anew there.";
        List<CaseThatStays> left = [.. done.Left, .. form.Cases.Merged];
        return left.Count == 0 ? moved : $"{moved} {UkText.Count(left.Count, "case stays", "cases stay")}: {Words(left)}";
    }

    private static string Words(IEnumerable<CaseThatStays> stay) => string.Join(" ", stay.Select(l => $"{l.Reference}: {l.Why}"));
}
