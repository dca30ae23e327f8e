namespace DcoPortal.Casework.Schools;

internal static class SchoolsSetup
{
    /// <summary>The register of schools.</summary>
    public static IServiceCollection AddSchools(this IServiceCollection services)
    {
        services.AddScoped<SchoolQuery>();
        return services;
    }
}
