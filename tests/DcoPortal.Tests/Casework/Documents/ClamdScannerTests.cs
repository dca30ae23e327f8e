using System.IO.Compression;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Text;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Tests.Support.Servers;

namespace DcoPortal.Tests.Casework.Documents;

public class ClamdScannerTests(ClamdServer server) : IClassFixture<ClamdServer>
{
    private static readonly CancellationToken None = CancellationToken.None;

    [Fact]
    public async Task The_test_virus_is_found() =>
        Assert.Equal(ScanVerdict.Infected, await ScanAsync(ClamdServer.Eicar));

    [Fact]
    public async Task The_test_virus_is_found_inside_a_zip()
    {
        using var zip = new MemoryStream();
        using (var archive = new ZipArchive(zip, ZipArchiveMode.Create, leaveOpen: true))
        {
            await using var entry = archive.CreateEntry("word/media/image1.png").Open();
            await entry.WriteAsync(ClamdServer.Eicar);
        }

        Assert.Equal(ScanVerdict.Infected, await ScanAsync(zip.ToArray()));
    }

    [Fact]
    public async Task A_harmless_file_of_the_largest_size_is_clean() =>
        Assert.Equal(ScanVerdict.Clean, await ScanAsync(RandomNumberGenerator.GetBytes(UploadRules.MaxBytes)));

    [Fact]
    public async Task A_file_too_large_for_clamd_is_not_clean() =>
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => ScanAsync(new byte[40 * 1024 * 1024]));

    [Fact]
    public async Task A_scanner_that_answers_is_ready()
    {
        using var host = Host(server.Port);

        Assert.Null(await Record.ExceptionAsync(() => host.Scanner.CheckAsync(None)));
    }

    [Fact]
    public async Task With_a_scanner_only_what_it_found_clean_may_be_opened()
    {
        using var host = Host(server.Port);
        await host.Host.StartAsync();

        Assert.True(host.Scanner.CanOpen(ScanVerdict.Clean));
        Assert.False(host.Scanner.CanOpen(ScanVerdict.NotScanned));
        Assert.False(host.Scanner.CanOpen(ScanVerdict.Infected));
    }

    [Fact]
    public async Task A_scanner_that_is_away_gives_no_verdict()
    {
        using var host = Host(Loopback.FreePort());

        var problem = await Assert.ThrowsAsync<ScannerUnavailableException>(() => host.Scanner.ScanAsync(new MemoryStream([1]), None));
        await Assert.ThrowsAsync<ScannerUnavailableException>(() => host.Scanner.CheckAsync(None));

        Assert.Equal("The file could not be checked for viruses at the moment. Try again in a few minutes.", problem.Message);
    }

    [Fact]
    public async Task A_scanner_that_says_nothing_is_given_up()
    {
        using var silent = new TcpListener(IPAddress.Loopback, 0);
        silent.Start();
        using var host = Host(((IPEndPoint)silent.LocalEndpoint).Port, timeout: "1");

        var problem = await Assert.ThrowsAsync<ScannerUnavailableException>(() => host.Scanner.ScanAsync(new MemoryStream([1]), None));

        Assert.Contains("within 1 seconds", problem.Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scanner_that_hangs_up_without_an_answer_gives_no_verdict()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var host = Host(((IPEndPoint)listener.LocalEndpoint).Port);

        var scan = host.Scanner.ScanAsync(new MemoryStream([1]), None);
        (await listener.AcceptTcpClientAsync()).Dispose();

        await Assert.ThrowsAsync<ScannerUnavailableException>(() => scan);
    }

    [Theory]
    [InlineData("")]
    [InlineData("stream: O")]
    [InlineData("stream: not OK")]
    [InlineData("INSTREAM size limit exceeded. ERROR\0")]
    [InlineData("stream: Can't allocate memory ERROR\0")]
    public async Task An_answer_that_is_no_verdict_is_not_clean(string answer)
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        using var host = Host(((IPEndPoint)listener.LocalEndpoint).Port);

        var scan = host.Scanner.ScanAsync(new MemoryStream([1]), None);
        using (var client = await listener.AcceptTcpClientAsync())
        {
            // the command, one chunk of one byte, and the end: read, so that closing does not cut the answer off
            await client.GetStream().ReadExactlyAsync(new byte["zINSTREAM\0".Length + 4 + 1 + 4]);
            await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes(answer));
        }

        var problem = await Assert.ThrowsAsync<ScannerUnavailableException>(() => scan);
        Assert.Equal($"clamd answered: {answer.TrimEnd('\0')}", problem.Detail);
    }

    private async Task<ScanVerdict> ScanAsync(byte[] content)
    {
        using var host = Host(server.Port);
        return await host.Scanner.ScanAsync(new MemoryStream(content), None);
    }

    private static DocumentHost Host(int port, string timeout = "60") => new(
        "Production",
        ("Scanner", "Clamd"),
        ("Clamd:Host", "127.0.0.1"),
        ("Clamd:Port", $"{port}"),
        ("Clamd:TimeoutSeconds", timeout));
}
