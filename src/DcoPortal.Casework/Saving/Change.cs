using DcoPortal.Domain;

namespace DcoPortal.Casework.Saving;

/// <summary>
/// The one way to change something: look at it, change it by a method of the domain, say who hears of it, save once. Whoever loses
/// a race looks again at what is there now, and answers for that: nothing of the lost attempt remains.
/// </summary>
public sealed class Change(PortalDb db)
{
    // as many as may answer one question in the same moment
    private const int Looks = 5;

    /// <summary>Makes a change.</summary>
    /// <param name="work">Looks, changes and queues, and says what came of it. Done again from the start when somebody else was quicker; saved only when it says Done.</param>
    /// <param name="ct">Cancels.</param>
    public async Task<Outcome> MakeAsync(Func<Task<Outcome>> work, CancellationToken ct) =>
        (await MakeAsync(async () => (await work()).With<object?>(null), ct)).Of;

    /// <summary>Makes a change that has something to tell.</summary>
    /// <param name="work">Looks, changes and queues, and says what came of it. Done again from the start when somebody else was quicker; saved only when it says Done.</param>
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
