using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.Reopen;

/// <summary>Why a closed request is opened again.</summary>
public sealed class ReopenForm : RequestForm
{
    /// <summary>Why.</summary>
    [Display(Name = "Why is it opened again?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The due date that it will have, as the case stands (Europe/London).</summary>
    [BindNever, ValidateNever]
    public DateOnly DueOn { get; set; }
}

internal sealed class ReopenFormValidator : AbstractValidator<ReopenForm>
{
    public ReopenFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it is opened again").AtMost(1000, "The reason");
}

/// <summary>Opens a closed or withdrawn request again.</summary>
[Area("Advice"), Allow(Permission.ChaseAdvice)]
public sealed class ReopenController(RequestHeadQuery heads, ReopenHandler handler, LateQuery late, PortalDb db) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/reopen")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!head.Row.Can(RequestMove.Reopen)) { return this.Notice(RequestMove.Reopen.Rule().Refusal, head.Path); }
        // nobody should write a reason that cannot help
        if (await handler.WhyNotAsync(head.Row, ct) is { } why) { return this.Notice(why, head.Path); }
        return View(new ReopenForm { Head = head, DueOn = await CaseAsync(head, ct) is { } assessment ? head.Row.DueOnIn(assessment) : head.Row.DueOn });
    }

    /// <summary>Opens it.</summary>
    [HttpPost("/advice-requests/{id:guid}/reopen")]
    public async Task<IActionResult> Index(Guid id, ReopenForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!head.Row.Can(RequestMove.Reopen)) { return await QuickerAsync(id, form, ct) ?? this.Notice(RequestMove.Reopen.Rule().Refusal, head.Path); }
        form.Head = head;
        form.DueOn = await CaseAsync(head, ct) is { } assessment ? head.Row.DueOnIn(assessment) : head.Row.DueOn;
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, form.Reason!, ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.Reason), rule);
            return View(form);
        }
        if (outcome.Kind == OutcomeKind.Already && await QuickerAsync(id, form, ct) is { } quicker) { return quicker; }
        return this.Answer(outcome, () => this.Success($"The request to {head.ServiceName} is open again, due {UkText.LongDate(form.DueOn)}.", head.Path));
    }

    private Task<Assessment?> CaseAsync(RequestHead head, CancellationToken ct) => db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Id == head.Row.AssessmentId, ct);

    /// <summary>A colleague opened it meanwhile, for another reason; null when this person did.</summary>
    private async Task<IActionResult?> QuickerAsync(Guid id, ReopenForm form, CancellationToken ct) =>
        await late.ForAsync(id, form.Reason, ct, nameof(RequestReopened), nameof(ClosingTakenBack)) is { } quicker ? this.Instead(quicker) : null;
}
