using DcoPortal.Casework.Assessments;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Assessments.CorrectDetails;

/// <summary>Puts right what a notification says: change, see before and after, confirm.</summary>
[Area("Assessments"), Allow(Permission.CorrectDetails), WhileItIsHere]
public sealed class CorrectDetailsController(CorrectableDetailsQuery query, CorrectDetailsHandler handler) : Controller
{
    /// <summary>The details as they stand.</summary>
    [HttpGet("/assessments/{reference}/correct-details")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await query.ForAsync(reference, ct) is { } facts ? View(CorrectDetailsForm.Of(facts)) : NotFound();

    /// <summary>Shows every change before and after; nothing is saved. With go=change, the form again as typed.</summary>
    [HttpPost("/assessments/{reference}/correct-details")]
    public async Task<IActionResult> Check(string reference, CorrectDetailsForm form, string? go, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        form.Facts = facts;
        if (go == "change") { return FormAgain(form); }
        if (!await FitsAsync(form, ct)) { return View("Index", form); }
        var preview = await handler.PreviewAsync(form.ToCorrect(), ct);
        if (preview.Of.Rule is { } rule) { return Refused(form, rule); }
        if (preview.Value is not { } correction) { return NotFound(); }
        if (correction.Changes.Count == 0)
        {
            ModelState.AddModelError("Child.Forenames", "Change or add at least one of the details");
            return View("Index", form);
        }
        form.Correction = correction;
        return View("Check", form);
    }

    /// <summary>Corrects the details, as shown for checking.</summary>
    [HttpPost("/assessments/{reference}/correct-details/confirm")]
    public async Task<IActionResult> Confirm(string reference, CorrectDetailsForm form, CancellationToken ct)
    {
        if (await query.ForAsync(reference, ct) is not { } facts) { return NotFound(); }
        form.Facts = facts;
        if (!await FitsAsync(form, ct)) { return View("Index", form); }
        var preview = await handler.PreviewAsync(form.ToCorrect(), ct);
        if (preview.Value is { } doubtful && IsDoubted(form, doubtful)) { return View("Check", form); }
        var outcome = await handler.HandleAsync(form.ToCorrect(), ct);
        if (outcome.Of.Rule is { } rule) { return Refused(form, rule); }
        return this.Answer(outcome.Of, () => this.Success(
            $"{UkText.Count(outcome.Value!.Changes.Count, "detail")} corrected.{(outcome.Value.Told > 0 ? $" Whoever has {(outcome.Value.Told == 1 ? "the open request" : $"the {outcome.Value.Told} open requests")} is told by email that details changed." : "")}",
            Addresses.Assessment(facts.Keys.Reference)));
    }

    private bool IsDoubted(CorrectDetailsForm form, DetailsCorrection made)
    {
        form.Correction = made;
        if ((made.Conflicts.Count > 0 || form.SourceDoubt is not null) && !form.HasLooked)
        {
            ModelState.AddModelError(nameof(form.HasLooked), made.Conflicts.Count > 0 ? "Look at the other records, then say that these details are this child’s" : "Say that you have looked, or change who made the request");
        }
        if (made.Another is not null && !form.IsSameChild) { ModelState.AddModelError(nameof(form.IsSameChild), "Say that it is the same child, or log the other child"); }
        return !ModelState.IsValid;
    }

    private ViewResult FormAgain(CorrectDetailsForm form)
    {
        // what was typed stays, and nothing is called wrong
        foreach (var entry in ModelState.Values) { entry.Errors.Clear(); }
        return View("Index", form);
    }

    private async Task<bool> FitsAsync(CorrectDetailsForm form, CancellationToken ct)
    {
        foreach (var (field, problem) in await query.ProblemsAsync(form, ct)) { ModelState.AddModelError(field, problem); }
        return ModelState.IsValid;
    }

    private ViewResult Refused(CorrectDetailsForm form, string rule)
    {
        ModelState.AddModelError("Child.DateOfBirth", rule);
        return View("Index", form);
    }
}
