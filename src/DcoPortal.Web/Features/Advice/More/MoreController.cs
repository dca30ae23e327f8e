using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.More;

/// <summary>What is needed after the return.</summary>
public sealed class MoreForm : RequestForm
{
    /// <summary>A new version or an addendum.</summary>
    public AnswerKind? Kind { get; set; }

    /// <summary>The asking that the page showed.</summary>
    public int Round { get; set; }

    /// <summary>Whether something is asked already, to which the DCO service adds.</summary>
    [BindNever, ValidateNever]
    public bool Adds => Head.IsOnBehalf && Head.Row.Stage == RequestStage.Reopened;

    /// <summary>What is needed, or why the service sends it.</summary>
    [Sentence]
    public string? What { get; set; }

    /// <summary>The day by which it is wanted.</summary>
    public DateInput By { get; set; } = new();

    /// <summary>The day that stood on the page (yyyy-MM-dd), or empty: it may have passed, and stays unless another is said.</summary>
    public string? Stood { get; set; }

    /// <summary>The day by which it is wanted where none is said (Europe/London).</summary>
    [BindNever, ValidateNever]
    public DateOnly UsuallyBy => Head.Row.WantedByOn ?? AdviceRequest.UsuallyWantedBy(Head.Today);

    /// <summary>Whether words are there, or nothing but another day is said of what is asked already.</summary>
    [BindNever, ValidateNever]
    public bool SaysSomething => !string.IsNullOrWhiteSpace(What) || (Adds && By.Value is { } by && by != Head.Row.WantedByOn);
}

internal sealed class MoreFormValidator : AbstractValidator<MoreForm>
{
    public MoreFormValidator(UkClock clock)
    {
        RuleFor(f => f.Kind).NotNull().WithMessage("Select a new version or an addendum").IsInEnum().WithMessage("Select a new version or an addendum");
        RuleFor(f => f.What).AtMost(Withdrawal.WordsLength, "This");
        RuleFor(f => f.By).ComingDate("The day by which it is needed", null, clock, f => f.By.Value is null || $"{f.By.Value:yyyy-MM-dd}" != f.Stood);
    }
}

/// <summary>A new version or an addendum of a returned answer: the DCO service asks for it, or the service begins it.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class MoreController(RequestHeadQuery heads, AskForMoreHandler ask, StoppedAskings askings, LateQuery late, LastDoneQuery done) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/more")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        var form = new MoreForm { Head = head, Round = head.Row.Round };
        if (form.Adds) { (form.Kind, form.By) = (head.Row.NextAnswer, DateInput.From(form.UsuallyBy)); }
        // what was stopped for a wish is there to be asked again
        if (head.IsOnBehalf && (await askings.OfAsync([head.Row.AssessmentId], ct)).FirstOrDefault(s => s.RequestId == id) is { } stopped) { (form.Kind, form.What) = (stopped.Kind, stopped.What); }
        return head.Row.Can(RequestMove.AskForMore) || form.Adds ? View(form) : this.Notice(RequestMove.AskForMore.Rule().Refusal, head.Path);
    }

    /// <summary>Asks for it, or begins it.</summary>
    [HttpPost("/advice-requests/{id:guid}/more")]
    public async Task<IActionResult> Index(Guid id, MoreForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        // the second click of one person who changed the day alone
        if (form.Adds && string.IsNullOrWhiteSpace(form.What) && form.By.Value is { } same && same == head.Row.WantedByOn && form.Stood != $"{same:yyyy-MM-dd}") { return LocalRedirect(head.Path); }
        if (form.Adds && form.Round != head.Row.Round && head.Row.SentBackComment != form.What?.Trim()) { return await AskedSinceAsync(form, ct); }
        if (!form.SaysSomething) { ModelState.AddModelError(nameof(form.What), "Say what is needed, or why"); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = form.Adds && form.Round == head.Row.Round ? await ask.AddAsync(id, form.Kind!.Value, string.IsNullOrWhiteSpace(form.What) ? null : form.What, form.By.Value, form.Round, ct) : await ask.HandleAsync(id, form.Kind!.Value, form.What!, form.By.Value, ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.What), rule);
            return View(form);
        }
        // the second click of one person goes on; who was quicker may have asked for something else
        if (outcome.Kind == OutcomeKind.Already && await late.ForAsync(id, form.What, ct, nameof(NewAnswerAsked)) is { } quicker) { return this.Instead(quicker); }
        return this.Answer(outcome, () => head.IsOnBehalf
            ? this.Success($"{head.ServiceName} is asked, for {UkText.LongDate(form.By.Value ?? form.UsuallyBy)}. What was returned stays until the new answer is returned.", head.Path)
            : this.Success("Give your new answer here. What was returned stays until the DCO service has returned this one.", Addresses.AdviceRequestRespond(id)));
    }

    /// <summary>Something was asked, or begun by the service, meanwhile: the DCO service sees what, and adds its own.</summary>
    private async Task<IActionResult> AskedSinceAsync(MoreForm form, CancellationToken ct)
    {
        var last = await done.OfRequestAsync(form.Head.Row.Id, ct, nameof(NewAnswerAsked));
        ModelState.Clear();
        form.Round = form.Head.Row.Round;
        ModelState.AddModelError(nameof(form.What), $"Nothing was sent yet. {last?.Words ?? "Something was asked while this page was open."} Send yours to add it to that");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", form);
    }
}
