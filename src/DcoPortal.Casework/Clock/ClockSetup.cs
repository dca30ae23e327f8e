namespace DcoPortal.Casework.Clock;

internal static class ClockSetup
{
    /// <summary>The clock settings of authorities and boards.</summary>
    public static IServiceCollection AddClock(this IServiceCollection services)
    {
        services.AddScoped<ClockSettingsQuery>();
        services.AddScoped<SaveClockSettingsHandler>();
        return services;
    }
}
