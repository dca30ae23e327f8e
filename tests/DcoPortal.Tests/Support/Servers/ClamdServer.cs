using System.Text;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>Debian's clamd with a database of one signature: that of the EICAR test file.</summary>
public sealed class ClamdServer : IAsyncLifetime
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("dco-portal-test-");
    private ServerProcess? server;

    /// <summary>The EICAR test file, in two parts so that scanners leave this repository alone.</summary>
    public static byte[] Eicar => Encoding.ASCII.GetBytes(@"X5O!P%@AP[4\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*");

    public int Port { get; } = Loopback.FreePort();

    public async Task InitializeAsync()
    {
        // not in every user's PATH
        var clamd = ServerProcess.Installed("/usr/sbin/clamd", "/usr/local/sbin/clamd", "/usr/bin/clamd");
        var database = Directory.CreateDirectory(Path.Combine(folder.FullName, "db")).FullName;
        await File.WriteAllTextAsync(Path.Combine(database, "local.ndb"), $"Eicar-Test-Signature:0:*:{Convert.ToHexStringLower(Eicar)}\n");
        var configuration = Path.Combine(folder.FullName, "clamd.conf");
        await File.WriteAllTextAsync(configuration, $"""
            DatabaseDirectory {database}
            TCPSocket {Port}
            TCPAddr 127.0.0.1
            Foreground yes
            StreamMaxLength 30M
            MaxThreads 4

            """);
        server = await ServerProcess.StartAsync(clamd, [$"--config-file={configuration}"], Port);
    }

    public async Task DisposeAsync()
    {
        if (server is not null)
            await server.DisposeAsync();
        folder.Delete(recursive: true);
    }
}
