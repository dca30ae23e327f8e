using System.Net;
using System.Net.Sockets;
using System.Text;

namespace DcoPortal.Tests.Support.Servers;

/// <summary>A mail server in this process that keeps what it is given.</summary>
public sealed class SmtpServer : IAsyncDisposable
{
    private readonly TcpListener listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource stop = new();
    private readonly List<string> messages = [];
    private readonly Task accepting;

    public SmtpServer()
    {
        listener.Start();
        accepting = AcceptAsync();
    }

    public int Port => ((IPEndPoint)listener.LocalEndpoint).Port;

    /// <summary>The answer to a recipient, such as "550 no such mailbox".</summary>
    public string RecipientReply { get; init; } = "250 ok";

    /// <summary>Takes a whole message and never says whether it has it.</summary>
    public bool SilentAfterData { get; init; }

    /// <summary>How many messages were taken without an answer.</summary>
    public int Unanswered { get; private set; }

    /// <summary>Takes connections and says nothing.</summary>
    public bool Silent { get; init; }

    public IReadOnlyList<string> Messages
    {
        get
        {
            lock (messages)
                return [.. messages];
        }
    }

    /// <summary>Goes away: nothing answers at the port any more.</summary>
    public async Task StopAsync()
    {
        await stop.CancelAsync();
        // the loop may be between two clients: it must not ask a listener that has stopped for the next one
        await accepting;
        listener.Stop();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        try
        {
            while (!stop.IsCancellationRequested)
                _ = ServeAsync(await listener.AcceptTcpClientAsync(stop.Token));
        }
        catch (OperationCanceledException)
        {
            // stopped
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using var connection = client;
        client.NoDelay = true;
        var stream = client.GetStream();
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.ASCII) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            if (Silent)
                await Task.Delay(Timeout.Infinite, stop.Token);
            await writer.WriteLineAsync("220 test");
            while (await reader.ReadLineAsync(stop.Token) is { } line)
            {
                switch (line.Split(' ')[0].ToUpperInvariant())
                {
                    case "RCPT":
                        await writer.WriteLineAsync(RecipientReply);
                        break;
                    case "DATA":
                        await writer.WriteLineAsync("354 go on");
                        await ReadMessageAsync(reader);
                        if (SilentAfterData)
                        {
                            Unanswered++;
                            await Task.Delay(Timeout.Infinite, stop.Token);
                        }
                        await writer.WriteLineAsync("250 ok");
                        break;
                    case "QUIT":
                        await writer.WriteLineAsync("221 bye");
                        return;
                    default:
                        await writer.WriteLineAsync("250 test");
                        break;
                }
            }
        }
        catch (Exception gone) when (gone is OperationCanceledException or IOException)
        {
            // stopped, or the client hung up
        }
    }

    private async Task ReadMessageAsync(StreamReader reader)
    {
        var message = new StringBuilder();
        while (await reader.ReadLineAsync(stop.Token) is { } line && line != ".")
            message.Append(line.StartsWith('.') ? line[1..] : line).Append('\n');
        lock (messages)
            messages.Add(message.ToString());
    }
}
