using DcoPortal.Casework.Questions;

namespace DcoPortal.Web.Features.Questions.Thread;

/// <summary>One question: read, reply, close, open again.</summary>
[Area("Questions")]
public sealed class ThreadController(ThreadQuery query, QuestionsHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The question's messages.</summary>
    [HttpGet("/questions/{id:guid}"), Allow(Permission.DiscussAssessment)]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => ShowAsync(id, new ReplyForm { Key = Guid.CreateVersion7() }, ct);

    /// <summary>Adds a reply.</summary>
    [HttpPost("/questions/{id:guid}"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Index(Guid id, ReplyForm form, CancellationToken ct)
    {
        if (form.Key == Guid.Empty) { form.Key = Guid.CreateVersion7(); }
        if (await MovedAsync(id, ct) is { } moved) { return moved; }
        if (!ModelState.IsValid) { return await ShowAsync(id, form, ct); }
        var outcome = await handler.ReplyAsync(id, form.Key, form.Text!, form.OpenAgain, ct);
        return await this.AnswerAsync(outcome,
            () => Said(id, outcome, $"Your reply was sent to {QuestionSides.Of(person).Other().Name()}", "This reply had been sent already. Nothing was changed"),
            () =>
            {
                ModelState.AddModelError(nameof(form.Text), "The question was closed meanwhile. Send your reply again to open it");
                return ShowAsync(id, form, ct);
            });
    }

    /// <summary>Closes the question. A reply that is typed and not sent is sent or cleared first.</summary>
    [HttpPost("/questions/{id:guid}/close"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Close(Guid id, ReplyForm form, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(form.Text))
        {
            ModelState.Clear();
            ModelState.AddModelError(nameof(form.Text), "You have typed a reply: send it first, or clear it, then close the question");
            return await ShowAsync(id, form, ct);
        }
        var outcome = await handler.CloseAsync(id, ct);
        if (outcome.Rule is { } rule) { return this.Notice($"{rule} Nothing was changed", Addresses.Question(id)); }
        return this.Answer(outcome, () => Said(id, outcome, "Question closed. It is in nobody’s worklist any more", "This question was closed already. Nothing was changed"));
    }

    /// <summary>Opens the question again.</summary>
    [HttpPost("/questions/{id:guid}/reopen"), Allow(Permission.DiscussAssessment)]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken ct)
    {
        if (await MovedAsync(id, ct) is { } moved) { return moved; }
        var outcome = await handler.ReopenAsync(id, ct);
        return this.Answer(outcome, () => Said(id, outcome, "Question opened again. It is in both worklists", "This question was open already. Nothing was changed"));
    }

    /// <summary>What would be said on a record whose case goes on elsewhere reaches nobody: where it goes on, and what was typed.</summary>
    private async Task<IActionResult?> MovedAsync(Guid id, CancellationToken ct) =>
        await query.ForAsync(id, ct) is { GoesOn: { } on, Question.AssessmentReference: var reference } ? this.Instead(ErrorPages.ForMoved(on, reference)) : null;

    private LocalRedirectResult Said(Guid id, Outcome outcome, string done, string already)
    {
        if (outcome.Kind == OutcomeKind.Already) { TempData.Notice(already); }
        else { TempData.Success(done); }
        return LocalRedirect(Addresses.Question(id));
    }

    private async Task<IActionResult> ShowAsync(Guid id, ReplyForm form, CancellationToken ct)
    {
        if (await query.ForAsync(id, ct) is not { } page) { return NotFound(); }
        form.Page = page;
        return View("Index", form);
    }
}
