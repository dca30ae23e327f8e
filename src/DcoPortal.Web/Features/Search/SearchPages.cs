using DcoPortal.Web.Features.Search.Results;

namespace DcoPortal.Web.Features.Search;

internal static class SearchPages
{
    /// <summary>What the search reads with.</summary>
    public static IServiceCollection AddSearchPages(this IServiceCollection services)
    {
        services.AddScoped<ChildSearchQuery>();
        services.AddScoped<DirectoryHitsQuery>();
        return services;
    }
}
