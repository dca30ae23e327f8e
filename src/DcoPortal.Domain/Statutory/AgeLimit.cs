namespace DcoPortal.Domain.Statutory;

/// <summary>
/// Up to which age somebody can be assessed. A young person is under 25 (section 83(2) of the Children and Families Act 2014), so nobody
/// can ask for an assessment from the 25th birthday on. A plan may be kept to the end of that academic year (section 46), and the Tribunal
/// may order what was asked for before: what begins in these ways at 25 needs a reason, and at 26 there is none.
/// </summary>
public static class AgeLimit
{
    /// <summary>What to say about somebody who was 25.</summary>
    public const string WhyReason = "A young person is under 25: give the reason, such as a plan that is kept to the end of the academic year (section 46)";

    /// <summary>Whether the 26th birthday had come: then nothing explains it, not even in a record of the past.</summary>
    public static bool IsImpossible(DateOnly born, DateOnly on) => CompulsorySchoolAge.AgeOn(born, on) > 25;

    /// <summary>Whether the 25th birthday had come, but not the 26th.</summary>
    public static bool Was25(DateOnly born, DateOnly on) => CompulsorySchoolAge.AgeOn(born, on) == 25;

    /// <summary>The age from which an assessment cannot begin in a way: 25 on a request, 26 by order, concession or the authority's own decision.</summary>
    public static int RefusedFrom(ClockEvent startedBy) => AssessmentStarts.MustAssess(startedBy) ? 26 : 25;

    /// <summary>Whether the person was too old on the day of the event.</summary>
    public static bool IsRefused(DateOnly born, DateOnly on, ClockEvent startedBy) => CompulsorySchoolAge.AgeOn(born, on) >= RefusedFrom(startedBy);

    /// <summary>Whether the person was 25 on the day of an event that may still begin one.</summary>
    public static bool NeedsReason(DateOnly born, DateOnly on, ClockEvent startedBy) => Was25(born, on) && !IsRefused(born, on, startedBy);
}
