using DcoPortal.Web.Features.Clock.Settings;
using DcoPortal.Web.Features.Clock.WhatIf;

namespace DcoPortal.Web.Features.Clock;

internal static class ClockPages
{
    /// <summary>What the pages of clock read and write with.</summary>
    public static IServiceCollection AddClockPages(this IServiceCollection services)
    {
        services.AddScoped<SettingsPageQuery>();
        services.AddScoped<WhatIfQuery>();
        return services;
    }
}
