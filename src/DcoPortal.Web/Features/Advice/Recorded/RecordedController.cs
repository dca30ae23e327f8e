using System.ComponentModel.DataAnnotations;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Advice.Recorded;

/// <summary>What is right of an answer that was recorded as returned before.</summary>
public sealed class RecordedForm : RequestForm
{
    /// <summary>Whether it had been returned at all.</summary>
    [Display(Name = "Had the answer been returned before the case was recorded here?")]
    public bool? WasReturned { get; set; }

    /// <summary>The right day.</summary>
    [Display(Name = "When was it returned to the authority?")]
    public DateInput On { get; set; } = new();

    /// <summary>The day that stood recorded on the page (yyyy-MM-dd).</summary>
    public string? Seen { get; set; }

    /// <summary>Why it is corrected.</summary>
    [Display(Name = "Why is it corrected?"), Sentence]
    public string? Reason { get; set; }
}

internal sealed class RecordedFormValidator : AbstractValidator<RecordedForm>
{
    public RecordedFormValidator(UkClock clock)
    {
        RuleFor(f => f.WasReturned).NotNull().WithMessage("Select whether it had been returned");
        When(f => f.WasReturned == true, () => RuleFor(f => f.On).PastDate("The day it was returned", "Enter the day it was returned", clock));
        RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it is corrected").AtMost(1000, "The reason");
    }
}

/// <summary>Corrects, or takes back, an answer that was recorded as returned before its case was recorded here.</summary>
[Area("Advice"), Allow(Permission.ReturnAdvice)]
public sealed class RecordedController(RequestHeadQuery heads, CorrectRecordedAnswerHandler handler) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/recorded")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.Can(RequestMove.TakeBackRecorded) ? View(new RecordedForm { Head = head, On = DateInput.From(head.Row.ReturnedOn) }) : this.Notice(RequestMove.TakeBackRecorded.Rule().Refusal, head.Path);
    }

    /// <summary>Corrects it.</summary>
    [HttpPost("/advice-requests/{id:guid}/recorded")]
    public async Task<IActionResult> Index(Guid id, RecordedForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        if (!head.Row.Can(RequestMove.TakeBackRecorded)) { return this.Notice(RequestMove.TakeBackRecorded.Rule().Refusal, head.Path); }
        form.Head = head;
        if (form.WasReturned == true && form.On.Value < head.Row.ReceivedByHealthOn) { ModelState.AddModelError(nameof(form.On), $"That cannot be before health was asked, on {UkText.LongDate(head.Row.ReceivedByHealthOn)}"); }
        if (form.Seen is { } seen && seen != $"{head.Row.ReturnedOn:yyyy-MM-dd}")
        {
            ModelState.Remove(nameof(form.Seen));
            form.Seen = $"{head.Row.ReturnedOn:yyyy-MM-dd}";
            ModelState.AddModelError(nameof(form.WasReturned), $"Nothing was changed. {UkText.LongDate(head.Row.ReturnedOn)} was recorded while this page was open. Send yours again to replace it");
        }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, form.WasReturned == true ? form.On.Value : null, form.Reason!, ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.Reason), rule);
            return View(form);
        }
        return this.Answer(outcome, () => this.Success(form.WasReturned == true ? $"Corrected: returned on {UkText.LongDate(form.On.Value)}." : $"Corrected: {head.ServiceName} has not answered yet. {(head.Row.CaseEndedOn is not null ? "The request is closed, because the assessment has ended." : "The due date is what it was.")}", head.Path));
    }
}
