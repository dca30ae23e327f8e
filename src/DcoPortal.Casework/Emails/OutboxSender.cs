using DcoPortal.Casework.Emails.Bounces;
using DcoPortal.Casework.Emails.Sending;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Telemetry;
using Microsoft.Extensions.Options;

namespace DcoPortal.Casework.Emails;

/// <summary>Sends what is due. Safe on several instances: an email is claimed by a conditional update before it is sent.</summary>
public sealed partial class OutboxSender(PortalDbFactory dbs, IServiceScopeFactory scopes, IEmailSender sender, IOptions<PortalAddress> address, UkClock clock, ILogger<OutboxSender> log)
{
    /// <summary>How long to wait after each failed attempt; after the last the email is shown to people.</summary>
    public static readonly IReadOnlyList<TimeSpan> Waits =
        [TimeSpan.FromMinutes(1), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(12)];

    /// <summary>How long a claim holds: an email whose sender died is taken up by another after it.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(5);

    private const int BatchSize = 20;
    private static readonly TimeSpan NoteEvery = TimeSpan.FromMinutes(1);
    private DateTime? _noted;
    private int _triedSinceNoted;

    /// <summary>Sends one batch.</summary>
    /// <returns>How many were tried.</returns>
    public async Task<int> SendDueAsync(CancellationToken ct)
    {
        // background work sees every organisation's emails
        await using var db = dbs.Create(AccessScope.System);
        var now = clock.UtcNow;
        var due = await db.Emails.AsNoTracking()
            .Where(e => e.NextAttemptUtc != null && e.NextAttemptUtc <= now && (e.ClaimedUntilUtc == null || e.ClaimedUntilUtc < now))
            .OrderBy(e => e.NextAttemptUtc).ThenBy(e => e.Id).Take(BatchSize).ToListAsync(ct);
        var tried = 0;
        foreach (var email in due)
        {
            if (!await ClaimAsync(db, email.Id, ct)) { continue; }
            tried++;
            await TryAsync(db, email, ct);
        }
        await NoteRunAsync(db, tried, ct);
        return tried;
    }

    /// <summary>Tries one email at once instead of with the next batch; nothing happens when it is not due or another worker has claimed it.</summary>
    public async Task SendNowAsync(Guid id, CancellationToken ct)
    {
        await using var db = dbs.Create(AccessScope.System);
        if (!await ClaimAsync(db, id, ct)) { return; }
        await TryAsync(db, await db.Emails.AsNoTracking().SingleAsync(e => e.Id == id, ct), ct);
    }

    // notes that the sender is alive once in a while: a write every few seconds would be too many
    private async Task NoteRunAsync(PortalDb db, int tried, CancellationToken ct)
    {
        _triedSinceNoted += tried;
        var now = clock.UtcNow;
        if (_noted is { } noted && (now - noted).Duration() < NoteEvery) { return; }
        if (await JobSpacing.TryTakeAsync(db, OutboxBacklog.JobName, now, NoteEvery, _triedSinceNoted, ct)) { _triedSinceNoted = 0; }
        _noted = now;
    }

    private async Task<bool> ClaimAsync(PortalDb db, Guid id, CancellationToken ct)
    {
        var now = clock.UtcNow;
        var until = now + ClaimTime;
        return await db.Emails
            .Where(e => e.Id == id && e.NextAttemptUtc != null && e.NextAttemptUtc <= now && (e.ClaimedUntilUtc == null || e.ClaimedUntilUtc < now))
            .ExecuteUpdateAsync(s => s.SetProperty(e => e.ClaimedUntilUtc, until), ct) == 1;
    }

    // one click, one person: who pressed the button names themselves in each of the emails too
    private static async Task<string> SenderAsync(PortalDb db, EmailMessage email, CancellationToken ct) =>
        await db.Users.AsNoTracking().Where(u => u.Id == email.SenderUserId)
            .Select(u => new { u.Id, u.DisplayName, u.OrganisationName, Phone = db.Icbs.Where(i => i.Id == email.IcbId).Select(i => i.DcoPhone).FirstOrDefault() })
            .FirstOrDefaultAsync(ct) is { } s
            ? new Actor(s.Id, s.DisplayName, "", s.OrganisationName, null, null) { Phone = s.Phone }.Signature
            : Actor.Portal.Signature;

    private async Task TryAsync(PortalDb db, EmailMessage email, CancellationToken ct)
    {
        var queuedFor = email.To;
        if (!await IsReadyAsync(db, email, ct)) { return; }
        if (await HeldEmails.HoldAsync(db, email, clock.UtcNow, ct)) { return; }
        List<EmailMessage> all = [email, .. await WithAsync(db, email, queuedFor, ct)];
        var (subject, body) = all.Count == 1 ? (email.Subject, email.Body) : TogetherEmails.Render(all, address.Value.PublicUrl, await SenderAsync(db, email, ct));
        using var span = PortalTelemetry.StartEmail(email.Template);
        try
        {
            await sender.SendAsync(new OutgoingEmail(email.Id, email.To, subject, body), ct);
            PortalTelemetry.EmailTried(span, email.Template, failure: null);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested) { throw; }
        catch (Exception e)
        {
            PortalTelemetry.EmailTried(span, email.Template, e);
            LogFailure(email.Id, email.Template, e.GetType().Name);
            foreach (var failed in all) { await FailedAsync(db, failed, e, CancellationToken.None); }
            return;
        }
        // a database error here is no failure to send: the claim lapses and the email is sent once more
        var sent = clock.UtcNow;
        Guid first = email.Id;
        List<Guid> ids = [.. all.Select(e => e.Id)];
        await db.Emails.Where(e => ids.Contains(e.Id)).ExecuteUpdateAsync(s => s
            .SetProperty(e => e.SentUtc, sent).SetProperty(e => e.NextAttemptUtc, (DateTime?)null)
            .SetProperty(e => e.ClaimedUntilUtc, (DateTime?)null).SetProperty(e => e.Attempts, e => e.Attempts + 1)
            .SetProperty(e => e.SentWithId, e => e.Id == first ? null : first)
            .SetProperty(e => e.LastError, (string?)null), CancellationToken.None);
    }

    /// <summary>Whether the email still has to go; one that waited gets the address of whoever has the request now.</summary>
    private async Task<bool> IsReadyAsync(PortalDb db, EmailMessage email, CancellationToken ct)
    {
        if (await WaitingEmails.StopAsync(db, email, clock.UtcNow, ct)) { return false; }
        if (!email.IsForHolder || !WaitingEmails.HasWaited(email, clock.UtcNow)) { return true; }
        if (await ReaddressAsync(email, ct) is not { } to) { return false; }
        email.To = to;
        return true;
    }

    /// <summary>The others of the click that leave in the same email, claimed. One whose request has gone to somebody else meanwhile goes alone.</summary>
    private async Task<List<EmailMessage>> WithAsync(PortalDb db, EmailMessage email, string queuedFor, CancellationToken ct)
    {
        if (email.TogetherId is null) { return []; }
        List<EmailMessage> with = [];
        foreach (var other in await TogetherEmails.Of(db, email, queuedFor, clock.UtcNow).ToListAsync(ct))
        {
            if (!await ClaimAsync(db, other.Id, ct) || !await IsReadyAsync(db, other, ct)) { continue; }
            if (other.To.Equals(email.To, StringComparison.OrdinalIgnoreCase)) { with.Add(other); }
            else { await db.Emails.Where(e => e.Id == other.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.ClaimedUntilUtc, (DateTime?)null), ct); }
        }

        return with;
    }

    private async Task<string?> ReaddressAsync(EmailMessage email, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var outcome = await scope.ServiceProvider.GetRequiredService<ReaddressEmailHandler>().HandleAsync(email.Id, ct);
        // when a domain rule refuses to move the request, the email goes to its first address rather than to nobody
        return outcome.Kind == OutcomeKind.Refused ? email.To : outcome.Value;
    }

    private async Task FailedAsync(PortalDb db, EmailMessage email, Exception error, CancellationToken ct)
    {
        var attempts = email.Attempts + 1;
        var giveUp = error is EmailRefusedException || attempts > Waits.Count;
        var now = clock.UtcNow;
        DateTime? next = giveUp ? null : now + Waits[attempts - 1];
        DateTime? failed = giveUp ? now : null;
        var why = error.Message.Length > 1000 ? error.Message[..1000] : error.Message;
        await db.Emails.Where(e => e.Id == email.Id).ExecuteUpdateAsync(s => s
            .SetProperty(e => e.Attempts, attempts).SetProperty(e => e.NextAttemptUtc, next)
            .SetProperty(e => e.ClaimedUntilUtc, (DateTime?)null).SetProperty(e => e.FailedUtc, failed)
            .SetProperty(e => e.LastError, why), ct);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Email {EmailId} ({Template}) was not sent: {Error}")]
    private partial void LogFailure(Guid emailId, string template, string error);
}

/// <summary>Looks for due emails every few seconds.</summary>
internal sealed partial class OutboxWorker(OutboxSender sender, ILogger<OutboxWorker> log) : BackgroundService
{
    private static readonly TimeSpan Pause = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Pause);
        while (await NextAsync(timer, stoppingToken))
        {
            try
            {
                while (await sender.SendDueAsync(stoppingToken) > 0) { }
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

    [LoggerMessage(Level = LogLevel.Error, Message = "The outbox could not be read: {Error}")]
    private partial void LogRoundFailed(string error);
}

internal static class OutboxSetup
{
    public static IServiceCollection AddEmails(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ServiceOptions>().BindConfiguration("Service");
        services.AddScoped<DismissEmailHandler>();
        services.AddScoped<SendEmailAgainHandler>();
        services.AddScoped<TestEmailHandler>();
        services.AddEmailSender(configuration);
        services.Configure<PortalAddress>(configuration.GetSection("Portal"));
        services.AddScoped<Outbox>();
        services.AddSingleton<OutboxSender>();
        services.AddSingleton<BounceRecorder>();
        services.AddSingleton<ReportReader>();
        services.AddSingleton<BounceFolder>();
        services.AddSingleton<BounceMailbox>();
        services.AddSingleton<NotifyDeliveries>();
        // tests send the outbox themselves
        if (configuration.GetValue("Emails:Worker", true))
        {
            services.AddHostedService<OutboxWorker>();
            services.AddHostedService<BounceWorker>();
        }
        return services;
    }
}
