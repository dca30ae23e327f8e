using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Domain;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>
/// Takes confirmed imports one by one and does them in the name of the person who confirmed. Safe on several instances: an
/// import is claimed by a conditional update, and a claim whose worker died is taken over once it has run out.
/// </summary>
public sealed partial class ImportProcessor(
    PortalDbFactory databases, IServiceScopeFactory scopes, IDocumentStore store, UkClock clock, ILogger<ImportProcessor> log)
{
    /// <summary>How long a worker that gives no sign of life keeps its claim.</summary>
    public static readonly TimeSpan ClaimTime = TimeSpan.FromMinutes(10);

    /// <summary>How long a file is kept after its import, or after its upload when it is never confirmed.</summary>
    public static readonly TimeSpan Retention = TimeSpan.FromDays(7);

    private const string TryAgain = "Something went wrong, so nothing was imported. Try again. If it happens again, contact the DCO service.";

    /// <summary>Does the next confirmed import, if one waits.</summary>
    /// <returns>Whether one waited.</returns>
    public async Task<bool> ProcessNextAsync(CancellationToken ct)
    {
        if (await ClaimAsync(ct) is not var (id, claim)) { return false; }
        try
        {
            var person = await ConfirmedByAsync(id, ct) ?? throw new DomainRuleException("The person who confirmed this import may no longer import notifications.");
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs(person);
            await scope.ServiceProvider.GetRequiredService<ImportRowsHandler>().HandleAsync(id, claim, (rows, token) => ProgressAsync(id, claim, rows, token), ct);
            LogDone(id);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // the portal is shutting down: releases the claim, so that another instance, or this one after its restart, can take it at once
            await MineAsync(id, claim, s => s.SetProperty(b => b.ClaimedUtc, (DateTime?)null));
            throw;
        }
        catch (DomainRuleException e) { await FailedAsync(id, claim, e, e.Message); }
        catch (Exception e) { await FailedAsync(id, claim, e, TryAgain); }
        return true;
    }

    /// <summary>Deletes the files that were kept long enough, and uploads that nobody confirmed.</summary>
    public async Task DeleteExpiredAsync(CancellationToken ct)
    {
        // background work sees every authority's imports
        await using var db = databases.Create(AccessScope.System);
        var before = clock.UtcNow - Retention;
        var expired = await db.ImportBatches.AsNoTracking()
            .Where(b => b.StorageKey != "" && (b.ConfirmedUtc == null ? b.UploadedUtc < before : b.FinishedUtc != null && b.FinishedUtc < before))
            .Select(b => new { b.Id, b.StorageKey, b.ConfirmedUtc, b.Version }).ToListAsync(ct);
        foreach (var batch in expired)
        {
            // the row first, and only in the version that was read: a person may confirm the upload in this moment
            var mine = db.ImportBatches.Where(b => b.Id == batch.Id && b.Version == batch.Version);
            var done = batch.ConfirmedUtc is null
                ? await mine.ExecuteDeleteAsync(ct)
                : await mine.ExecuteUpdateAsync(s => s.SetProperty(b => b.StorageKey, ""), ct);
            if (done == 1) { await store.DeleteAsync(batch.StorageKey, ct); }
        }
    }

    private async Task<(Guid Id, Guid Claim)?> ClaimAsync(CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        var now = clock.UtcNow;
        var dead = now - ClaimTime;
        var waiting = db.ImportBatches.Where(b => b.ConfirmedUtc != null && b.FinishedUtc == null && (b.ClaimedUtc == null || b.ClaimedUtc < dead));
        var id = await waiting.OrderBy(b => b.ConfirmedUtc).ThenBy(b => b.Id).Select(b => (Guid?)b.Id).FirstOrDefaultAsync(ct);
        if (id is null) { return null; }
        // the new version shuts out a worker that was thought dead: its save expects the old version
        var claim = Guid.NewGuid();
        return await waiting.Where(b => b.Id == id).ExecuteUpdateAsync(s => s
            .SetProperty(b => b.ClaimedUtc, now).SetProperty(b => b.RowsDone, 0).SetProperty(b => b.Version, claim), ct) == 1 ? (id.Value, claim) : null;
    }

    // the claims of a sign-in, made now: a person whose account was disabled or moved since may import nothing
    private async Task<System.Security.Claims.ClaimsPrincipal?> ConfirmedByAsync(Guid id, CancellationToken ct)
    {
        await using var db = databases.Create(AccessScope.System);
        var user = await (from b in db.ImportBatches
                          join u in db.Users on b.ConfirmedByUserId equals u.Id
                          where b.Id == id && u.DisabledUtc == null && (b.ArrivedOn == null ? u.LocalAuthorityId == b.LocalAuthorityId : u.LocalAuthorityId == null && u.IcbId == b.IcbId)
                          select u).AsNoTracking().SingleOrDefaultAsync(ct);
        if (user is null || !user.Role.Allows(Permission.ImportNotifications)) { return null; }
        await using var scope = scopes.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
    }

    private async Task ProgressAsync(Guid id, Guid claim, int rows, CancellationToken ct)
    {
        ct.ThrowIfCancellationRequested();
        var now = clock.UtcNow;
        if (await MineAsync(id, claim, s => s.SetProperty(b => b.RowsDone, rows).SetProperty(b => b.ClaimedUtc, now)) == 0)
        {
            throw LostRaces.Overtaken("The import was claimed by another worker.");
        }
    }

    private async Task FailedAsync(Guid id, Guid claim, Exception e, string why)
    {
        var now = clock.UtcNow;
        why = why.Length > 1000 ? why[..1000] : why;
        var mine = await MineAsync(id, claim, s => s.SetProperty(b => b.FinishedUtc, now).SetProperty(b => b.Failure, why).SetProperty(b => b.RowsDone, 0));
        if (mine == 1) { LogFailed(id, e.GetType().Name); }
        else { LogLost(id); }
    }

    private async Task<int> MineAsync(Guid id, Guid claim, Action<Microsoft.EntityFrameworkCore.Query.UpdateSettersBuilder<ImportBatch>> set)
    {
        await using var db = databases.Create(AccessScope.System);
        return await db.ImportBatches.Where(b => b.Id == id && b.Version == claim && b.FinishedUtc == null).ExecuteUpdateAsync(set, CancellationToken.None);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Import {ImportId} is done")]
    private partial void LogDone(Guid importId);

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} failed and nothing was imported: {Error}")]
    private partial void LogFailed(Guid importId, string error);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Import {ImportId} was taken over by another worker")]
    private partial void LogLost(Guid importId);
}
