using DcoPortal.Casework.Ties;

namespace DcoPortal.Web.Features.Assessments.Merged;

/// <summary>A case that became part of another: what it was, where it went, and putting it apart again on the same day.</summary>
[Area("Assessments")]
public sealed class MergedController(MergedQuery query, UndoMergeHandler undo) : Controller
{
    /// <summary>The case as it was. A case of its own has its own page.</summary>
    [HttpGet("/assessments/{reference}/merged"), Allow(Permission.ViewAssessments)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await query.ForAsync(reference, ct) is { } model ? View(model) : await query.IsCaseAsync(reference, ct) ? LocalRedirect(Addresses.Assessment(reference)) : NotFound();

    /// <summary>Puts the two cases apart again.</summary>
    [HttpPost("/assessments/{reference}/merged/undo"), Allow(Permission.CorrectDetails)]
    public async Task<IActionResult> Undo(string reference, CancellationToken ct)
    {
        var outcome = await undo.HandleAsync(reference, ct);
        return this.Answer(outcome, () => this.Success("The two cases are apart again, each as it was before they were merged.", Addresses.Assessment(reference)),
            refused: why => this.Notice(why, Addresses.AssessmentMerged(reference)));
    }
}
