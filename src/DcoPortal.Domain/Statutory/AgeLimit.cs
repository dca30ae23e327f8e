namespace DcoPortal.Domain.Statutory;

/// <summary>
/// Up to which age somebody can be assessed. A young person is under 25 (section 83(2) of the Children and Families Act 2014); a plan may
/// go on to the end of the academic year of the 25th birthday (section 46), so at 25 there can be a reason and at 26 there is none.
/// </summary>
public static class AgeLimit
{
    /// <summary>What to say about somebody who was 25.</summary>
    public const string WhyReason = "An assessment is for someone under 25: give the reason, such as a plan that goes on to the end of the academic year (section 46)";

    /// <summary>Whether the 25th birthday had come by the day of the request, but not the 26th.</summary>
    public static bool NeedsReason(DateOnly born, DateOnly requested) => CompulsorySchoolAge.AgeOn(born, requested) == 25;

    /// <summary>Whether the 26th birthday had come by the day of the request.</summary>
    public static bool IsRefused(DateOnly born, DateOnly requested) => CompulsorySchoolAge.AgeOn(born, requested) > 25;
}
