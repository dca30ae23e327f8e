namespace DcoPortal.Web.Parts.Requests;

/// <summary>Whether an email arrived.</summary>
public enum ChaseDelivery
{
    /// <summary>Waits to be sent.</summary>
    Queued,

    /// <summary>The carrier took it, and nothing came back.</summary>
    Sent,

    /// <summary>It was refused, or came back.</summary>
    NotDelivered,

    /// <summary>Never sent: it was not needed any more when its time came.</summary>
    NotNeeded,
}
