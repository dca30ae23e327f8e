using DcoPortal.Casework.Jobs;

namespace DcoPortal.Casework.Ladder;

internal static class LadderSetup
{
    /// <summary>The chase ladder, its settings and its morning job.</summary>
    public static IServiceCollection AddLadder(this IServiceCollection services)
    {
        services.AddScoped<LadderEmails>();
        services.AddScoped<SaveLadderHandler>();
        services.AddScoped<TakeLadderStepsHandler>();
        services.AddScoped<IScheduledJob, LadderJob>();
        return services;
    }
}
