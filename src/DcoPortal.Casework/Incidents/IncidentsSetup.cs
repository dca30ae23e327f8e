namespace DcoPortal.Casework.Incidents;

internal static class IncidentsSetup
{
    /// <summary>Records of information that reached somebody it was not for.</summary>
    public static IServiceCollection AddIncidents(this IServiceCollection services)
    {
        services.AddScoped<IncidentsHandler>();
        return services;
    }
}
