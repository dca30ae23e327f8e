using DcoPortal.Domain;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>The one place where what came of a use case becomes HTTP.</summary>
internal static class OutcomeAnswers
{
    /// <summary>Answers a form that was sent.</summary>
    /// <param name="controller">The controller.</param>
    /// <param name="outcome">What came of it.</param>
    /// <param name="stands">The answer when it stands; it may ask whether that was so before.</param>
    /// <param name="changed">The answer when somebody was quicker with something else; the general page of a conflict when null.</param>
    /// <param name="refused">The answer when a rule refuses it, such as the form with the rule beside the field; the general page when null, or when it has none for this rule.</param>
    /// <exception cref="DomainRuleException">Refused: the general page shows the rule, as 409.</exception>
    public static async Task<IActionResult> AnswerAsync(this Controller controller, Outcome outcome, Func<IActionResult> stands, Func<Task<IActionResult>>? changed = null,
        Func<string, Task<IActionResult>?>? refused = null) => outcome.Kind switch
        {
            OutcomeKind.Refused when refused?.Invoke(outcome.Rule!) is { } answer => await answer,
            OutcomeKind.ChangedMeanwhile when changed is not null => await changed(),
            _ => controller.Answer(outcome, stands),
        };

    /// <summary>Answers a form on which the rule that refuses it stands beside its field, or beside the given one, with all that was typed.</summary>
    public static Task<IActionResult> AnswerOnFormAsync(this Controller controller, Outcome outcome, Func<IActionResult> stands, Func<Task<IActionResult>> form, string field = "") =>
        controller.AnswerAsync(outcome, stands, refused: rule =>
        {
            controller.ModelState.AddModelError(outcome.Field ?? field, rule);
            return form();
        });

    /// <summary>Answers with what came of it, when it stands.</summary>
    public static async Task<IActionResult> AnswerAsync<T>(this Controller controller, Outcome<T> outcome, Func<T, Task<IActionResult>> stands) =>
        outcome.Stands ? await stands(outcome.Value!) : controller.Answer(outcome.Of, () => throw new System.Diagnostics.UnreachableException());

    /// <summary>The same without anything to wait for.</summary>
    public static IActionResult Answer(this Controller controller, Outcome outcome, Func<IActionResult> stands, Func<IActionResult>? changed = null, Func<string, IActionResult?>? refused = null) => outcome.Kind switch
    {
        OutcomeKind.NotFound => controller.NotFound(),
        OutcomeKind.Refused => refused?.Invoke(outcome.Rule!) ?? throw new DomainRuleException(outcome.Rule!),
        OutcomeKind.ChangedMeanwhile => changed is null ? controller.StatusCode(StatusCodes.Status409Conflict) : changed(),
        _ => stands(),
    };
}
