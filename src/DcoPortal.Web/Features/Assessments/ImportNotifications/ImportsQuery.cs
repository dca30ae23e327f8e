using DcoPortal.Casework.Notifications.Importing;

namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>The authority's imports, or those that the DCO service made, newest first.</summary>
public sealed class ImportsQuery(PortalDb db)
{
    private const int PageSize = 10;

    /// <summary>One page of imports.</summary>
    public async Task<ListPage<RecentImport>> ListAsync(int page, CancellationToken ct)
    {
        var total = await db.ImportBatches.CountAsync(ct);
        page = Paging.Nearest(page, total, PageSize);
        var batches = await db.ImportBatches.AsNoTracking().OrderByDescending(b => b.UploadedUtc).ThenBy(b => b.Id)
            .Skip((page - 1) * PageSize).Take(PageSize)
            .Select(b => new { Batch = b, Authority = b.ArrivedOn == null ? null : db.LocalAuthorities.Where(a => a.Id == b.LocalAuthorityId).Select(a => a.Name).FirstOrDefault() ?? ImportPage.Tracker }).ToListAsync(ct);
        return new([.. batches.Select(b => Recent(b.Batch) with { Authority = b.Authority })], page, PageSize, total);
    }

    /// <summary>An import of the person's authority, or null.</summary>
    public Task<ImportBatch?> FindAsync(Guid id, CancellationToken ct) => db.ImportBatches.AsNoTracking().SingleOrDefaultAsync(b => b.Id == id, ct);

    /// <summary>The authority for which the DCO service imports, in words; null for an authority's own import.</summary>
    public async Task<string?> AuthorityOfAsync(ImportBatch batch, CancellationToken ct) =>
        batch.IsTracker ? ImportPage.Tracker : batch.IsByHealth ? await db.LocalAuthorities.Where(a => a.Id == batch.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct) : null;

    private static RecentImport Recent(ImportBatch b)
    {
        var (status, colour, result) = b switch
        {
            { ConfirmedUtc: null } => ("To check", "yellow", $"{UkText.Count(b.RowsTotal, "row")}, nothing imported yet"),
            { FinishedUtc: null, ClaimedUtc: null } => ("Waiting", "blue", "Starts in a few seconds"),
            { FinishedUtc: null } => ("Importing", "blue", $"{UkText.Count(b.RowsDone, "row")} prepared"),
            { Failure: not null } => ("Not imported", "red", "Nothing was imported"),
            _ => ("Finished", "green", $"{UkText.Count(b.RowsImported, "notification")} imported, {b.RowsSkipped} passed over, {b.RowsRefused} refused{(b.RowsUnanswered > 0 ? $", {b.RowsUnanswered} to look at" : "")}"),
        };
        return new(b.Id, b.FileName, b.UploadedByName, b.UploadedUtc, status, colour, result);
    }
}
