using System.Linq.Expressions;

namespace DcoPortal.Casework.Emails;

/// <summary>What became of an email.</summary>
public enum EmailStanding
{
    /// <summary>Waits for its next try.</summary>
    Queued,

    /// <summary>The carrier took it and has said nothing against it since.</summary>
    Sent,

    /// <summary>The carrier never took it, and the portal has given up.</summary>
    Failed,

    /// <summary>The carrier took it and said later that it could not be delivered.</summary>
    Bounced,

    /// <summary>An email that was not needed any more when its time came: it was never sent, and no action is needed.</summary>
    NotNeeded,
}

/// <summary>What became of emails, as conditions that databases translate.</summary>
public static class EmailStandings
{
    /// <summary>Failed or bounced, and not dealt with.</summary>
    public static Expression<Func<EmailMessage, bool>> Undelivered { get; } = e => e.Undelivered == 1;

    /// <summary>Ended unsent, because it was not needed any more.</summary>
    public static Expression<Func<EmailMessage, bool>> NotNeeded { get; } = e => e.SentUtc == null && e.FailedUtc == null && e.DismissedUtc != null;

    /// <summary>What became of one email, from its times, UTC.</summary>
    public static EmailStanding Of(DateTime? sentUtc, DateTime? failedUtc, DateTime? bouncedUtc, DateTime? dismissedUtc) => (bouncedUtc, failedUtc, sentUtc, dismissedUtc) switch
    {
        (not null, _, _, _) => EmailStanding.Bounced,
        (_, not null, _, _) => EmailStanding.Failed,
        (_, _, not null, _) => EmailStanding.Sent,
        (_, _, _, not null) => EmailStanding.NotNeeded,
        _ => EmailStanding.Queued,
    };
}
