using DcoPortal.Casework.Escalations;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>Puts the requests ticked on the chase list before named persons.</summary>
[Area("Advice")]
public sealed class EscalateManyController(EscalateManyQuery query, EscalateHandler handler, AuditTrail audit, UkClock clock) : Controller
{
    /// <summary>Asks whom to escalate to, for each service, and why.</summary>
    [HttpGet("/chase/escalate"), Allow(Permission.EscalateRequest)]
    public Task<IActionResult> Index([FromQuery] List<Guid> requests, CancellationToken ct) => AskAsync(new EscalateManyForm { Requests = requests }, ct);

    /// <summary>Puts each request before the person chosen for its service.</summary>
    [HttpPost("/chase/escalate"), Allow(Permission.EscalateRequest)]
    public async Task<IActionResult> Index(EscalateManyForm form, CancellationToken ct)
    {
        var groups = await query.LoadAsync(form.Requests, ct);
        foreach (var group in groups.Where(g => g.People.Count > 0 && g.People.All(p => p.UserId != form.To.GetValueOrDefault(g.ServiceId))))
        {
            ModelState.AddModelError($"To[{group.ServiceId}]", $"Choose who must answer for {group.Service}");
        }
        if (!ModelState.IsValid || groups.Count == 0) { return await AskAsync(form, ct); }
        var asks = groups.Where(g => g.People.Count > 0)
            .SelectMany(g => g.Rows.Select(r => new EscalationAsk(r.Id, form.KeyOf(r.Id), form.To[g.ServiceId]!.Value)));
        var names = await handler.RaiseManyAsync([.. asks], form.Reason!, ct);
        return names.Count == 0
            ? this.Notice("Nothing was escalated: the requests were answered or closed meanwhile.", Addresses.Chase)
            : this.Success($"{UkText.Count(names.Count, "request")} escalated to {string.Join(" and ", names.Distinct())}. You will hear of each answer", Addresses.Chase);
    }

    private async Task<IActionResult> AskAsync(EscalateManyForm form, CancellationToken ct)
    {
        (form.Groups, form.Today) = (await query.LoadAsync(form.Requests, ct), clock.Today);
        var count = form.Groups.Sum(g => g.Rows.Count);
        if (count > 0) { await audit.RecordReadAsync(new ChildListRead("Escalate several requests", count, false), ct); }
        return View("/Features/Advice/Escalate/Many.cshtml", form);
    }
}
