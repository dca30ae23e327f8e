using DcoPortal.Web.Features.Directory.Professionals;
using DcoPortal.Web.Features.Directory.Providers;
using DcoPortal.Web.Features.Directory.Search;
using DcoPortal.Web.Features.Directory.Services;
using DcoPortal.Web.Features.Directory.TeamContact;

namespace DcoPortal.Web.Features.Directory;

internal static class DirectoryPages
{
    /// <summary>What the pages of directory read and write with.</summary>
    public static IServiceCollection AddDirectoryPages(this IServiceCollection services)
    {
        services.AddScoped<DirectorySearchQuery>();
        services.AddScoped<ProfessionalsQuery>();
        services.AddScoped<ProvidersQuery>();
        services.AddScoped<ServicesQuery>();
        services.AddScoped<TeamContactFormQuery>();
        return services;
    }
}
