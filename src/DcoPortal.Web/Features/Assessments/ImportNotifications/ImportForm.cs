using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Web.Parts.Notification;
using Microsoft.AspNetCore.Mvc.Rendering;

namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>The spreadsheet to import.</summary>
public class ImportForm
{
    /// <summary>The file as chosen.</summary>
    [Display(Name = "Excel workbook or CSV file")]
    public IFormFile? File { get; set; }

    /// <summary>For whom the DCO service imports it; not asked of an authority.</summary>
    public ArrivalForm Arrival { get; set; } = new();

    /// <summary>The board that all rows are for, where the authority has several.</summary>
    [Display(Name = "Which integrated care board are these children of?")]
    public Guid? IcbId { get; set; }
}

/// <summary>What a person says about how a file is to be read: one of them, as the page asked.</summary>
public sealed class AnswerForm
{
    /// <summary>The sheet with the notifications.</summary>
    [Display(Name = "Which sheet holds the notifications?")]
    public string? Sheet { get; set; }

    /// <summary>Which part of a date comes first.</summary>
    [Display(Name = "What comes first in these dates?")]
    public DateOrder? Dates { get; set; }

    /// <summary>Whether the columns are to be matched anew.</summary>
    public bool MatchAnew { get; set; }

    /// <summary>The columns in which the dates that Excel took for dates have day and month exchanged.</summary>
    [Display(Name = "In which columns has Excel exchanged day and month?")]
    public List<string> ExchangedIn { get; set; } = [];

    /// <summary>1900 or 1904.</summary>
    [Display(Name = "Which days do these numbers mean?")]
    public int? DaysFrom { get; set; }
}

/// <summary>Which of our columns theirs are.</summary>
public sealed class ColumnsForm
{
    /// <summary>Each of their columns.</summary>
    public List<MatchedColumn> Columns { get; set; } = [];
}

/// <summary>One of their columns, and ours that was chosen for it.</summary>
public sealed class MatchedColumn
{
    /// <summary>Their heading's letters and digits.</summary>
    public string? Heading { get; set; }

    /// <summary>Ours, or blank to leave it out.</summary>
    public string? Column { get; set; }
}

/// <summary>What the rows shown are, which would be passed over.</summary>
public sealed class TakeForm
{
    /// <summary>The rows shown, by their number, with what each is.</summary>
    public Dictionary<int, RowAnswer> Rows { get; set; } = [];

    /// <summary>Beside which case or row each of them stood.</summary>
    public Dictionary<int, string?> Beside { get; set; } = [];

    /// <summary>What all of them are said to be.</summary>
    public RowAnswer AllAs { get; set; } = RowAnswer.Another;

    /// <summary>Whether the next page is wanted, with what was chosen saved.</summary>
    public bool ThenNext { get; set; }

    /// <summary>What the page showed of each of them.</summary>
    public Dictionary<int, RowAnswer> Shown { get; set; } = [];

    /// <summary>What was said of each row, and beside what. What a person left as the page showed it was not said: a colleague may have said otherwise meanwhile.</summary>
    public IReadOnlyDictionary<int, RowSaid> Said() => Rows.Where(r => !Shown.TryGetValue(r.Key, out var shown) || shown != r.Value).ToDictionary(r => r.Key, r => new RowSaid(r.Value, Beside.GetValueOrDefault(r.Key) is { Length: > 0 } beside ? beside : null));

    /// <summary>The rows that are left out: what is said of other rows afterwards takes none of them in.</summary>
    public IReadOnlyCollection<int> LeftOut() => [.. Rows.Where(r => r.Value == RowAnswer.LeaveOut).Select(r => r.Key)];

    /// <summary>Whether every row of this sort that nothing was said of is taken, those of the other pages too.</summary>
    public bool All { get; set; }

    /// <summary>Whether the import is confirmed with it.</summary>
    public bool ThenImport { get; set; }

    /// <summary>The version of the import that the page showed.</summary>
    public Guid Version { get; set; }

    /// <summary>Which rows the page shows.</summary>
    public RowsToShow Show { get; set; }

    /// <summary>Which page of them.</summary>
    public int Page { get; set; }
}

internal sealed class ImportFormValidator : AbstractValidator<ImportForm>
{
    public ImportFormValidator(IValidator<ArrivalForm> arrival, AccessScope scope)
    {
        When(_ => scope.Kind == ScopeKind.DcoService, () => RuleFor(f => f.Arrival).SetValidator(arrival));
        RuleFor(f => f.File).NotNull().WithMessage("Choose the file of notifications");
        // checked before the file is read into memory
        RuleFor(f => f.File!.Length).LessThanOrEqualTo(SpreadsheetText.MostBytes).When(f => f.File is not null)
            .OverridePropertyName(nameof(ImportForm.File)).WithMessage($"The file is larger than {SpreadsheetText.MostBytes / 1024 / 1024} MB: split it into smaller files.");
    }
}

/// <summary>The first page: choose a file, and the results of recent imports.</summary>
public sealed class ImportsPage : ImportForm
{
    /// <summary>The authority's imports, or those that the DCO service made, newest first.</summary>
    public required ListPage<RecentImport> Recent { get; init; }

    /// <summary>The authorities for which the DCO service may import; null for a person of an authority.</summary>
    public IReadOnlyList<SelectListItem>? Authorities { get; init; }

    /// <summary>The authority's boards.</summary>
    public IReadOnlyList<AuthorityBoard> Boards { get; init; } = [];
}

/// <summary>An import in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="FileName">The file's name as uploaded.</param>
/// <param name="UploadedBy">The person who uploaded it.</param>
/// <param name="UploadedUtc">When it was uploaded, UTC.</param>
/// <param name="Status">The status in words.</param>
/// <param name="Colour">The colour of its tag.</param>
/// <param name="Result">The result in words, or empty.</param>
public sealed record RecentImport(Guid Id, string FileName, string UploadedBy, DateTime UploadedUtc, string Status, string Colour, string Result)
{
    /// <summary>The authority for which the DCO service imported it; null for an authority's own.</summary>
    public string? Authority { get; init; }
}
