using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Wishes;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Ui;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.StopOrKeep;

/// <summary>What to do with a request that the family may not want.</summary>
public sealed class StopOrKeepForm : RequestForm, ISetsAside
{
    /// <summary>"stop" or "keep"; never chosen beforehand.</summary>
    [Display(Name = "Does the family mean this service or person?")]
    public string? Choice { get; set; }

    /// <summary>The reason.</summary>
    [Display(Name = "Why?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>Whether the page said that an answer is there.</summary>
    public bool AnswerSeen { get; set; }

    /// <summary>The asking that the page showed.</summary>
    public int Round { get; set; }

    /// <inheritdoc />
    public string? Begun { get; set; }

    /// <inheritdoc />
    public bool SetAside { get; set; }

    /// <summary>The answer that is begun and would not be sent.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? There { get; set; }

    /// <summary>The wish that the page showed: see <see cref="SeenWish"/>.</summary>
    public string? Seen { get; set; }
}

internal sealed class StopOrKeepFormValidator : AbstractValidator<StopOrKeepForm>
{
    public StopOrKeepFormValidator()
    {
        RuleFor(f => f.Choice).Must(c => c is "stop" or "keep").WithMessage("Select whether the family means them");
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Enter why").AtMost(1000, "The reason");
    }
}

/// <summary>Stops a request to somebody whom the family excludes now, or keeps it because the family does not mean them. One that was returned is hidden from its service.</summary>
[Area("Advice"), Allow(Permission.ChaseAdvice)]
public sealed class StopOrKeepController(RequestHeadQuery heads, PortalDb db, CloseRequestHandler close, LetStandHandler letStand, HideFromServiceHandler hide, KeepDespiteWishHandler keep, BegunAnswerQuery beginnings, WishesInForce wishes, LinkedWishesQuery linked, LastDoneQuery done) : Controller
{
    /// <summary>The wish beside the request.</summary>
    [HttpGet("/advice-requests/{id:guid}/sharing")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return IsSettled(head) ? this.Notice(Settled(head, await DecidedAsync(id, ct)), Addresses.Assessment(head.Row.AssessmentReference)) : await PageAsync(new StopOrKeepForm(), head, ct);
    }

    /// <summary>Stops or keeps it.</summary>
    [HttpPost("/advice-requests/{id:guid}/sharing")]
    public async Task<IActionResult> Index(Guid id, StopOrKeepForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (IsSettled(head)) { return await LateAsync(head, form, ct); }
        if (!ModelState.IsValid) { return await PageAsync(form, head, ct); }
        if (form.Choice == "keep")
        {
            var kept = await keep.HandleAsync(id, form.Reason!, form.Seen, ct);
            return kept.Kind == OutcomeKind.ChangedMeanwhile ? await OtherWishAsync(form, head, ct) : await SaidAsync(head, form, kept, $"The request to {head.ServiceName} goes on.", ct);
        }
        if (await AskFirstAsync(form, head, ct) is { } question) { return question; }
        if (head.Row.ReturnedOn is not null) { return await SaidAsync(head, form, await EndAsync(head, form, ct), $"{head.ServiceName} no longer sees the child’s record, and is asked for nothing more. Its answer stays with the case.", ct); }
        var stopped = await close.HandleAsync(id, $"{ExcludedHolder.Stopped} {form.Reason}", answerSeen: true, ct, isForWish: true);
        TempData.Undo(Addresses.UndoClose, stopped.Value);
        return await SaidAsync(head, form, stopped.Of, $"The request to {head.ServiceName} is stopped. They no longer see it.", ct);
    }

    // what was returned before is not closed: no new answer is asked for any more, and its service sees it no longer
    private async Task<Outcome> EndAsync(RequestHead head, StopOrKeepForm form, CancellationToken ct)
    {
        var stands = head.Row.Stage == RequestStage.Returned ? Outcome.Done : await letStand.HandleAsync(head.Row.Id, form.Reason, answerSeen: true, form.Round, ct);
        return stands.Stands ? await hide.HandleAsync(head.Row.Id, form.Reason!, ct) : stands;
    }

    /// <summary>An answer is there, submitted or begun, that the page did not show: it is read first. What stops with the request is said before.</summary>
    private async Task<IActionResult?> AskFirstAsync(StopOrKeepForm form, RequestHead head, CancellationToken ct)
    {
        form.There = head.Row.Stage.IsToAnswer() ? await beginnings.OfAsync(head.Row, ct) : null;
        ModelState.AskAbout(form, form.There);
        if (head.Row.SubmittedUtc is not null && head.Row.Stage != RequestStage.Returned && !form.AnswerSeen) { ModelState.AddModelError(nameof(form.Choice), "Nothing was stopped yet. The service has answered: read the answer first, then decide"); }
        else if (head.Row.Stage == RequestStage.Reopened && form.Round != head.Row.Round) { ModelState.AddModelError(nameof(form.Choice), "Nothing was stopped yet. Something else was asked while this page was open: read it, then decide"); }
        return ModelState.IsValid ? null : await PageAsync(form, head, ct);
    }

    /// <summary>The family wishes something else than the page showed: it is read before anything is kept, and what was typed stays.</summary>
    private async Task<IActionResult> OtherWishAsync(StopOrKeepForm form, RequestHead head, CancellationToken ct)
    {
        form.Choice = null;
        ModelState.Clear();
        var last = await done.OfCaseAsync(head.Row.AssessmentReference, ct, nameof(SharingWishChanged));
        ModelState.AddModelError(nameof(form.Choice), $"Nothing was kept: the family’s wish, or who has the request, has changed since you opened this page.{(last is null ? "" : $" {last.Words}")} Read it, then decide");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await PageAsync(form, head, ct);
    }

    private async Task<IActionResult> SaidAsync(RequestHead head, StopOrKeepForm form, Outcome outcome, string said, CancellationToken ct) => outcome.Kind == OutcomeKind.Already
        ? await LateAsync((await heads.FindAsync(head.Row.Id, ct))!, form, ct)
        : this.Answer(outcome, () => this.Success(said, Addresses.Assessment(head.Row.AssessmentReference)));

    /// <summary>A colleague may have decided meanwhile, and the other way; the second click of one person reads what the first did.</summary>
    private async Task<IActionResult> LateAsync(RequestHead head, StopOrKeepForm form, CancellationToken ct)
    {
        var last = await DecidedAsync(head.Row.Id, ct);
        if (last?.IsSame(form.Reason) == true) { return LocalRedirect(Addresses.Assessment(head.Row.AssessmentReference)); }
        var goesOn = !head.Row.Stage.IsEnd() && head.Row.ShownToService;
        return this.Instead(ErrorPages.ForLate($"{Settled(head, last)}{(form.Choice == "stop" && goesOn ? " The service goes on seeing the child’s record. To stop it all the same, close the request." : "")}") with
        {
            Onward = goesOn ? (Addresses.AdviceRequestClose(head.Row.Id), "Close or withdraw the request") : (head.Path, "Go to the request"),
        });
    }

    private static bool IsSettled(RequestHead head) => head.Row.SharingDoubtUtc is null || head.Row.Stage == RequestStage.Closed;

    private Task<LastDone?> DecidedAsync(Guid id, CancellationToken ct) => done.OfRequestAsync(id, ct, nameof(RequestKeptDespiteWish), nameof(RequestClosed), nameof(RequestWithdrawn), nameof(ReturnedRequestHidden), nameof(AnswerLeftStanding), nameof(AdviceReturned));

    private static string Settled(RequestHead head, LastDone? last) => last?.Words
        ?? (head.Row.Stage.IsEnd() ? "This request has ended." : "What the family wishes has been changed, and does not mean who has this request any more.");

    private async Task<IActionResult> PageAsync(StopOrKeepForm form, RequestHead head, CancellationToken ct)
    {
        ModelState.Remove(nameof(form.Round));
        (form.Head, form.Round) = (head, head.Row.Round);
        form.There ??= head.Row.Stage.IsToAnswer() ? await beginnings.OfAsync(head.Row, ct) : null;
        var assessment = await db.Assessments.AsNoTracking().SingleAsync(a => a.Id == head.Row.AssessmentId, ct);
        var family = assessment.Family;
        var wish = string.Join("\n", CaseTexts.Of(assessment.Details).Select(WishInWords.Of).Prepend(family.DoNotShareWith).OfType<string>().Concat(await wishes.ElsewhereAsync(assessment, ct)));
        // whose words they are: another record of the child may be a namesake's
        (ViewData["Own"], ViewData["Linked"]) = (SharingWords.Of(family.Wish), await linked.OfAsync(assessment, ct));
        (ViewData["Wish"], ViewData["SeenWish"]) = (wish, SeenWish.Of(family, head.Row));
        ViewData["Meant"] = SharingWishes.MeantOf(wish, new(head.Row.ServiceId, head.Row.ProfessionalId), await AskableDirectoryQuery.AroundAsync(db, [head.Row], ct));
        return View("Index", form);
    }
}
