using System.Text.Json;
using DcoPortal.Casework.Emails;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Undoing;

/// <summary>Keeps what a person just did, and lets its emails wait, for as long as it can be taken back.</summary>
public sealed class UndoSteps(PortalDb db, CurrentPerson person, UkClock clock)
{
    private const string Open = "undo";
    private const string Done = "undone";

    /// <summary>Offers, in the caller's save, to take back what it does. Called last, so that every email of the save waits.</summary>
    /// <returns>What the button names; null away from the pages, where nobody sees a button.</returns>
    public async Task<Guid?> OfferAsync(UndoStep step, CancellationToken ct)
    {
        if (!person.IsAtPage || person.Actor.UserId is not { } userId) { return null; }
        var now = clock.UtcNow;
        var until = now + TakeBackTime.EmailsWait;
        List<EmailMessage> emails = [.. db.ChangeTracker.Entries<EmailMessage>().Where(e => e.State == EntityState.Added).Select(e => e.Entity)];
        foreach (var email in emails.Where(e => e.NextAttemptUtc < until)) { email.NextAttemptUtc = until; }
        // nobody can use the earlier ones any more
        db.Drafts.RemoveRange(await db.Drafts.Where(d => (d.Kind == Open || d.Kind == Done) && d.UserId == userId && d.SavedUtc < now - TakeBackTime.Limit).ToListAsync(ct));
        var draft = new Draft { Id = Guid.CreateVersion7(), UserId = userId, Kind = Open, SavedUtc = now, Json = JsonSerializer.Serialize(step with { Emails = [.. emails.Select(e => e.Id)] }) };
        db.Drafts.Add(draft);
        return draft.Id;
    }

    /// <summary>The signed-in person's own steps, with whether each was taken back already.</summary>
    public async Task<IReadOnlyList<(UndoStep Step, Draft Row, bool IsDone)>> FindAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var userId = person.Actor.UserId;
        var rows = await db.Drafts.Where(d => ids.Contains(d.Id) && d.UserId == userId && (d.Kind == Open || d.Kind == Done)).OrderBy(d => d.Id).ToListAsync(ct);
        return [.. rows.Select(d => (JsonSerializer.Deserialize<UndoStep>(d.Json)!, d, d.Kind == Done))];
    }

    /// <summary>Notes that a step was taken back: a second click changes nothing.</summary>
    public static void Close(Draft row) => row.Kind = Done;
}
