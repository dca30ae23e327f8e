using System.Text.RegularExpressions;

namespace DcoPortal.Web.Parts.Notification;

/// <summary>Checks that several parts of the form share. They refuse text that cannot be right, not text that looks unusual.</summary>
internal static partial class FieldRules
{
    /// <summary>A longest length; a line break counts as one character, whatever the browser sends.</summary>
    public static IRuleBuilderOptions<T, string?> AtMost<T>(this IRuleBuilder<T, string?> rule, int most, string what) =>
        rule.Must(text => (text ?? "").Replace("\r\n", "\n", StringComparison.Ordinal).Length <= most)
            .WithMessage($"{what} must be {most.ToString("N0", System.Globalization.CultureInfo.InvariantCulture)} characters or fewer");

    /// <summary>Blank, or an address that an email could be sent to.</summary>
    public static IRuleBuilderOptions<T, string?> EmailOrBlank<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || (text.Trim().Length <= 254 && EmailShape().IsMatch(text.Trim())))
            .WithMessage("Enter an email address in the correct format, like name@example.com");

    [GeneratedRegex(@"\A[^@\s]+@[^@\s.]+(\.[^@\s.]+)+\z")]
    private static partial Regex EmailShape();
}
