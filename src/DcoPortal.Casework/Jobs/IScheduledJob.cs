namespace DcoPortal.Casework.Jobs;

/// <summary>Background work that is done once for a London day, whatever the number of portals on one database.</summary>
public interface IScheduledJob
{
    /// <summary>The name of the job's row, such as "chase-ladder".</summary>
    string Name { get; }

    /// <summary>The job's title for people, such as "Reminders of the chase ladder".</summary>
    string Title { get; }

    /// <summary>The singular word for what the job counts: a reminder unless the job says otherwise.</summary>
    string Counts => "reminder";

    /// <summary>The day the job is due for at a moment; null while no day is due.</summary>
    /// <param name="london">The local time in Europe/London.</param>
    DateOnly? DayDue(DateTime london);

    /// <summary>Does the work of a day. Called again for the same day after a failure, so what was done must not be done twice.</summary>
    /// <param name="day">The day (Europe/London).</param>
    /// <param name="lease">Kept alive by the work as it goes on.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>How much was done.</returns>
    Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct);
}
