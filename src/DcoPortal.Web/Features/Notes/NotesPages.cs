namespace DcoPortal.Web.Features.Notes;

internal static class NotesPages
{
    /// <summary>What the pages of notes read with.</summary>
    public static IServiceCollection AddNotesPages(this IServiceCollection services)
    {
        services.AddScoped<NoteCaseQuery>();
        return services;
    }
}
