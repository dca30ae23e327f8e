using DcoPortal.Web.Features.Documents.Preview;

namespace DcoPortal.Web.Features.Documents;

internal static class DocumentsPages
{
    /// <summary>What the pages of documents read with.</summary>
    public static IServiceCollection AddDocumentsPages(this IServiceCollection services)
    {
        services.AddScoped<PreviewQuery>();
        return services;
    }
}
