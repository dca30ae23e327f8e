using DcoPortal.Web.Features.Help.Pages;

namespace DcoPortal.Web.Features.Help;

internal static class HelpPages
{
    /// <summary>What the help pages read.</summary>
    public static IServiceCollection AddHelpPages(this IServiceCollection services) => services.AddScoped<ContactQuery>();
}
