namespace DcoPortal.Casework.Notifications;

internal static class NotificationSetup
{
    /// <summary>What makes notifications: used by the form, the import and the demo data.</summary>
    public static IServiceCollection AddNotifications(this IServiceCollection services)
    {
        services.AddScoped<AddProfessionalsHandler>();
        services.AddScoped<DirectoryIndex>();
        services.AddScoped<FamilyAskedHandler>();
        services.AddScoped<RequestPreparation>();
        services.AddScoped<ReferenceNumbers>();
        services.AddScoped<NotificationEmails>();
        services.AddScoped<NotificationWriter>();
        services.AddScoped<DuplicateQuery>();
        services.AddScoped<LeftDrafts>();
        services.AddScoped<EarlierRequests>();
        services.AddScoped<KnownElsewhereQuery>();
        return services;
    }
}
