namespace DcoPortal.Domain.Assessments;

/// <summary>The assessment and organisations that a row belongs to. Copied to every row of a case, so that each is scoped on its own columns.</summary>
public sealed record CaseKeys(Guid AssessmentId, string Reference, Guid LocalAuthorityId, Guid IcbId);
