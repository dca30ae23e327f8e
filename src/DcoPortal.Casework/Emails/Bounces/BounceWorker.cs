namespace DcoPortal.Casework.Emails.Bounces;

/// <summary>Looks every minute for word of emails that could not be delivered.</summary>
internal sealed partial class BounceWorker(BounceFolder folder, BounceMailbox mailbox, NotifyDeliveries deliveries, ILogger<BounceWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
            {
                // each source is tried alone, so that one that is down does not keep the others from being read
                await TryAsync("bounce folder", folder.ReadAsync, stoppingToken);
                await TryAsync("bounce mailbox", mailbox.ReadAsync, stoppingToken);
                await TryAsync("GOV.UK Notify", deliveries.ReadAsync, stoppingToken);
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // the portal is shutting down
        }
    }

    private async Task TryAsync(string source, Func<CancellationToken, Task<int>> read, CancellationToken ct)
    {
        try
        {
            var bounced = await read(ct);
            if (bounced > 0) { LogBounced(bounced, source); }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception e) { LogFailed(source, e.GetType().Name); }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Count} delivery reports read from the {Source}")]
    private partial void LogBounced(int count, string source);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Delivery reports could not be read from the {Source}: {Error}")]
    private partial void LogFailed(string source, string error);
}
