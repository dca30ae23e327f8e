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

    /// <summary>Rows that are in the portal already and are passed over.</summary>
    AlreadyThere,

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
    /// <summary>Rows on a page.</summary>
    public const int PageSize = 50;

    /// <summary>The choices of rows for this import, with the number of rows in each.</summary>
    public IEnumerable<(RowsToShow Show, string Words, int Count)> Choices => Plan is null ? [] : Fates
        .Select(f => (f.Show, f.Words, Plan.Count(f.Fate)))
        .Prepend((RowsToShow.All, "All rows", Plan.Rows.Count));

    private IEnumerable<(RowsToShow Show, RowFate Fate, string Words)> Fates => Batch.FinishedUtc is not null && Batch.Failure is null
        ? [(RowsToShow.Imported, RowFate.Imported, "Imported"), (RowsToShow.AlreadyThere, RowFate.AlreadyThere, "Already there"), (RowsToShow.Refused, RowFate.Refused, "Refused")]
        : [(RowsToShow.Good, RowFate.Good, "Good"), (RowsToShow.Warning, RowFate.Warning, "With a warning"), (RowsToShow.AlreadyThere, RowFate.AlreadyThere, "Already there"), (RowsToShow.Refused, RowFate.Refused, "Refused")];

    /// <summary>The page of a batch.</summary>
    public static ImportPage Of(ImportBatch batch, ImportPlan? plan, RowsToShow show, int page)
    {
        var rows = plan is null ? [] : plan.Rows.Where(r => show == RowsToShow.All || r.Fate.ToString() == show.ToString()).ToList();
        page = Paging.Nearest(page, rows.Count, PageSize);
        return new(batch, plan, show, new([.. rows.Skip((page - 1) * PageSize).Take(PageSize)], page, PageSize, rows.Count));
    }

    /// <summary>The words and the colour of a fate's tag.</summary>
    public static (string Words, string Colour) Tag(RowFate fate) => fate switch
    {
        RowFate.Good => ("Good", "green"),
        RowFate.Warning => ("Warning", "yellow"),
        RowFate.AlreadyThere => ("Already there", "grey"),
        RowFate.Imported => ("Imported", "green"),
        _ => ("Refused", "red"),
    };

    /// <summary>A cell as it stood in the file, for rows whose value could not be read.</summary>
    public string Cell(PlannedRow row, string heading)
    {
        var at = Plan!.Reading.Headings.ToList().FindIndex(h => NotificationColumns.Known(h) == heading);
        return at < 0 || at >= row.Verdict.RawCells.Count ? "" : row.Verdict.RawCells[at].Trim();
    }
}
