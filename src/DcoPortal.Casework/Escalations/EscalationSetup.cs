using DcoPortal.Casework.Jobs;

namespace DcoPortal.Casework.Escalations;

internal static class EscalationSetup
{
    /// <summary>Requests that are put before a named person.</summary>
    public static IServiceCollection AddEscalations(this IServiceCollection services)
    {
        services.AddScoped<AwaitedEscalationsQuery>();
        services.AddScoped<EscalateHandler>();
        services.AddScoped<EscalationEmails>();
        services.AddScoped<EscalationPeopleQuery>();
        services.AddScoped<RemindOfEscalationHandler>();
        services.AddScoped<TakeBackEscalationHandler>();
        services.AddScoped<IScheduledJob, EscalationReminderJob>();
        return services;
    }
}
