using System.ComponentModel.DataAnnotations;
using DcoPortal.Casework.Notifications.Importing.Reading;

namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>The spreadsheet to import.</summary>
public class ImportForm
{
    /// <summary>The file as chosen.</summary>
    [Display(Name = "CSV file")]
    public IFormFile? File { get; set; }
}

internal sealed class ImportFormValidator : AbstractValidator<ImportForm>
{
    public ImportFormValidator()
    {
        RuleFor(f => f.File).NotNull().WithMessage("Choose the CSV file of notifications");
        // checked before the file is read into memory
        RuleFor(f => f.File!.Length).LessThanOrEqualTo(SpreadsheetText.MostBytes).When(f => f.File is not null)
            .OverridePropertyName(nameof(ImportForm.File)).WithMessage($"The file is larger than {SpreadsheetText.MostBytes / 1024 / 1024} MB: split it into smaller files.");
    }
}

/// <summary>The first page: choose a file, and the results of recent imports.</summary>
public sealed class ImportsPage : ImportForm
{
    /// <summary>The authority's imports, newest first.</summary>
    public required ListPage<RecentImport> Recent { get; init; }
}

/// <summary>An import in the list.</summary>
/// <param name="Id">Key.</param>
/// <param name="FileName">The file's name as uploaded.</param>
/// <param name="UploadedBy">The person who uploaded it.</param>
/// <param name="UploadedUtc">When it was uploaded, UTC.</param>
/// <param name="Status">The status in words.</param>
/// <param name="Colour">The colour of its tag.</param>
/// <param name="Result">The result in words, or empty.</param>
public sealed record RecentImport(Guid Id, string FileName, string UploadedBy, DateTime UploadedUtc, string Status, string Colour, string Result);
