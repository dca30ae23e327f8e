using DcoPortal.Casework.Exemptions;

namespace DcoPortal.Web.Features.Exemptions;

/// <summary>The steps that the health and authority controllers share: one form, one verdict, one refusal.</summary>
internal static class ExemptionFormFlow
{
    private const string View = "~/Features/Exemptions/Form.cshtml";

    /// <summary>The empty form; or back to the record, when no exemption can be recorded on it.</summary>
    public static IActionResult ExemptionPage(this Controller controller, ExemptionForm form, string me)
    {
        if (form.Head.Refusal is { } why) { return Back(controller, form.Head, why); }
        form.DecidedBy = me;
        form.DecidedOn = DateInput.From(form.Head.Today);
        return controller.View(View, form);
    }

    /// <summary>Handles the sent form: shows the verdict, refuses with the reason at the deciding fact, or records.</summary>
    public static async Task<IActionResult> TakeExemptionAsync(this Controller controller, ExemptionForm form, Func<Task<Outcome<ExemptionResult>>> record)
    {
        var state = controller.ModelState;
        if (form.Head.Refusal is { } why) { return Back(controller, form.Head, why); }
        if (!state.IsValid) { return controller.View(View, form); }
        if (form.IsCheck)
        {
            var verdict = ExemptionRules.Judge(form.Head.Deadline, form.Ground!.Value, form.Answers()).Ground;
            // a ground that is not on the limit's list has no facts on the form, so its verdict is an error at the ground
            if (verdict.Paragraph is null) { state.AddModelError(nameof(form.Ground), verdict.Reason); }
            else { form.Verdict = verdict; }
            return controller.View(View, form);
        }

        var outcome = await record();
        if (outcome is { Kind: OutcomeKind.Refused, Value: { } result })
        {
            if (result.ExemptionId is { } same)
            {
                state.AddModelError(nameof(form.Ground), outcome.Of.Rule!);
                form.SameAs = same;
                controller.Response.StatusCode = StatusCodes.Status409Conflict;
                return controller.View(View, form);
            }
            state.AddModelError(result.Judgement.Ground.Paragraph is null ? nameof(form.Ground) : form.FieldAtFault(), result.Judgement.Reason);
            return controller.View(View, form);
        }

        return controller.Answer(outcome.Of, () =>
        {
            controller.TempData.Success($"Exemption recorded. The due date is still {UkText.LongDate(form.Head.Deadline.Due)}.");
            return controller.LocalRedirect(Addresses.Exemption(outcome.Value!.ExemptionId!.Value));
        });
    }

    private static IActionResult Back(Controller controller, ExemptionHead head, string why) => controller.Notice(why, head.BackPath);
}
