namespace DcoPortal.Web.Features.Assessments.LogNotification;

internal static class NotificationSetup
{
    /// <summary>What makes notifications: used by the form, the import and the demo data.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<DirectoryIndex>();
        services.AddScoped<RequestPreparation>();
        services.AddScoped<ReferenceNumbers>();
        services.AddScoped<NotificationEmails>();
        services.AddScoped<NotificationWriter>();
        services.AddScoped<DraftStore>();
        services.AddScoped<DraftChecks>();
        services.AddScoped<ProfessionalList>();
        return services;
    }
}
