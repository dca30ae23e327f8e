using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.CorrectDates;

/// <summary>Corrects the days that clocks run from: change, see what moves, confirm.</summary>
[Area("Assessments"), Allow(Permission.CorrectDates)]
public sealed class CorrectDatesController(CorrectableDatesQuery query, CorrectDatesHandler handler) : Controller
{
    /// <summary>The dates as they stand.</summary>
    [HttpGet("/assessments/{reference}/correct-dates")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        if (facts is { MayCorrectAnchor: false, MayCorrectHealth: false, ArrivedOn: null })
        {
            return this.Notice("Health has not been asked for advice yet, so it has no date to correct.", Addresses.Assessment(facts.Keys.Reference));
        }
        return View(new CorrectDatesForm
        {
            Facts = facts,
            Version = facts.Version,
            StartedBy = facts.StartedBy,
            ToldOn = DateInput.From(facts.ToldOn),
            ReceivedOn = DateInput.From(facts.ReceivedOn),
            HealthReceivedOn = DateInput.From(facts.HealthReceivedOn),
            ArrivedOn = DateInput.From(facts.ArrivedOn),
            OutcomeOn = DateInput.From(facts.OutcomeOn),
        });
    }

    /// <summary>Shows every date before and after. Nothing is saved.</summary>
    [HttpPost("/assessments/{reference}/correct-dates")]
    public async Task<IActionResult> Check(string reference, CorrectDatesForm form, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        form.Facts = facts;
        if (DropsADay(form)) { ModelState.AddModelError(nameof(form.ToldOn), "After your own decision to re-assess the clock starts on the day of the decision: change the day above"); }
        if (!ModelState.IsValid) { return View("Index", form); }
        var preview = await handler.PreviewAsync(ToCorrect(form), ct);
        if (preview.Of.Rule is { } rule) { return Refused(form, rule); }
        if (preview.Value is not { } changes) { return NotFound(); }
        var routeChanges = facts.MayCorrectAnchor && form.StartedBy is { } start && start != facts.StartedBy;
        if (!routeChanges && !changes.Any(c => c.IsMoved))
        {
            ModelState.AddModelError(facts.FirstField, "Change at least one of the dates");
            return View("Index", form);
        }
        form.Changes = changes;
        return View(form);
    }

    /// <summary>Corrects the dates, as shown for checking.</summary>
    [HttpPost("/assessments/{reference}/correct-dates/confirm")]
    public async Task<IActionResult> Confirm(string reference, CorrectDatesForm form, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        form.Facts = facts;
        if (!ModelState.IsValid) { return View("Index", form); }
        var outcome = await handler.HandleAsync(ToCorrect(form), ct);
        if (outcome.Of.Rule is { } rule) { return Refused(form, rule); }
        return this.Answer(outcome.Of, () =>
        {
            var moved = outcome.Value!.Count(c => c.IsMoved);
            return this.Success(moved == 0 ? "The dates are corrected." : $"{UkText.Count(moved, "date")} corrected. Those whose dates moved are told by email.", Addresses.Assessment(facts.Keys.Reference));
        });
    }

    // of an own decision there is one day, so that a second one that was typed is not passed over
    private static bool DropsADay(CorrectDatesForm form) => (form.StartedBy ?? form.Facts.StartedBy) == ClockEvent.ReassessmentNotified && form.Facts.MayCorrectAnchor
        && form.ToldOn.Value is { } told && told != form.Facts.ToldOn && told != form.ReceivedOn.Value;

    private static DatesToCorrect ToCorrect(CorrectDatesForm form)
    {
        var facts = form.Facts;
        return new(facts.Keys.Reference, new(
            facts.MayCorrectAnchor ? form.StartedBy : null,
            facts.MayCorrectAnchor ? form.ReceivedOn.Value : null,
            facts.MayCorrectHealth ? form.HealthReceivedOn.Value : null,
            // after a notice of re-assessment the decision itself is the start, so there is no second day to correct
            facts.MayCorrectAnchor && facts.ToldOn is not null && (form.StartedBy ?? facts.StartedBy) != ClockEvent.ReassessmentNotified ? form.ToldOn.Value : null,
            form.ArrivedOn.Value == facts.ArrivedOn || facts.ArrivedOn is null ? null : form.ArrivedOn.Value,
            facts.OutcomeOn is null ? null : form.OutcomeOn.Value),
            form.Reason!, form.Version);
    }

    private ViewResult Refused(CorrectDatesForm form, string rule)
    {
        ModelState.AddModelError(form.Facts.FirstField, rule);
        return View("Index", form);
    }
}
