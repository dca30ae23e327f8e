namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>The page on which the DCO decides.</summary>
public sealed record AllNilPage(AllNilStanding Standing, CaseKeys Keys, ChildBanner Child, IReadOnlyList<NilLine> Nil, Deadline? HealthDue, Guid Version);
