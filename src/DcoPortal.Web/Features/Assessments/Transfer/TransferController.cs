using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Transfers;

namespace DcoPortal.Web.Features.Assessments.Transfer;

/// <summary>Moves a case to another board or another authority: choose, see what follows, confirm.</summary>
[Area("Assessments"), Allow(Permission.MoveCases)]
public sealed class TransferController(TransferFormQuery query, CaseTransferHandler handler, LastDoneQuery done) : Controller
{
    /// <summary>Where it can go.</summary>
    [HttpGet("/assessments/{reference}/move")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        return Problem(facts) is { } why ? this.Notice(why, Addresses.Assessment(reference)) : View(Shown(new TransferForm { Version = facts.Case.Version, MovedOn = DateInput.From(facts.Case.Today) }, facts));
    }

    /// <summary>Shows what follows. Nothing is saved.</summary>
    [HttpPost("/assessments/{reference}/move")]
    public Task<IActionResult> Check(string reference, TransferForm form, CancellationToken ct) => WithFactsAsync(reference, form, () => Task.FromResult<IActionResult>(View(form)), ct);

    /// <summary>Moves it.</summary>
    [HttpPost("/assessments/{reference}/move/confirm")]
    public Task<IActionResult> Confirm(string reference, TransferForm form, CancellationToken ct) => WithFactsAsync(reference, form, async () =>
    {
        var outcome = await handler.HandleAsync(new(reference, form.Board?.Id, form.IsToAuthority ? form.AuthorityId : null, form.MovedOn.Value!.Value, form.Reason!, form.Version, form.WishRead), ct);
        if (outcome.Of.Rule is { } rule)
        {
            ModelState.AddModelError(outcome.Of.Field ?? nameof(form.MovedOn), rule);
            return View(outcome.Of.Field is null ? "Index" : "Check", form);
        }
        if (outcome.Kind == OutcomeKind.Already && await done.OfCaseAsync(reference, ct, nameof(CaseMovedAway)) is { } last && !last.IsSame(form.Reason)) { return this.Instead(ErrorPages.ForLate(last.Words)); }
        return this.Answer(outcome.Of, () => outcome.Value!.State == TransferState.Taken
            ? this.Success($"The case has moved to {form.To}, and goes on there as {outcome.Value.ToReference}.", Addresses.Assessment(reference))
            : this.Success($"The case has been sent to {form.To}, who take it or send it back.", Addresses.Assessment(reference)));
    }, ct);

    private async Task<IActionResult> WithFactsAsync(string reference, TransferForm form, Func<Task<IActionResult>> go, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        Shown(form, facts);
        if (Problem(facts) is { } why) { return this.Notice(why, Addresses.Assessment(reference)); }
        if (form.MovedOn.Value < facts.Case.RequestReceivedOn) { ModelState.AddModelError(nameof(form.MovedOn), $"That cannot be before {AssessmentStarts.ClauseOf(facts.Case.StartedBy)}, on {UkText.LongDate(facts.Case.RequestReceivedOn)}"); }
        if (form.Where is not null && form.To is null && ModelState.IsValid) { ModelState.AddModelError(form.IsToAuthority ? nameof(form.AuthorityId) : nameof(form.Where), form.IsToAuthority ? "Select the local authority" : "Select where the case goes"); }
        return ModelState.IsValid ? await go() : View("Index", form);
    }

    // where there is one kind of place, nobody is asked which
    private static TransferForm Shown(TransferForm form, TransferFacts facts)
    {
        form.Facts = facts;
        if (facts.Boards.Count == 0) { form.Where ??= TransferForm.Authority; }
        return form;
    }

    private static string? Problem(TransferFacts facts) =>
        facts.Case.Outcome is AssessmentOutcome.OtherBoard ? "This case has moved to another board already. Its day and its reason can be corrected below; from where it is now, it can be moved back."
        : facts.Case.Outcome is { } outcome ? $"This assessment has ended: {AssessmentWords.Of(outcome)}. Take the outcome back first, if it is to be moved."
        : facts.Case.Decision == AssessmentDecision.DoNotAssess ? "The authority decided not to assess, so there is nothing to move."
        : !facts.CanMove ? "The authority logged this case itself and has one board, so only it can move the case, to another authority."
        : null;
}
