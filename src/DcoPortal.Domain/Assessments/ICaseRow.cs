namespace DcoPortal.Domain.Assessments;

/// <summary>A row that belongs to an assessment.</summary>
public interface ICaseRow
{
    /// <summary>The assessment.</summary>
    Guid AssessmentId { get; }

    /// <summary>The local authority, copied from the assessment.</summary>
    Guid LocalAuthorityId { get; }

    /// <summary>The integrated care board, copied from the assessment.</summary>
    Guid IcbId { get; }
}
