using DcoPortal.Web.Features.Incidents.One;

namespace DcoPortal.Web.Features.Incidents;

internal static class IncidentsPages
{
    /// <summary>What the pages of incidents read with.</summary>
    public static IServiceCollection AddIncidentsPages(this IServiceCollection services)
    {
        services.AddScoped<IncidentQuery>();
        return services;
    }
}
