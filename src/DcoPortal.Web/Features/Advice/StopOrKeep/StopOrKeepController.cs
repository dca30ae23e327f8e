using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Ui;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Advice.StopOrKeep;

/// <summary>What to do with a request that the family may not want.</summary>
public sealed class StopOrKeepForm : RequestForm
{
    /// <summary>"stop" or "keep"; never chosen beforehand.</summary>
    [Display(Name = "Does the family mean this service or person?")]
    public string? Choice { get; set; }

    /// <summary>The reason.</summary>
    [Display(Name = "Why?"), Sentence]
    public string? Reason { get; set; }
}

internal sealed class StopOrKeepFormValidator : AbstractValidator<StopOrKeepForm>
{
    public StopOrKeepFormValidator()
    {
        RuleFor(f => f.Choice).Must(c => c is "stop" or "keep").WithMessage("Select whether the family means them");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why").AtMost(1000, "The reason");
    }
}

/// <summary>Stops an open request to somebody whom the family excludes now, or keeps it because the family does not mean them.</summary>
[Area("Advice"), Allow(Permission.ChaseAdvice)]
public sealed class StopOrKeepController(RequestHeadQuery heads, PortalDb db, CloseRequestHandler close, LetStandHandler letStand, KeepDespiteWishHandler keep) : Controller
{
    /// <summary>The wish beside the request.</summary>
    [HttpGet("/advice-requests/{id:guid}/sharing")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.SharingDoubtUtc is null || head.Row.Stage.IsEnd() ? Settled(head) : await PageAsync(new StopOrKeepForm(), head, ct);
    }

    /// <summary>Stops or keeps it.</summary>
    [HttpPost("/advice-requests/{id:guid}/sharing")]
    public async Task<IActionResult> Index(Guid id, StopOrKeepForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        // a colleague may have decided meanwhile, and the other way
        if (head.Row.SharingDoubtUtc is null || head.Row.Stage.IsEnd()) { return Settled(head); }
        if (!ModelState.IsValid) { return await PageAsync(form, head, ct); }
        var address = Addresses.Assessment(head.Row.AssessmentReference);
        if (form.Choice == "keep") { return this.Answer(await keep.HandleAsync(id, form.Reason!, ct), () => this.Success($"The request to {head.ServiceName} goes on.", address)); }
        // what was returned before is not closed: no new answer is asked for any more
        if (head.Row.ReturnedOn is not null) { return this.Answer(await letStand.HandleAsync(id, form.Reason, ct), () => this.Success($"{head.ServiceName} is not asked for a new answer any more.", address)); }
        var stopped = await close.HandleAsync(id, $"The family does not want information shared with them. {form.Reason}", ct);
        return this.Answer(stopped.Of, () =>
        {
            TempData.Undo(Addresses.UndoClose, stopped.Value);
            return this.Success($"The request to {head.ServiceName} is stopped. They no longer see it.", address);
        });
    }

    private async Task<IActionResult> PageAsync(StopOrKeepForm form, RequestHead head, CancellationToken ct)
    {
        form.Head = head;
        ViewData["Wish"] = await db.Assessments.Where(a => a.Id == head.Row.AssessmentId).Select(a => a.Family.DoNotShareWith).SingleOrDefaultAsync(ct);
        return View("Index", form);
    }

    private LocalRedirectResult Settled(RequestHead head) => this.Notice(head.Row.Stage == RequestStage.Closed ? "A colleague has stopped this request already. Nothing was changed." : "There is nothing to decide about this request any more.", Addresses.Assessment(head.Row.AssessmentReference));
}
