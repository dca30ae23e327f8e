using System.Diagnostics;
using DcoPortal.Casework.Telemetry;

namespace DcoPortal.Casework.Jobs;

/// <summary>Does the background work that is due. Safe on several instances: a day's work is leased, and each thing done has a key of its own.</summary>
public sealed partial class JobRunner(IServiceScopeFactory scopes, PortalDbFactory dbs, UkClock clock, ILogger<JobRunner> log)
{
    private readonly string _holder = $"{Environment.ProcessId}:{Guid.NewGuid():N}";

    /// <summary>Runs each job whose day has come and was not done yet.</summary>
    /// <returns>How much was done.</returns>
    public async Task<int> RunDueAsync(CancellationToken ct)
    {
        var done = 0;
        await using var scope = scopes.CreateAsyncScope();
        foreach (var job in scope.ServiceProvider.GetServices<IScheduledJob>())
        {
            if (job.DayDue(UkClock.LocalOf(clock.UtcNow)) is { } day) { done += await RunAsync(job, day, ct); }
        }

        return done;
    }

    private async Task<int> RunAsync(IScheduledJob job, DateOnly day, CancellationToken ct)
    {
        var lease = new JobLease(dbs, clock, job.Name, _holder);
        if (!await lease.TakeAsync(day, ct)) { return 0; }
        using var span = PortalTelemetry.StartJob(job.Name);
        var started = Stopwatch.GetTimestamp();
        try
        {
            var count = await job.RunAsync(day, lease, ct);
            await lease.DoneAsync(day, count, ct);
            PortalTelemetry.JobRan(span, job.Name, Stopwatch.GetElapsedTime(started), failure: null);
            LogDone(job.Name, count);
            return count;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (JobLeaseLostException) { return 0; }
        catch (Exception e)
        {
            PortalTelemetry.JobRan(span, job.Name, Stopwatch.GetElapsedTime(started), e);
            LogFailed(job.Name, e.GetType().Name);
            await lease.FailedAsync(e, CancellationToken.None);
            return 0;
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "{Job} done: {Count}")]
    private partial void LogDone(string job, int count);

    [LoggerMessage(Level = LogLevel.Error, Message = "{Job} failed and will be tried again: {Error}")]
    private partial void LogFailed(string job, string error);
}

/// <summary>Looks twice a minute whether work is due.</summary>
internal sealed partial class JobWorker(JobRunner runner, ILogger<JobWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        try
        {
            do
            {
                try { await runner.RunDueAsync(stoppingToken); }
                catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
                catch (Exception e) { LogRoundFailed(e.GetType().Name); }
            }
            while (await timer.WaitForNextTickAsync(stoppingToken));
        }
        catch (OperationCanceledException) { /* the portal stops */ }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The background work could not be looked at: {Error}")]
    private partial void LogRoundFailed(string error);
}

internal static class JobSetup
{
    /// <summary>When the day's emails go: 07:30 in London.</summary>
    public static readonly TimeSpan Morning = new(7, 30, 0);

    /// <summary>07:30 on a day (Europe/London), UTC. Not for Sundays, on which the clocks change.</summary>
    public static DateTime MorningUtc(DateOnly day) => UkClock.StartOf(day) + Morning;

    public static IServiceCollection AddJobs(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<JobRunner>();
        // tests run the jobs themselves
        if (configuration.GetValue("Jobs:Worker", true)) { services.AddHostedService<JobWorker>(); }
        return services;
    }
}
