using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Casework.Notifications.Importing.Planning;

/// <summary>
/// What a case has from an earlier file, and the corrected one says no more: a cell was emptied. The record stays as it is, and a person is
/// told. A column that the file does not have says nothing, and so does an empty cell where another row of the same case has the value.
/// </summary>
/// <param name="rows">Every row of the file.</param>
/// <param name="known">What the cases say of services.</param>
/// <param name="cameDecided">The references of the cases that came with their decision.</param>
/// <param name="directory">By which one service is known under two spellings.</param>
/// <param name="batch">The import.</param>
internal sealed class NoLongerSaid(IReadOnlyList<PlannedRow> rows, KnownServices known, IReadOnlySet<string> cameDecided, DirectoryIndex directory, ImportBatch batch)
{
    private readonly ILookup<string, PlannedRow> rowsOf = rows.Where(r => r is { Reference: not null, Details: not null }).ToLookup(r => r.Reference!);

    /// <summary>Behind the name of what was emptied.</summary>
    private const string Emptied = ", emptied";

    // one thing, in words, and as it stands on the case where the row adds to it
    private sealed record Unsaid(string Words, CellToCorrect? Cell, bool IsDecision = false);

    /// <summary>The row, with what it says no more.</summary>
    /// <param name="there">Its case.</param>
    /// <param name="row">The row, compared with all else that the case says.</param>
    public PlannedRow Told(Assessment there, PlannedRow row)
    {
        if (row is { Fate: RowFate.LookAt, IsSameRequest: false }) { return row; }
        var unsaid = New(there, row);
        List<string> words = [.. unsaid.Select(u => u.Words)];
        if (unsaid.Exists(u => u.IsDecision) && row is { Fate: RowFate.AlreadyThere } or { Fate: RowFate.AddsTo, IsSame: false })
        {
            return row with { Fate = RowFate.LookAt, Reasons = [$"Look at this: the same as {there.Reference}, and it says less. {words[0]}", .. words.Skip(1), .. row.Reasons.Skip(1)] };
        }
        return row.Fate switch
        {
            RowFate.LookAt => row with { Reasons = [row.Reasons[0], .. words, .. row.Reasons.Skip(1)] },
            // a tracker may have a row for each service: what another row has emptied goes along with the one that adds
            RowFate.AddsTo => row with { Reasons = [.. row.Reasons, .. words], Details = row.Details! with { ToCorrect = TrackerRows.Both(row.Details.ToCorrect, rowsOf[there.Reference].SelectMany(r => New(there, r)).Select(u => u.Cell).OfType<CellToCorrect>()) } },
            _ => row with { Reasons = [.. row.Reasons, .. words] },
        };
    }

    // what stands on the case to be corrected, or has been dealt with there, is known
    private List<Unsaid> New(Assessment there, PlannedRow row)
    {
        List<PlannedRow> beside = [.. rowsOf[there.Reference].Where(r => r.Details!.RequestReceivedOn == there.RequestReceivedOn)];
        List<CellToCorrect> listed = [.. there.ToCorrect, .. there.DealtWithCells];
        return [.. Decision(there, row, beside).Concat(Days(there, row, beside)).Concat(Wish(there, row, beside)).Where(u => u.Cell is null || !listed.Exists(u.Cell.IsSame))];
    }

    private IEnumerable<Unsaid> Decision(Assessment there, PlannedRow row, List<PlannedRow> beside)
    {
        if (!row.Verdict.Notification!.HasEmptyDecision || there.Decision is not { } decision || !cameDecided.Contains(there.Reference) || beside.Exists(r => r.Details!.Decision is not null)) { yield break; }
        var said = $"{(decision == AssessmentDecision.Assess ? "to assess" : "not to assess")}, {UkText.LongDate(there.DecidedOn)}";
        var how = batch.IsByHealth && !there.IsRecordedByHealth ? "its authority takes the decision back" : "take the decision back there";
        yield return Of(there, NotificationColumns.Decision, said, $"The row has no decision, and {there.Reference} says “{said}”{(decision == AssessmentDecision.Assess ? "" : ", and has ended with it")}. If that was wrong, {how}") with { IsDecision = true };
    }

    private IEnumerable<Unsaid> Days(Assessment there, PlannedRow row, List<PlannedRow> beside)
    {
        foreach (var empty in row.Verdict.Notification!.EmptyDays)
        {
            var named = ImportedDetails.Of(empty.Whose);
            var service = directory.Link(named);
            List<NamedProfessional> said = [.. beside.SelectMany(r => r.Details!.Professionals).Select(directory.Link).Where(p => AddProfessionalsHandler.KeyOf(p) == AddProfessionalsHandler.KeyOf(service))];
            if (empty.IsAnswer && !said.Exists(p => p.AnsweredOn is not null) && known.AnswerOf(row, service) is (var answered, var isOnRequest)) { yield return Answer(there, named, answered, isOnRequest); }
            // which services were asked is the DCO service's to say, in its tracker; who has answered was asked
            if (!empty.IsAnswer && batch.IsTracker && !said.Exists(p => (p.AskedOn ?? p.AnsweredOn) is not null) && known.AskingOf(row, service) is { } asked) { yield return Asking(there, named, asked); }
        }
    }

    private Unsaid Answer(Assessment there, NamedProfessional service, DateOnly on, bool isOnRequest) =>
        Of(there, $"{SaidMore.Words(service)}: answered on", UkText.LongDate(on), $"The row has no answer of {service.ServiceName ?? service.Name}, and {there.Reference} says that it answered on {UkText.LongDate(on)}. If that was wrong, {(isOnRequest, batch.IsByHealth) switch
        {
            (true, true) => "take it back on its request",
            (true, false) => "ask the DCO service to take it back on its request",
            (false, true) => "the advice is still awaited: ask for it under Request advice",
            (false, false) => "tell the DCO service that the advice is still awaited",
        }}");

    private static Unsaid Asking(Assessment there, NamedProfessional service, DateOnly on) =>
        Of(there, $"{SaidMore.Words(service)}: asked on", UkText.LongDate(on), $"The row has no day on which {service.ServiceName ?? service.Name} was asked, and {there.Reference} says that it was asked on {UkText.LongDate(on)} and has not answered. If it was not asked, close its request");

    // the wish goes on to count, so nothing of it comes in to be corrected
    private static IEnumerable<Unsaid> Wish(Assessment there, PlannedRow row, List<PlannedRow> beside)
    {
        if (row.Verdict.Notification!.NobodyExcluded is { } nobody && there.Family.DoNotShareWith is { } wish && beside.TrueForAll(r => r.Details!.Family.DoNotShareWith is null))
        {
            yield return new($"{NotificationColumns.DoNotShareWith}: the row says “{nobody}”, and {there.Reference} says not to share with “{wish}”, which goes on to count. If the family has changed its mind, record that there under Sharing information", null);
        }
    }

    private static Unsaid Of(Assessment there, string what, string stood, string words) =>
        new(words, new($"{what}{Emptied}", $"nothing, where {there.Reference} has {stood}", words.Replace("The row", "A later row", StringComparison.Ordinal)));
}
