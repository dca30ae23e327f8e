namespace DcoPortal.Domain.Assessments;

/// <summary>A row that goes along when its case is merged with another of the same authority and board. What is only ever added, such as the audit trail, stays where it was written.</summary>
public interface IMovesWithCase : ICaseRow
{
    /// <summary>The row's key.</summary>
    Guid Id { get; }

    /// <summary>Belongs to another case from now on.</summary>
    void MoveTo(CaseKeys keys);
}
