using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.Decisions;

/// <summary>The authority's decision whether to assess, and how the assessment ended.</summary>
[Area("Assessments")]
public sealed class DecisionsController(DecisionFactsQuery facts, RecordDecisionHandler decisions, RecordOutcomeHandler outcomes) : Controller
{
    /// <summary>The decision form.</summary>
    [HttpGet("/assessments/{reference}/decision"), Allow(Permission.RecordDecision)]
    public async Task<IActionResult> Decision(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        return CannotDecide(found) is { } why ? Back(found.Keys, why) : View(new DecisionForm { Facts = found, Version = found.Version });
    }

    /// <summary>Records the decision.</summary>
    [HttpPost("/assessments/{reference}/decision"), Allow(Permission.RecordDecision)]
    public async Task<IActionResult> Decision(string reference, DecisionForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Facts = found;
        // the second click of the same decision is answered below; a colleague's is said, with what it was
        if (CannotDecide(found) is { } why && (found.Decision, found.DecidedOn) != (form.Decision, form.DecidedOn.Value)) { return Back(found.Keys, $"{why} What you sent was not recorded."); }
        if (form.DecidedOn.Value < found.RequestReceivedOn)
        {
            ModelState.AddModelError(nameof(form.DecidedOn), $"{(RouteWords.CountsTheNotice(found.StartedBy) ? "The day the family was told" : "The date of the decision")} must be on or after {UkText.LongDate(found.RequestReceivedOn)}, {(found.StartedBy == ClockEvent.RequestReceived ? "when the request was received" : ClockEvents.DayOf(found.StartedBy))}");
        }
        if (form.Decision == AssessmentDecision.DoNotAssess && AssessmentStarts.MustAssess(found.StartedBy)) { ModelState.AddModelError(nameof(form.Decision), "The authority must assess: there is no decision to make"); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await decisions.HandleAsync(new(found.Keys.Reference, form.Decision!.Value, form.DecidedOn.Value!.Value, form.Version), ct);
        return this.Answer(outcome.Of, () => Recorded(found.Keys, Said(found.StartedBy, form.Decision.Value, outcome.Value!) + found.TakenOut(outcome.Value!), outcome.Value!.Undo));
    }

    /// <summary>The outcome form.</summary>
    [HttpGet("/assessments/{reference}/outcome"), Allow(Permission.RecordDecision)]
    public async Task<IActionResult> Outcome(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        return CannotEnd(found) is { } why ? Back(found.Keys, why) : View(new OutcomeForm { Facts = found, Version = found.Version, PlanSentOn = DateInput.From(found.HealthToldOfOutcomeOn) });
    }

    /// <summary>Records the outcome.</summary>
    [HttpPost("/assessments/{reference}/outcome"), Allow(Permission.RecordDecision)]
    public async Task<IActionResult> Outcome(string reference, OutcomeForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Facts = found;
        if (CannotEnd(found) is { } why && (found.Outcome, found.OutcomeOn) != (form.Outcome, form.On.Value)) { return Back(found.Keys, $"{why} What you sent was not recorded."); }
        var needsAssessment = form.Outcome is { } o && Assessment.NeedsAssessment(o);
        if (needsAssessment && found.Decision is null) { ModelState.AddModelError(nameof(form.Outcome), "Record the decision to assess before this outcome"); }
        var earliest = needsAssessment && found.DecidedOn is { } decided ? decided : found.RequestReceivedOn;
        if (form.On.Value < earliest) { ModelState.AddModelError(nameof(form.On), $"The date of the outcome must be on or after {UkText.LongDate(earliest)}"); }
        if (LosesPlanDay(form, found)) { ModelState.AddModelError(nameof(form.Outcome), "Under “Plan issued” stands a day on which the plan was sent. Choose “Plan issued”, or clear that day there"); }
        if (LosesBoardDay(form)) { ModelState.AddModelError(nameof(form.Outcome), "Under “No plan needed” stands a day on which the integrated care board was told. Choose “No plan needed”, or clear that day there"); }
        var toldOn = form.HealthTold?.Value;
        if (toldOn < form.On.Value) { ModelState.AddModelError(form.Outcome == AssessmentOutcome.NoPlan ? nameof(form.BoardToldOn) : nameof(form.PlanSentOn), form.Outcome == AssessmentOutcome.NoPlan ? "The board cannot have been told before the date of the outcome" : "The plan cannot have been sent before the date of the outcome"); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await outcomes.HandleAsync(new(found.Keys.Reference, form.Outcome!.Value, form.On.Value!.Value, form.Version, toldOn), ct);
        return this.Answer(outcome.Of, () => Recorded(found.Keys, $"Outcome recorded: {AssessmentWords.Of(form.Outcome.Value)}.{Closed(outcome.Value!.Closed)}", outcome.Value.Undo));
    }

    // what an earlier outcome left is filled in by the page itself, and kept
    private static bool LosesPlanDay(OutcomeForm form, DecisionFacts found) =>
        form.Outcome is not (null or AssessmentOutcome.PlanIssued) && !form.PlanSentOn.IsEmpty && !form.PlanSentOn.IsSame(DateInput.From(found.HealthToldOfOutcomeOn));

    private static bool LosesBoardDay(OutcomeForm form) => form.Outcome is not (null or AssessmentOutcome.NoPlan) && !form.BoardToldOn.IsEmpty;

    private static string? CannotDecide(DecisionFacts f) =>
        f.Outcome is { } o ? $"This assessment has ended: {AssessmentWords.Of(o)}."
        : f.Decision is { } d ? $"The decision {(d == AssessmentDecision.Assess ? "" : "not ")}{RouteWords.ToAssess(f.StartedBy)} was recorded for {UkText.LongDate(f.DecidedOn)}."
        : null;

    private static string? CannotEnd(DecisionFacts f) =>
        f.Outcome is { } o ? $"This assessment has ended: {AssessmentWords.Of(o)} on {UkText.LongDate(f.OutcomeOn)}."
        : f.Decision == AssessmentDecision.DoNotAssess ? "The decision not to assess ended this assessment, so it has no outcome to record."
        : null;

    private LocalRedirectResult Recorded(CaseKeys keys, string said, Guid? undo)
    {
        TempData.Undo(Addresses.UndoRecord, undo);
        return this.Success(said, PageOf(keys));
    }

    private IActionResult Back(CaseKeys keys, string why) =>
        this.Notice(why, PageOf(keys));

    private static string PageOf(CaseKeys keys) => Addresses.Assessment(keys.Reference);

    private static string Said(ClockEvent startedBy, AssessmentDecision decision, DecisionRecordedResult result) => decision == AssessmentDecision.Assess
        ? $"{(AssessmentStarts.MustAssess(startedBy) ? "Recorded that the family was told" : $"Decision {RouteWords.ToAssess(startedBy)} recorded")}. Health has been asked for advice, due by {UkText.LongDate(result.AdviceDueOn)}."
        : $"Decision not {RouteWords.ToAssess(startedBy)} recorded.{Closed(result.Closed)}";

    private static string Closed(int count) => count == 0 ? "" : $" {UkText.Count(count, "unanswered request")} closed.";
}
