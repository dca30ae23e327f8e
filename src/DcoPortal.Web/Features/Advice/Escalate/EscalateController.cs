using DcoPortal.Domain.Access;
using DcoPortal.Web.Data;
using DcoPortal.Web.Features.Advice.Request;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Ui;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts a request before a named person, who must answer.</summary>
[Area("Advice")]
public sealed class EscalateController(PortalDb db, RequestHeadQuery heads, EscalationPeopleQuery people, EscalateHandler handler, CurrentPerson person) : Controller
{
    /// <summary>Asks who and why.</summary>
    [HttpGet("/advice-requests/{id:guid}/escalate"), Allow(Permission.EscalateRequest)]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => AskAsync(id, new EscalateForm(), ct);

    /// <summary>Puts it before them.</summary>
    [HttpPost("/advice-requests/{id:guid}/escalate"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> Index(Guid id, EscalateForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await AskAsync(id, form, ct); }
        if (await handler.RaiseAsync(id, form.Key, form.To!.Value, form.Reason!, ct) is not { } name)
        {
            ModelState.AddModelError(nameof(form.To), "Choose somebody from the list");
            return await AskAsync(id, form, ct);
        }
        TempData.Success($"{name} has it in their worklist and was sent an email. You will hear of the answer");
        return LocalRedirect($"/advice-requests/{id}");
    }

    /// <summary>One escalation.</summary>
    [HttpGet("/escalations/{escalationId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public Task<IActionResult> Details(Guid escalationId, CancellationToken ct) => ShowAsync(escalationId, new EscalationForm(), ct);

    /// <summary>Answers it.</summary>
    [HttpPost("/escalations/{escalationId:guid}"), Allow(Permission.ViewAdviceRequests)]
    public async Task<IActionResult> Details(Guid escalationId, EscalationForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(escalationId, form, ct); }
        switch (await handler.AnswerAsync(escalationId, form.Answer!, ct))
        {
            case null: return NotFound();
            case true: TempData.Success("Your answer was sent"); break;
            default: TempData.Notice("This was answered already. Nothing was changed"); break;
        }
        return LocalRedirect($"/escalations/{escalationId}");
    }

    private async Task<IActionResult> AskAsync(Guid id, EscalateForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        form.People = [.. (await people.ForAsync(head.Row, ct)).Where(p => p.UserId != person.Actor.UserId).Select(p => new SelectListItem($"{p.Name}, {p.Title}", p.UserId.ToString()))];
        form.Before = await db.Escalations.AsNoTracking().Where(e => e.AdviceRequestId == id).OrderByDescending(e => e.RaisedUtc).ThenBy(e => e.Id).Take(20).ToListAsync(ct);
        return View("Index", form);
    }

    private async Task<IActionResult> ShowAsync(Guid id, EscalationForm form, CancellationToken ct)
    {
        var row = await db.Escalations.AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct);
        if (row is null || await heads.FindAsync(row.AdviceRequestId, ct) is not { } head) { return NotFound(); }
        (form.Head, form.Row, form.MayAnswer) = (head, row, row.AnsweredUtc is null && row.ToUserId == person.Actor.UserId);
        return View("Details", form);
    }
}
