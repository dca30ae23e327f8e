namespace DcoPortal.Domain.Statutory;

/// <summary>The events by which an assessment with health advice begins. The event picks the route, the limits and the regulation they are in.</summary>
public static class AssessmentStarts
{
    /// <summary>All these events, the usual first.</summary>
    public static IReadOnlyList<ClockEvent> All { get; } =
    [
        ClockEvent.RequestReceived, ClockEvent.BecameResponsible, ClockEvent.AssessmentOrdered, ClockEvent.AssessmentConceded,
        ClockEvent.ReassessmentRequested, ClockEvent.ReassessmentNotified,
    ];

    /// <summary>The route that an event begins.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No assessment begins with it.</exception>
    public static OriginRoute RouteOf(ClockEvent startedBy) => startedBy switch
    {
        ClockEvent.RequestReceived => OriginRoute.Section36Request,
        ClockEvent.BecameResponsible => OriginRoute.Section24Responsibility,
        ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded => OriginRoute.TribunalOrderedAssessment,
        ClockEvent.ReassessmentRequested or ClockEvent.ReassessmentNotified => OriginRoute.Reassessment,
        _ => throw new ArgumentOutOfRangeException(nameof(startedBy)),
    };

    /// <summary>The event in a few words, with a capital.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No assessment begins with it.</exception>
    public static string NameOf(ClockEvent startedBy) => startedBy switch
    {
        ClockEvent.AssessmentConceded => "Assessment after an appeal that was not opposed",
        ClockEvent.ReassessmentRequested => "Re-assessment, on request",
        ClockEvent.ReassessmentNotified => "Re-assessment, the authority’s own decision",
        _ => OriginRoutes.NameOf(RouteOf(startedBy)),
    };

    /// <summary>The event in words that follow "before" or "after": "the request was received".</summary>
    /// <exception cref="ArgumentOutOfRangeException">No assessment begins with it.</exception>
    public static string ClauseOf(ClockEvent startedBy) => startedBy switch
    {
        ClockEvent.RequestReceived => "the request was received",
        ClockEvent.BecameResponsible => "the authority became responsible",
        ClockEvent.AssessmentOrdered => "the Tribunal ordered the assessment",
        ClockEvent.AssessmentConceded => "the authority told the Tribunal",
        ClockEvent.ReassessmentRequested => "the request to re-assess was received",
        ClockEvent.ReassessmentNotified => "the authority decided to re-assess",
        _ => throw new ArgumentOutOfRangeException(nameof(startedBy)),
    };

    /// <summary>Whether the authority must assess: by order, after conceding to the Tribunal, or by its own decision.</summary>
    public static bool MustAssess(ClockEvent startedBy) =>
        startedBy is ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded or ClockEvent.ReassessmentNotified;

    /// <summary>Whether the child or young person has a plan already (regulations 23 to 27).</summary>
    public static bool IsReassessment(ClockEvent startedBy) => startedBy is ClockEvent.ReassessmentRequested or ClockEvent.ReassessmentNotified;

    /// <summary>Whether the Tribunal ordered it or the authority conceded to the Tribunal (regulations 44 and 45).</summary>
    public static bool IsTribunal(ClockEvent startedBy) => startedBy is ClockEvent.AssessmentOrdered or ClockEvent.AssessmentConceded;
}
