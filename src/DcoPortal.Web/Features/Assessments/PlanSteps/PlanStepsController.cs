using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.PlanSteps;

/// <summary>Records that a plan is needed and that its draft was served, corrects the days and takes them back.</summary>
[Area("Assessments"), Allow(Permission.RecordPlanSteps)]
public sealed class PlanStepsController(DecisionFactsQuery facts, PlanStepsHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/assessments/{reference}/plan-steps")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        return Problem(found) is { } why
            ? this.Notice(why, Addresses.Assessment(found.Keys.Reference))
            : View(new PlanStepsForm { Facts = found, Version = found.Version, PlanNeededOn = DateInput.From(found.PlanNeededOn), DraftServedOn = DateInput.From(found.DraftServedOn) });
    }

    /// <summary>Records the days.</summary>
    [HttpPost("/assessments/{reference}/plan-steps")]
    public async Task<IActionResult> Index(string reference, PlanStepsForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Facts = found;
        if (Problem(found) is { } why) { return this.Notice(why, Addresses.Assessment(found.Keys.Reference)); }
        if (found is { PlanNeededOn: null, DraftServedOn: null } && form.PlanNeededOn.Value is null && form.DraftServedOn.Value is null) { ModelState.TryAddModelError(nameof(form.PlanNeededOn), "Enter the day it was decided that a plan is needed"); }
        if (form.Changes(found) && string.IsNullOrWhiteSpace(form.Reason)) { ModelState.AddModelError(nameof(form.Reason), "Say why a recorded day is changed or taken back"); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(new(found.Keys.Reference, form.PlanNeededOn.Value, form.DraftServedOn.Value, form.Reason, form.Version), ct);
        if (outcome.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.PlanNeededOn), rule);
            return View(form);
        }
        return this.Answer(outcome, () => this.Success(Said(form), Addresses.Assessment(found.Keys.Reference)));
    }

    private static string Said(PlanStepsForm form) =>
        form.DraftServedOn.Value is { } served ? $"Recorded: the draft plan was served on {UkText.LongDate(served)}."
        : form.PlanNeededOn.Value is { } needed ? $"Recorded: a plan is needed, decided on {UkText.LongDate(needed)}."
        : "Taken back: it is not recorded whether a plan is needed.";

    private string? Problem(DecisionFacts found) => found switch
    {
        { IsRecordedByHealth: false } when person.Scope.Kind == ScopeKind.DcoService => PlanStepsHandler.OwnSteps,
        { Outcome: not null } => "The assessment has ended, so its steps can't change. Take the outcome back first.",
        { Decision: not AssessmentDecision.Assess } => "Record the decision to assess first.",
        _ => null,
    };
}
