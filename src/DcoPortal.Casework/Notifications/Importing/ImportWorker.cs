using DcoPortal.Casework.Notifications.Importing.Planning;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Looks for confirmed imports every few seconds, and once an hour for files to delete.</summary>
internal sealed partial class ImportWorker(ImportProcessor imports, TimeProvider time, ILogger<ImportWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(2);
    private static readonly TimeSpan BetweenDeletions = TimeSpan.FromHours(1);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        var nextDeletion = time.GetUtcNow();
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                while (await imports.ProcessNextAsync(stoppingToken)) { }
                if (time.GetUtcNow() < nextDeletion) { continue; }
                nextDeletion = time.GetUtcNow() + BetweenDeletions;
                await imports.DeleteExpiredAsync(stoppingToken);
            }
            catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested) { return; }
            catch (Exception e) { LogRoundFailed(e.GetType().Name); }
        }
    }

    private static async Task<bool> NextAsync(PeriodicTimer timer, CancellationToken ct)
    {
        try { return await timer.WaitForNextTickAsync(ct); }
        catch (OperationCanceledException) { return false; }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "The imports could not be looked at: {Error}")]
    private partial void LogRoundFailed(string error);
}

internal static class ImportSetup
{
    /// <summary>The import worker and what it needs.</summary>
    public static IServiceCollection AddImports(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddSingleton<ImportProcessor>();
        services.AddScoped<ConfirmImportHandler>();
        services.AddScoped<AnswerImportHandler>();
        services.AddScoped<DiscardImportHandler>();
        services.AddScoped<WaitingImports>();
        services.AddScoped<ImportPlanQuery>();
        services.AddScoped<OtherAuthorities>();
        services.AddScoped<EarlierImports>();
        services.AddScoped<ImportRowsHandler>();
        services.AddScoped<UploadSpreadsheetHandler>();
        // tests do the imports themselves
        if (configuration.GetValue("Imports:Worker", true)) { services.AddHostedService<ImportWorker>(); }
        return services;
    }
}
