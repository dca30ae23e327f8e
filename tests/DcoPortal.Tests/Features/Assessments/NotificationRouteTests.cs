using DcoPortal.Domain.Statutory;
using DcoPortal.Web.Features.Assessments.LogNotification;
using DcoPortal.Web.Platform.Time;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class NotificationRouteTests
{
    [Fact]
    public void A_notification_can_begin_only_by_a_route_that_the_form_offers() => Assert.All(Enum.GetValues<OriginRoute>(), route =>
    {
        var failures = new RequestFormValidator(new UkClock(TimeProvider.System)).Validate(new RequestForm { Route = route }).Errors;
        Assert.Equal(!OriginRoutes.OfNotifications.Contains(route), failures.Exists(f => f.PropertyName == nameof(RequestForm.Route)));
    });
}
