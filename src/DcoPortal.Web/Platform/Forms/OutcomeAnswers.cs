using DcoPortal.Domain;

namespace DcoPortal.Web.Platform.Forms;

/// <summary>The one place where the outcome of a use case becomes HTTP.</summary>
internal static class OutcomeAnswers
{
    /// <summary>Answers a form that was sent.</summary>
    /// <param name="controller">The outcome of the use case.</param>
    /// <param name="outcome">The answer when the outcome stands; it may look whether a first click had done it already.</param>
    /// <param name="stands">The answer when another person changed the record first; the general page of a conflict when null.</param>
    /// <param name="changed">The answer when a rule refuses, such as the form with the rule at its field; the general page when null, or when it returns null.</param>
    /// <param name="refused">A rule refused, and the general page shows the rule, as 409.</param>
    /// <exception cref="DomainRuleException">Refused: the general page shows the rule, as 409.</exception>
    public static async Task<IActionResult> AnswerAsync(this Controller controller, Outcome outcome, Func<IActionResult> stands, Func<Task<IActionResult>>? changed = null,
        Func<string, Task<IActionResult>?>? refused = null) => outcome.Kind switch
        {
            OutcomeKind.Refused when refused?.Invoke(outcome.Rule!) is { } answer => await answer,
            OutcomeKind.ChangedMeanwhile when changed is not null => await changed(),
            _ => controller.Answer(outcome, stands),
        };

    /// <summary>Answers with the form when a rule refuses: the rule at its own field, or at the given one, and everything typed kept.</summary>
    public static Task<IActionResult> AnswerOnFormAsync(this Controller controller, Outcome outcome, Func<IActionResult> stands, Func<Task<IActionResult>> form, string field = "") =>
        controller.AnswerAsync(outcome, stands, refused: rule =>
        {
            controller.ModelState.AddModelError(outcome.Field ?? field, rule);
            return form();
        });

    /// <summary>Answers with the outcome's value, when the outcome stands.</summary>
    public static async Task<IActionResult> AnswerAsync<T>(this Controller controller, Outcome<T> outcome, Func<T, Task<IActionResult>> stands) =>
        outcome.Stands ? await stands(outcome.Value!) : controller.Answer(outcome.Of, () => throw new System.Diagnostics.UnreachableException());

    /// <summary>The same for answers that need no waiting.</summary>
    public static IActionResult Answer(this Controller controller, Outcome outcome, Func<IActionResult> stands, Func<IActionResult>? changed = null, Func<string, IActionResult?>? refused = null) => outcome.Kind switch
    {
        OutcomeKind.NotFound => controller.NotFound(),
        OutcomeKind.Refused => refused?.Invoke(outcome.Rule!) ?? throw new DomainRuleException(outcome.Rule!),
        OutcomeKind.ChangedMeanwhile when changed is not null => changed(),
        OutcomeKind.ChangedMeanwhile when outcome.Rule is { } happened => controller.Instead(ErrorPages.ForLate(happened)),
        OutcomeKind.ChangedMeanwhile => controller.StatusCode(StatusCodes.Status409Conflict),
        _ => stands(),
    };
}
