using System.Security.Cryptography;
using System.Text;
using DcoPortal.Casework.Emails;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Accounts;

/// <summary>Who hears of what happens to an account. The links are secrets: they stand in the text alone.</summary>
public sealed class AccountEmails(Outbox outbox, AccountLinks links, CurrentPerson person, UkClock clock, IOptions<ServiceOptions> service)
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(10);

    private static readonly Announcement Invited = new("invitation", "invitation", "The invited address",
        "Somebody is invited, or an invitation is sent again with a new link", Unless: "The same invitation was sent within the last minute", Again: "link");

    private static readonly Announcement PasswordLink = new("password-reset", "password-reset", "The account's address",
        "Somebody asks for a new password, or an administrator sends the link", Unless: "It was sent within the same ten minutes", Again: "ten minutes");

    private static readonly Announcement NoAccount = new("sign-in-help", "sign-in-help", "The address that was typed",
        "Somebody asks for a new password for an address without a usable account", Unless: "It was sent within the same ten minutes", Again: "ten minutes");

    private static readonly Announcement Test = new("test", "test-email", "The administrator's own address",
        "An administrator tries whether emails arrive");

    /// <summary>Every announcement about an account.</summary>
    public static IReadOnlyList<Announcement> All { get; } = [Invited, PasswordLink, NoAccount, Test];

    /// <summary>The template of an administrator's test emails, by which the email page finds them again.</summary>
    public static string TestTemplate => Test.Template;

    /// <summary>An invitation, with its link.</summary>
    public void Invitation(Invitation invitation, string token)
    {
        var values = new Dictionary<string, string>
        {
            ["organisation-name"] = invitation.OrganisationName,
            ["expires-on"] = UkText.LongDateTime(invitation.ExpiresUtc),
            ["contact"] = Contact,
        };
        outbox.Queue(Invited, Invited.KeyOf(invitation.Id, invitation.TokenHash[..16]), invitation.Email, Addresses.AccountInvitationBy(token), values, null, icbId: invitation.IcbId);
    }

    /// <summary>The key of a password link sent now, by which a second one in the same ten minutes is known.</summary>
    public string KeyOfPasswordLink(PortalUser user) => PasswordLink.KeyOf(user.Id, TenMinutes);

    /// <summary>The link to choose a new password.</summary>
    public void NewPassword(PortalUser user)
    {
        var until = clock.UtcNow + AccountLinks.PasswordLife;
        var values = new Dictionary<string, string> { ["expires-on"] = UkText.LongDateTime(until), ["contact"] = Contact };
        outbox.Queue(PasswordLink, KeyOfPasswordLink(user), user.Email!, Addresses.AccountResetPasswordBy(links.PasswordToken(user, until)), values, null, icbId: user.IcbId);
    }

    /// <summary>The key of the email for an address without a usable account: one in the same ten minutes.</summary>
    public string KeyOfSignInHelp(string email) => NoAccount.KeyOf(SubjectOf(email), TenMinutes);

    /// <summary>Says that there is no usable account, and whom to ask.</summary>
    public void SignInHelp(string email) =>
        outbox.Queue(NoAccount, KeyOfSignInHelp(email), email, Addresses.AccountSignIn, new Dictionary<string, string> { ["contact"] = Contact }, null);

    /// <summary>An email that shows whether emails arrive.</summary>
    public EmailMessage Try(string own) =>
        outbox.Queue(Test, Test.KeyOf(Guid.CreateVersion7()), own, Addresses.AdminEmailsTest, new Dictionary<string, string>(), null, icbId: person.Scope.IcbId);

    private string Contact => service.Value.ContactEmail is { Length: > 0 } address ? address : "the " + service.Value.TeamName;

    private long TenMinutes => clock.UtcNow.Ticks / Pause.Ticks;

    // no account exists to name in the key, and a key must hold no email address: so the address is hashed
    private static Guid SubjectOf(string email) => new(SHA256.HashData(Encoding.UTF8.GetBytes(email.ToUpperInvariant())).AsSpan(0, 16));
}
