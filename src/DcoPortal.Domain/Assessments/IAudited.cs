namespace DcoPortal.Domain.Assessments;

/// <summary>A row whose every change must be recorded in the audit trail in the same save.</summary>
public interface IAudited
{
    /// <summary>The assessment the change is about, or null for a directory entry.</summary>
    Guid? AuditedAssessmentId { get; }
}
