using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Incidents;
using DcoPortal.Domain.Incidents;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Validation;

namespace DcoPortal.Web.Features.Incidents.Record;

/// <summary>An incident to record.</summary>
public sealed class IncidentRecordForm : RequestForm
{
    /// <summary>What happened.</summary>
    [Display(Name = "What happened?"), Sentence]
    public string? What { get; set; }

    /// <summary>The day it was found.</summary>
    [Display(Name = "When was it found?")]
    public DateInput FoundOn { get; set; } = new();
}

internal sealed class IncidentRecordFormValidator : AbstractValidator<IncidentRecordForm>
{
    public IncidentRecordFormValidator(UkClock clock)
    {
        RuleFor(f => f.What).NotEmpty().WithMessage("Say what happened").AtMost(Incident.TextLength, "What happened");
        RuleFor(f => f.FoundOn).PastDate("The day it was found", "Enter the day it was found", clock);
    }
}

/// <summary>Records an incident that came of no withdrawal.</summary>
[Area("Incidents"), Allow(Permission.WithdrawAdvice)]
public sealed class RecordController(RequestHeadQuery heads, IncidentsHandler handler, UkClock clock) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{requestId:guid}/incident")]
    public async Task<IActionResult> Index(Guid requestId, CancellationToken ct) =>
        await heads.FindAsync(requestId, ct) is { } head ? View(new IncidentRecordForm { Head = head, FoundOn = DateInput.From(clock.Today) }) : NotFound();

    /// <summary>Records it.</summary>
    [HttpPost("/advice-requests/{requestId:guid}/incident")]
    public async Task<IActionResult> Index(Guid requestId, IncidentRecordForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(requestId, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.RecordAsync(requestId, form.FoundOn.Value!.Value, form.What!, ct);
        return this.Answer(outcome.Of, () => this.Success("Incident recorded. Add what you do about it here.", Addresses.Incident(outcome.Value)));
    }
}
