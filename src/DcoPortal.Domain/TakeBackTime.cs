namespace DcoPortal.Domain;

/// <summary>How long a person can take back what they just did.</summary>
public static class TakeBackTime
{
    /// <summary>Half a minute.</summary>
    public static readonly TimeSpan Limit = TimeSpan.FromSeconds(30);

    /// <summary>How long the emails wait: a little longer, so that a click in the last moment and the sender of emails never meet.</summary>
    public static readonly TimeSpan EmailsWait = Limit + TimeSpan.FromSeconds(5);

    /// <summary>What a person reads when the time has passed.</summary>
    public const string TooLate = "It is too late to take this back: the emails have left. Nothing was changed.";

    /// <summary>What a person reads when somebody did something in the meantime.</summary>
    public const string SinceThen = "Something else has happened since, so this cannot be taken back. Nothing was changed.";

    /// <summary>Refuses what was done too long ago.</summary>
    /// <param name="doneUtc">When it was done, UTC.</param>
    /// <param name="utc">Now, UTC.</param>
    /// <exception cref="DomainRuleException">The time has passed.</exception>
    public static void Ensure(DateTime doneUtc, DateTime utc)
    {
        if (utc > doneUtc + Limit) { throw new DomainRuleException(TooLate); }
    }
}
