using System.Runtime.CompilerServices;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>An S3-compatible store (npm s3rver) with one bucket.</summary>
public sealed class S3Server : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dco-portal-test-");
    private ServerProcess? server;

    public const string Bucket = "documents";

    // the pair that s3rver accepts
    public const string Key = "S3RVER";

    public int Port { get; } = Loopback.FreePort();

    public string Url => $"http://127.0.0.1:{Port}";

    public async Task InitializeAsync()
    {
        var program = ServerProcess.Installed(Path.Combine(Here(), "node_modules", "s3rver", "bin", "s3rver.js"));
        server = await ServerProcess.StartAsync("node", [program, "-d", folder.FullName, "-a", "127.0.0.1", "-p", $"{Port}", "--configure-bucket", Bucket], Port);
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
