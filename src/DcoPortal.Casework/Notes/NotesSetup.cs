namespace DcoPortal.Casework.Notes;

internal static class NotesSetup
{
    /// <summary>Notes for oneself or one's team.</summary>
    public static IServiceCollection AddNotes(this IServiceCollection services)
    {
        services.AddScoped<NotesHandler>();
        services.AddScoped<NotesQuery>();
        services.AddScoped<PrivateReminders>();
        return services;
    }
}
