using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Advice.More;

/// <summary>What is needed after the return.</summary>
public sealed class MoreForm : RequestForm
{
    /// <summary>A new version or an addendum.</summary>
    public AnswerKind? Kind { get; set; }

    /// <summary>What is needed, or why the service sends it.</summary>
    [Sentence]
    public string? What { get; set; }
}

internal sealed class MoreFormValidator : AbstractValidator<MoreForm>
{
    public MoreFormValidator()
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("Select a new version or an addendum").IsInEnum().WithMessage("Select a new version or an addendum");
        RuleFor(f => f.What).NotEmpty().WithMessage("Say what is needed, or why").AtMost(Withdrawal.WordsLength, "This");
    }
}

/// <summary>A new version or an addendum of a returned answer: the DCO service asks for it, or the service begins it.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class MoreController(RequestHeadQuery heads, AskForMoreHandler ask, LetStandHandler letStand) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/more")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.Can(RequestMove.AskForMore) ? View(new MoreForm { Head = head }) : this.Notice(RequestMove.AskForMore.Rule().Refusal, head.Path);
    }

    /// <summary>Asks for it, or begins it.</summary>
    [HttpPost("/advice-requests/{id:guid}/more")]
    public async Task<IActionResult> Index(Guid id, MoreForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await ask.HandleAsync(id, form.Kind!.Value, form.What!, ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.What), rule);
            return View(form);
        }
        return this.Answer(outcome, () => head.IsOnBehalf
            ? this.Success($"{head.ServiceName} is asked. What was returned stays until the new answer is returned.", head.Path)
            : this.Success("Give your new answer here. What was returned stays until the DCO service has returned this one.", Addresses.AdviceRequestRespond(id)));
    }

    /// <summary>Says that nothing more is needed.</summary>
    [HttpPost("/advice-requests/{id:guid}/let-stand")]
    public async Task<IActionResult> LetStand(Guid id, CancellationToken ct) =>
        this.Answer(await letStand.HandleAsync(id, null, ct), () => this.Success("Nothing more is needed. The request is returned as before.", Addresses.AdviceRequest(id)));
}
