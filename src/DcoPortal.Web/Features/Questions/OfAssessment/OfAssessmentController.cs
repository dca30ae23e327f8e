using DcoPortal.Casework.Questions;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Questions.OfAssessment;

/// <summary>Questions on one assessment, between the local authority and the DCO service.</summary>
[Area("Questions")]
public sealed class OfAssessmentController(QuestionsPageQuery query, QuestionsHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The questions, and the form to ask another; from triage, begun with what the notification lacks.</summary>
    [HttpGet("/assessments/{reference}/questions"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct, int page = 1, bool missing = false) =>
        await ShowAsync(reference, new AskForm { Key = Guid.CreateVersion7(), Text = missing ? await query.AboutMissingAsync(reference, ct) : null }, page, ct);

    /// <summary>Asks a question.</summary>
    [HttpPost("/assessments/{reference}/questions"), WhileItIsHere, Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Index(string reference, AskForm form, CancellationToken ct)
    {
        if (form.Key == Guid.Empty) { form.Key = Guid.CreateVersion7(); }
        if (!ModelState.IsValid) { return await ShowAsync(reference, form, 1, ct); }
        return this.Answer(await handler.AskAsync(reference, form.Key, form.Text!, ct), () => this.Success($"Your question was sent to {QuestionSides.Of(person).Other().Name()}. You get an email when it is answered", Addresses.Question(form.Key)));
    }

    private async Task<IActionResult> ShowAsync(string reference, AskForm form, int page, CancellationToken ct)
    {
        if (await query.ForAsync(reference, page, ct) is not { } shown) { return NotFound(); }
        form.Page = shown;
        return View("Index", form);
    }
}
