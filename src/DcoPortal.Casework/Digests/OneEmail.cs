namespace DcoPortal.Casework.Digests;

/// <summary>One person's email of the morning, in a save of its own.</summary>
internal static class OneEmail
{
    /// <summary>Saves what the caller queues, as the portal. The key of the email keeps it from going twice.</summary>
    /// <param name="scopes">Gives a context of its own.</param>
    /// <param name="queue">Queues the email and marks the items it tells of; does nothing when nothing waits.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How many were queued: one or none.</returns>
    public static async Task<int> QueueAsync(IServiceScopeFactory scopes, Func<PortalDb, DigestEmails, Task> queue, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        await queue(db, scope.ServiceProvider.GetRequiredService<DigestEmails>());
        if (!db.ChangeTracker.HasChanges()) { return 0; }
        // a save that fails on the key means that another instance has queued the same email
        return await db.TrySaveAsync(ct) ? 1 : 0;
    }
}
