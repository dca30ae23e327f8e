using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Tests.Support.Servers;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace DcoPortal.Tests.Casework.Emails;

/// <summary>The email sender as the portal itself would make it from configuration.</summary>
internal sealed class EmailSenderHost : IDisposable
{
    private readonly TestFolder contentRoot = new();

    public EmailSenderHost(string environment, params (string Key, string Value)[] settings)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings
        {
            DisableDefaults = true,
            EnvironmentName = environment,
            ContentRootPath = contentRoot.Path,
        });
        builder.Configuration.AddInMemoryCollection(settings.ToDictionary(s => $"Emails:{s.Key}", s => (string?)s.Value));
        builder.Services.AddEmailSender(builder.Configuration);
        builder.Services.AddSingleton<RemoteCertificateValidationCallback>((_, shown, _, problems) => problems == SslPolicyErrors.None || (Trusts is not null && Trusts.Equals(shown)));
        Host = builder.Build();
    }

    public IHost Host { get; }

    /// <summary>One certificate that is trusted, as a machine's store would hold it.</summary>
    public X509Certificate? Trusts { get; init; }

    public IReadOnlyList<string> Files => contentRoot.Files;

    public string ContentRoot => contentRoot.Path;

    public IEmailSender Sender => Host.Services.GetRequiredService<IEmailSender>();

    public void Dispose()
    {
        Host.Dispose();
        contentRoot.Dispose();
    }
}
