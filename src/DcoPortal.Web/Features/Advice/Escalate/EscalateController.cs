using DcoPortal.Casework.Escalations;
using DcoPortal.Web.Parts.Requests;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts a request before a named person, who must answer.</summary>
[Area("Advice")]
public sealed class EscalateController(PortalDb db, RequestHeadQuery heads, EscalationPeopleQuery people, EscalateHandler handler, EscalationListQuery list, AuditTrail audit) : Controller
{
    /// <summary>Asks whom to escalate to, and why.</summary>
    [HttpGet("/advice-requests/{id:guid}/escalate"), Allow(Permission.EscalateRequest)]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => AskAsync(id, new EscalateForm(), ct);

    /// <summary>Puts the request before the person chosen.</summary>
    [HttpPost("/advice-requests/{id:guid}/escalate"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> Index(Guid id, EscalateForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await AskAsync(id, form, ct); }
        var outcome = await handler.RaiseAsync(id, form.Key, form.To!.Value, form.Reason!, ct);
        return await this.AnswerAsync(outcome.Of, () => Escalated(id, outcome.Value!), refused: rule => rule == EscalationRules.NotInList ? NotInListAsync(id, form, rule, ct) : null);
    }

    /// <summary>Every escalation that awaits an answer, the oldest first.</summary>
    [HttpGet("/escalations"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> List(CancellationToken ct, int page = 1)
    {
        var shown = await list.PageAsync(page, ct);
        if (shown.Children.Count > 0) { await audit.RecordReadAsync(new ChildListRead("Escalations", shown.Children.Count, false), ct); }
        return View(shown);
    }

    private LocalRedirectResult Escalated(Guid id, Raised raised)
    {
        TempData.Undo(Addresses.UndoEscalate, raised.Undo);
        return this.Success($"{raised.ToName} has it in their worklist and gets an email. You will hear of the answer", Addresses.AdviceRequest(id));
    }

    private Task<IActionResult> NotInListAsync(Guid id, EscalateForm form, string rule, CancellationToken ct)
    {
        ModelState.AddModelError(nameof(form.To), rule);
        return AskAsync(id, form, ct);
    }

    private async Task<IActionResult> AskAsync(Guid id, EscalateForm form, CancellationToken ct)
    {
        if (await heads.FindAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        var found = await people.ForAsync(head.Row, null, ct);
        form.People = EscalateForm.Choices(found);
        form.NobodyOfService = found.Any(p => p.LeadsService) ? null
            : head.Row.Stage.IsWithNobody() ? "No service has this request now, so nobody of a service can be asked."
            : "Nobody else who leads the service with this request can sign in, so nobody of the service can be asked.";
        form.Before = await db.Escalations.AsNoTracking().Where(e => e.AdviceRequestId == id).OrderByDescending(e => e.RaisedUtc).ThenBy(e => e.Id).Take(20).ToListAsync(ct);
        return View("Index", form);
    }
}
