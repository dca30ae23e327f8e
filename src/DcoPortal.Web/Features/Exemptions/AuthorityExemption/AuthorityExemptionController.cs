using DcoPortal.Casework.Exemptions;

namespace DcoPortal.Web.Features.Exemptions.AuthorityExemption;

/// <summary>The authority's exemption from one of its limits on an assessment (regulations 5(4), 10(4) and 13(3); 27(3) for a re-assessment, 44 after an order).</summary>
[Area("Exemptions"), Allow(Permission.RecordDecision)]
public sealed class AuthorityExemptionController(ExemptionHeadQuery heads, RecordExemptionHandler handler, CurrentPerson person) : Controller
{
    /// <summary>The form for one limit. Without a limit, the final plan.</summary>
    [HttpGet("/assessments/{reference}/exemption")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct, DeadlineKind limit = DeadlineKind.FinalPlan) =>
        await heads.ForLimitAsync(reference, limit, ct) is { } head ? this.ExemptionPage(new AuthorityExemptionForm { Head = head }, person.Actor.Name) : NotFound();

    /// <summary>Says whether the facts meet the ground, or records the exemption.</summary>
    [HttpPost("/assessments/{reference}/exemption")]
    public async Task<IActionResult> Index(string reference, AuthorityExemptionForm form, CancellationToken ct, [FromQuery] DeadlineKind limit = DeadlineKind.FinalPlan)
    {
        if (await heads.ForLimitAsync(reference, limit, ct) is not { } head) { return NotFound(); }
        form.Head = head;
        return await this.TakeExemptionAsync(form, () => handler.ForLimitAsync(head.Keys.Reference, limit, form.ToRecord(), ct));
    }
}
