namespace DcoPortal.Casework.Jobs;

/// <summary>The row of a piece of background work, which its portals take turns by.</summary>
internal static class JobRow
{
    /// <summary>Adds the row when there is none yet, whichever portal comes first.</summary>
    public static async Task EnsureAsync(PortalDb db, string name, CancellationToken ct)
    {
        if (await db.Jobs.AnyAsync(j => j.Name == name, ct)) { return; }
        var row = new JobState { Name = name };
        db.Jobs.Add(row);
        // another portal that was quicker has added the same
        await db.TrySaveAsync(ct);
        db.Entry(row).State = EntityState.Detached;
    }
}
