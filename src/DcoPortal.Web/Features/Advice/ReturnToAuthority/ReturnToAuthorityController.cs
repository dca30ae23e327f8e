using DcoPortal.Casework.Accounts;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;
using DcoPortal.Web.Platform.Audit;

namespace DcoPortal.Web.Features.Advice.ReturnToAuthority;

/// <summary>The accepted answers to return.</summary>
public sealed class ReturnForm
{
    /// <summary>Requests ticked.</summary>
    public List<Guid> Requests { get; set; } = [];

    /// <summary>Whether the list of answers to check is shown again afterwards.</summary>
    public bool ToCheckList { get; set; }
}

internal sealed class ReturnFormValidator : AbstractValidator<ReturnForm>
{
    public ReturnFormValidator() => RuleFor(f => f.Requests).NotEmpty().WithMessage("Tick at least one answer to return");
}

/// <summary>One request of the assessment and its state.</summary>
public sealed record ReturnRow(AdviceRequest Request, string Asked, string Service);

/// <summary>The accepted answers of an assessment, and the requests still open.</summary>
public sealed record ReturnPage(CaseKeys ShownCase, ChildBanner Child, IReadOnlyList<ReturnRow> Ready, IReadOnlyList<ReturnRow> Rest, bool AllNil, DateOnly Today, ReturnForm? Form) : IShowsChildRecord
{
    /// <inheritdoc cref="AllNilStanding.HasUnanswered" />
    public bool HasUnanswered { get; init; }
}

/// <summary>Reads the return page.</summary>
public sealed class ReturnQuery(PortalDb db, AskableDirectoryQuery directories, UkClock clock)
{
    /// <summary>The page, or null when the assessment is not in scope.</summary>
    public async Task<ReturnPage?> LoadAsync(string reference, ReturnForm? typed, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return null; }
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        var requests = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == assessment.Id).NotClosed().OrderBy(r => r.DueOn).ThenBy(r => r.Id).ToListAsync(ct);
        var directory = await directories.LoadAsync(ct);
        var rows = requests.ConvertAll(r => new ReturnRow(r, directory.NameOf(new AskTarget(r.ServiceId, r.ProfessionalId)), directory.ServiceName(r.ServiceId)));
        return new ReturnPage(assessment.Keys, AssessmentBanner.Of(assessment, authority, clock.Today), [.. rows.Where(r => r.Request.Can(RequestMove.ReturnToAuthority))], [.. rows.Where(r => !r.Request.Can(RequestMove.ReturnToAuthority))],
            await AllNil.IsAsync(db, assessment.Id, ct), clock.Today, typed)
        { HasUnanswered = await AllNil.HasUnansweredAsync(db, assessment.Id, ct) };
    }
}

/// <summary>Returns accepted answers to the local authority.</summary>
[Area("Advice")]
public sealed class ReturnToAuthorityController(ReturnQuery query, ReturnAdviceHandler handler, WhoCanSignIn people) : Controller
{
    /// <summary>Shows the answers that can be returned.</summary>
    [HttpGet("/assessments/{reference}/return"), Allow(Permission.ReturnAdvice)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) => await query.LoadAsync(reference, null, ct) is { } page ? View(page) : NotFound();

    /// <summary>Returns the ticked answers.</summary>
    [HttpPost("/assessments/{reference}/return"), Allow(Permission.ReturnAdvice)]
    public async Task<IActionResult> Index(string reference, ReturnForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await query.LoadAsync(reference, form, ct) is { } page ? View(page) : NotFound(); }
        var outcome = await handler.HandleAsync(reference, form.Requests, ct);
        if (outcome.Kind == OutcomeKind.Done && await people.NobodyOpensAsync(reference, ct) is { } nobody) { TempData.Notice(nobody); }
        return this.Answer(outcome.Of, () => Returned(reference, outcome.Value, form.ToCheckList));
    }

    private LocalRedirectResult Returned(string reference, ReturnAdviceResult? result, bool toList)
    {
        if (result is null) { TempData.Notice("These had already been returned. Nothing was changed."); }
        else { TempData.Success($"{UkText.Count(result.Returned, "answer")}{(toList ? $" of {reference}" : "")} returned to the local authority{InTime(result)}."); }
        return LocalRedirect(toList ? Addresses.Check : Addresses.AssessmentReturn(reference));
    }

    private static string InTime(ReturnAdviceResult result)
    {
        if (result.EndedOn is not { } ended) { return result.Late > 0 ? $", {result.Late} of them late" : ", in time"; }
        var late = result.Late > 0 ? $", {result.Late} of them late" : "";
        return $"{late}. The assessment ended on {UkText.LongDate(ended)}, by the due date{(result.Lapsed == result.Returned ? "" : $" of {result.Lapsed} of them")}";
    }
}
