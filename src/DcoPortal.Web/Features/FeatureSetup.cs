using DcoPortal.Web.Features.Assessments.LogNotification;
using DcoPortal.Web.Platform.Lists;
using DcoPortal.Web.Platform.Ui;

namespace DcoPortal.Web.Features;

internal static class FeatureSetup
{
    private static readonly string[] Endings = ["Handler", "Query"];

    /// <summary>Registers every handler and query of a feature folder, by its name.</summary>
    public static IServiceCollection AddFeatures(this IServiceCollection services)
    {
        foreach (var type in typeof(FeatureSetup).Assembly.GetTypes())
        {
            var isFeature = type is { IsClass: true, IsAbstract: false, IsGenericType: false, IsNested: false }
                && type.Namespace?.StartsWith("DcoPortal.Web.Features", StringComparison.Ordinal) == true
                && Endings.Any(e => type.Name.EndsWith(e, StringComparison.Ordinal));
            if (isFeature) { services.AddScoped(type); }
        }
        services.AddScoped<INavigation, Navigation>();
        services.AddScoped<SavedFilters>();
        services.AddNotifications();
        return services;
    }
}
