using System.Collections.Frozen;

namespace DcoPortal.Domain.Statutory;

/// <summary>The time limits as dated data (see StatutoryRules.Data.cs) and how one is picked for a day.</summary>
public static partial class StatutoryRules
{
    /// <summary>The day the Special Educational Needs and Disability Regulations 2014 came into force: 1 September 2014.</summary>
    public static DateOnly Commencement => new(2014, 9, 1);

    /// <summary>
    /// The version of a rule that governs a day. A day before the first version is given the first,
    /// so that old cases typed in from paper still have dates.
    /// </summary>
    /// <param name="kind">What must be done.</param>
    /// <param name="route">What brought the work about; null only for a kind that is the same on every route. Where two events can start it, the first listed is taken.</param>
    /// <param name="anchor">The day the time runs from, Europe/London.</param>
    /// <exception cref="ArgumentException">No rule serves that kind and route on that day.</exception>
    public static StatutoryRule For(DeadlineKind kind, OriginRoute? route, DateOnly anchor) =>
        (Shelf.Versions.TryGetValue((kind, route), out var versions) ? Governing(versions, anchor) : null) ?? throw NoRule(kind, route, anchor);

    /// <summary>The version of the rule that an event starts, or null when that event starts none of the kind. A day before the first version gets the first.</summary>
    /// <param name="kind">What must be done.</param>
    /// <param name="startsFrom">The event.</param>
    /// <param name="anchor">Its day, Europe/London.</param>
    public static StatutoryRule? Of(DeadlineKind kind, ClockEvent startsFrom, DateOnly anchor) =>
        Shelf.ByStart.TryGetValue((kind, startsFrom), out var versions) ? Governing(versions, anchor) : null;

    /// <summary>The first day on which an event of a route had a time limit in law; null for an event that starts only local targets.</summary>
    /// <param name="route">What brought the work about.</param>
    /// <param name="startsFrom">The event.</param>
    public static DateOnly? FirstDayOf(OriginRoute route, ClockEvent startsFrom) =>
        All.Where(r => r.IsStatutory && r.StartsFrom == startsFrom && r.Routes.Contains(route)).Min(r => (DateOnly?)r.EffectiveFrom);

    // takes the rules as a parameter, so that tests can show a change of law
    internal static StatutoryRule Pick(IEnumerable<StatutoryRule> rules, DeadlineKind kind, OriginRoute? route, DateOnly anchor) =>
        Governing(VersionsOf(rules, kind, route), anchor) ?? throw NoRule(kind, route, anchor);

    /// <summary>The version in force on a day, or null when the rule had been repealed by then.</summary>
    internal static StatutoryRule? Governing(IReadOnlyList<StatutoryRule> versions, DateOnly anchor) =>
        versions.LastOrDefault(r => r.EffectiveFrom <= anchor && (r.EffectiveUntil is null || anchor <= r.EffectiveUntil))
        ?? versions.FirstOrDefault(r => anchor < r.EffectiveFrom);

    private static List<StatutoryRule> VersionsOf(IEnumerable<StatutoryRule> rules, DeadlineKind kind, OriginRoute? route)
    {
        var byKey = rules.Where(r => r.Kind == kind && (route is not { } r1 || r.Routes.Contains(r1))).GroupBy(r => r.Key).ToList();
        // without a route there must be one rule only, or the answer would depend on the route
        return byKey.Count == 0 || (route is null && byKey.Count > 1) ? [] : [.. byKey[0].OrderBy(r => r.EffectiveFrom)];
    }

    private static ArgumentException NoRule(DeadlineKind kind, OriginRoute? route, DateOnly anchor) =>
        new($"No rule for {kind} on route {route?.ToString() ?? "none"} at {anchor:yyyy-MM-dd}.", nameof(kind));

    // lists ask for the same few rules row by row; a nested class, because a static field here could be filled before All is
    private static class Shelf
    {
        public static readonly FrozenDictionary<(DeadlineKind, OriginRoute?), IReadOnlyList<StatutoryRule>> Versions =
            (from kind in Enum.GetValues<DeadlineKind>()
             from route in Enum.GetValues<OriginRoute>().Cast<OriginRoute?>().Append(null)
             let versions = VersionsOf(All, kind, route)
             where versions.Count > 0
             select KeyValuePair.Create((kind, route), (IReadOnlyList<StatutoryRule>)versions)).ToFrozenDictionary();

        public static readonly FrozenDictionary<(DeadlineKind, ClockEvent), IReadOnlyList<StatutoryRule>> ByStart =
            All.Where(r => AssessmentStarts.All.Contains(r.StartsFrom)).GroupBy(r => (r.Kind, r.StartsFrom))
                .ToFrozenDictionary(g => g.Key, g => (IReadOnlyList<StatutoryRule>)[.. g.OrderBy(r => r.EffectiveFrom)]);
    }
}
