namespace DcoPortal.Web.Platform.Validation;

/// <summary>A day for which an answer or a piece of work is promised or expected: reminders rest until it, so a slip of the year would stop them.</summary>
internal static class ComingDateRule
{
    // a later one is a typing mistake
    private const int MostDays = 366;

    /// <summary>A whole, real date from today to a year ahead.</summary>
    /// <param name="rule">The field.</param>
    /// <param name="what">What it is, such as "The promised date".</param>
    /// <param name="whenEmpty">What to say where it is left empty; null where it may be.</param>
    /// <param name="clock">The clock.</param>
    /// <param name="asked">Whether the form asks for it as it is filled in; null for always.</param>
    public static void ComingDate<T>(this IRuleBuilderInitial<T, DateInput> rule, string what, string? whenEmpty, UkClock clock, Func<T, bool>? asked = null) => rule.Custom((date, context) =>
    {
        if (asked is not null && !asked(context.InstanceToValidate)) { return; }
        var problem = date.IsEmpty ? whenEmpty : date.Problem(what)
            ?? (date.Value < clock.Today ? $"{what} must be today or later" : date.Value > clock.Today.AddDays(MostDays) ? $"{what} must be within a year" : null);
        if (problem is not null) { context.AddFailure(problem); }
    });
}
