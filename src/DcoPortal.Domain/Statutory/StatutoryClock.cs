namespace DcoPortal.Domain.Statutory;

/// <summary>The clock: dates in, deadlines out. It knows no "now", never pauses and is never moved by an exemption.</summary>
public static class StatutoryClock
{
    /// <summary>Every deadline of a route whose start event has its day, and what is awaited.</summary>
    /// <param name="route">What brought the work about.</param>
    /// <param name="facts">The known days.</param>
    /// <exception cref="ArgumentOutOfRangeException">A due date lies outside the years 1 to 9999.</exception>
    public static ClockReading For(OriginRoute route, ClockFacts facts) => For(route, facts, ClockSettings.Default);

    /// <summary>The same with an authority's settings: its stricter dates stand beside the statutory ones.</summary>
    /// <param name="route">What brought the work about.</param>
    /// <param name="facts">The known days.</param>
    /// <param name="settings">The authority's settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">A due date lies outside the years 1 to 9999.</exception>
    public static ClockReading For(OriginRoute route, ClockFacts facts, ClockSettings settings) => For(route, facts, settings, StatutoryRules.All);

    /// <summary>The local authority's limits for an assessment, as far as they are known.</summary>
    /// <param name="startedBy">One of <see cref="AssessmentStarts.All"/>.</param>
    /// <param name="on">The day of that event, Europe/London.</param>
    /// <param name="toldOn">The day the authority said that it will assess, Europe/London; null before. A re-assessment on request has its final plan counted from it.</param>
    /// <exception cref="ArgumentOutOfRangeException">No assessment begins with that event, or a due date is past the year 9999.</exception>
    public static AssessmentDeadlines ForAssessment(ClockEvent startedBy, DateOnly on, DateOnly? toldOn = null) => ForAssessment(startedBy, on, toldOn, ClockSettings.Default);

    /// <summary>The same with an authority's settings.</summary>
    /// <param name="startedBy">One of <see cref="AssessmentStarts.All"/>.</param>
    /// <param name="on">The day of that event, Europe/London.</param>
    /// <param name="toldOn">The day the authority said that it will assess, Europe/London; null before.</param>
    /// <param name="settings">The authority's settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">No assessment begins with that event, or a due date is past the year 9999.</exception>
    public static AssessmentDeadlines ForAssessment(ClockEvent startedBy, DateOnly on, DateOnly? toldOn, ClockSettings settings)
    {
        if (!AssessmentStarts.All.Contains(startedBy)) { throw new ArgumentOutOfRangeException(nameof(startedBy)); }
        Deadline? Limit(DeadlineKind kind) => StatutoryRules.Of(kind, startedBy, on) is { } rule ? Count(rule, on, settings)
            : startedBy == ClockEvent.ReassessmentRequested && toldOn is { } told && StatutoryRules.Of(kind, ClockEvent.ReassessmentNotified, told) is { } later ? Count(later, told, settings)
            : null;
        return new(Limit(DeadlineKind.DecisionToAssess), Limit(DeadlineKind.NoPlanNotice), Limit(DeadlineKind.FinalPlan));
    }

    /// <summary>Health's 6 weeks for statutory advice (regulation 8(1)), however late or early the authority asked.</summary>
    /// <param name="receivedByHealth">The day the health side received the request, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline ForHealthAdvice(DateOnly receivedByHealth) => ForHealthAdvice(receivedByHealth, ClockSettings.Default);

    /// <summary>The same with an authority's settings.</summary>
    /// <param name="receivedByHealth">The day the health side received the request, Europe/London.</param>
    /// <param name="settings">The authority's settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline ForHealthAdvice(DateOnly receivedByHealth, ClockSettings settings) =>
        Count(StatutoryRules.For(DeadlineKind.HealthAdvice, null, receivedByHealth), receivedByHealth, settings);

    /// <summary>The local target for information already held, asked for before the decision to assess: 2 weeks. Not law.</summary>
    /// <param name="receivedByHealth">The day the health side received the request, Europe/London.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline ForEarlyInformation(DateOnly receivedByHealth) => ForEarlyInformation(receivedByHealth, ClockSettings.Default);

    /// <summary>The same with the number of days an authority set.</summary>
    /// <param name="receivedByHealth">The day the health side received the request, Europe/London.</param>
    /// <param name="settings">The authority's settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline ForEarlyInformation(DateOnly receivedByHealth, ClockSettings settings) =>
        Count(settings.Apply(StatutoryRules.For(DeadlineKind.EarlyInformation, null, receivedByHealth))!, receivedByHealth, settings);

    /// <summary>The local target for the professional's answer, or null where the authority has set none. Not law.</summary>
    /// <param name="sentOn">The day the request was sent to the professional or service, Europe/London.</param>
    /// <param name="settings">The authority's settings.</param>
    /// <exception cref="ArgumentOutOfRangeException">The due date is past the year 9999.</exception>
    public static Deadline? ForInternalTurnaround(DateOnly sentOn, ClockSettings settings) =>
        settings.Apply(StatutoryRules.For(DeadlineKind.InternalTurnaround, null, sentOn)) is { } rule ? Count(rule, sentOn, settings) : null;

    /// <summary>
    /// The week that a day falls in, so that the due date of an N-week limit is in week N. The day of the event is left out
    /// of the count: week 1 is the anchor and the seven days after it. 0 before the anchor.
    /// </summary>
    /// <param name="anchor">The day the clock started, Europe/London.</param>
    /// <param name="today">The day asked about, Europe/London.</param>
    public static int WeekOf(DateOnly anchor, DateOnly today)
    {
        var days = today.DayNumber - anchor.DayNumber;
        return days < 0 ? 0 : Math.Max(1, (days + 6) / 7);
    }

    // takes the rules as a parameter, so that tests can show a change of law
    internal static ClockReading For(OriginRoute route, ClockFacts facts, ClockSettings settings, IEnumerable<StatutoryRule> rules)
    {
        List<Deadline> deadlines = [];
        List<StatutoryRule> awaited = [];
        DateOnly? Known(ClockEvent? clockEvent) => clockEvent is { } e ? facts.DayOf(e) : null;
        // of days that contradict each other the latest tells; what has not begun can begin yet
        bool IsOut(StatutoryRule rule)
        {
            var so = Known(rule.IsSoOnce ?? rule.StartsFrom);
            if (so is null && rule.IsSoOnce is null) { return false; }
            return (Known(rule.IsNotSoOnce) is { } not && !(so > not)) || rule.IsNotSoAfter.Any(e => Known(e) is { } later && !(so >= later));
        }
        foreach (var versions in rules.Where(r => r.Routes.Contains(route)).GroupBy(r => r.Key).Select(g => g.OrderBy(r => r.EffectiveFrom).ToList()))
        {
            if (facts.DayOf(versions[0].StartsFrom) is { } day)
            {
                if (StatutoryRules.Governing(versions, day) is { } law && settings.Apply(law) is { } rule && !IsOut(rule)) { deadlines.Add(Count(Known(rule.IsSoOnce) is null ? rule : rule with { OnlyIf = null, Besides = null }, day, settings) with { NotBefore = Known(rule.NotBefore), CarefulFrom = Known(rule.CarefulFrom) }); }
            }
            else if (versions[^1].EffectiveUntil is null && settings.Apply(versions[^1]) is { } rule && !IsOut(rule))
            {
                awaited.Add(rule);
            }
        }

        var counted = deadlines.ConvertAll(d => deadlines.Find(least => least.Kind == d.Rule.After) is { } least ? d.After(new(least.Due, least.Rule.Limit.Words, HasBegun: true)) : d);
        // the later of two dates is not known before both are
        counted = counted.ConvertAll(d => d.Rule.WhenSeveral == WhenSeveral.LaterCounts ? d with { OrLater = awaited.Find(r => r.Kind == d.Kind && r.WhenSeveral == WhenSeveral.LaterCounts) } : d);
        var started = counted.Select(d => d.Kind).ToHashSet();
        return new(route,
            [.. counted.GroupBy(d => d.Kind).SelectMany(Settle).OrderBy(d => d.Due).ThenBy(d => d.Kind).ThenBy(d => d.Rule.Key, StringComparer.Ordinal)],
            [.. awaited.Where(r => r.WhenSeveral != WhenSeveral.EachStands || !started.Contains(r.Kind))]);
    }

    private static IEnumerable<Deadline> Settle(IEnumerable<Deadline> ofOneKind)
    {
        var inOrder = ofOneKind.OrderBy(d => d.Due).ToList();
        return (inOrder.Count, inOrder[0].Rule.WhenSeveral) switch
        {
            // the same day twice is one date
            ( > 1, not WhenSeveral.EachStands) when inOrder[0].Due == inOrder[^1].Due => [inOrder[0]],
            ( > 1, WhenSeveral.LaterCounts) => [inOrder[^1] with { GaveWay = inOrder[0] }],
            ( > 1, WhenSeveral.EarlierCounts) => [inOrder[0] with { GaveWay = inOrder[^1] }],
            _ => inOrder,
        };
    }

    private static Deadline Count(StatutoryRule rule, DateOnly anchor, ClockSettings settings)
    {
        var due = rule.DueFrom(anchor);
        return new(rule.Kind, anchor, due, rule) { LocalDue = settings.LocalDue(rule, anchor, due) };
    }
}
