using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Casework.Notifications.Importing.Planning;
using DcoPortal.Casework.Notifications.Importing.Reading;
using DcoPortal.Web.Parts.Notification;
using DcoPortal.Web.Platform.Security;
using Microsoft.AspNetCore.RateLimiting;

namespace DcoPortal.Web.Features.Assessments.ImportNotifications;

/// <summary>Imports notifications from a spreadsheet: choose a file, see every row's verdict, import the good ones.</summary>
[Area("Assessments")]
public sealed class ImportNotificationsController(ImportsQuery imports, ImportPlanQuery plans, ArrivalChoices arrivals, AuthorityBoards boards, AuditTrail audit) : Controller
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
    private const string Csv = "text/csv; charset=utf-8";

    /// <summary>Choose a file; the authority's recent imports.</summary>
    [HttpGet("/assessments/import"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Index(int page, CancellationToken ct) =>
        View(await PageAsync(new(), page, ct));

    /// <summary>Uploads a file and shows its rows.</summary>
    [HttpPost("/assessments/import"), Allow(Permission.ImportNotifications), EnableRateLimiting(RateLimits.Upload)]
    public async Task<IActionResult> Index(ImportForm form, [FromServices] UploadSpreadsheetHandler handler, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(form, ct); }
        var page = await PageAsync(form, 1, ct);
        var upload = await handler.HandleAsync(form.File!.AsUpload(), page.Authorities is null ? null : form.Arrival.ToRecordedFor(), form.IcbId, ct);
        return await this.AnswerOnFormAsync(upload.Of, () => RedirectToAction(nameof(Details), new { id = upload.Value }), () => ShowAsync(form, ct), nameof(ImportForm.File));
    }

    private async Task<IActionResult> ShowAsync(ImportForm form, CancellationToken ct) => View(nameof(Index), await PageAsync(form, 1, ct));

    private async Task<ImportsPage> PageAsync(ImportForm form, int page, CancellationToken ct) =>
        new() { Arrival = form.Arrival, IcbId = form.IcbId, Recent = await imports.ListAsync(page, ct), Authorities = await arrivals.AuthoritiesAsync(ct), Boards = await boards.OwnAsync(ct) };

    /// <summary>A file with the headings and nothing else.</summary>
    [HttpGet("/assessments/import/template.csv"), Allow(Permission.ImportNotifications)]
    public IActionResult Template() => File(TemplateFile.Bytes, Csv, "notifications-template.csv");

    /// <summary>The same as a workbook: columns of text and dates, and lists of what may be chosen.</summary>
    [HttpGet("/assessments/import/template.xlsx"), Allow(Permission.ImportNotifications)]
    public IActionResult TemplateWorkbook() => File(Casework.Notifications.Importing.Reading.TemplateWorkbook.Bytes, Xlsx, "notifications-template.xlsx");

    /// <summary>An import in its present state: to check, under way, or done; or how far it is, alone.</summary>
    [HttpGet("/assessments/import/{id:guid}"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Details(Guid id, RowsToShow show, int page, bool progress, CancellationToken ct)
    {
        if (await imports.FindAsync(id, ct) is not { } batch) { return NotFound(); }
        // the page asks for this part of itself, which shows no row
        if (progress && batch.ConfirmedUtc is not null) { return PartialView("_Progress", batch); }
        if (batch is { ConfirmedUtc: not null, FinishedUtc: null }) { return View("Progress", batch); }
        var plan = await plans.ForAsync(batch, ct);
        if (plan?.Reading.Question is { } question) { return View(question); }
        var model = ImportPage.Of(batch, plan, show, page) with { Authority = await imports.AuthorityOfAsync(batch, ct) };
        if (plan is not null) { await audit.RecordReadAsync(new ChildListRead($"Import {id:N}", model.Rows.Items.Count, Downloaded: false), ct); }
        return View(batch.ConfirmedUtc is null ? "Preview" : "Result", model);
    }

    private ViewResult View(ImportQuestion question) => question is ColumnsQuestion columns ? View("Columns", ColumnsPage.Of(columns)) : View("Question", question);

    /// <summary>Says which sheet is meant, or how its dates are to be read.</summary>
    [HttpPost("/assessments/import/{id:guid}/answer"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Answer(Guid id, AnswerForm form, [FromServices] AnswerImportHandler answers, CancellationToken ct)
    {
        var outcome = form switch
        {
            { Sheet: { Length: > 0 } sheet } => await answers.SheetAsync(id, sheet, ct),
            { Dates: { } order } => await answers.DatesAsync(id, order, ct),
            { DaysFrom: 1900 or 1904 } => await answers.EpochAsync(id, form.DaysFrom == 1904, ct),
            { MatchAnew: true } => await answers.MatchAnewAsync(id, ct),
            { ExchangedIn: [_, ..] columns } => await answers.ExchangedAsync(id, columns, ct),
            _ => null,
        };
        if (outcome is not null) { return this.Answer(outcome, () => RedirectToAction(nameof(Details), new { id })); }
        if (await imports.FindAsync(id, ct) is not { } batch || await plans.ForAsync(batch, ct) is not { Reading.Question: { } question }) { return NotFound(); }
        ModelState.Clear();
        ModelState.AddModelError(question switch { SheetQuestion => nameof(form.Sheet), DateOrderQuestion => nameof(form.Dates), ExchangedQuestion => nameof(form.ExchangedIn), _ => nameof(form.DaysFrom) }, "Choose one of the answers");
        return View(question);
    }

    /// <summary>Says which of our columns theirs are.</summary>
    [HttpPost("/assessments/import/{id:guid}/columns"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Columns(Guid id, ColumnsForm form, [FromServices] AnswerImportHandler answers, CancellationToken ct)
    {
        if (await imports.FindAsync(id, ct) is not { } batch || await plans.ForAsync(batch, ct) is not { } plan) { return NotFound(); }
        if (plan.Reading.Question is not ColumnsQuestion question) { return RedirectToAction(nameof(Details), new { id }); }
        var page = ColumnsPage.Of(question, form);
        foreach (var (field, words) in page.Problems()) { ModelState.AddModelError(field, words); }
        if (!ModelState.IsValid) { return View("Columns", page); }
        return this.Answer(await answers.ColumnsAsync(id, page.Chosen, ct), () => RedirectToAction(nameof(Details), new { id }));
    }

    /// <summary>Says what rows are that would be passed over: another child's, or the same case.</summary>
    [HttpPost("/assessments/import/{id:guid}/take"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Take(Guid id, TakeForm form, [FromServices] AnswerImportHandler answers, [FromServices] ConfirmImportHandler confirm, CancellationToken ct)
    {
        if (form.All)
        {
            if (await imports.FindAsync(id, ct) is not { } batch || await plans.ForAsync(batch, ct) is not { } plan) { return NotFound(); }
            var rows = ImportPage.Of(plan, form.Show).Where(r => r is { MayBeTaken: true, IsSame: false, IsTaken: false } && (form.AllAs != RowAnswer.Same || r.MayBeSame)).ToList();
            (form.Rows, form.Beside) = (rows.ToDictionary(r => r.Verdict.Line, _ => form.AllAs), rows.ToDictionary(r => r.Verdict.Line, r => r.ComparedWith));
        }
        if (form.ThenImport) { return this.Answer(await confirm.HandleAsync(id, form.Version, ct, form.Said(), form.LeftOut()), () => RedirectToAction(nameof(Details), new { id })); }
        return this.Answer(await answers.RowsAsync(id, form.Said(), ct, form.LeftOut()), () =>
        {
            TempData.Success(Said(form.Rows));
            return RedirectToAction(nameof(Details), new { id, show = form.Show, page = form.ThenNext ? form.Page + 1 : form.Page > 1 ? form.Page : (int?)null });
        });
    }

    private static string Said(IReadOnlyDictionary<int, RowAnswer> rows) => (rows.Values.Count(a => a == RowAnswer.Another), rows.Values.Count(a => a == RowAnswer.Same)) switch
    {
        (0, 0) => "All of these rows are left out.",
        // taken, it may be the first that another row is compared with
        (1, 0) => "1 row of these will be imported.",
        (var another, 0) => $"{UkText.Count(another, "row")} of these will be imported; one that now looks like another row stands under To look at again.",
        (0, var same) => $"{UkText.Count(same, "row")} of these will be added to their case.",
        var (another, same) => $"{UkText.Count(another, "row")} of these will be imported, and {same} added to their case.",
    };

    /// <summary>Imports the good rows, in the background.</summary>
    [HttpPost("/assessments/import/{id:guid}/confirm"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Confirm(Guid id, Guid version, [FromServices] ConfirmImportHandler confirm, CancellationToken ct) =>
        this.Answer(await confirm.HandleAsync(id, version, ct), () => RedirectToAction(nameof(Details), new { id }));

    /// <summary>Deletes the uploaded file; of a finished import, leaves out the rows that nobody has looked at.</summary>
    [HttpPost("/assessments/import/{id:guid}/discard"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> Discard(Guid id, bool rowsAlone, [FromServices] DiscardImportHandler discard, CancellationToken ct) => rowsAlone
        ? this.Answer(await discard.LeaveOutAsync(id, ct), () => this.Success("The rows that were to be looked at are left out.", Addresses.AssessmentsImportBatch(id)))
        : this.Answer(await discard.HandleAsync(id, ct), () => this.Success("File discarded. Nothing was imported from it.", Addresses.AssessmentsImport));

    /// <summary>The rows that will not be, or were not, imported, with the reason of each.</summary>
    [HttpGet("/assessments/import/{id:guid}/not-imported.csv"), Allow(Permission.ImportNotifications)]
    public async Task<IActionResult> NotImported(Guid id, CancellationToken ct)
    {
        if (await imports.FindAsync(id, ct) is not { } batch || await plans.ForAsync(batch, ct) is not { } plan) { return NotFound(); }
        var rows = plan.Rows.Where(r => r.Fate is RowFate.Refused or RowFate.AlreadyThere or RowFate.LookAt).ToList();
        await audit.RecordReadAsync(new ChildListRead($"Import {id:N}, rows not imported", rows.Count, Downloaded: true), ct);
        return File(RefusedRows.Write(plan.Reading.Headings, rows.Select(r => (string.Join("; ", r.Reasons), r.Verdict))), Csv, "notifications-not-imported.csv");
    }
}
