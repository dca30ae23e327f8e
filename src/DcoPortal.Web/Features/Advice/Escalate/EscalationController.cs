using DcoPortal.Casework.Access;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Escalations;
using DcoPortal.Domain.Access;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.SignIn;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>One escalation: read, answer, take back, or ask somebody else.</summary>
[Area("Advice")]
public sealed class EscalationController(PortalDb db, RequestHeadQuery heads, EscalationPeopleQuery people, AwaitedEscalationsQuery awaited, EscalateHandler answers, TakeBackEscalationHandler takesBack, CurrentPerson person) : Controller
{
    /// <summary>What was asked and answered.</summary>
    [HttpGet("/escalations/{escalationId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public Task<IActionResult> Details(Guid escalationId, CancellationToken ct) => ShowAsync(escalationId, new EscalationForm(), ct);

    /// <summary>Answers it.</summary>
    [HttpPost("/escalations/{escalationId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Details(Guid escalationId, EscalationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(escalationId, form, ct); }
        switch (await answers.AnswerAsync(escalationId, form.Answer!, ct))
        {
            case null: return NotFound();
            case EscalationEnd.Done: TempData.Success("Your answer was sent"); break;
            case EscalationEnd.TakenBack:
                // what was written is shown once more, so that it is not lost
                form.NotSent = form.Answer;
                return await ShowAsync(escalationId, form, ct);
            case EscalationEnd.TryAgain:
                ModelState.AddModelError(nameof(form.Answer), "Something else happened in the same moment. Send your answer again");
                return await ShowAsync(escalationId, form, ct);
            default: TempData.Notice("This was answered already. Nothing was changed"); break;
        }
        return LocalRedirect($"/escalations/{escalationId}");
    }

    /// <summary>Where the two forms below are looked at again: on the page they stand on.</summary>
    [HttpGet("/escalations/{escalationId:guid}/take-back"), HttpGet("/escalations/{escalationId:guid}/somebody-else"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> Again(Guid escalationId, CancellationToken ct) =>
        await db.Escalations.AnyAsync(e => e.Id == escalationId, ct) ? LocalRedirect($"/escalations/{escalationId}") : NotFound();

    /// <summary>Takes it back: no answer is needed any more.</summary>
    [HttpPost("/escalations/{escalationId:guid}/take-back"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> TakeBack(Guid escalationId, CancellationToken ct)
    {
        if (await takesBack.TakeBackAsync(escalationId, ct) is not { } end) { return NotFound(); }
        if (end == EscalationEnd.Done) { TempData.Success("Taken back. No answer is waited for any more"); } else { Say(end); }
        return LocalRedirect($"/escalations/{escalationId}");
    }

    /// <summary>Takes it back and puts it before somebody else.</summary>
    [HttpPost("/escalations/{escalationId:guid}/somebody-else"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> AskElse(Guid escalationId, EscalateForm form, CancellationToken ct)
    {
        var shown = new EscalationForm { Key = form.Key, To = form.To, Reason = form.Reason };
        if (!ModelState.IsValid) { return await ShowAsync(escalationId, shown, ct); }
        if (await takesBack.AskElseAsync(escalationId, form.Key, form.To!.Value, form.Reason!, ct) is not { } done) { return NotFound(); }
        if (done.End == EscalationEnd.CannotBeAsked)
        {
            ModelState.AddModelError(nameof(form.To), "Choose somebody from the list");
            return await ShowAsync(escalationId, shown, ct);
        }
        if (done.End != EscalationEnd.Done)
        {
            Say(done.End);
            return LocalRedirect($"/escalations/{escalationId}");
        }
        TempData.Success($"{done.Name} has it in their worklist and was sent an email. You will hear of the answer");
        return LocalRedirect($"/escalations/{form.Key}");
    }

    private void Say(EscalationEnd end) => TempData.Notice(end switch
    {
        EscalationEnd.Answered => "This was answered in the meantime: read the answer first. Nothing was changed",
        EscalationEnd.TakenBack => "This was taken back already. Nothing was changed",
        _ => "Something else happened in the same moment. Nothing was changed: try again",
    });

    private async Task<IActionResult> ShowAsync(Guid id, EscalationForm form, CancellationToken ct)
    {
        var row = await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (row is null) { return NotFound(); }
        var facts = (await awaited.FindAsync(id, ct))!;
        var instead = await awaited.InsteadAsync(row, ct);
        var mayTakeBack = row.IsAwaited && !facts.HasEnded && TakeBackEscalationHandler.IsFor(person, row);
        if (await heads.FindAsync(row.AdviceRequestId, ct) is not { } head)
        {
            // their own words are theirs no more once the request is another's: only where it stands
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
