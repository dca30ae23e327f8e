namespace DcoPortal.Casework.Access;

internal static class AccessSetup
{
    /// <summary>Who acts, and what they may see. The caller adds the <see cref="IPersonSource"/>.</summary>
    public static IServiceCollection AddAccess(this IServiceCollection services)
    {
        services.AddScoped<CurrentPerson>();
        services.AddScoped(sp => sp.GetRequiredService<CurrentPerson>().Scope);
        return services;
    }
}
