using DcoPortal.Casework.Escalations;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>One escalation: read, answer, take back, or ask another person.</summary>
[Area("Advice")]
public sealed class EscalationController(PortalDb db, RequestHeadQuery heads, EscalationPeopleQuery people, AwaitedEscalationsQuery awaited, EscalateHandler answers, TakeBackEscalationHandler takesBack, CurrentPerson person) : Controller
{
    private const string TryAgain = "Something else happened in the same moment. Nothing was changed: try again";

    /// <summary>The escalation and its answer.</summary>
    [HttpGet("/escalations/{escalationId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public Task<IActionResult> Details(Guid escalationId, CancellationToken ct) => ShowAsync(escalationId, new EscalationForm(), ct);

    /// <summary>Stores the answer.</summary>
    [HttpPost("/escalations/{escalationId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Details(Guid escalationId, EscalationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(escalationId, form, ct); }
        var outcome = await answers.AnswerAsync(escalationId, form.Answer!, ct);
        // another answer of the same person stands, from another window: the page shows this one once more
        if (outcome.Kind == OutcomeKind.Already && !await db.Escalations.AnyAsync(e => e.Id == escalationId && e.Answer == form.Answer!.Trim(), ct)) { form.NotSent = form.Answer; return await ShowAsync(escalationId, form, ct); }
        return await this.AnswerAsync(outcome, () =>
        {
            if (outcome.Kind == OutcomeKind.Already) { TempData.Notice("This was answered already. Nothing was changed"); }
            else { TempData.Success("Your answer was sent"); }
            return LocalRedirect(Addresses.Escalation(escalationId));
        }, () =>
        {
            ModelState.AddModelError(nameof(form.Answer), "Something else happened in the same moment. Send your answer again");
            return ShowAsync(escalationId, form, ct);
        }, _ =>
        {
            // the escalation was taken back: the page shows the typed answer once more, so that it is not lost
            form.NotSent = form.Answer;
            return ShowAsync(escalationId, form, ct);
        });
    }

    /// <summary>A reload of either address below shows the page with both forms.</summary>
    [HttpGet("/escalations/{escalationId:guid}/take-back"), HttpGet("/escalations/{escalationId:guid}/somebody-else"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> Again(Guid escalationId, CancellationToken ct) =>
        await db.Escalations.AnyAsync(e => e.Id == escalationId, ct) ? LocalRedirect(Addresses.Escalation(escalationId)) : NotFound();

    /// <summary>Takes the escalation back, because no answer is needed any more.</summary>
    [HttpPost("/escalations/{escalationId:guid}/take-back"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> TakeBack(Guid escalationId, EscalationForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (!string.IsNullOrWhiteSpace(form.Answer))
        {
            ModelState.AddModelError(nameof(form.Answer), "You have typed an answer: send it, or clear it, then take the escalation back");
            return await ShowAsync(escalationId, form, ct);
        }
        var outcome = await takesBack.TakeBackAsync(escalationId, ct);
        return this.Answer(outcome, () =>
        {
            if (outcome.Kind == OutcomeKind.Already) { return Told(escalationId, EscalationRules.TakenBack); }
            return this.Success("Taken back. No answer is waited for any more", Addresses.Escalation(escalationId));
        }, () => Told(escalationId, TryAgain), rule => Told(escalationId, rule));
    }

    /// <summary>Takes the escalation back and puts it before another person.</summary>
    [HttpPost("/escalations/{escalationId:guid}/somebody-else"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> AskElse(Guid escalationId, EscalateForm form, string? answer, CancellationToken ct)
    {
        var shown = new EscalationForm { Key = form.Key, To = form.To, Reason = form.Reason, Answer = answer };
        if (!string.IsNullOrWhiteSpace(answer)) { ModelState.AddModelError(nameof(shown.Answer), "You have typed an answer: send it, or clear it, then ask somebody else"); }
        if (!ModelState.IsValid) { return await ShowAsync(escalationId, shown, ct); }
        var outcome = await takesBack.AskElseAsync(escalationId, form.Key, form.To!.Value, form.Reason!, ct);
        return await this.AnswerAsync(outcome.Of, () => this.Success($"{outcome.Value} has it in their worklist and was sent an email. You will hear of the answer", Addresses.Escalation(form.Key)), () => Task.FromResult<IActionResult>(Told(escalationId, TryAgain)), rule => rule switch
        {
            EscalationRules.NotInList => NotInListAsync(escalationId, shown, rule, ct),
            EscalationRules.Answered or EscalationRules.TakenBack => Task.FromResult<IActionResult>(Told(escalationId, rule)),
            _ => null,
        });
    }

    private IActionResult Told(Guid escalationId, string words) =>
        this.Notice(words, Addresses.Escalation(escalationId));

    private Task<IActionResult> NotInListAsync(Guid escalationId, EscalationForm shown, string rule, CancellationToken ct)
    {
        ModelState.AddModelError(nameof(shown.To), rule);
        return ShowAsync(escalationId, shown, ct);
    }

    private async Task<IActionResult> ShowAsync(Guid id, EscalationForm form, CancellationToken ct)
    {
        var row = await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (row is null) { return NotFound(); }
        var facts = (await awaited.FindAsync(id, ct))!;
        var instead = await awaited.InsteadAsync(row, ct);
        var mayTakeBack = row.IsAwaited && !facts.HasEnded && TakeBackEscalationHandler.IsFor(person, row);
        if (await heads.FindAsync(row.AdviceRequestId, ct) is not { } head)
        {
            // the reader may no longer open the request, so the page shows the escalation's state, but no reason or answer, even their own
            return row.RaisedByUserId == person.Actor.UserId || row.ToUserId == person.Actor.UserId
                ? View("../Escalate/Elsewhere", new EscalationElsewhere(row, facts, row.RaisedByUserId == person.Actor.UserId, mayTakeBack, instead)) : NotFound();
        }
        (form.Head, form.Row, form.Facts, form.MayTakeBack) = (head, row, facts, mayTakeBack);
        form.MayAnswer = row.IsAwaited && !facts.HasEnded && row.ToUserId == person.Actor.UserId;
        (form.Instead, form.MayOpenInstead) = (instead, instead is not null && await db.Escalations.AnyAsync(e => e.Id == instead.Id, ct));
        if (mayTakeBack)
        {
            form.TellsAsker = await takesBack.AskerToTellAsync(row, ct) is not null;
            form.People = EscalateForm.Choices(await people.ForAsync(head.Row, row.ToUserId, ct));
            form.Reason ??= row.Reason;
        }
        return View("../Escalate/Details", form);
    }
}
