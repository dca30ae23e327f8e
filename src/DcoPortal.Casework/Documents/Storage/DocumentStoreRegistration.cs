using DcoPortal.Casework.Documents.Scanning;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Documents.Storage;

/// <summary>Registers the document store and the malware scanner that configuration names.</summary>
public static class DocumentStoreRegistration
{
    /// <summary>Adds <see cref="IDocumentStore"/> and <see cref="IMalwareScanner"/> (singletons, safe for concurrent use). Bad configuration stops start-up.</summary>
    public static IServiceCollection AddDocumentStore(this IServiceCollection services, IConfiguration configuration, IHostEnvironment environment)
    {
        services.AddSingleton<IValidateOptions<DocumentOptions>>(new DocumentOptionsValidator(environment));
        services.AddOptions<DocumentOptions>().Bind(configuration.GetSection(DocumentOptions.Section)).ValidateOnStart();
        services.AddSingleton<IDocumentStore>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DocumentOptions>>().Value;
            return string.Equals(options.Store, "S3", StringComparison.OrdinalIgnoreCase)
                ? new S3DocumentStore(options.S3)
                : new DiskDocumentStore(Path.GetFullPath(options.Folder, environment.ContentRootPath));
        });
        services.AddSingleton<IMalwareScanner>(provider =>
        {
            var options = provider.GetRequiredService<IOptions<DocumentOptions>>().Value;
            return string.Equals(options.Scanner, "Clamd", StringComparison.OrdinalIgnoreCase)
                ? new ClamdScanner(options.Clamd)
                : new NoScanner();
        });
        return services;
    }
}
