using DcoPortal.Casework.Documents.Opening;
using DcoPortal.Casework.Documents.Storage;

namespace DcoPortal.Casework.Documents;

internal static class DocumentsSetup
{
    public static IServiceCollection AddDocuments(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddDocumentStore(configuration, environment);
        services.AddSingleton<UploadOpening>();
        services.AddScoped<CaseDocuments>();
        services.AddScoped<DocumentIntake>();
        services.AddScoped<FileStandsQuery>();
        services.AddScoped<SameFileQuery>();
        services.AddScoped<SameTextQuery>();
        services.AddScoped<OtherChildQuery>();
        return services;
    }
}
