namespace DcoPortal.Casework.Directory;

internal static class DirectorySetup
{
    /// <summary>The directory, and who is away.</summary>
    public static IServiceCollection AddDirectory(this IServiceCollection services)
    {
        services.AddScoped<ArrangeCoverHandler>();
        services.AddScoped<AuthorityBoards>();
        services.AddScoped<BoardAuthoritiesHandler>();
        services.AddScoped<SaveProfessionalHandler>();
        services.AddScoped<SaveProviderHandler>();
        services.AddScoped<SaveServiceHandler>();
        services.AddScoped<SaveTeamContactHandler>();
        return services;
    }
}
