namespace DcoPortal.Casework.Jobs;

/// <summary>Background work that is done once for a London day, whatever the number of portals on one database.</summary>
public interface IScheduledJob
{
    /// <summary>The name of its row, such as "chase-ladder".</summary>
    string Name { get; }

    /// <summary>The words for people, such as "Reminders of the chase ladder".</summary>
    string Title { get; }

    /// <summary>What is counted of its work, one of them: a reminder unless it says otherwise.</summary>
    string Counts => "reminder";

    /// <summary>The day it is due for at a moment; null while no day is due.</summary>
    /// <param name="london">The local time in Europe/London.</param>
    DateOnly? DayDue(DateTime london);

    /// <summary>Does the work of a day. Called again for the same day after a failure: what was done must not be done twice.</summary>
    /// <param name="day">The day (Europe/London).</param>
    /// <param name="lease">Kept alive by the work as it goes on.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How much was done.</returns>
    Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct);
}
