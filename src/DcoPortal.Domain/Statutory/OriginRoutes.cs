namespace DcoPortal.Domain.Statutory;

/// <summary>The origin routes in words, and which of them an assessment can begin by.</summary>
public static class OriginRoutes
{
    /// <summary>The routes of an assessment with health advice: those a notification can have. The other routes are work of another kind.</summary>
    public static IReadOnlyList<OriginRoute> OfAssessments { get; } = [.. AssessmentStarts.All.Select(AssessmentStarts.RouteOf).Distinct()];

    /// <summary>The route in a few words, with a capital.</summary>
    public static string NameOf(OriginRoute route) => route switch
    {
        OriginRoute.Section36Request => "Section 36 request",
        OriginRoute.Section24Responsibility => "Section 24 responsibility",
        OriginRoute.Reassessment => "Re-assessment",
        OriginRoute.TribunalOrderedAssessment => "Tribunal-ordered assessment",
        OriginRoute.TribunalOrderedPlan => "Tribunal-ordered plan",
        OriginRoute.TransferFromAnotherAuthority => "Transfer from another authority",
        OriginRoute.AnnualReview => "Annual review",
        OriginRoute.HealthMediation => "Mediation about health",
        OriginRoute.AppealWithHealthIssues => "Appeal with health issues",
        OriginRoute.TribunalRecommendation => "Tribunal recommendation",
        _ => throw new ArgumentOutOfRangeException(nameof(route)),
    };
}
