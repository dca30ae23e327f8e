using DcoPortal.Domain.Ladder;

namespace DcoPortal.Web.Parts.Requests;

/// <summary>One chase, for people.</summary>
/// <param name="AtUtc">When the request was chased, UTC.</param>
/// <param name="Channel">By email, or how they spoke.</param>
/// <param name="What">Such as "Second reminder by email to ot@example.nhs.uk".</param>
/// <param name="By">The person who chased, or the portal.</param>
/// <param name="Note">The note of what was said, or null.</param>
/// <param name="Delivery">Whether its email arrived; null for a talk, and for people who may not see other people's emails.</param>
/// <param name="SentAgainUtc">When a bounced email was last sent again, UTC, or null.</param>
/// <param name="Step">The step of the ladder, or null when a person chased.</param>
public sealed record ChaseLine(DateTime AtUtc, ChaseChannel Channel, string What, string By, string? Note, ChaseDelivery? Delivery, DateTime? SentAgainUtc = null, LadderStep? Step = null)
{
    /// <summary>The way in a word.</summary>
    public string InAWord => Channel switch { ChaseChannel.Email => "Email", ChaseChannel.Phone => "Call", ChaseChannel.Teams => "Teams", _ => "In person" };

    /// <summary>The chase, with the day its email was sent again.</summary>
    public string Words => SentAgainUtc is { } again ? $"{What}, sent again on {UkText.LongDate(UkClock.DateOf(again))}" : What;
}
