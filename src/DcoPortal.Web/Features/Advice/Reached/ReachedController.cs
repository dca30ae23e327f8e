using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Advice.Reached;

/// <summary>On which day the authority had an answer.</summary>
public sealed class ReachedForm : RequestForm
{
    /// <summary>Whether it had it before it was returned from here.</summary>
    [Display(Name = "When did the local authority have the answer?")]
    public bool? HadItBefore { get; set; }

    /// <summary>The day on which it had it.</summary>
    [Display(Name = "Day it reached the local authority")]
    public DateInput On { get; set; } = new();

    /// <summary>The day that stood recorded on the page.</summary>
    public DateOnly Seen { get; set; }

    /// <summary>Why it is corrected.</summary>
    [Display(Name = "Why is it corrected?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The day on which it was returned from here.</summary>
    public DateOnly ReturnedHereOn() => UkClock.DateOf(Head.Row.ReturnedUtc!.Value);
}

internal sealed class ReachedFormValidator : AbstractValidator<ReachedForm>
{
    public ReachedFormValidator(UkClock clock)
    {
        RuleFor(f => f.HadItBefore).NotNull().WithMessage("Select when the local authority had it");
        When(f => f.HadItBefore == true, () => RuleFor(f => f.On).PastDate("The day it reached the authority", "Enter the day it reached the authority", clock));
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it is corrected").AtMost(1000, "The reason");
    }
}

/// <summary>Corrects the day on which the authority had an answer that was returned from here.</summary>
[Area("Advice"), Allow(Permission.ReturnAdvice)]
public sealed class ReachedController(RequestHeadQuery heads, CorrectReachedHandler handler, PortalDb db) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/reached")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!await MayAsync(head, ct)) { return this.Notice(AdviceRequest.ReachedStands, head.Path); }
        return View(new ReachedForm { Head = head, HadItBefore = head.Row.ReachedAuthorityOn is null ? null : true, On = DateInput.From(head.Row.ReachedAuthorityOn), Seen = head.Row.ReturnedOn!.Value });
    }

    /// <summary>Corrects it.</summary>
    [HttpPost("/advice-requests/{id:guid}/reached")]
    public async Task<IActionResult> Index(Guid id, ReachedForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!await MayAsync(head, ct)) { return this.Notice(AdviceRequest.ReachedStands, head.Path); }
        form.Head = head;
        if (form is { HadItBefore: true, On.Value: { } on })
        {
            if (on < head.Row.ReceivedByHealthOn) { ModelState.AddModelError(nameof(form.On), $"That cannot be before health was asked, on {UkText.LongDate(head.Row.ReceivedByHealthOn)}"); }
            else if (on > form.ReturnedHereOn()) { ModelState.AddModelError(nameof(form.On), $"It was returned from here on {UkText.LongDate(form.ReturnedHereOn())}: the authority had it then at the latest"); }
        }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, form.HadItBefore == true ? form.On.Value : null, form.Seen, form.Reason!, ct);
        if (outcome.Kind == OutcomeKind.ChangedMeanwhile)
        {
            ModelState.Remove(nameof(form.Seen));
            form.Seen = (form.Head = (await heads.FindAsync(id, ct))!).Row.ReturnedOn!.Value;
            ModelState.AddModelError(nameof(form.HadItBefore), $"Nothing was changed. {UkText.LongDate(form.Seen)} was recorded while this page was open. Send yours again to replace it");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(form);
        }
        return await this.AnswerOnFormAsync(outcome, () => this.Success($"Corrected: {head.AuthorityName} had the answer on {UkText.LongDate(form.HadItBefore == true ? form.On.Value!.Value : form.ReturnedHereOn())}.", head.Path), () => Task.FromResult<IActionResult>(View(form)), nameof(form.Reason));
    }

    private async Task<bool> MayAsync(RequestHead head, CancellationToken ct) =>
        head.Row.CanCorrectReached(await db.ReturnedAnswers.AsNoTracking().Where(a => a.AdviceRequestId == head.Row.Id).ToListAsync(ct));
}
