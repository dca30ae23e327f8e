using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Uploads a spreadsheet: scanned, read and kept, with nothing imported yet.</summary>
public sealed class UploadSpreadsheetHandler(
    PortalDb db, AccessScope scope, CurrentPerson person, IDocumentStore store, IMalwareScanner scanner, AuthorityBoards boards, AuditTrail audit, UkClock clock)
{
    /// <summary>The name of the choice of a board, for a refusal.</summary>
    public const string BoardField = "IcbId";

    /// <summary>Uploads one file.</summary>
    /// <param name="file">The file.</param>
    /// <param name="recordedFor">For whom the DCO service imports it; null where the authority does.</param>
    /// <param name="icbId">The board that all its rows are for; null for the authority's only board, and for the DCO service's own.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The import to check, or why the file is refused.</returns>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public async Task<Outcome<Guid>> HandleAsync(UploadedFile file, RecordedForAuthority? recordedFor, Guid? icbId, CancellationToken ct)
    {
        if (scope.Kind == ScopeKind.DcoService != (recordedFor is not null)) { throw new InvalidOperationException("The DCO service says for whom it imports, an authority imports for itself."); }
        if (recordedFor is not null && !await db.LocalAuthorities.OfBoard(db, scope.IcbId).AnyAsync(a => a.Id == recordedFor.AuthorityId, ct)) { return Outcome.Refused("Choose a local authority of your board."); }
        var authority = recordedFor?.AuthorityId ?? scope.LocalAuthorityId;
        var chosen = recordedFor is null ? AuthorityBoards.Chosen(await boards.OwnAsync(ct), icbId) : scope.IcbId;
        if (chosen is not { } board) { return Outcome.Refused("Select the integrated care board", BoardField); }
        return await KeepAsync(file, new() { LocalAuthorityId = authority, IcbId = board, ArrivedOn = recordedFor?.ArrivedOn, ArrivedBy = recordedFor?.ArrivedBy, UploadedByName = person.Actor.Name, FileName = UploadFileName.Clean(file.FileName), StorageKey = DocumentKey.New() }, ct);
    }

    /// <summary>Uploads the tracker of a DCO service: cases under way of its authorities, which each row names.</summary>
    /// <returns>The import to check, or why the file is refused.</returns>
    /// <exception cref="DocumentStoreUnavailableException">The store is away or full.</exception>
    public Task<Outcome<Guid>> TrackerAsync(UploadedFile file, CancellationToken ct)
    {
        if (scope.Kind != ScopeKind.DcoService) { throw new InvalidOperationException("Only a DCO service has a tracker of several authorities."); }
        return KeepAsync(file, new() { IcbId = scope.IcbId, ArrivedOn = clock.Today, UploadedByName = person.Actor.Name, FileName = UploadFileName.Clean(file.FileName), StorageKey = DocumentKey.New() }, ct);
    }

    private async Task<Outcome<Guid>> KeepAsync(UploadedFile file, ImportBatch batch, CancellationToken ct)
    {
        using var content = new MemoryStream((int)file.Length);
        await file.CopyToAsync(content, ct);
        if (await UnsafeAsync(content, ct) is { } danger) { return Outcome.Refused(danger); }
        var choices = await RememberedAsync(batch, ct);
        var reading = NotificationSpreadsheet.Read(content.GetBuffer().AsSpan(0, (int)content.Length), clock.Today, choices, batch.IsTracker);
        if (reading.Failure is { } failure) { return Outcome.Refused(failure); }

        batch.Id = Guid.CreateVersion7();
        batch.UploadedByUserId = scope.UserId;
        batch.UploadedUtc = clock.UtcNow;
        batch.Choices = choices.Columns is null ? null : choices.ToText();
        batch.RowsTotal = reading.RowCount;
        batch.RowsRefused = reading.Count(VerdictKind.Error);
        content.Position = 0;
        await store.SaveAsync(batch.StorageKey, content, ct);
        db.ImportBatches.Add(batch);
        audit.Record(new SpreadsheetUploaded(batch.Id, batch.RowsTotal));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch
        {
            // the import's row was not saved, so its file would never be found again
            await store.DeleteAsync(batch.StorageKey, CancellationToken.None);
            throw;
        }
        return batch.Id;
    }

    private async Task<string?> UnsafeAsync(MemoryStream content, CancellationToken ct)
    {
        content.Position = 0;
        try
        {
            return scanner.CanOpen(await scanner.ScanAsync(content, ct)) ? null : "The file contains a virus or other malware, so it was not kept.";
        }
        catch (ScannerUnavailableException e)
        {
            return e.Message;
        }
    }

    // how the headings of the authority, or of the DCO service, were matched the last time
    private async Task<ReadingChoices> RememberedAsync(ImportBatch batch, CancellationToken ct) => ReadingChoices.Of(batch.IsTracker
        ? await db.Icbs.Where(i => i.Id == batch.IcbId).Select(i => i.ImportColumns).SingleAsync(ct)
        : await db.LocalAuthorities.Where(a => a.Id == batch.LocalAuthorityId).Select(a => a.ImportColumns).SingleAsync(ct)).ToRemember();
}
