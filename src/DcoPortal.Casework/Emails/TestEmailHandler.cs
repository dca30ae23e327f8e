using DcoPortal.Casework.Accounts;

namespace DcoPortal.Casework.Emails;

/// <summary>Sends one email to the administrator's own address, through the outbox like every other, and tries it at once.</summary>
public sealed class TestEmailHandler(PortalDb db, AccountEmails emails, OutboxSender sender, AuditTrail audit, CurrentPerson person)
{
    /// <summary>Returns when the carrier has taken or refused the email, or did not answer in time.</summary>
    public async Task HandleAsync(CancellationToken ct)
    {
        var own = await db.Users.Where(u => u.Id == person.Scope.UserId).Select(u => u.Email!).SingleAsync(ct);
        var email = emails.Try(own);
        audit.Record(new TestEmailSent(email.Id));
        await db.SaveChangesAsync(ct);
        // not cancelled when the administrator closes the browser: a half-made try would hold the email back for minutes
        await sender.SendNowAsync(email.Id, CancellationToken.None);
    }
}
