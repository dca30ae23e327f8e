namespace DcoPortal.Web.Parts.Requests;

/// <summary>Whether a chase's email arrived.</summary>
public enum ChaseDelivery
{
    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>The carrier took it, and nothing came back.</summary>
    Sent,

    /// <summary>The carrier refused it, or it bounced.</summary>
    NotDelivered,

    /// <summary>Never sent, because no answer was needed any more when its time came.</summary>
    NotNeeded,
}
