namespace DcoPortal.Casework.Notes;

/// <summary>Counts reminders that nobody but their writer sees: once the account is disabled, nobody is reminded.</summary>
public sealed class PrivateReminders(PortalDbFactory databases)
{
    /// <summary>Those of the holder of an account that are not done.</summary>
    public async Task<int> OfAsync(Guid userId, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        return await all.Notes.CountAsync(n => n.AuthorUserId == userId && !n.IsForTeam && n.RemindOn != null && n.DoneUtc == null, ct);
    }
}
