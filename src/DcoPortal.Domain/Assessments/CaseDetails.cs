namespace DcoPortal.Domain.Assessments;

/// <summary>What a notification says, apart from its dates and from what was agreed about sharing, which change in ways of their own. Personal data.</summary>
/// <param name="Child">The child or young person.</param>
/// <param name="Family">The family and their views.</param>
/// <param name="Setting">School, college or early-years provider.</param>
/// <param name="PrimaryNeed">A DfE code, or empty when not known.</param>
/// <param name="Source">Who asked for the assessment.</param>
/// <param name="Reasons">Why, or null.</param>
/// <param name="AuthorityReference">The authority's own reference, or null.</param>
public sealed partial record CaseDetails(ChildOrYoungPerson Child, FamilyView Family, EducationSetting Setting, string PrimaryNeed, RequestSource Source, string? Reasons, string? AuthorityReference);
