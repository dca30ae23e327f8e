using DcoPortal.Web.Features.Calendar.Feed;

namespace DcoPortal.Web.Features.Calendar;

internal static class CalendarPages
{
    /// <summary>What the pages of calendar read and write with.</summary>
    public static IServiceCollection AddCalendarPages(this IServiceCollection services)
    {
        services.AddScoped<FeedQuery>();
        return services;
    }
}
