using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Web.Platform.Validation;

/// <summary>What every field for an email address asks: that it can receive mail.</summary>
internal static class EmailRule
{
    private const string WorkExample = "name@nhs.net";

    /// <summary>An address that can receive mail; blank is another rule's business.</summary>
    public static IRuleBuilderOptions<T, string?> EmailThatReceives<T>(this IRuleBuilder<T, string?> rule, string example = WorkExample) =>
        rule.Must(a => EmailAddress.CanReceive(a?.Trim())).WithMessage($"Enter an email address in the right format, such as {example}");

    /// <summary>Blank, or an address that can receive mail.</summary>
    public static IRuleBuilderOptions<T, string?> EmailOrBlank<T>(this IRuleBuilder<T, string?> rule, string example = WorkExample) =>
        rule.Must(a => string.IsNullOrWhiteSpace(a) || EmailAddress.CanReceive(a.Trim())).WithMessage($"Enter an email address in the right format, such as {example}");
}
