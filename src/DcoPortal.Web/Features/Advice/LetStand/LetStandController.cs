using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Ui;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.LetStand;

/// <summary>Why nothing more is needed, or there is nothing to add.</summary>
public sealed class LetStandForm : RequestForm, ISetsAside
{
    /// <summary>Why; optional for the DCO service.</summary>
    [Display(Name = "Why?"), Sentence]
    public string? Note { get; set; }

    /// <summary>Whether it came from the page that asks, and not from a button elsewhere.</summary>
    public bool Asked { get; set; }

    /// <summary>The asking that the page showed.</summary>
    public int Round { get; set; }

    /// <inheritdoc />
    public string? Begun { get; set; }

    /// <inheritdoc />
    public bool SetAside { get; set; }

    /// <summary>The answer that is begun and would not be sent.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? There { get; set; }
}

internal sealed class LetStandFormValidator : AbstractValidator<LetStandForm>
{
    public LetStandFormValidator() => RuleFor(f => f.Note).AtMost(AdviceRequest.NoteLength, "The note");
}

/// <summary>Says that nothing more is needed, or that there is nothing to add: what was returned stands.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class LetStandController(RequestHeadQuery heads, LetStandHandler handler, BegunAnswerQuery beginnings, LastDoneQuery done) : Controller
{
    /// <summary>The question.</summary>
    [HttpGet("/advice-requests/{id:guid}/let-stand")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (head.Row.Stage != RequestStage.Reopened) { return this.Notice("No new version or addendum is asked for. Nothing was changed.", head.Path); }
        return View(new LetStandForm { Head = head, Round = head.Row.Round, There = await beginnings.OfAsync(head.Row, ct) });
    }

    /// <summary>Says so. A button elsewhere leads to the question where an answer is begun.</summary>
    [HttpPost("/advice-requests/{id:guid}/let-stand")]
    public async Task<IActionResult> Index(Guid id, LetStandForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        (form.Head, form.There) = (head, head.Row.Stage == RequestStage.Reopened ? await beginnings.OfAsync(head.Row, ct) : null);
        if (head.Row.Stage == RequestStage.Reopened && form.Round != head.Row.Round) { return await AskedSinceAsync(form, ct); }
        if ((form.There is not null || head.Row.UnsettledUtc is not null || !head.IsOnBehalf) && !form.Asked)
        {
            ModelState.Remove(nameof(form.Round));
            form.Round = head.Row.Round;
            return View(form);
        }
        ModelState.AskAbout(form, form.There);
        // what the DCO service asked for is dropped: it reads why
        if (!head.IsOnBehalf && string.IsNullOrWhiteSpace(form.Note)) { ModelState.AddModelError(nameof(form.Note), "Say why there is nothing to add"); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, string.IsNullOrWhiteSpace(form.Note) ? null : form.Note.Trim(), answerSeen: false, form.Round, ct);
        // a new answer was submitted while the page was open: it waits to be checked, and is not thrown away unread
        if (outcome.Kind == OutcomeKind.ChangedMeanwhile)
        {
            form.Head = (await heads.FindAsync(id, ct))!;
            if (form.Head.Row.Stage == RequestStage.Reopened) { return await AskedSinceAsync(form, ct); }
            var last = await done.OfRequestAsync(id, ct, nameof(AdviceSubmitted), nameof(AdviceAccepted));
            return this.Instead(ErrorPages.ForLate($"{last?.Words ?? "A new answer was submitted."} Read it first: it is not set aside.") with { Onward = (head.IsOnBehalf ? Addresses.CheckAnswer(id) : head.Path, "Go to the answer") });
        }
        return this.Answer(outcome, () => this.Success(head.Row.AnswerStands ? "Nothing more is needed. The request is returned as before." : "Nothing takes the place of what was withdrawn. No answer of this service stands.", head.Path));
    }

    /// <summary>Something was asked, or added to it, while the page was open: it is read before it is cancelled, and what was typed stays.</summary>
    private async Task<IActionResult> AskedSinceAsync(LetStandForm form, CancellationToken ct)
    {
        var last = await done.OfRequestAsync(form.Head.Row.Id, ct, nameof(NewAnswerAsked));
        ModelState.Clear();
        (form.Round, form.SetAside) = (form.Head.Row.Round, false);
        ModelState.AddModelError(nameof(form.Note), $"Nothing was changed yet. {last?.Words ?? "Something else was asked while this page was open."} Read what is asked now, then decide");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", form);
    }
}
