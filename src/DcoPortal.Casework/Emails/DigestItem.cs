namespace DcoPortal.Casework.Emails;

/// <summary>An email that waits for a person's next daily or weekly digest. References and links only.</summary>
public sealed class DigestItem
{
    public Guid Id { get; set; }

    /// <summary>The key of the event, so that it is never held twice.</summary>
    public required string UniqueKey { get; set; }
    public Guid UserId { get; set; }
    public required string Subject { get; set; }

    /// <summary>The page to open, such as /advice-requests/{id}.</summary>
    public required string Path { get; set; }
    public DateTime HeldUtc { get; set; }

    /// <summary>When the digest that counts this item was queued, UTC; null while the item waits.</summary>
    public DateTime? ToldUtc { get; set; }
}
