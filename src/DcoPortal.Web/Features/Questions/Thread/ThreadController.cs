using DcoPortal.Casework.Access;
using DcoPortal.Casework.Questions;
using DcoPortal.Domain.Access;
using DcoPortal.Web.Platform.SignIn;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;

namespace DcoPortal.Web.Features.Questions.Thread;

/// <summary>One question: read, reply, close, open again.</summary>
[Area("Questions")]
public sealed class ThreadController(ThreadQuery query, QuestionsHandler handler, CurrentPerson person) : Controller
{
    /// <summary>What was said.</summary>
    [HttpGet("/questions/{id:guid}"), Allow(Permission.DiscussAssessment)]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => ShowAsync(id, new ReplyForm { Key = Guid.CreateVersion7() }, ct);

    /// <summary>Replies.</summary>
    [HttpPost("/questions/{id:guid}"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Index(Guid id, ReplyForm form, CancellationToken ct)
    {
        if (form.Key == Guid.Empty) { form.Key = Guid.CreateVersion7(); }
        if (!ModelState.IsValid) { return await ShowAsync(id, form, ct); }
        switch (await handler.ReplyAsync(id, form.Key, form.Text!, form.OpenAgain, ct))
        {
            case QuestionOutcome.NotFound: return NotFound();
            case QuestionOutcome.Closed:
                ModelState.AddModelError(nameof(form.Text), "This question was closed before you sent your reply. Send it again to open the question again");
                return await ShowAsync(id, form, ct);
            case QuestionOutcome.Already: TempData.Notice("This reply had been sent already. Nothing was changed"); break;
            default: TempData.Success($"Your reply was sent to {QuestionSides.Of(person).Other().Name()}"); break;
        }
        return LocalRedirect($"/questions/{id}");
    }

    /// <summary>Closes it.</summary>
    [HttpPost("/questions/{id:guid}/close"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Close(Guid id, CancellationToken ct)
    {
        switch (await handler.CloseAsync(id, ct))
        {
            case QuestionOutcome.NotFound: return NotFound();
            case QuestionOutcome.NotYours: TempData.Notice("Only the side that asked can close a question. Nothing was changed"); break;
            case QuestionOutcome.Already: TempData.Notice("This question was closed already. Nothing was changed"); break;
            default: TempData.Success("Question closed. It is in nobody’s worklist any more"); break;
        }
        return LocalRedirect($"/questions/{id}");
    }

    /// <summary>Opens it again.</summary>
    [HttpPost("/questions/{id:guid}/reopen"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken ct)
    {
        switch (await handler.ReopenAsync(id, ct))
        {
            case QuestionOutcome.NotFound: return NotFound();
            case QuestionOutcome.Already: TempData.Notice("This question was open already. Nothing was changed"); break;
            default: TempData.Success("Question opened again. It is in both worklists"); break;
        }
        return LocalRedirect($"/questions/{id}");
    }

    private async Task<IActionResult> ShowAsync(Guid id, ReplyForm form, CancellationToken ct)
    {
        if (await query.ForAsync(id, ct) is not { } page) { return NotFound(); }
        form.Page = page;
        return View("Index", form);
    }
}
