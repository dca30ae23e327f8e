using DcoPortal.Domain.Identifiers;

namespace DcoPortal.Casework.Emails.Sending;

/// <summary>Refuses a text that is no address, and on test systems every address outside the allowed domains.</summary>
internal sealed class AllowedAddressSender(EmailOptions options, IEmailSender carrier) : IEmailSender
{
    public Task SendAsync(OutgoingEmail email, CancellationToken ct)
    {
        // a bare address only: "Name <address>" would put a person's name into the carrier's log
        if (!EmailAddress.CanReceive(email.To))
            throw new EmailRefusedException("This is not an email address.");
        if (options.AllowedDomains.Count > 0 && !options.AllowedDomains.Contains(email.To.Split('@')[1], StringComparer.OrdinalIgnoreCase))
            throw new EmailRefusedException("This system may only email the domains in Emails:AllowedDomains.");
        return carrier.SendAsync(email, ct);
    }
}
