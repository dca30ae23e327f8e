using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Transfers;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.TransferDay;

/// <summary>Since when a case that moved is the other side's, and why it moved.</summary>
public sealed class TransferDayForm : IShowsChildRecord
{
    /// <summary>The day.</summary>
    [Display(Name = "Since when is it theirs?")]
    public DateInput MovedOn { get; set; } = new();

    /// <summary>Why it moved.</summary>
    [Display(Name = "Why did it move?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The record as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class TransferDayFormValidator : AbstractValidator<TransferDayForm>
{
    public TransferDayFormValidator(UkClock clock)
    {
        RuleFor(f => f.MovedOn).PastDate("The day since when it is theirs", "Enter the day since when it is theirs", clock);
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it moved").AtMost(CaseTransfer.ReasonLength, "The reason");
    }
}

/// <summary>Corrects the day or the reason of a move, on the record from which the case moved.</summary>
[Area("Assessments"), Allow(Permission.MoveCases)]
public sealed class TransferDayController(DecisionFactsQuery facts, PortalDb db, CorrectTransferHandler handler) : Controller
{
    /// <summary>What is recorded.</summary>
    [HttpGet("/assessments/{reference}/move/correct")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        var recorded = await db.CaseTransfers.Where(t => t.LiveKey == found.Keys.AssessmentId).Select(t => new { t.MovedOn, t.Reason }).SingleOrDefaultAsync(ct);
        return recorded is null ? this.Notice("This case has not moved.", Addresses.Assessment(reference))
            : View(new TransferDayForm { Facts = found, Version = found.Version, MovedOn = DateInput.From(recorded.MovedOn), Reason = recorded.Reason });
    }

    /// <summary>Corrects it.</summary>
    [HttpPost("/assessments/{reference}/move/correct")]
    public async Task<IActionResult> Index(string reference, TransferDayForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Facts = found;
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(reference, form.Version, form.MovedOn.Value!.Value, form.Reason!, ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.MovedOn), rule);
            return View(form);
        }
        return this.Answer(outcome, () => this.Success("The day and the reason of the move are as you entered them, for both sides.", Addresses.Assessment(reference)));
    }
}
