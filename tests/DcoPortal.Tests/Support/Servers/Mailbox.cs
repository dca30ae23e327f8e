using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>A message as a mail program shows it.</summary>
internal sealed record Mail(string? Id, string? MessageId, string? From, string? To, string? Subject, DateTime? Date, string? AutoSubmitted, string? ContentType,
    string? Text, string? Html, int Attachments, int LongestLine, IReadOnlyList<string> EnvelopeTo, bool Secure, string? User);

/// <summary>A real mail server (npm smtp-server) whose messages are read by a real mail parser. An address such as 550.x@… is refused with that code.</summary>
internal sealed class Mailbox : IAsyncDisposable
{
    private readonly TestFolder folder = new();
    private readonly HttpClient http = new();
    private ServerProcess? server;

    private Mailbox()
    {
    }

    public int Port { get; } = Loopback.FreePort();

    /// <summary>The certificate's thumbprint, when the mailbox speaks TLS.</summary>
    public string? Thumbprint { get; private set; }

    /// <summary>The certificate's file, to be trusted by a process that is told so (SSL_CERT_FILE).</summary>
    public string CertificateFile => Path.Combine(folder.Path, "cert.pem");

    /// <summary>Starts one: with a certificate of its own when it speaks TLS, with a sign-in when a user is given.</summary>
    public static async Task<Mailbox> StartAsync(bool tls = false, string? user = null, string? password = null)
    {
        var mailbox = new Mailbox();
        try
        {
            if (tls) { mailbox.MakeCertificate(); }
            var program = ServerProcess.Installed(Path.Combine(Here(), "mailbox.js"));
            _ = ServerProcess.Installed(Path.Combine(Here(), "node_modules", "smtp-server", "package.json"));
            var httpPort = Loopback.FreePort();
            var settings = JsonSerializer.Serialize(new
            {
                smtpPort = mailbox.Port,
                httpPort,
                tls = tls ? new { key = Path.Combine(mailbox.folder.Path, "key.pem"), cert = mailbox.CertificateFile } : null,
                user,
                password,
            });
            mailbox.server = await ServerProcess.StartAsync("node", [program, settings], mailbox.Port);
            mailbox.http.BaseAddress = new Uri($"http://127.0.0.1:{httpPort}");
            return mailbox;
        }
        catch
        {
            await mailbox.DisposeAsync();
            throw;
        }
    }

    /// <summary>What has arrived, in order.</summary>
    public async Task<IReadOnlyList<Mail>> ReadAsync() => await http.GetFromJsonAsync<List<Mail>>("/") ?? [];

    public async ValueTask DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        http.Dispose();
        folder.Dispose();
    }

    private void MakeCertificate()
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var certificate = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        File.WriteAllText(CertificateFile, certificate.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder.Path, "key.pem"), key.ExportPkcs8PrivateKeyPem());
        Thumbprint = certificate.Thumbprint;
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
