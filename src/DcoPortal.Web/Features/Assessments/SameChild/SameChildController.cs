using DcoPortal.Casework.Ties;

namespace DcoPortal.Web.Features.Assessments.SameChild;

/// <summary>Whether a case is about the same child as another: find the other, see both, then link, merge, or keep that they are two.</summary>
[Area("Assessments"), Allow(Permission.CorrectDetails)]
public sealed class SameChildController(SameChildQuery query, DecideTieHandler decide, MergeHandler merge, AuditTrail audit, CurrentPerson person) : Controller
{
    /// <summary>The cases that look like this child's, or both cases side by side once the other is chosen.</summary>
    [HttpGet("/assessments/{reference}/same-child")]
    public async Task<IActionResult> Index(string reference, string? other, string? typed, bool asked, CancellationToken ct)
    {
        if (await query.ChoiceAsync(reference, ct) is not { } choice) { return NotFound(); }
        var named = string.IsNullOrWhiteSpace(other) ? typed?.Trim() : other;
        choice = choice with { Typed = typed };
        if (string.IsNullOrWhiteSpace(named))
        {
            if (asked) { ModelState.AddModelError("typed", "Select a case, or enter the reference of the other case"); }
            return View("Index", choice);
        }
        var (both, problem) = await query.BothAsync(choice.Case, named, ct);
        if (both is null)
        {
            ModelState.AddModelError("typed", problem!);
            return View("Index", choice with { Typed = named });
        }
        return await CompareAsync(new SameChildForm { Other = both.There.Assessment.Reference, Keep = both.Earlier.Reference, Version = both.Here.Assessment.Version, OtherVersion = both.There.Assessment.Version, TieVersion = both.Tie?.Version ?? Guid.Empty, Both = both }, ct);
    }

    /// <summary>Links them, keeps that they are two, or shows what a merge would do.</summary>
    [HttpPost("/assessments/{reference}/same-child")]
    public async Task<IActionResult> Decide(string reference, SameChildForm form, CancellationToken ct)
    {
        if (await query.ChoiceAsync(reference, ct) is not { } choice) { return NotFound(); }
        if ((await query.BothAsync(choice.Case, form.Other ?? "", ct)).Both is not { } both) { return NotFound(); }
        form.Both = both;
        if (form.IsDecidedSince) { return await DecidedSinceAsync(form, ct); }
        if (!ModelState.IsValid) { return await CompareAsync(form, ct); }
        var here = both.Here.Assessment.Reference;
        if (form.Decision != SameChildForm.Merge)
        {
            var isSame = form.Decision == SameChildForm.Link;
            var outcome = await decide.HandleAsync(new(here, form.Other!, isSame, form.Reason!, form.TieVersion), ct);
            return await this.AnswerOnFormAsync(outcome, () => this.Success(isSame ? $"Linked with {form.Other}. Both go on, and each shows the other." : $"Kept: {form.Other} is about another child. It is not suggested again.", Addresses.Assessment(here)),
                () => CompareAsync(form, ct), nameof(form.Decision));
        }
        var preview = await merge.PreviewAsync(form.ToMerge(), ct);
        if (preview.Of.Rule is { } rule)
        {
            ModelState.AddModelError(nameof(form.Decision), rule);
            return await CompareAsync(form, ct);
        }
        if (preview.Value is not { } made) { return NotFound(); }
        var (one, other) = (both.Here.Assessment, both.There.Assessment);
        form.Effect = await query.EffectAsync(made, form.Kept == here ? one : other, form.Kept == here ? other : one, ct);
        return View("Check", form);
    }

    /// <summary>Merges them, as shown for checking.</summary>
    [HttpPost("/assessments/{reference}/same-child/merge")]
    public async Task<IActionResult> MergeBoth(string reference, SameChildForm form, CancellationToken ct)
    {
        if (await query.ChoiceAsync(reference, ct) is not { } choice) { return NotFound(); }
        if ((await query.BothAsync(choice.Case, form.Other ?? "", ct)).Both is not { } both) { return await GoneAsync(reference, form.Other ?? "", ct); }
        form.Both = both;
        if (form.IsDecidedSince) { return await DecidedSinceAsync(form, ct); }
        if (!ModelState.IsValid || form.Decision != SameChildForm.Merge) { return await CompareAsync(form, ct); }
        var outcome = await merge.HandleAsync(form.ToMerge(), ct);
        return await this.AnswerOnFormAsync(outcome, () => this.Success($"{form.Duplicate} is now part of {form.Kept}. If that was a mistake, open {form.Duplicate} today to undo it.", Addresses.Assessment(form.Kept)),
            () => CompareAsync(form, ct), nameof(form.Decision));
    }

    /// <summary>A colleague has decided about the two meanwhile: the person reads what, and decides again knowingly.</summary>
    private async Task<IActionResult> DecidedSinceAsync(SameChildForm form, CancellationToken ct)
    {
        ModelState.Clear();
        form.TieVersion = form.Both.Tie?.Version ?? Guid.Empty;
        ModelState.AddModelError(nameof(form.Decision), $"Nothing was changed. {(form.Both.Tie is { } tie ? TieWords.Said(tie) : "What was decided about these two has been taken back")} while this page was open. Look at both again, then decide");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await CompareAsync(form, ct);
    }

    /// <summary>A colleague has merged the two meanwhile, perhaps the other way round; the second click of one person leads on.</summary>
    private async Task<IActionResult> GoneAsync(string reference, string other, CancellationToken ct) => await query.MergedAsync(reference, other, ct) is not { } tie ? NotFound()
        : tie.DecidedByName == person.Actor.Name ? LocalRedirect(Addresses.Assessment(tie.Reference))
        : this.Instead(ErrorPages.ForLate($"{TieWords.Said(tie)}.") with { Onward = (Addresses.Assessment(tie.Reference), $"Go to {tie.Reference}") });

    // both children's records are shown: the model's own is logged by itself
    private async Task<IActionResult> CompareAsync(SameChildForm form, CancellationToken ct)
    {
        await audit.RecordReadAsync(new ChildRecordViewed(form.Both.There.Assessment.Keys, "Assessments/SameChild"), ct);
        return View("Compare", form);
    }
}
