using DcoPortal.Domain.Ladder;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>One chase, for people.</summary>
/// <param name="AtUtc">When, UTC.</param>
/// <param name="What">Such as "Second reminder by email to ot@example.nhs.uk".</param>
/// <param name="By">Who chased.</param>
/// <param name="Note">What was said, or null.</param>
/// <param name="Delivery">Whether its email arrived; null for a talk, and for who may not see the emails of others.</param>
/// <param name="SentAgainUtc">When its email was last sent again after it came back, UTC, or null.</param>
/// <param name="Step">The step of the ladder, or null when a person chased.</param>
public sealed record ChaseLine(DateTime AtUtc, string What, string By, string? Note, ChaseDelivery? Delivery, DateTime? SentAgainUtc = null, LadderStep? Step = null)
{
    /// <summary>What was done, and when its email was sent again.</summary>
    public string Words => SentAgainUtc is { } again ? $"{What}, sent again on {UkText.LongDate(UkClock.DateOf(again))}" : What;
}
