namespace DcoPortal.Domain.Statutory;

/// <summary>
/// The time limits of the Special Educational Needs and Disability Regulations 2014 (SI 2014/1530) as dated data,
/// and the one local target beside them.
/// </summary>
public static class StatutoryRules
{
    /// <summary>The day the Regulations came into force: 1 September 2014.</summary>
    public static readonly DateOnly Commencement = new(2014, 9, 1);

    private const string RequestReceived = "the day the local authority received the request";
    private const string BecameResponsible = "the day the local authority became responsible";
    private const string HealthReceived = "the day health received the request";

    /// <summary>Every version of every rule, oldest first within a kind and route.</summary>
    public static IReadOnlyList<StatutoryRule> All { get; } =
    [
        Law(DeadlineKind.DecisionToAssess, 6, "regulation 5(1)", OriginRoute.Section36Request, RequestReceived),
        Law(DeadlineKind.DecisionToAssess, 6, "regulation 5(1)", OriginRoute.Section24Responsibility, BecameResponsible),
        Law(DeadlineKind.HealthAdvice, 6, "regulation 8(1)", null, HealthReceived),
        new(DeadlineKind.EarlyInformation, 2, "local target, not law", Commencement, null, false, null, HealthReceived),
        Law(DeadlineKind.NoPlanNotice, 16, "regulation 10(1)", OriginRoute.Section36Request, RequestReceived),
        Law(DeadlineKind.NoPlanNotice, 16, "regulation 10(1)", OriginRoute.Section24Responsibility, BecameResponsible),
        Law(DeadlineKind.FinalPlan, 20, "regulation 13(2)", OriginRoute.Section36Request, RequestReceived),
        Law(DeadlineKind.FinalPlan, 20, "regulation 13(2)", OriginRoute.Section24Responsibility, BecameResponsible),
    ];

    /// <summary>
    /// The version of a rule that governs an anchor date. A date before the first version is given the first,
    /// so that old cases typed in from paper still have dates.
    /// </summary>
    /// <param name="kind">What must be done.</param>
    /// <param name="route">How the assessment began; not needed for health's own deadlines.</param>
    /// <param name="anchor">The day the time runs from, Europe/London.</param>
    /// <exception cref="ArgumentException">No rule serves that kind and route.</exception>
    public static StatutoryRule For(DeadlineKind kind, OriginRoute? route, DateOnly anchor) => Pick(All, kind, route, anchor);

    // apart from All so that tests can show a change of law without waiting for one
    internal static StatutoryRule Pick(IEnumerable<StatutoryRule> rules, DeadlineKind kind, OriginRoute? route, DateOnly anchor)
    {
        var versions = rules.Where(r => r.Kind == kind && (r.Route is null || r.Route == route)).OrderBy(r => r.EffectiveFrom).ToList();
        return versions.LastOrDefault(r => r.EffectiveFrom <= anchor && (r.EffectiveUntil is null || anchor <= r.EffectiveUntil))
            ?? versions.FirstOrDefault(r => anchor < r.EffectiveFrom)
            ?? throw new ArgumentException($"No rule for {kind} on route {route?.ToString() ?? "none"} at {anchor:yyyy-MM-dd}.", nameof(kind));
    }

    private static StatutoryRule Law(DeadlineKind kind, int weeks, string citation, OriginRoute? route, string runsFrom) =>
        new(kind, weeks, citation, Commencement, null, true, route, runsFrom);
}
