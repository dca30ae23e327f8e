using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;

namespace DcoPortal.Domain.Facts;

/// <summary>A person signed in.</summary>
public sealed record SignedIn(bool WithTwoFactor) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => WithTwoFactor ? "with a code" : "with a password";

    /// <inheritdoc />
    public override string Sentence => "Signed in";
}

/// <summary>A sign-in was refused.</summary>
public sealed record SignInRefused(string Why) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => Why;

    /// <inheritdoc />
    public override string Sentence => "Sign-in refused";
}

/// <summary>A person signed out.</summary>
public sealed record SignedOut() : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string Sentence => "Signed out";
}

/// <summary>A person was invited.</summary>
public sealed record UserInvited(Guid InvitationId, Role Role, string Organisation) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Invitation {InvitationId:N}";

    /// <inheritdoc />
    public override string Sentence => $"Invited as {Role} of {Organisation}";
}

/// <summary>An invitation was withdrawn.</summary>
public sealed record InvitationWithdrawn(Guid InvitationId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => $"Invitation {InvitationId:N}";

    /// <inheritdoc />
    public override string Sentence => "Invitation withdrawn";
}

/// <summary>An invitation was accepted and an account made.</summary>
public sealed record InvitationAccepted(Guid AccountId, Role Role) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => $"Invitation accepted as {Role}";
}

/// <summary>The first administrator was made by a command.</summary>
public sealed record AdministratorCreated(Guid AccountId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => "Administrator created by command";
}

/// <summary>An account was disabled.</summary>
public sealed record AccountDisabled(Guid AccountId, string Reason) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string? Because => Reason;

    /// <inheritdoc />
    public override string Sentence => "Account disabled";
}

/// <summary>An account was enabled again.</summary>
public sealed record AccountEnabled(Guid AccountId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => "Account enabled";
}

/// <summary>The services that an account works in were changed.</summary>
public sealed record AccountServicesChanged(Guid AccountId, string From, string To) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => From;

    /// <inheritdoc />
    public override string? After => $"{To} (account {AccountId:N})";

    /// <inheritdoc />
    public override string Sentence => "Services of an account changed";
}

/// <summary>A password was changed or reset.</summary>
public sealed record PasswordChanged(Guid AccountId, bool ByReset) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => ByReset ? "Password reset" : "Password changed";
}

/// <summary>Two-factor sign-in was turned on or reset.</summary>
public sealed record TwoFactorChanged(Guid AccountId, bool IsOn) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => IsOn ? "Two-factor sign-in turned on" : "Two-factor sign-in reset";
}

/// <summary>New recovery codes replaced the old ones.</summary>
public sealed record RecoveryCodesRenewed(Guid AccountId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => "Recovery codes renewed";
}

/// <summary>A link to choose a new password was sent.</summary>
public sealed record PasswordLinkSent(Guid AccountId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Account {AccountId:N}";

    /// <inheritdoc />
    public override string Sentence => "Password link sent";
}

/// <summary>A person ended every session of their own account.</summary>
public sealed record SignedOutEverywhere() : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string Sentence => "Signed out everywhere";
}

/// <summary>An invitation was sent again, with a new link.</summary>
public sealed record InvitationSentAgain(Guid InvitationId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Invitation {InvitationId:N}";

    /// <inheritdoc />
    public override string Sentence => "Invitation sent again";
}

/// <summary>An entry of the service directory was added or changed.</summary>
public sealed record DirectoryChanged(string Entry, Guid EntryId, string? From, string? To) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => From;

    /// <inheritdoc />
    public override string? After => $"{To} ({EntryId:N})";

    /// <inheritdoc />
    public override string Sentence => $"Directory: {Entry} changed";
}

/// <summary>An email that had failed or bounced was queued again.</summary>
public sealed record EmailRetried(Guid EmailId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Email {EmailId:N}";

    /// <inheritdoc />
    public override string Sentence => "Email queued again";
}

/// <summary>An email that had failed or bounced was marked as dealt with in another way.</summary>
public sealed record EmailDismissed(Guid EmailId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Email {EmailId:N}";

    /// <inheritdoc />
    public override string Sentence => "Undelivered email marked as dealt with";
}

/// <summary>A system administrator had the portal send a test email to their own address.</summary>
public sealed record TestEmailSent(Guid EmailId) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"Email {EmailId:N}";

    /// <inheritdoc />
    public override string Sentence => "Test email sent to the own address";
}

/// <summary>The audit log was exported.</summary>
public sealed record AuditLogExported(int Rows) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? After => $"{Rows} rows";

    /// <inheritdoc />
    public override string Sentence => "Audit log exported";
}

/// <summary>A person chose how often they get emails that can wait.</summary>
public sealed record EmailFrequencyChanged(string From, string To) : AuditFact((CaseKeys?)null)
{
    /// <inheritdoc />
    public override string? Before => From;

    /// <inheritdoc />
    public override string? After => To;

    /// <inheritdoc />
    public override string Sentence => "Choice of email changed";
}
