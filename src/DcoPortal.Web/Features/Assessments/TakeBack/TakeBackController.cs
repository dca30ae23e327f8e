using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Validation;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.Mvc.ModelBinding.Validation;

namespace DcoPortal.Web.Features.Assessments.TakeBack;

/// <summary>Why a decision or an outcome is taken back.</summary>
public sealed class TakeBackForm : IShowsChildRecord
{
    /// <summary>The reason.</summary>
    [Display(Name = "Why was it a mistake?"), Sentence]
    public string? Reason { get; set; }

    /// <summary>The assessment as the person saw it.</summary>
    public Guid Version { get; set; }

    /// <summary>The facts shown on the page.</summary>
    [BindNever, ValidateNever]
    public DecisionFacts Facts { get; set; } = null!;

    CaseKeys IShowsChildRecord.ShownCase => Facts.Keys;
}

internal sealed class TakeBackFormValidator : AbstractValidator<TakeBackForm>
{
    public TakeBackFormValidator() => RuleFor(f => f.Reason).NotEmpty().WithMessage("Say why it was a mistake").AtMost(1000, "The reason");
}

/// <summary>Takes back an outcome or a decision that was recorded by mistake, on any day.</summary>
[Area("Assessments"), Allow(Permission.CorrectDates)]
public sealed class TakeBackController(DecisionFactsQuery facts, TakeBackRecordHandler handler, CurrentPerson person) : Controller
{
    /// <summary>What is taken back, and what follows.</summary>
    [HttpGet("/assessments/{reference}/take-back")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        return Problem(found) is { } why ? this.Notice(why, Addresses.Assessment(found.Keys.Reference)) : View(new TakeBackForm { Facts = found, Version = found.Version });
    }

    /// <summary>Takes it back.</summary>
    [HttpPost("/assessments/{reference}/take-back")]
    public async Task<IActionResult> Index(string reference, TakeBackForm form, CancellationToken ct)
    {
        if (await facts.ForAsync(reference, ct) is not { } found) { return NotFound(); }
        form.Facts = found;
        if (Problem(found) is { } why) { return this.Notice(why, Addresses.Assessment(found.Keys.Reference)); }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(found.Keys.Reference, form.Version, form.Reason!, ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.Reason), rule);
            return View(form);
        }
        return this.Answer(outcome.Of, () => this.Success(Said(outcome.Value!), Addresses.Assessment(found.Keys.Reference)));
    }

    private string? Problem(DecisionFacts found) =>
        found is { Outcome: null, Decision: null } ? "There is no decision and no outcome to take back."
        : found is { Outcome: null, StartedBy: ClockEvent.ReassessmentNotified } ? Assessment.OwnDecision
        : person.Scope.Kind == ScopeKind.DcoService && !found.IsRecordedByHealth ? "The authority recorded this, and takes it back itself."
        : null;

    private static string Said(RecordTakenBack done) => string.Concat(done.WasOutcome ? "The outcome is taken back: the assessment is open again." : "The decision is taken back.",
        done.Reopened > 0 ? $" {UkText.Count(done.Reopened, "request is", "requests are")} open again." : "",
        done.Doubtful > 0 ? $" {done.Doubtful} of them may go to somebody whom the family has excluded since: the DCO service is asked to stop or keep {(done.Doubtful == 1 ? "it" : "each")}." : "",
        done.Closed > 0 ? $" {UkText.Count(done.Closed, "prepared request is", "prepared requests are")} closed." : "",
        done.Kept > 0 ? $" {UkText.Count(done.Kept, "request that the DCO service prepared is", "requests that the DCO service prepared are")} kept to be sent later." : "");
}
