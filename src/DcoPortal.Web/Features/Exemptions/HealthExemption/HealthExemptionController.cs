using DcoPortal.Casework.Exemptions;

namespace DcoPortal.Web.Features.Exemptions.HealthExemption;

/// <summary>Health's exemption from its 6 weeks, recorded on a request (regulation 8(2)).</summary>
[Area("Exemptions"), Allow(Permission.RespondToRequest)]
public sealed class HealthExemptionController(ExemptionHeadQuery heads, RecordExemptionHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The form, with the ground of the link chosen, and the facts that are known already.</summary>
    [HttpGet("/advice-requests/{id:guid}/exemption")]
    public async Task<IActionResult> Index(Guid id, ExemptionGround? ground, CancellationToken ct) =>
        await heads.ForRequestAsync(id, ct) is { } head ? this.ExemptionPage(Known(new HealthExemptionForm { Head = head, Ground = ground }), person.Actor.Name) : NotFound();

    /// <summary>The link about a missed appointment already says that the family missed it; a promised day is when the advice is expected.</summary>
    private static HealthExemptionForm Known(HealthExemptionForm form)
    {
        if (form.Ground == ExemptionGround.MissedAppointment) { form.NotKeptBy = AppointmentNotKeptBy.ChildOrFamily; }
        if (form.Ground is not null && form.Head.PromisedOn is { } on && on >= form.Head.Today) { form.ExpectedOn = DateInput.From(on); }
        return form;
    }

    /// <summary>Says whether the facts meet the ground, or records the exemption.</summary>
    [HttpPost("/advice-requests/{id:guid}/exemption")]
    public async Task<IActionResult> Index(Guid id, HealthExemptionForm form, CancellationToken ct)
    {
        if (await heads.ForRequestAsync(id, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        return await this.TakeExemptionAsync(form, () => handler.ForRequestAsync(id, form.ToRecord(), ct));
    }
}
