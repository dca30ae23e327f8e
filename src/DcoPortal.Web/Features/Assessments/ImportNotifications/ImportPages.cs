using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>The rows to show.</summary>
public enum RowsToShow
{
    /// <summary>Every row.</summary>
    All,

    /// <summary>Rows that will be imported and need no second look.</summary>
    Good,

    /// <summary>Rows that will be imported but need a second look.</summary>
    Warning,

    /// <summary>Rows that are passed over until a person has looked and takes them.</summary>
    LookAt,

    /// <summary>Rows that are in the portal already and are passed over.</summary>
    AlreadyThere,

    /// <summary>Rows that add to a case that another row makes or that is there already.</summary>
    AddsTo,

    /// <summary>Rows that cannot be imported.</summary>
    Refused,

    /// <summary>Rows that were imported.</summary>
    Imported,
}

/// <summary>An import with its rows and the fate of each, planned or done.</summary>
/// <param name="Batch">The import.</param>
/// <param name="Plan">Every row, or null when the file has been deleted.</param>
/// <param name="Show">Which rows are shown.</param>
/// <param name="Rows">One page of those rows.</param>
public sealed record ImportPage(ImportBatch Batch, ImportPlan? Plan, RowsToShow Show, ListPage<PlannedRow> Rows)
{
    /// <summary>The authority for which the DCO service imports; null for an authority's own import.</summary>
    public string? Authority { get; init; }

    /// <summary>What stands in place of an authority for the DCO service's tracker of several.</summary>
    public const string Tracker = "the authorities of your tracker";

    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    // each pair is a table of its own
    private const int PairsOnAPage = 10;

    /// <summary>The choices of rows for this import, with the number of rows in each.</summary>
    public IEnumerable<(RowsToShow Show, string Words, int Count)> Choices => Plan is null ? [] : Fates
        .Select(f => (f.Show, f.Words, f.Show == RowsToShow.LookAt ? Of(Plan, f.Show).Count : Plan.Count(f.Fate)))
        .Prepend((RowsToShow.All, "All rows", Plan.Rows.Count));

    private IEnumerable<(RowsToShow Show, RowFate Fate, string Words)> Fates => Batch.FinishedUtc is not null && Batch.Failure is null
        ? [(RowsToShow.Imported, RowFate.Imported, "Imported"), (RowsToShow.LookAt, RowFate.LookAt, "To look at"), (RowsToShow.AlreadyThere, RowFate.AlreadyThere, "Already there"), (RowsToShow.Refused, RowFate.Refused, "Refused")]
        : [(RowsToShow.Good, RowFate.Good, "Good"), (RowsToShow.Warning, RowFate.Warning, "With a warning"), .. AddsToCases ? [(RowsToShow.AddsTo, RowFate.AddsTo, "Add to a case")] : Array.Empty<(RowsToShow, RowFate, string)>(), (RowsToShow.LookAt, RowFate.LookAt, "To look at"), (RowsToShow.AlreadyThere, RowFate.AlreadyThere, "Already there"), (RowsToShow.Refused, RowFate.Refused, "Refused")];

    /// <summary>The page of a batch.</summary>
    public static ImportPage Of(ImportBatch batch, ImportPlan? plan, RowsToShow show, int page)
    {
        var rows = plan is null ? [] : Of(plan, show);
        var size = show is RowsToShow.LookAt or RowsToShow.AlreadyThere && batch.ConfirmedUtc is null ? PairsOnAPage : PageSize;
        page = Paging.Nearest(page, rows.Count, size);
        return new(batch, plan, show, new([.. rows.Skip((page - 1) * size).Take(size)], page, size, rows.Count));
    }

    /// <summary>Their headings that are not ours, each with the column of ours for which it was taken.</summary>
    public IEnumerable<(string Theirs, string Ours)> Matched => Plan is null ? [] : Plan.Reading.Columns.OrderBy(c => c.Value).Select(c => (Plan.Reading.Headings[c.Value].Trim(), c.Key)).Where(c => NotificationColumns.Known(c.Item1) is null);

    /// <summary>The columns of dates in which somebody said that Excel had exchanged day and month.</summary>
    public IReadOnlyList<string> ExchangedBack => ReadingChoices.Of(Batch.Choices).ExchangedIn ?? [];

    /// <summary>Whether rows may add to cases: in a tracker, or where a person said so.</summary>
    public bool AddsToCases => Batch.IsTracker || Plan?.Count(RowFate.AddsTo) > 0;

    /// <summary>The rows of one sort; those of which a person said what they are stay with those to look at, so that it can be changed.</summary>
    public static List<PlannedRow> Of(ImportPlan plan, RowsToShow show) =>
        [.. plan.Rows.Where(r => show == RowsToShow.All || r.Fate.ToString() == show.ToString() || ((r.IsTaken || r.IsSame) && show is RowsToShow.LookAt))];

    /// <summary>Whether the rows stand each beside the case that they may be the same as, to be taken or not.</summary>
    public bool ShowsPairs => Show is RowsToShow.LookAt or RowsToShow.AlreadyThere && Batch.ConfirmedUtc is null && !Rows.IsEmpty;

    /// <summary>How many rows that are not on this page are to be looked at, and nothing was said of them.</summary>
    public int LeftOutElsewhere => Plan is null ? 0 : Plan.Rows.Count(r => r is { Fate: RowFate.LookAt } && AnswerOf(r) == RowAnswer.LeaveOut && !Rows.Items.Contains(r));

    /// <summary>The child's name as far as it was read.</summary>
    public string NameOf(PlannedRow row) => row.Details?.Child.FullName ?? $"{Cell(row, NotificationColumns.Forenames)} {Cell(row, NotificationColumns.Surname)} {Cell(row, ColumnNames.SurnameFirst)}{Cell(row, ColumnNames.ForenamesFirst)}".Trim();

    /// <summary>What a person may say of a row that stands beside a case, each with a hint or none.</summary>
    public static IEnumerable<(RowAnswer Answer, string Words, string? Hint)> Answers(PlannedRow row)
    {
        yield return (RowAnswer.LeaveOut, "Leave it out", null);
        if (row.MayBeSame) { yield return (RowAnswer.Same, $"The same child and request: add what it says to {row.ComparedWith}", "Services are added. What else the row says stands there under To be corrected."); }
        yield return (RowAnswer.Another, row.ComparedWith is null ? "Import it as it is" : "Another child or another request: import it", null);
    }

    /// <summary>What was said of it.</summary>
    public static RowAnswer AnswerOf(PlannedRow row) => row.IsTaken ? RowAnswer.Another : row.IsSame ? RowAnswer.Same : RowAnswer.LeaveOut;

    /// <summary>The words and the colour of a fate's tag.</summary>
    public static (string Words, string Colour) Tag(RowFate fate) => fate switch
    {
        RowFate.Good => ("Good", "green"),
        RowFate.Warning => ("Warning", "yellow"),
        RowFate.LookAt => ("Look at this", "orange"),
        RowFate.AlreadyThere => ("Already there", "grey"),
        RowFate.AddsTo => ("Adds to a case", "blue"),
        RowFate.Imported => ("Imported", "green"),
        _ => ("Refused", "red"),
    };

    /// <summary>A cell as it stood in the file, for rows whose value could not be read.</summary>
    public string Cell(PlannedRow row, string heading)
    {
        return Plan!.Reading.Columns.TryGetValue(heading, out var at) && at < row.Verdict.RawCells.Count ? row.Verdict.RawCells[at].Trim() : "";
    }
}
