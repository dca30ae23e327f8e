namespace DcoPortal.Casework.Undoing;

internal static class UndoSetup
{
    /// <summary>Taking back what was just done.</summary>
    public static IServiceCollection AddUndoing(this IServiceCollection services)
    {
        services.AddScoped<UndoHandler>();
        services.AddScoped<UndoHandOver>();
        services.AddScoped<UndoRequests>();
        services.AddScoped<UndoSteps>();
        return services;
    }
}
