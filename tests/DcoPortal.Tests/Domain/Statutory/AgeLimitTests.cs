using DcoPortal.Domain.Statutory;

namespace DcoPortal.Tests.Domain.Statutory;

/// <summary>DOMAIN 1.9 item 8: a young person is under 25, until the day before the 25th birthday.</summary>
public sealed class AgeLimitTests
{
    [Theory]
    [InlineData(ClockEvent.RequestReceived, "2026-11-01", false, false)]
    [InlineData(ClockEvent.RequestReceived, "2026-11-02", true, false)]
    [InlineData(ClockEvent.BecameResponsible, "2026-11-02", true, false)]
    [InlineData(ClockEvent.ReassessmentRequested, "2026-11-02", true, false)]
    [InlineData(ClockEvent.AssessmentOrdered, "2026-11-02", false, true)]
    [InlineData(ClockEvent.AssessmentConceded, "2026-11-02", false, true)]
    [InlineData(ClockEvent.ReassessmentNotified, "2027-11-01", false, true)]
    [InlineData(ClockEvent.ReassessmentNotified, "2027-11-02", true, false)]
    public void A_request_cannot_begin_at_25_and_what_follows_an_earlier_one_needs_a_reason(ClockEvent startedBy, string on, bool refused, bool needsReason)
    {
        var born = new DateOnly(2001, 11, 2);
        Assert.Equal((refused, needsReason), (AgeLimit.IsRefused(born, Day.Of(on), startedBy), AgeLimit.NeedsReason(born, Day.Of(on), startedBy)));
        Assert.Equal(Day.Of(on) < new DateOnly(2026, 11, 2), CompulsorySchoolAge.IsYoungPerson(born, Day.Of(on)));
    }
}
