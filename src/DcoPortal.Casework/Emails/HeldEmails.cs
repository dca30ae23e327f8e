using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Emails.Templates;

namespace DcoPortal.Casework.Emails;

/// <summary>Keeps an email that no time limit hangs on for the daily or weekly email of a person who chose so.</summary>
internal static class HeldEmails
{
    /// <summary>Puts it into the person's next digest instead of sending it. In one save: it is never in both, and never in none.</summary>
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
