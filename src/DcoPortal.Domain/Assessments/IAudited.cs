namespace DcoPortal.Domain.Assessments;

/// <summary>A row whose change must be told to the audit trail in the same save.</summary>
public interface IAudited
{
    /// <summary>The assessment the change is about, or null for a directory entry.</summary>
    Guid? AuditedAssessmentId { get; }
}
