namespace DcoPortal.Web.Platform.Validation;

/// <summary>The address of a SEND lead, wherever it is typed.</summary>
internal static class SendLeadRule
{
    /// <summary>Empty, or an email address that fits.</summary>
    public static void SendLeadAddress<T>(this IRuleBuilderInitial<T, string?> rule) => rule.Cascade(CascadeMode.Stop)
        .AtMost(254, "Email address")
        .EmailOrBlank();
}
