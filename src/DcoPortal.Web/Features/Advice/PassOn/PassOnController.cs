using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.PassOn;

/// <summary>A colleague who could take a request.</summary>
public sealed record Colleague(Guid Id, string Name, string Title, string? Away);

/// <summary>The colleague to pass a request to.</summary>
public sealed class PassOnForm : RequestForm
{
    /// <summary>The value of the choice "the service itself".</summary>
    public const string ToService = "service";

    /// <summary>A colleague's id, or <see cref="ToService"/>.</summary>
    [Display(Name = "Who should have this request?")]
    public string? To { get; set; }

    /// <summary>Who had the request when the page was shown: a professional's id, or <see cref="ToService"/>.</summary>
    public string? Seen { get; set; }

    /// <summary>Who has it now, in the same way. Known once the request was read, after binding.</summary>
    [ValidateNever]
    public string Holder => Head.Row.ProfessionalId?.ToString() ?? ToService;

    /// <summary>The answer that is begun and goes with the request.</summary>
    [BindNever, ValidateNever]
    public BegunAnswer? There { get; set; }

    /// <summary>Words of the family's wish of which nobody knows whom they mean, or null.</summary>
    [BindNever, ValidateNever]
    public string? NotFoundOut { get; set; }

    /// <summary>The reason.</summary>
    [Display(Name = "Reason (optional)"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The colleagues who could take it.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Colleague> Colleagues { get; set; } = [];

    /// <summary>The names of those of the service who are not offered, because they could not open the request.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<string> CannotOpen { get; set; } = [];

    /// <summary>The most colleagues that get a button each.</summary>
    public const int MostButtons = 8;

    /// <summary>Whether the request can go back to the service, because a professional holds it. Known once the request was read, after binding.</summary>
    [ValidateNever]
    public bool CanGoToService => Head.Row.ProfessionalId is not null;

    /// <summary>Whether the choices are a list to search; else each is a button that says whom it passes the request to.</summary>
    public bool HasList => Colleagues.Count > MostButtons;
}

internal sealed class PassOnFormValidator : AbstractValidator<PassOnForm>
{
    public PassOnFormValidator()
    {
        RuleFor(f => f.To).Must(t => t == PassOnForm.ToService || Guid.TryParse(t, out _)).WithMessage("Select who should have this request");
        RuleFor(f => f.Reason).AtMost(1000, "The reason");
    }
}

/// <summary>Passes a request to a colleague, or assigns one that has no holder.</summary>
[Area("Advice"), Allow(Permission.PassOnRequest)]
public sealed class PassOnController(RequestHeadQuery heads, PassOnQuery query, PassOnHandler handler, BegunAnswerQuery beginnings, ExcludedHolder excluded, LateQuery late) : Controller
{
    /// <summary>The colleagues.</summary>
    [HttpGet("/advice-requests/{id:guid}/pass-on")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.Stage.IsToAnswer() ? View(await WithChoices(new PassOnForm(), head, ct)) : Ended(id);
    }

    /// <summary>Passes the request on.</summary>
    [HttpPost("/advice-requests/{id:guid}/pass-on")]
    public async Task<IActionResult> Index(Guid id, PassOnForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head)
        {
            // the second click: the row scope hides from this person the request that the first click passed on
            return await SecondClickAsync(id, form.Reason, ct) ?? NotFound();
        }
        if (!head.Row.Stage.IsToAnswer()) { return await this.TooLateAsync(head, late, ct); }
        // a page that says that another has it takes the request, and what they have begun, from nobody
        form.Head = head;
        if (form.Seen is not null && form.Seen != form.Holder && form.To != form.Holder)
        {
            // the second click of one person, whose first gave it to a cover
            if (await SecondClickAsync(id, form.Reason, ct) is { } second) { return second; }
            return await late.ForAsync(id, form.Reason, ct, nameof(RequestPassedOn)) is { } changed ? this.Instead(changed) : await this.TooLateAsync(head, late, ct);
        }
        await WithChoices(form, head, ct);
        Guid? to = Guid.TryParse(form.To, out var picked) ? picked : null;
        if (ModelState.IsValid && to is { } colleague && form.Colleagues.All(c => c.Id != colleague) && colleague != head.Row.ProfessionalId)
        {
            ModelState.AddModelError(nameof(form.To), "Select a colleague who works in this service");
        }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, to, form.Reason, ct);
        // two clicks in the same moment: the slower one shows what the first one did
        if (!outcome.Stands && await SecondClickAsync(id, form.Reason, ct) is { } just) { return just; }
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.To), rule);
            return View(form);
        }
        // a colleague gave it to the same person, and what was written here told nobody
        if (outcome.Kind == OutcomeKind.Already && form.Reason is not null && await late.ForAsync(id, form.Reason, ct, nameof(RequestPassedOn)) is { } quicker) { return this.Instead(quicker); }
        return this.Answer(outcome.Of, () => Passed(head.Row.AssessmentReference, outcome.Value!));
    }

    // the same words say the same; others reached nobody, and the person has to know
    private async Task<IActionResult?> SecondClickAsync(Guid id, string? reason, CancellationToken ct)
    {
        if (await query.JustPassedToAsync(id, ct) is not { } just) { return null; }
        return string.IsNullOrWhiteSpace(reason) || reason.Trim() == just.Reason ? Passed(just.Reference, just.To)
            : this.Instead(ErrorPages.ForLate($"You passed {just.Reference} to {just.To} a moment ago, with {(just.Reason is null ? "no reason" : "another reason")}.") with { Onward = (Addresses.AdviceRequests, "Go to your requests") });
    }

    private LocalRedirectResult Passed(string reference, string to) =>
        this.Success($"{reference} is now with {to}. An email tells them, who covers for them, or the DCO service where the family may not want that cover. The due date has not changed.", Addresses.AdviceRequests);

    private IActionResult Ended(Guid id) =>
        this.Notice("This request has already been answered or closed, so it cannot be passed on.", Addresses.AdviceRequest(id));

    private async Task<PassOnForm> WithChoices(PassOnForm form, RequestHead head, CancellationToken ct)
    {
        form.Head = head;
        form.There = await beginnings.OfAsync(head.Row, ct);
        form.NotFoundOut = await excluded.MeansNobodyKnownAsync(head.Row, ct);
        (form.Colleagues, form.CannotOpen) = await query.ColleaguesAsync(head, ct);
        return form;
    }
}
