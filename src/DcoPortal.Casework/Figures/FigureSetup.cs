namespace DcoPortal.Casework.Figures;

internal static class FigureSetup
{
    /// <summary>What is counted, and what was reported.</summary>
    public static IServiceCollection AddFigures(this IServiceCollection services)
    {
        services.AddScoped<FigureCounting>();
        services.AddScoped<ReportFiguresHandler>();
        return services;
    }
}
