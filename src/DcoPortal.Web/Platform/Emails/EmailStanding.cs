using System.Linq.Expressions;

namespace DcoPortal.Web.Platform.Emails;

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
}

/// <summary>What became of emails, as conditions that databases translate.</summary>
public static class EmailStandings
{
    /// <summary>Failed or bounced, and nobody has dealt with it.</summary>
    public static Expression<Func<EmailMessage, bool>> Undelivered { get; } = e => e.DismissedUtc == null && (e.FailedUtc != null || e.BouncedUtc != null);

    /// <summary>What became of one, from its times.</summary>
    public static EmailStanding Of(DateTime? sentUtc, DateTime? failedUtc, DateTime? bouncedUtc) =>
        bouncedUtc is not null ? EmailStanding.Bounced : failedUtc is not null ? EmailStanding.Failed : sentUtc is not null ? EmailStanding.Sent : EmailStanding.Queued;
}
