using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.DecisionArrived;

/// <summary>The DCO service records the decision of an authority that sent it outside the portal, as it did the notification.</summary>
[Area("Assessments"), Allow(Permission.LogNotification)]
public sealed class DecisionArrivedController(DecisionFactsQuery facts, RecordDecisionHandler decisions, CurrentPerson person) : Controller
{
    /// <summary>What was decided, when, and when that arrived.</summary>
    [HttpGet("/assessments/{reference}/decision-arrived")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        return Elsewhere(found) is { } elsewhere ? elsewhere : View(new DecisionArrivedForm { Facts = found, Version = found.Version });
    }

    /// <summary>Records it.</summary>
    [HttpPost("/assessments/{reference}/decision-arrived")]
    public async Task<IActionResult> Index(string reference, DecisionArrivedForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        if (Elsewhere(found) is { } elsewhere) { return elsewhere; }
        form.Facts = found;
        if (form.DecidedOn.Value < found.RequestReceivedOn) { ModelState.AddModelError(nameof(form.DecidedOn), $"That cannot be before {AssessmentStarts.ClauseOf(found.StartedBy)}, on {UkText.LongDate(found.RequestReceivedOn)}"); }
        if (form.ArrivedOn.Value < form.DecidedOn.Value) { ModelState.AddModelError(nameof(form.ArrivedOn), $"It cannot have arrived at health before {UkText.LongDate(form.DecidedOn.Value)}"); }
        else if (form.ArrivedOn.Value < found.NotifiedOn) { ModelState.AddModelError(nameof(form.ArrivedOn), $"It cannot have arrived before the notification, on {UkText.LongDate(found.NotifiedOn)}"); }
        if (form.Decision == AssessmentDecision.DoNotAssess && AssessmentStarts.MustAssess(found.StartedBy)) { ModelState.AddModelError(nameof(form.Decision), "The authority must assess: there is no decision to make"); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await decisions.HandleAsync(new(found.Keys.Reference, form.Decision!.Value, form.DecidedOn.Value!.Value, form.Version, form.ArrivedOn.Value), ct);
        return this.Answer(outcome.Of, () => this.Success((outcome.Value!.AdviceDueOn is { } due ? $"Recorded for the authority. Health advice is due by {UkText.LongDate(due)}." : "Recorded for the authority.") + found.TakenOut(outcome.Value), Addresses.Assessment(found.Keys.Reference)));
    }

    private IActionResult? Elsewhere(DecisionFacts found) =>
        person.Scope.Kind != ScopeKind.DcoService ? LocalRedirect(Addresses.AssessmentDecision(found.Keys.Reference))
        : !found.IsRecordedByHealth ? this.Notice("The authority logged this itself, and records its own decision.", Addresses.Assessment(found.Keys.Reference))
        : found.Decision is not null || found.Outcome is not null ? this.Notice("A decision or an outcome is recorded already. A wrong day is put right under Correct dates.", Addresses.Assessment(found.Keys.Reference))
        : null;
}
