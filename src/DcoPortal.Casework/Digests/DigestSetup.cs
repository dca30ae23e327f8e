using DcoPortal.Casework.Jobs;

namespace DcoPortal.Casework.Digests;

internal static class DigestSetup
{
    /// <summary>The daily and weekly digests.</summary>
    public static IServiceCollection AddDigests(this IServiceCollection services)
    {
        services.AddScoped<DigestEmails>();
        services.AddScoped<IScheduledJob, DigestJob>();
        services.AddScoped<IScheduledJob, ServiceLeadWeeklyJob>();
        return services;
    }
}
