using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Advice.PassOn;

/// <summary>A colleague who could take a request.</summary>
public sealed record Colleague(Guid Id, string Name, string Title, string? Away);

/// <summary>To whom a request is passed.</summary>
public sealed class PassOnForm : RequestForm
{
    /// <summary>What stands for the service itself among the choices.</summary>
    public const string ToService = "service";

    /// <summary>A colleague's id, or <see cref="ToService"/>.</summary>
    [Display(Name = "Who should have this request?")]
    public string? To { get; set; }

    /// <summary>Why.</summary>
    [Display(Name = "Reason (optional)")]
    public string? Reason { get; set; }

    /// <summary>Who could take it.</summary>
    [BindNever, ValidateNever]
    public IReadOnlyList<Colleague> Colleagues { get; set; } = [];

    /// <summary>Up to so many colleagues have a button each.</summary>
    public const int MostButtons = 8;

    /// <summary>Whether it can go back to the service: somebody holds it. Known once the request was read, which is after binding.</summary>
    [ValidateNever]
    public bool CanGoToService => Head.Row.ProfessionalId is not null;

    /// <summary>Whether each choice is a button of its own: one click.</summary>
    public bool HasButtons => Colleagues.Count is > 1 and <= MostButtons;

    /// <summary>Whether the choices are a list to search.</summary>
    public bool HasList => Colleagues.Count > MostButtons;
}

internal sealed class PassOnFormValidator : AbstractValidator<PassOnForm>
{
    public PassOnFormValidator()
    {
        RuleFor(f => f.To).Must(t => t == PassOnForm.ToService || Guid.TryParse(t, out _)).WithMessage("Select who should have this request");
        RuleFor(f => f.Reason).MaximumLength(1000).WithMessage("The reason must be 1,000 characters or fewer");
    }
}

/// <summary>Passing a request to a colleague, or assigning one that nobody holds.</summary>
[Area("Advice"), Allow(Permission.PassOnRequest)]
public sealed class PassOnController(RequestHeadQuery heads, PassOnQuery query, PassOnHandler handler) : Controller
{
    /// <summary>The colleagues.</summary>
    [HttpGet("/advice-requests/{id:guid}/pass-on")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.Stage.IsOutstanding() ? View(Chosen(await WithChoices(new PassOnForm(), head, ct))) : Ended(id);
    }

    /// <summary>Passes it on.</summary>
    [HttpPost("/advice-requests/{id:guid}/pass-on")]
    public async Task<IActionResult> Index(Guid id, PassOnForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head)
        {
            // the second half of a double click no longer sees what the first one passed on
            return await query.JustPassedToAsync(id, ct) is { } passed ? Passed(passed.Reference, passed.To) : NotFound();
        }
        if (!head.Row.Stage.IsOutstanding()) { return Ended(id); }
        await WithChoices(form, head, ct);
        Guid? to = Guid.TryParse(form.To, out var picked) ? picked : null;
        if (ModelState.IsValid && to is { } colleague && form.Colleagues.All(c => c.Id != colleague) && colleague != head.Row.ProfessionalId)
        {
            ModelState.AddModelError(nameof(form.To), "Select a colleague who works in this service");
        }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, to, form.Reason, ct);
        // both halves of a double click at once: what the first one passed on is passed on
        if (!outcome.Stands && await query.JustPassedToAsync(id, ct) is { } just) { return Passed(just.Reference, just.To); }
        return this.Answer(outcome.Of, () => Passed(head.Row.AssessmentReference, outcome.Value!));
    }

    private LocalRedirectResult Passed(string reference, string to) =>
        this.Success($"{reference} is now with {to}. An email tells them, who covers for them, or the DCO service where the family may not want that cover. The due date has not changed.", Addresses.AdviceRequests);

    private LocalRedirectResult Ended(Guid id) =>
        this.Notice("This request has already been answered or closed, so it cannot be passed on.", Addresses.AdviceRequest(id));

    /// <summary>The only colleague, or the service when there is none, is chosen already.</summary>
    private static PassOnForm Chosen(PassOnForm form)
    {
        form.To = form.Colleagues switch { [var only] => $"{only.Id}", [] when form.CanGoToService => PassOnForm.ToService, _ => null };
        return form;
    }

    private async Task<PassOnForm> WithChoices(PassOnForm form, RequestHead head, CancellationToken ct)
    {
        form.Head = head;
        form.Colleagues = await query.ColleaguesAsync(head, ct);
        return form;
    }
}
