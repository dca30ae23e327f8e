namespace DcoPortal.Casework.Exemptions;

internal static class ExemptionSetup
{
    /// <summary>Recording exemptions.</summary>
    public static IServiceCollection AddExemptions(this IServiceCollection services)
    {
        services.AddScoped<ChangeExemptionHandler>();
        services.AddScoped<ExcusedRequests>();
        services.AddScoped<RecordExemptionHandler>();
        services.AddScoped<ExpectedAnswers>();
        return services;
    }
}
