namespace DcoPortal.Casework.Jobs;

/// <summary>Does the items of a day's work, each by itself: one that fails does not keep the others waiting.</summary>
internal sealed class JobItems(JobLease lease)
{
    private readonly List<Exception> _failures = [];
    private int _done;

    /// <summary>Does one item, and keeps the lease of the work. A failure is kept for <see cref="Finish"/>.</summary>
    /// <param name="item">Does the item in a save of its own, and returns how much was done.</param>
    /// <param name="ct">Stops the work.</param>
    /// <exception cref="JobLeaseLostException">Another instance of the portal took over.</exception>
    /// <exception cref="OperationCanceledException">The portal is shutting down.</exception>
    public async Task DoAsync(Func<Task<int>> item, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        await lease.RenewAsync(ct);
        try { _done += await item(); }
        catch (Exception e) when (e is not (OperationCanceledException or JobLeaseLostException)) { _failures.Add(e); }
    }

    /// <summary>Ends the work.</summary>
    /// <returns>How much was done.</returns>
    /// <exception cref="AggregateException">Items failed: the work is tried again, and what was done is not done twice.</exception>
    public int Finish() => _failures.Count == 0 ? _done : throw new AggregateException($"{_failures.Count} failed, {_done} done.", _failures);
}
