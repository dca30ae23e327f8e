using DcoPortal.Casework.Emails;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Emails.Bounces;

/// <summary>Emails of the outbox that something may come back about.</summary>
internal static class SentEmails
{
    public static async Task<Guid> AddAsync(PortalApp app, bool sent = true)
    {
        await using var db = app.Database();
        var now = app.Time.GetUtcNow().UtcDateTime;
        var id = Guid.CreateVersion7();
        db.Emails.Add(new EmailMessage
        {
            Id = id,
            UniqueKey = $"{id}",
            Template = "advice-request-sent",
            To = "wrong@provider.test",
            Subject = "s",
            Body = "b",
            QueuedUtc = now,
            Attempts = 1,
            SentUtc = sent ? now : null,
            NextAttemptUtc = sent ? null : now.AddMinutes(1),
        });
        await db.SaveChangesAsync();
        return id;
    }

    public static async Task<EmailMessage> RowAsync(PortalApp app, Guid id)
    {
        await using var db = app.Database();
        return await db.Emails.AsNoTracking().SingleAsync(e => e.Id == id);
    }
}
