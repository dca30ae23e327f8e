using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcoPortal.Casework.Time;

internal static class TimeSetup
{
    public static IServiceCollection AddTime(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<UkClock>();
        return services;
    }
}
