using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Tests.Support.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DcoPortal.Tests.Casework.Documents;

/// <summary>The document store and the scanner as the portal itself would make them from configuration.</summary>
internal sealed class DocumentHost : IDisposable
{
    private readonly TestFolder contentRoot = new();

    public DocumentHost(string environment, params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            EnvironmentName = environment,
            ContentRootPath = contentRoot.Path,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => $"Documents:{s.Key}", s => (string?)s.Value));
        builder.Services.AddDocumentStore(builder.Configuration, builder.Environment);
        Host = builder.Build();
    }

    public IHost Host { get; }

    public string ContentRoot => contentRoot.Path;

    public IReadOnlyList<string> Files => contentRoot.Files;

    public IDocumentStore Store => Host.Services.GetRequiredService<IDocumentStore>();

    public IMalwareScanner Scanner => Host.Services.GetRequiredService<IMalwareScanner>();

    public void Dispose()
    {
        Host.Dispose();
        contentRoot.Dispose();
    }
}
