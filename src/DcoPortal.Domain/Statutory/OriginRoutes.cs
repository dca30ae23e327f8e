namespace DcoPortal.Domain.Statutory;

/// <summary>The origin routes in words, and which of them an assessment can begin by.</summary>
public static class OriginRoutes
{
    /// <summary>The routes of a new assessment that a notification can name: section 36 and section 24.</summary>
    public static IReadOnlyList<OriginRoute> OfNotifications { get; } = [OriginRoute.Section36Request, OriginRoute.Section24Responsibility];

    /// <summary>The routes with a limit for the decision, for the no-plan notice and for the final plan, so that <see cref="StatutoryClock.ForAssessment(OriginRoute, DateOnly)"/> serves them.</summary>
    public static IReadOnlyList<OriginRoute> OfAssessments { get; } = [.. OfNotifications, OriginRoute.TribunalOrderedAssessment];

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
