using DcoPortal.Casework.Incidents;

namespace DcoPortal.Web.Features.Incidents.One;

/// <summary>One incident: read, add what was done, close, open again.</summary>
[Area("Incidents"), Allow(Permission.WithdrawAdvice)]
public sealed class OneController(IncidentQuery query, IncidentsHandler handler) : Controller
{
    /// <summary>The record.</summary>
    [HttpGet("/incidents/{id:guid}")]
    public Task<IActionResult> Index(Guid id, CancellationToken ct) => ShowAsync(id, new IncidentForm { Key = Guid.CreateVersion7() }, ct);

    /// <summary>Adds what was done.</summary>
    [HttpPost("/incidents/{id:guid}")]
    public async Task<IActionResult> Index(Guid id, IncidentForm form, CancellationToken ct) =>
        ModelState.IsValid ? this.Answer(await handler.AddAsync(id, form.Key, form.Text!, ct), () => this.Success("Added to the record.", Addresses.Incident(id))) : await ShowAsync(id, form, ct);

    /// <summary>Closes the record with the same words.</summary>
    [HttpPost("/incidents/{id:guid}/close")]
    public async Task<IActionResult> Close(Guid id, IncidentForm form, CancellationToken ct) =>
        ModelState.IsValid ? this.Answer(await handler.CloseAsync(id, form.Key, form.Text!, ct), () => this.Success("Incident closed.", Addresses.Incident(id))) : await ShowAsync(id, form, ct);

    /// <summary>Opens it again.</summary>
    [HttpPost("/incidents/{id:guid}/reopen")]
    public async Task<IActionResult> Reopen(Guid id, CancellationToken ct) =>
        this.Answer(await handler.ReopenAsync(id, ct), () => this.Success("Incident opened again.", Addresses.Incident(id)));

    private async Task<IActionResult> ShowAsync(Guid id, IncidentForm form, CancellationToken ct)
    {
        if (form.Key == Guid.Empty) { form.Key = Guid.CreateVersion7(); }
        return await query.FillAsync(form, id, ct) ? View("Index", form) : NotFound();
    }
}
