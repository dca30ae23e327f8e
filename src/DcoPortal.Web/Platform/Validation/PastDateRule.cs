namespace DcoPortal.Web.Platform.Validation;

internal static class PastDateRule
{
    /// <summary>A whole, real date that is today or earlier.</summary>
    public static void PastDate<T>(this IRuleBuilderInitial<T, DateInput> rule, string what, string whenEmpty, UkClock clock) => rule.Custom((date, context) =>
    {
        if (date.IsEmpty) { context.AddFailure(whenEmpty); }
        else if (date.Problem(what) is { } problem) { context.AddFailure(problem); }
        else if (date.Value > clock.Today) { context.AddFailure($"{what} must be today or in the past"); }
    });
}
