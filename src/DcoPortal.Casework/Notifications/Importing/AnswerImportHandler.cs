using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing;

/// <summary>Keeps what a person says about an uploaded spreadsheet before anything is imported: how to read it, and which rows to take after all.</summary>
public sealed class AnswerImportHandler(PortalDb db, Change change, AuditTrail audit)
{
    private const string TooLate = "This import has already been confirmed, so nothing about it can be changed.";

    /// <summary>Which sheet holds the notifications.</summary>
    public Task<Outcome> SheetAsync(Guid id, string sheet, CancellationToken ct) => AnswerAsync(id, c => c with { Sheet = sheet }, "the sheet", ct);

    /// <summary>Which part of its dates comes first.</summary>
    public Task<Outcome> DatesAsync(Guid id, DateOrder order, CancellationToken ct) => AnswerAsync(id, c => c with { Dates = order }, order == DateOrder.DayFirst ? "dates are day first" : "dates are month first", ct);

    /// <summary>From when it counts its days.</summary>
    public Task<Outcome> EpochAsync(Guid id, bool from1904, CancellationToken ct) => AnswerAsync(id, c => c with { CountsFrom1904 = from1904 }, from1904 ? "days count from 1904" : "days count from 1900", ct);

    /// <summary>Which of our columns its headings are. The next file of the authority, or of the DCO service, is read the same way.</summary>
    public Task<Outcome> ColumnsAsync(Guid id, IReadOnlyDictionary<string, string> columns, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return Outcome.NotFound; }
        if (IsConfirmed(batch)) { return Outcome.Refused(TooLate); }
        var choices = ReadingChoices.Of(batch.Choices);
        var all = new Dictionary<string, string>(choices.Columns ?? new Dictionary<string, string>());
        foreach (var (heading, column) in columns) { all[heading] = column; }
        batch.Choices = (choices with { Columns = all, MatchAnew = false, IsRemembered = false }).ToText();
        if (new ReadingChoices { Columns = all }.ToRemember().ToText() is { Length: <= 8000 } remembered) { await RememberAsync(batch, remembered, ct); }
        audit.Record(new ImportAnswered(batch.Id, "columns matched"));
        return Outcome.Done;
    }, ct);

    private async Task RememberAsync(ImportBatch batch, string columns, CancellationToken ct)
    {
        if (batch.IsTracker) { (await db.Icbs.SingleAsync(i => i.Id == batch.IcbId, ct)).ImportColumns = columns; }
        else { (await db.LocalAuthorities.SingleAsync(a => a.Id == batch.LocalAuthorityId, ct)).ImportColumns = columns; }
    }

    /// <summary>What rows are that would be passed over: another child's, the same case, or left out again.</summary>
    /// <param name="id">The import.</param>
    /// <param name="rows">The rows that the person saw, with the answer to each.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="leftOut">The rows that the person saw and left out.</param>
    public Task<Outcome> RowsAsync(Guid id, IReadOnlyDictionary<int, RowSaid> rows, CancellationToken ct, IReadOnlyCollection<int>? leftOut = null) =>
        AnswerAsync(id, c => c.With(rows, leftOut), Words(rows), ct);

    internal static string Words(IReadOnlyDictionary<int, RowSaid> rows) =>
        $"of {rows.Count} rows shown {rows.Values.Count(a => a.Answer == RowAnswer.Another)} are taken after all and {rows.Values.Count(a => a.Answer == RowAnswer.Same)} added to their case";

    /// <summary>The columns are to be matched anew.</summary>
    public Task<Outcome> MatchAnewAsync(Guid id, CancellationToken ct) => AnswerAsync(id, c => c with { MatchAnew = true }, "the columns are to be matched anew", ct);

    /// <summary>In which columns Excel has exchanged day and month in the dates that it took for dates.</summary>
    public Task<Outcome> ExchangedAsync(Guid id, IReadOnlyList<string> columns, CancellationToken ct)
    {
        List<string> exchanged = [.. columns.Where(NotificationColumns.Dates.Contains)];
        return AnswerAsync(id, c => c with { ExchangedIn = exchanged }, exchanged.Count > 0 ? $"day and month were exchanged in {string.Join(", ", exchanged)}" : "the dates are right", ct);
    }

    private Task<Outcome> AnswerAsync(Guid id, Func<ReadingChoices, ReadingChoices> answer, string what, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.ImportBatches.SingleOrDefaultAsync(b => b.Id == id, ct) is not { } batch) { return Outcome.NotFound; }
        if (IsConfirmed(batch)) { return Outcome.Refused(TooLate); }
        batch.Choices = answer(ReadingChoices.Of(batch.Choices)).ToText();
        audit.Record(new ImportAnswered(batch.Id, what));
        return Outcome.Done;
    }, ct);

    private static bool IsConfirmed(ImportBatch batch) => batch is { ConfirmedUtc: not null, Failure: null };
}
