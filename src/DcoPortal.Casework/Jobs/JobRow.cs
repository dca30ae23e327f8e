namespace DcoPortal.Casework.Jobs;

/// <summary>The row of a piece of background work, by which instances of the portal take turns.</summary>
internal static class JobRow
{
    /// <summary>Adds the row when there is none yet.</summary>
    public static async Task EnsureAsync(PortalDb db, string name, CancellationToken ct)
    {
        if (await db.Jobs.AnyAsync(j => j.Name == name, ct)) { return; }
        var row = new JobState { Name = name };
        db.Jobs.Add(row);
        // a save that fails means that another instance has just added the same row
        await db.TrySaveAsync(ct);
        db.Entry(row).State = EntityState.Detached;
    }
}
