using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.HealthTold;

/// <summary>Records that health was told how an assessment ended, the last of the moments at which it must be told.</summary>
[Area("Assessments"), Allow(Permission.RecordDecision)]
public sealed class HealthToldController(DecisionFactsQuery facts, HealthToldHandler handler) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/assessments/{reference}/health-told")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        return Problem(found) is { } why ? Back(found, why) : View(new HealthToldForm { Facts = found, Version = found.Version, On = DateInput.From(found.HealthToldOfOutcomeOn) });
    }

    /// <summary>Records the day.</summary>
    [HttpPost("/assessments/{reference}/health-told")]
    public async Task<IActionResult> Index(string reference, HealthToldForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Facts = found;
        if (Problem(found) is { } why) { return Back(found, why); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(found.Keys.Reference, form.On.Value!.Value, form.Version, ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.On), rule);
            return View(form);
        }
        return this.Answer(outcome, () => this.Success($"Recorded: health was told on {UkText.LongDate(form.On.Value)}.", Addresses.Assessment(found.Keys.Reference)));
    }

    private static string? Problem(DecisionFacts found) => found.Outcome is AssessmentOutcome.PlanIssued or AssessmentOutcome.NoPlan
        ? null
        : "Record the outcome first. Then you can record when health was told of it.";

    private IActionResult Back(DecisionFacts found, string why) =>
        this.Notice(why, Addresses.Assessment(found.Keys.Reference));
}
