using DcoPortal.Casework.Exemptions;

namespace DcoPortal.Web.Features.Exemptions.Recorded;

/// <summary>The changes to a recorded exemption, the same for both bodies; only their own people may make them.</summary>
public abstract class ChangeExemptionController(RecordedPageQuery query, ChangeExemptionHandler handler, bool ofHealth) : Controller
{
    /// <summary>Records the day the family was told.</summary>
    [HttpPost("{exemptionId:guid}/family-told")]
    public Task<IActionResult> FamilyTold(Guid exemptionId, FamilyToldForm form, CancellationToken ct) =>
        ChangeAsync(exemptionId, (nameof(form.ExpectedOn), form.ExpectedOn, p => p.ExpectedOn), () => handler.FamilyToldAsync(exemptionId, ofHealth, form.FamilyToldOn.Value!.Value, form.Version, ct),
            () => $"Recorded: the family was told on {UkText.LongDate(form.FamilyToldOn.Value)}.", ct);

    /// <summary>Changes when the work is now expected.</summary>
    [HttpPost("{exemptionId:guid}/expected")]
    public Task<IActionResult> Expected(Guid exemptionId, ExpectedForm form, CancellationToken ct) =>
        ChangeAsync(exemptionId, (nameof(form.FamilyToldOn), form.FamilyToldOn, p => p.FamilyToldOn), () => handler.ExpectAsync(exemptionId, ofHealth, form.ExpectedOn.Value, form.Version, ct),
            () => form.ExpectedOn.Value is { } on ? $"Now expected on {UkText.LongDate(on)}. The due date stands." : "The expected date was taken out. The due date stands.", ct);

    /// <summary>Withdraws an exemption that was recorded by mistake.</summary>
    [HttpPost("{exemptionId:guid}/withdraw")]
    public Task<IActionResult> Withdraw(Guid exemptionId, WithdrawForm form, CancellationToken ct) =>
        ChangeAsync(exemptionId, null, () => handler.WithdrawAsync(exemptionId, ofHealth, form.Reason!.Trim(), form.Version, ct), () => "Exemption withdrawn. The due date stands.", ct);

    private async Task<IActionResult> ChangeAsync(Guid id, (string Field, DateInput Typed, Func<RecordedPage, DateInput> Stored)? beside, Func<Task<Outcome>> change, Func<string> said, CancellationToken ct)
    {
        // the other day of the form, which this button does not save
        if (beside is { } other && Request.Form.Keys.Any(k => k.StartsWith(other.Field, StringComparison.OrdinalIgnoreCase)) && await query.FindAsync(id, ct) is { } stored && !other.Typed.IsSame(other.Stored(stored)))
        {
            ModelState.AddModelError(other.Field, "You have changed this too. Save it with its own button first, or put it back");
        }
        if (!ModelState.IsValid)
        {
            return await query.FindAsync(id, ct) is { } page && page.Head.IsHealth == ofHealth ? View("~/Features/Exemptions/Recorded/Index.cshtml", page) : NotFound();
        }
        return this.Answer(await change(), () => this.Success(said(), Addresses.Exemption(id)));
    }
}

/// <summary>Health's exemptions, changed by health.</summary>
[Area("Exemptions"), Route("/advice-requests/exemptions"), Allow(Permission.RespondToRequest)]
public sealed class ChangeHealthExemptionController(RecordedPageQuery query, ChangeExemptionHandler handler) : ChangeExemptionController(query, handler, ofHealth: true);

/// <summary>The authority's exemptions, changed by the authority.</summary>
[Area("Exemptions"), Route("/assessments/exemptions"), Allow(Permission.RecordDecision)]
public sealed class ChangeAuthorityExemptionController(RecordedPageQuery query, ChangeExemptionHandler handler) : ChangeExemptionController(query, handler, ofHealth: false);
