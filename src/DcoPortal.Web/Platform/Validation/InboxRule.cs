namespace DcoPortal.Web.Platform.Validation;

/// <summary>What every field for a shared mailbox asks.</summary>
internal static class InboxRule
{
    /// <summary>An email address; the message says which mailbox is missing.</summary>
    public static void InboxAddress<T>(this IRuleBuilderInitial<T, string?> rule, string missing) => rule.Cascade(CascadeMode.Stop)
        .NotEmpty().WithMessage(missing)
        .AtMost(254, "Inbox")
        .EmailThatReceives("team@nhs.net");
}
