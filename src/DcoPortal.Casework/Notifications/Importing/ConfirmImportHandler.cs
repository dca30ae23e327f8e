using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Asks for the good rows to be imported. The worker does it; asking again while it waits or runs, or once it is done, changes nothing.</summary>
public sealed class ConfirmImportHandler(PortalDb db, Change change, AccessScope scope, AuditTrail audit, UkClock clock)
{
    private const string ReadAnew = "Since you opened this page somebody has said something else about the file, so that its rows may be read otherwise than you saw them. Open the import again, and look at its rows before you import them.";

    /// <summary>Confirms an import of the person's authority; after a failure, tries it again.</summary>
    /// <param name="id">The import.</param>
    /// <param name="seen">Its version as the person saw its rows: what a colleague has made of the file since is not what they confirm.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="rows">What the person says of rows with it, or null.</param>
    /// <param name="leftOut">The rows that the person left out with it.</param>
    public Task<Outcome> HandleAsync(Guid id, Guid seen, CancellationToken ct, IReadOnlyDictionary<int, RowSaid>? rows = null, IReadOnlyCollection<int>? leftOut = null) => change.MakeAsync(async () =>
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return Outcome.NotFound; }
        if (batch is { ConfirmedUtc: not null, Failure: null } || batch.StorageKey.Length == 0) { return Outcome.Already; }
        if (batch.Version != seen) { return Outcome.Overtaken(ReadAnew); }
        if (rows is not null)
        {
            batch.Choices = ReadingChoices.Of(batch.Choices).With(rows, leftOut).ToText();
            audit.Record(new ImportAnswered(batch.Id, AnswerImportHandler.Words(rows)));
        }
        batch.ConfirmedUtc = clock.UtcNow;
        batch.ConfirmedByUserId = scope.UserId;
        (batch.ClaimedUtc, batch.FinishedUtc, batch.Failure, batch.RowsDone) = (null, null, null, 0);
        audit.Record(new ImportConfirmed(batch.Id));
        return Outcome.Done;
    }, ct);
}
