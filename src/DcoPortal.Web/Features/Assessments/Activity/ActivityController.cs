using DcoPortal.Casework.Questions;

namespace DcoPortal.Web.Features.Assessments.Activity;

/// <summary>Who did what on one assessment, and who looked.</summary>
[Area("Assessments")]
public sealed class ActivityController(ActivityQuery query, OpenQuestionsQuery questions) : Controller
{
    /// <summary>The page.</summary>
    [HttpGet("/assessments/{reference}/activity"), Allow(Permission.ViewActivity)]
    public async Task<IActionResult> Index(string reference, string? show, int page, CancellationToken ct) =>
        await query.ForAsync(reference, show, page, ct) is { } model
            ? View(model with { OpenQuestions = await questions.CountAsync(model.Keys.AssessmentId, ct) })
            : NotFound();
}
