namespace DcoPortal.Web.Platform.Validation;

internal static class PastDateRule
{
    private static readonly DateOnly Earliest = new(1990, 1, 1);

    /// <summary>A whole, real date that is today or earlier, and not of another age.</summary>
    public static void PastDate<T>(this IRuleBuilderInitial<T, DateInput> rule, string what, string whenEmpty, UkClock clock) => rule.Custom((date, context) =>
    {
        if (date.IsEmpty) { context.AddFailure(whenEmpty); }
        else if (date.Problem(what) is { } problem) { context.AddFailure(problem); }
        // nobody concerned was born before it
        else if (date.Value < Earliest) { context.AddFailure($"Check the year: {what} cannot be before {Earliest.Year}"); }
        else if (date.Value > clock.Today) { context.AddFailure($"{what} must be today or in the past"); }
    });
}
