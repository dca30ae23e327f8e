using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Jobs;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Platform.Emails;

/// <summary>Spaces small, repeatable work over every portal of one database.</summary>
internal static class JobTimes
{
    /// <summary>Notes a run, when none was noted in that time.</summary>
    /// <param name="db">A context of the portal itself.</param>
    /// <param name="name">The work.</param>
    /// <param name="now">Now, UTC.</param>
    /// <param name="every">The least time between two runs.</param>
    /// <param name="count">How much was done.</param>
    /// <param name="ct">Stops it.</param>
    /// <returns>Whether this caller has the turn: of several at once exactly one has.</returns>
    public static async Task<bool> TryTakeAsync(PortalDb db, string name, DateTime now, TimeSpan every, int count, CancellationToken ct)
    {
        var before = now - every;
        var taken = await db.Jobs.Where(j => j.Name == name && (j.LastDoneUtc == null || j.LastDoneUtc <= before))
            .ExecuteUpdateAsync(s => s.SetProperty(j => j.LastDoneUtc, now).SetProperty(j => j.LastCount, count), ct);
        if (taken == 1) { return true; }
        if (await db.Jobs.AnyAsync(j => j.Name == name, ct)) { return false; }
        db.Jobs.Add(new JobState { Name = name, LastDoneUtc = now, LastCount = count });
        try
        {
            await db.SaveChangesAsync(ct);
            return true;
        }
        catch (DbUpdateException)
        {
            // another portal was first
            return false;
        }
        finally
        {
            db.ChangeTracker.Clear();
        }
    }
}
