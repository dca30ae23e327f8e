namespace DcoPortal.Web.Parts.Notification;

/// <summary>Checks that several parts of the form share. They refuse text that cannot be right, not text that looks unusual.</summary>
internal static class FieldRules
{
    /// <summary>A longest length; a line break counts as one character, whatever the browser sends.</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int most, string what) =>
        rule.Must(text => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Length <= most)
            .WithMessage($"{what} must be {most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters or fewer");
}
