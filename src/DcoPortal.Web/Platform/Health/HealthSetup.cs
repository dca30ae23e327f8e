using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Jobs;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace DcoPortal.Web.Platform.Health;

internal sealed class DatabaseCheck(PortalDbFactory dbs) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = dbs.Create(AccessScope.System);
        return await db.Database.CanConnectAsync(cancellationToken) ? HealthCheckResult.Healthy() : HealthCheckResult.Unhealthy("The database does not answer.");
    }
}

internal sealed class DocumentsCheck(IDocumentStore store, IMalwareScanner scanner) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        try
        {
            await store.CheckAsync(cancellationToken);
            await scanner.CheckAsync(cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception e) when (e is DocumentStoreUnavailableException or ScannerUnavailableException) { return HealthCheckResult.Unhealthy(e.Message); }
    }
}

/// <summary>Degraded when an email waits too long, which no person would notice. Not unhealthy, because every page works without the mail server.</summary>
internal sealed class OutboxCheck(PortalDbFactory dbs, UkClock clock) : IHealthCheck
{
    private static readonly TimeSpan TooLong = TimeSpan.FromMinutes(15);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = dbs.Create(AccessScope.System);
        var now = clock.UtcNow;
        var limit = now - TooLong;
        var backlog = await OutboxBacklog.ReadAsync(db, cancellationToken);
        var data = new Dictionary<string, object> { ["queued"] = backlog.Queued };
        if (backlog.OldestUtc is { } oldest) { data["oldestWaitSeconds"] = Math.Max(0, (int)(now - oldest).TotalSeconds); }
        if (backlog.LastRunUtc is { } ran) { data["lastRunUtc"] = ran; }
        return await db.Emails.AnyAsync(e => e.NextAttemptUtc != null && e.NextAttemptUtc < limit, cancellationToken)
            ? HealthCheckResult.Degraded("An email has waited more than 15 minutes past its time.", data: data)
            : HealthCheckResult.Healthy(data: data);
    }
}

/// <summary>
/// Degraded when a due job was not done for two hours, because reminders would stop. Not unhealthy: a request that cannot be
/// saved would otherwise make a load balancer turn people away from every instance.
/// </summary>
internal sealed class JobsCheck(IServiceScopeFactory scopes, PortalDbFactory dbs, UkClock clock) : IHealthCheck
{
    private static readonly TimeSpan Grace = TimeSpan.FromHours(2);

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var db = dbs.Create(AccessScope.System);
        var states = await db.Jobs.AsNoTracking().ToDictionaryAsync(j => j.Name, cancellationToken);
        // a new installation has no row yet, and no job that is late
        var known = scope.ServiceProvider.GetServices<IScheduledJob>().Where(j => states.ContainsKey(j.Name)).ToList();
        var late = known.Where(j => j.DayDue(UkClock.LocalOf(clock.UtcNow - Grace)) is { } due && !(states[j.Name].LastDay >= due)).ToList();
        Dictionary<string, object> data = [];
        foreach (var state in known.Select(j => states[j.Name]).Where(s => s.LastDoneUtc is not null)) { data[state.Name] = new { lastDoneUtc = state.LastDoneUtc, lastCount = state.LastCount }; }
        return late.Count == 0 ? HealthCheckResult.Healthy(data: data) : HealthCheckResult.Degraded($"Not done for two hours: {string.Join(", ", late.Select(j => j.Title))}.", data: data);
    }
}

internal static class HealthSetup
{
    public static IServiceCollection AddPortalHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseCheck>("database", tags: ["ready"])
            .AddCheck<DocumentsCheck>("documents", tags: ["ready"]).AddCheck<OutboxCheck>("outbox", tags: ["ready"])
            .AddCheck<JobsCheck>("jobs", tags: ["ready"]);
        return services;
    }

    public static void MapPortalHealth(this IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false }).AllowAnonymous();
        app.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = c => c.Tags.Contains("ready"), ResponseWriter = Names }).AllowAnonymous();
    }

    /// <summary>One word for each part; then, under "details", the figures of the parts that have some.</summary>
    private static Task Names(HttpContext context, HealthReport report)
    {
        var answer = report.Entries.ToDictionary(e => e.Key, e => (object)e.Value.Status.ToString());
        answer["details"] = report.Entries.Where(e => e.Value.Data.Count > 0).ToDictionary(e => e.Key, e => e.Value.Data);
        return context.Response.WriteAsJsonAsync(answer);
    }
}
