using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.NilReturn;

/// <summary>Why the service has no advice to give.</summary>
public sealed class NilReturnForm : OnBehalfForm, ISetsAside
{
    /// <inheritdoc />
    public string? Begun { get; set; }

    /// <inheritdoc />
    public bool SetAside { get; set; }

    /// <summary>The answer that is begun and would not be sent.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? There { get; set; }

    /// <summary>The coded reason.</summary>
    [Display(Name = "Why have you no advice to give?")]
    public ReplyCode? Reason { get; set; }

    /// <summary>A note that helps the next reader.</summary>
    [Display(Name = "Note"), Sentence]
    public string? Note { get; set; }

    /// <summary>The asking that the page showed.</summary>
    public int Round { get; set; }

    /// <summary>Whether just this nil return stands already, from this person.</summary>
    public bool IsSaid(CurrentPerson person) => IsSubmittedBy(person) && Head.Row.NilReason == Reason && (Head.Row.NilNote ?? "") == (Note ?? "").Trim();
}

internal sealed class NilReturnFormValidator : AbstractValidator<NilReturnForm>
{
    public NilReturnFormValidator(CurrentPerson person, UkClock clock)
    {
        RuleFor(f => f.Reason).NotNull().WithMessage("Select why you have no advice to give");
        RuleFor(f => f.Reason).IsInEnum().WithMessage("Select why you have no advice to give");
        RuleFor(f => f.Note).NotEmpty().When(f => f.Reason == ReplyCode.WrongService).WithMessage("Enter which service, or that you do not know");
        RuleFor(f => f.Note).NotEmpty().When(f => f.Reason == ReplyCode.Discharged).WithMessage("Enter when they were discharged, and what the summary says");
        RuleFor(f => f.Note).AtMost(AdviceRequest.NoteLength, "The note");
        this.AskRoute(person, clock);
    }
}

/// <summary>Answers in two clicks that the service has no advice to give.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class NilReturnController(RequestHeadQuery heads, NilReturnHandler handler, BegunAnswerQuery beginnings, LateQuery late, CurrentPerson person) : Controller
{
    /// <summary>The reasons.</summary>
    [HttpGet("/advice-requests/{id:guid}/nil-return")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!head.Row.Stage.IsToAnswer()) { return Ended(id); }
        // advice that stands is not "no advice": there is only nothing to add
        if (head.Row.AnswerStands) { return LocalRedirect(Addresses.AdviceRequestLetStand(id)); }
        return View(new NilReturnForm { Head = head, Round = head.Row.Round, There = await beginnings.OfAsync(head.Row, ct) });
    }

    /// <summary>Submits the nil return.</summary>
    [HttpPost("/advice-requests/{id:guid}/nil-return")]
    public async Task<IActionResult> Index(Guid id, NilReturnForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        if (!head.Row.Stage.IsToAnswer()) { return form.IsSaid(person) ? LocalRedirect(Addresses.AdviceRequestRespondDone(id)) : await this.TooLateAsync(head, late, ct); }
        form.There = await beginnings.OfAsync(head.Row, ct);
        if (form.Round != head.Row.Round) { return AskedAnew(form); }
        ModelState.AskAbout(form, form.There);
        if (form.ReachedTooEarly() is { } early) { ModelState.AddModelError(nameof(form.ReachedOn), early); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, form.Reason!.Value, form.Note, head.IsOnBehalf ? form.Route() : null, form.There?.Stamp, ct);
        if (outcome is { Field: BegunAnswerQuery.Field, Rule: { } unseen })
        {
            form.There = await beginnings.OfAsync(head.Row, ct);
            ModelState.AddModelError(BegunAnswerQuery.Field, unseen);
            return View(form);
        }
        return await this.AnswerAsync(outcome, () => LocalRedirect(Addresses.AdviceRequestRespondDone(id)), async () => await this.TooLateAsync((await heads.FindAsync(id, ct))!, late, ct));
    }

    /// <summary>It was answered and sent back, or something else was asked, while the page was open: the person sees what, and everything typed stays.</summary>
    private ViewResult AskedAnew(NilReturnForm form)
    {
        ModelState.Clear();
        form.Round = form.Head.Row.Round;
        ModelState.AddModelError(nameof(form.Reason), $"This was asked anew while this page was open{(form.Head.Row.SentBackComment is { } comment ? $": “{comment}”" : "")}. Look at it, then submit your answer");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", form);
    }

    private IActionResult Ended(Guid id) =>
        this.Notice("This request has already been answered or closed. Nothing was changed.", Addresses.AdviceRequest(id));
}
