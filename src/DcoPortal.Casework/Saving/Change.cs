using DcoPortal.Domain;

namespace DcoPortal.Casework.Saving;

/// <summary>
/// The one way to change something: load it, change it by a method of the domain, queue the emails, save once. When another save
/// was quicker, the work starts again from what the database then holds: nothing of the lost attempt remains.
/// </summary>
public sealed class Change(PortalDb db)
{
    // enough for five people who answer one question in the same moment
    private const int Looks = 5;

    /// <summary>Makes a change.</summary>
    /// <param name="work">Loads, changes and queues, and returns the outcome. Run again when another save was quicker; saved only when the outcome is Done.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome> MakeAsync(Func<Task<Outcome>> work, CancellationToken ct) =>
        (await MakeAsync(async () => (await work()).With<object?>(null), ct)).Of;

    /// <summary>Makes a change that returns a value.</summary>
    /// <param name="work">Loads, changes and queues, and returns the outcome. Run again when another save was quicker; saved only when the outcome is Done.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome<T>> MakeAsync<T>(Func<Task<Outcome<T>>> work, CancellationToken ct)
    {
        for (var look = 1; look <= Looks; look++)
        {
            var outcome = await TryAsync(work);
            if (outcome.Kind != OutcomeKind.Done)
            {
                db.ChangeTracker.Clear();
                return outcome;
            }

            if (await db.TrySaveAsync(ct)) { return outcome; }
        }

        return Outcome.ChangedMeanwhile;
    }

    private static async Task<Outcome<T>> TryAsync<T>(Func<Task<Outcome<T>>> work)
    {
        try { return await work(); }
        catch (DomainRuleException rule) { return Outcome.Refused(rule.Message); }
    }
}
