using DcoPortal.Web.Features.Exemptions.Recorded;

namespace DcoPortal.Web.Features.Exemptions;

internal static class ExemptionsPages
{
    /// <summary>What the pages of exemptions read and write with.</summary>
    public static IServiceCollection AddExemptionsPages(this IServiceCollection services)
    {
        services.AddScoped<ExemptionHeadQuery>();
        services.AddScoped<RecordedPageQuery>();
        return services;
    }
}
