using System.Text.RegularExpressions;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>What every field for a telephone number asks.</summary>
internal static partial class PhoneRule
{
    /// <summary>Blank, or a phone number with enough digits.</summary>
    public static IRuleBuilderOptions<T, string?> PhoneOrBlank<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => string.IsNullOrWhiteSpace(text) || (text.Trim().Length <= 50 && Shape().IsMatch(text.Trim()) && text.Count(char.IsAsciiDigit) >= 9))
            .WithMessage("Enter a phone number, like 01772 900 982 or +44 7700 900 982");

    [GeneratedRegex(@"\A[0-9+()\-./ ext]+\z", RegexOptions.IgnoreCase)]
    private static partial Regex Shape();
}
