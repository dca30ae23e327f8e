using System.Buffers.Binary;
using System.Net.Sockets;
using System.Text;
using DcoPortal.Casework.Documents.Storage;

namespace DcoPortal.Casework.Documents.Scanning;

/// <summary>Asks ClamAV's clamd over TCP (INSTREAM). Its StreamMaxLength must be above <see cref="UploadRules.MaxBytes"/>.</summary>
internal sealed class ClamdScanner(ClamdOptions options) : IMalwareScanner
{
    public async Task<ScanVerdict> ScanAsync(Stream content, CancellationToken ct)
    {
        var reply = await AskAsync("zINSTREAM\0", content, options.TimeoutSeconds, ct);
        return reply switch
        {
            "stream: OK" => ScanVerdict.Clean,
            _ when reply.EndsWith(" FOUND", StringComparison.Ordinal) => ScanVerdict.Infected,
            _ => throw new ScannerUnavailableException($"clamd answered: {reply}"),
        };
    }

    public bool CanOpen(ScanVerdict verdict) => verdict is ScanVerdict.Clean;

    public async Task CheckAsync(CancellationToken ct)
    {
        var reply = await AskAsync("zPING\0", null, Math.Min(5, options.TimeoutSeconds), ct);
        if (reply != "PONG")
            throw new ScannerUnavailableException($"clamd answered: {reply}");
    }

    private async Task<string> AskAsync(string command, Stream? content, int seconds, CancellationToken ct)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(ct);
        limit.CancelAfter(TimeSpan.FromSeconds(seconds));
        try
        {
            using var connection = new TcpClient();
            await connection.ConnectAsync(options.Host!, options.Port, limit.Token);
            await using var stream = connection.GetStream();
            await stream.WriteAsync(Encoding.ASCII.GetBytes(command), limit.Token);
            if (content is not null)
                await SendAsync(content, stream, limit.Token);
            using var reader = new StreamReader(stream, Encoding.UTF8);
            return (await reader.ReadToEndAsync(limit.Token)).TrimEnd('\0', '\n');
        }
        catch (Exception away) when (away is SocketException or IOException)
        {
            throw new ScannerUnavailableException($"clamd at {options.Host}:{options.Port} cannot be reached or broke off", away);
        }
        catch (OperationCanceledException late) when (!ct.IsCancellationRequested)
        {
            throw new ScannerUnavailableException($"clamd at {options.Host}:{options.Port} gave no answer within {seconds} seconds", late);
        }
    }

    // chunks, each after its length in four bytes, then a length of nought
    private static async Task SendAsync(Stream content, NetworkStream clamd, CancellationToken ct)
    {
        var buffer = new byte[4 + (64 * 1024)];
        while (await content.ReadAsync(buffer.AsMemory(4), ct) is var count and > 0)
        {
            BinaryPrimitives.WriteInt32BigEndian(buffer, count);
            await clamd.WriteAsync(buffer.AsMemory(0, 4 + count), ct);
        }

        await clamd.WriteAsync(new byte[4], ct);
    }
}
