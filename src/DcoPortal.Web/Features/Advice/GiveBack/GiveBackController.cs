using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.GiveBack;

/// <summary>Gives a request back to the DCO service: the service is not the one to ask.</summary>
[Area("Advice"), Allow(Permission.PassOnRequest)]
public sealed class GiveBackController(RequestHeadQuery heads, GiveBackHandler handler, BegunAnswerQuery beginnings, LateQuery late, CurrentPerson person) : Controller
{
    /// <summary>The form.</summary>
    [HttpGet("/advice-requests/{id:guid}/give-back")]
    public async Task<IActionResult> Index(Guid id, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        return head.Row.Stage.IsOutstanding() ? View(new GiveBackForm { Head = head, There = await beginnings.OfAsync(head.Row, ct) }) : Ended(id, head.Row.AssessmentReference, head.Row.Stage == RequestStage.GivenBack);
    }

    /// <summary>Gives the request back.</summary>
    [HttpPost("/advice-requests/{id:guid}/give-back")]
    public async Task<IActionResult> Index(Guid id, GiveBackForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head)
        {
            // the second click: the row scope hides from the service the request that the first click gave back
            if (await handler.JustGivenBackAsync(id, ct) is not { } given) { return NotFound(); }
            return await late.ForAsync(id, form.Words(), ct, nameof(RequestGivenBack)) is { } said ? this.Instead(said with { Onward = ("/", "Go to your work") }) : GivenBack(given);
        }
        // the second click of the DCO service, which goes on seeing the request
        if (head.Row.Stage == RequestStage.GivenBack && head.Row.GivenBackReason == form.Words()) { return GivenBack(head.Row.AssessmentReference); }
        if (!head.Row.Stage.IsOutstanding()) { return await this.TooLateAsync(head, late, ct); }
        (form.Head, form.There) = (head, await beginnings.OfAsync(head.Row, ct));
        ModelState.AskAbout(form, form.There);
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.HandleAsync(id, form.Words(), form.There?.Stamp, ct);
        if (outcome is { Field: BegunAnswerQuery.Field, Rule: { } unseen })
        {
            form.There = await beginnings.OfAsync(head.Row, ct);
            ModelState.AddModelError(BegunAnswerQuery.Field, unseen);
            return View(form);
        }
        return this.Answer(outcome, () => GivenBack(head.Row.AssessmentReference));
    }

    private LocalRedirectResult GivenBack(string reference)
    {
        var isDco = person.Scope.Kind == ScopeKind.DcoService;
        return this.Success(isDco ? $"{reference} is recorded as given back. Ask somebody else, or send it again." : $"{reference} is given back to the DCO service, which decides whom to ask. There is nothing else for you to do.", isDco ? Addresses.AssessmentRequestAdvice(reference) : "/");
    }

    private IActionResult Ended(Guid id, string reference, bool isGivenBack)
    {
        // only the DCO service may open a request that was given back
        if (isGivenBack) { return LocalRedirect(Addresses.AssessmentRequestAdvice(reference)); }
        return this.Notice("This request is not waiting for an answer any more. Nothing was changed.", Addresses.AdviceRequest(id));
    }
}
