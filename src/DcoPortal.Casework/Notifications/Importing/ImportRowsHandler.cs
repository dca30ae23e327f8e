using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Domain;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>
/// Imports the good rows of a file as the person who confirmed it. Rows are prepared in memory and written in one save with
/// the end of the import itself, so that all of it happens or none. A claim that was lost meanwhile makes that save fail.
/// </summary>
public sealed class ImportRowsHandler(
    PortalDb db, ImportPlanQuery plans, NotificationWriter writer, EarlierImports earlier, NotificationEmails emails, AuditTrail audit, UkClock clock)
{
    private const int ProgressEvery = 100;

    /// <summary>Imports the rows of a claimed import.</summary>
    /// <param name="id">The import.</param>
    /// <param name="claim">The version that the claim gave the import.</param>
    /// <param name="progress">Told how many rows are prepared.</param>
    /// <param name="ct">Stops it; nothing is then imported.</param>
    /// <exception cref="DomainRuleException">The import fails now and would fail again.</exception>
    /// <remarks>Fails as overtaken when another worker has claimed the import.</remarks>
    public async Task HandleAsync(Guid id, Guid claim, Func<int, CancellationToken, Task> progress, CancellationToken ct)
    {
        var batch = await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id && b.Version == claim, ct)
            ?? throw LostRaces.Overtaken("The import was claimed by another worker.");
        var plan = await plans.ForAsync(batch, ct) ?? throw new DomainRuleException("The file has been deleted: upload it again.");
        if (plan.Reading.Failure is { } failure) { throw new DomainRuleException(failure); }
        if (plan.Reading.Question is not null) { throw new DomainRuleException("Say first how the file is to be read."); }
        var rows = plan.Rows.Where(r => r.IsToImport).ToList();
        foreach (var own in rows.GroupBy(r => r.AuthorityId!.Value)) { await writer.ReserveAsync(own.Key, own.Count(), ct); }
        // no tracked row changes while rows are added, and looking for changes would cost more with every row
        db.ChangeTracker.AutoDetectChangesEnabled = false;
        for (var done = 0; done < rows.Count; done++)
        {
            await AddAsync(rows[done], batch, ct);
            if ((done + 1) % ProgressEvery == 0) { await progress(done + 1, ct); }
        }
        db.ChangeTracker.AutoDetectChangesEnabled = true;
        var adding = plan.Rows.Where(r => r.Fate == RowFate.AddsTo).ToList();
        await earlier.AddAsync(adding.Where(r => r.AddsToLine is null), ct);
        batch.AddedLines = [.. adding.Select(r => r.Verdict.Line)];
        batch.RowsDone = batch.RowsImported = rows.Count + adding.Count;
        var leftOut = ReadingChoices.Of(batch.Choices).LeftOut;
        batch.RowsUnanswered = plan.Rows.Count(r => r.Fate == RowFate.LookAt && !leftOut.Contains(r.Verdict.Line));
        batch.RowsSkipped = plan.Count(RowFate.AlreadyThere) + plan.Count(RowFate.LookAt) - batch.RowsUnanswered;
        batch.RowsRefused = plan.Count(RowFate.Refused);
        batch.FinishedUtc = clock.UtcNow;
        audit.Record(new ImportFinished(batch.Id, batch.RowsImported, batch.RowsSkipped, batch.RowsRefused, batch.RowsUnanswered));
        foreach (var own in rows.Concat(adding).GroupBy(r => r.AuthorityId!.Value)) { await AnnounceAsync(batch, own.Key, own.Count(r => r.IsToImport), own.Where(r => r is { Fate: RowFate.AddsTo, AddsToLine: null }).DistinctBy(r => r.Reference).Count(), ct); }
        await db.SaveChangesAsync(ct);
    }

    private async Task AddAsync(PlannedRow row, ImportBatch batch, CancellationToken ct)
    {
        try
        {
            await writer.AddAsync(row.AssessmentId, row.Details! with { IcbId = batch.IcbId }, keys => new NotificationImported(keys, batch.FileName, row.Verdict.Line), announce: false, ct);
        }
        catch (DomainRuleException e)
        {
            throw new DomainRuleException($"Row {row.Verdict.Line}: {e.Message}");
        }
    }

    private async Task AnnounceAsync(ImportBatch batch, Guid authorityId, int made, int addedTo, CancellationToken ct)
    {
        var authority = await db.LocalAuthorities.AsNoTracking().SingleAsync(a => a.Id == authorityId, ct);
        var icb = await db.Icbs.AsNoTracking().SingleAsync(i => i.Id == batch.IcbId, ct);
        emails.Imported(batch, authority, icb, made, addedTo);
    }
}
