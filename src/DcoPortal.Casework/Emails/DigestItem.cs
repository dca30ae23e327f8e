namespace DcoPortal.Casework.Emails;

/// <summary>Something a person hears of in their next daily or weekly email. References and links only.</summary>
public sealed class DigestItem
{
    public Guid Id { get; set; }

    /// <summary>The event: never held twice.</summary>
    public required string UniqueKey { get; set; }
    public Guid UserId { get; set; }
    public required string Subject { get; set; }

    /// <summary>The page to open, such as /advice-requests/{id}.</summary>
    public required string Path { get; set; }
    public DateTime HeldUtc { get; set; }

    /// <summary>When the email that counts it was queued, UTC; null while it waits.</summary>
    public DateTime? ToldUtc { get; set; }
}
