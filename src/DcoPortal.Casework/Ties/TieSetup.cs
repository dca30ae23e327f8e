namespace DcoPortal.Casework.Ties;

internal static class TieSetup
{
    /// <summary>What people decide about two cases that look like one child's.</summary>
    public static IServiceCollection AddTies(this IServiceCollection services)
    {
        services.AddScoped<CaseRows>();
        services.AddScoped<DecideTieHandler>();
        services.AddScoped<LinksOfMerged>();
        services.AddScoped<MergeHandler>();
        services.AddScoped<MergedCases>();
        services.AddScoped<MergedReferences>();
        services.AddScoped<MergeStandingQuery>();
        services.AddScoped<Merging>();
        services.AddScoped<OtherAuthorityQuery>();
        services.AddScoped<TieEmails>();
        services.AddScoped<TiesQuery>();
        services.AddScoped<UndoMergeHandler>();
        return services;
    }
}
