namespace DcoPortal.Casework.Audit;

/// <summary>One line of the audit trail. Never changed, never deleted.</summary>
public sealed class AuditEntry
{
    public Guid Id { get; set; }

    /// <summary>Groups the facts of one action, such as one click that sent eight requests.</summary>
    public Guid ActionId { get; set; }
    public DateTime AtUtc { get; set; }
    public required string Fact { get; set; }
    public required string Sentence { get; set; }
    public string? Before { get; set; }
    public string? After { get; set; }
    public string? Reason { get; set; }
    public bool IsRead { get; set; }
    public Guid? UserId { get; set; }
    public required string ActorName { get; set; }
    public required string ActorRole { get; set; }
    public required string ActorOrganisation { get; set; }
    public Guid? AssessmentId { get; set; }
    public string? AssessmentReference { get; set; }
    public Guid? AdviceRequestId { get; set; }
    public Guid? LocalAuthorityId { get; set; }
    public Guid? IcbId { get; set; }
}
