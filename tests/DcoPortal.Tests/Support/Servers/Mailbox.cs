using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>A message as a mail program shows it.</summary>
internal sealed record Mail(string? Id, string? MessageId, string? From, string? To, string? Subject, DateTime? Date, string? AutoSubmitted, string? ContentType,
    string? Text, string? Html, int Attachments, int LongestLine, IReadOnlyList<string> EnvelopeTo, bool Secure, string? User, string? Notify, string? Return, string? EnvelopeId);

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

    /// <summary>The certificate, when the mailbox speaks TLS.</summary>
    public X509Certificate2? Certificate { get; private set; }

    /// <summary>Starts one: with a certificate of its own when it speaks TLS, with a sign-in when a user is given.</summary>
    public static async Task<Mailbox> StartAsync(bool tls = false, string? user = null, string? password = null)
    {
        var mailbox = new Mailbox();
        try
        {
            if (tls) { mailbox.Certificate = OwnCertificate.Make(mailbox.folder.Path); }
            var program = ServerProcess.Installed(Path.Combine(Here(), "mailbox.js"));
            _ = ServerProcess.Installed(Path.Combine(Here(), "node_modules", "smtp-server", "package.json"));
            var httpPort = Loopback.FreePort();
            var settings = JsonSerializer.Serialize(new
            {
                smtpPort = mailbox.Port,
                httpPort,
                tls = tls ? new { key = Path.Combine(mailbox.folder.Path, OwnCertificate.KeyFile), cert = Path.Combine(mailbox.folder.Path, OwnCertificate.File) } : null,
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
        Certificate?.Dispose();
        folder.Dispose();
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
