namespace DcoPortal.Web.Platform.Validation;

/// <summary>The address of a SEND lead, wherever it is typed.</summary>
internal static class SendLeadRule
{
    /// <summary>Empty, or an email address that fits.</summary>
    public static void SendLeadAddress<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Cascade(CascadeMode.Stop)
        .MaximumLength(254).WithMessage("Email address must be 254 characters or fewer")
        .Must(a => string.IsNullOrWhiteSpace(a) || Shape(a.Trim())).WithMessage("Enter an email address in the right format, such as name@nhs.net");

    // the same check as in the other address fields: one @ that is neither first nor last, and no character that could split a header
    private static bool Shape(string address) => address.IndexOf('@') is var at && at > 0 && at < address.Length - 1 && at == address.LastIndexOf('@') && !address.Any(c => char.IsControl(c) || char.IsWhiteSpace(c));
}
