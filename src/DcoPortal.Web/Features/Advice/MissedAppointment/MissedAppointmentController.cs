using System.ComponentModel.DataAnnotations;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Features.Advice.Request;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Time;
using DcoPortal.Web.Platform.Ui;
using FluentValidation;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Advice.MissedAppointment;

/// <summary>An appointment that was not kept.</summary>
public sealed class MissedAppointmentForm : RequestForm
{
    /// <summary>The day of the appointment.</summary>
    [Display(Name = "When was the appointment?")]
    public DateInput AppointmentOn { get; set; } = new();

    /// <summary>Whose doing it was.</summary>
    [Display(Name = "Why did it not happen?")]
    public AppointmentNotKeptBy? NotKeptBy { get; set; }

    /// <summary>The second limb of regulation 8(2).</summary>
    [Display(Name = "Why does this make it impractical to answer in time?")]
    public string? Impractical { get; set; }
}

internal sealed class MissedAppointmentFormValidator : AbstractValidator<MissedAppointmentForm>
{
    public MissedAppointmentFormValidator(UkClock clock)
    {
        RuleFor(f => f.AppointmentOn).Custom((date, c) =>
        {
            var problem = date.IsEmpty ? "Enter the date of the appointment" : date.Problem("The date of the appointment")
                ?? (date.Value > clock.Today ? "The date of the appointment must be today or in the past" : null);
            if (problem is not null) { c.AddFailure(problem); }
        });
        RuleFor(f => f.NotKeptBy).NotNull().WithMessage("Select why the appointment did not happen");
        RuleFor(f => f.NotKeptBy).IsInEnum().WithMessage("Select why the appointment did not happen");
        RuleFor(f => f.Impractical).NotEmpty().WithMessage("Enter why this makes it impractical to answer in time")
            .MaximumLength(4000).WithMessage("The reason must be 4,000 characters or fewer");
    }
}

/// <summary>Recording a missed appointment beside a due date that stands.</summary>
[Area("Advice"), Allow(Permission.RespondToRequest)]
public sealed class MissedAppointmentController(RequestHeadQuery heads, MissedAppointmentHandler handler) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/missed-appointment")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return IsOpen(head) ? View(new MissedAppointmentForm { Head = head }) : Ended(id);
    }

    /// <summary>Records it, or says why the Regulations do not allow it.</summary>
    [HttpPost("/advice-requests/{id:guid}/missed-appointment")]
    public async Task<IActionResult> Index(Guid id, MissedAppointmentForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        if (!IsOpen(head)) { return Ended(id); }
        if (!ModelState.IsValid) { return View(form); }
        if (await handler.HandleAsync(id, form.AppointmentOn.Value!.Value, form.NotKeptBy!.Value, form.Impractical!, ct) is not { } verdict) { return NotFound(); }
        if (!verdict.IsAvailable)
        {
            ModelState.AddModelError(form.NotKeptBy == AppointmentNotKeptBy.Service ? nameof(form.NotKeptBy) : nameof(form.AppointmentOn), verdict.Reason);
            return View(form);
        }
        TempData.Success($"Missed appointment recorded. The due date is still {UkText.LongDate(head.Row.DueOn)}.");
        return LocalRedirect($"/advice-requests/{id}");
    }

    private static bool IsOpen(RequestHead head) => head.Row is { SentUtc: not null, ReturnedUtc: null, ClosedUtc: null };

    private LocalRedirectResult Ended(Guid id)
    {
        TempData.Notice("This request has ended, so a missed appointment can no longer be recorded on it.");
        return LocalRedirect($"/advice-requests/{id}");
    }
}
