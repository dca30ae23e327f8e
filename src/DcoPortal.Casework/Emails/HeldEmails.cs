using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails.Templates;

namespace DcoPortal.Casework.Emails;

/// <summary>Holds emails that no time limit depends on for the digest of a person who chose daily or weekly emails.</summary>
internal static class HeldEmails
{
    /// <summary>Moves the email into the person's next digest in one save, so that it is never in both and never lost.</summary>
    /// <returns>Whether it is held.</returns>
    public static async Task<bool> HoldAsync(PortalDb db, EmailMessage email, DateTime nowUtc, CancellationToken ct)
    {
        if (!EmailTemplates.MayWait(email.Template)) { return false; }
        var address = email.To.ToUpperInvariant();
        var reader = await db.Users.AsNoTracking().Where(u => u.NormalizedEmail == address && u.DisabledUtc == null && u.EmailFrequency != EmailFrequency.Immediate)
            .Select(u => (Guid?)u.Id).SingleOrDefaultAsync(ct);
        if (reader is not { } userId) { return false; }
        db.DigestItems.Add(new DigestItem { Id = Guid.CreateVersion7(), UniqueKey = email.UniqueKey, UserId = userId, Subject = email.Subject, Path = email.Path, HeldUtc = nowUtc });
        db.Emails.Remove(email);
        await db.SaveChangesAsync(ct);
        return true;
    }
}
