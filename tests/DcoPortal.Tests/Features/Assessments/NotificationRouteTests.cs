using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Features.Assessments.LogNotification;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class NotificationRouteTests
{
    [Fact]
    public void A_notification_can_begin_only_with_an_event_that_the_form_offers() => Assert.All(Enum.GetValues<ClockEvent>(), startedBy =>
    {
        var failures = new RequestFormValidator(new UkClock(TimeProvider.System), AccessScope.None).Validate(new RequestForm { StartedBy = startedBy }).Errors;
        Assert.Equal(!AssessmentStarts.All.Contains(startedBy), failures.Exists(f => f.PropertyName == nameof(RequestForm.StartedBy)));
    });
}
