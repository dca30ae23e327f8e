namespace DcoPortal.Domain.Assessments;

/// <summary>What says whose record a row is. Copied to every row of a case, so that each row is scoped on its own columns.</summary>
public sealed record CaseKeys(Guid AssessmentId, string Reference, Guid LocalAuthorityId, Guid IcbId);
