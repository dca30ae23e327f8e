using FluentValidation.Validators;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>
/// The one way in which the longest length of a text is asked for. A line break counts as one character, as the browser's counter
/// counts it: <see cref="Forms.LineBreaks"/> sees to that before any rule looks, and what is stored is what was counted.
/// </summary>
internal static class LengthRule
{
    /// <summary>A longest length.</summary>
    /// <param name="rule">The rule.</param>
    /// <param name="most">In characters.</param>
    /// <param name="what">How the message begins: "The reason".</param>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int most, string what) =>
        rule.SetValidator(new AtMostValidator<T>(most)).WithMessage($"{what} must be {most.ToString("N0", UkText.Culture)} characters or fewer");
}

/// <summary>The longest length of a field, for whoever asks.</summary>
internal interface IAtMost
{
    /// <summary>In characters.</summary>
    int Most { get; }
}

internal sealed class AtMostValidator<T>(int most) : PropertyValidator<T, string?>, IAtMost
{
    public int Most { get; } = most;

    public override string Name => "AtMost";

    public override bool IsValid(ValidationContext<T> context, string? value) => value is null || value.ReplaceLineEndings("\n").Length <= Most;
}
