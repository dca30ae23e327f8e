using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.NoAdvice;

/// <summary>Assessments on which every service has no advice: the Designated Clinical Officer decides, administrators read.</summary>
[Area("Advice")]
public sealed class NoAdviceController(AllNilQuery query, DecideAllNilHandler handler, AuditTrail audit) : Controller
{
    /// <summary>Every assessment that waits for the decision.</summary>
    [HttpGet("/all-nil"), Allow(Permission.CheckAdvice)]
    public async Task<IActionResult> List(CancellationToken ct, int page = 1)
    {
        var list = await query.ListAsync(page, ct);
        if (!list.List.IsEmpty) { await audit.RecordReadAsync(new ChildListRead("Every service has no advice", list.List.Items.Count, false), ct); }
        return View(list);
    }

    /// <summary>What each service answered, and what the DCO decided.</summary>
    [HttpGet("/assessments/{reference}/all-nil"), Allow(Permission.CheckAdvice)]
    public Task<IActionResult> Index(string reference, CancellationToken ct) => ShowAsync(reference, null, ct);

    /// <summary>Records the decision.</summary>
    [HttpPost("/assessments/{reference}/all-nil"), Allow(Permission.DecideAllNil)]
    public async Task<IActionResult> Index(string reference, AllNilForm form, CancellationToken ct)
    {
        if (!ModelState.IsValid) { return await ShowAsync(reference, form, ct); }
        var outcome = await handler.HandleAsync(reference, form.Version, form.Decision!.Value, form.Reason!, ct);
        return await this.AnswerAsync(outcome, () => Decided(reference, form.Decision.Value, outcome.Kind),
            () => RefusedAsync(reference, form, "Someone changed this assessment meanwhile. Nothing was saved. Look at it, then send your decision again", ct),
            rule => RefusedAsync(reference, form, rule, ct));
    }

    private LocalRedirectResult Decided(string reference, AllNilDecision decision, OutcomeKind kind)
    {
        if (kind == OutcomeKind.Already) { TempData.Notice("This had already been decided. Nothing was changed"); }
        else if (decision == AllNilDecision.NoHealthNeedsKnown) { TempData.Success("Decision recorded: no health needs are known. The local authority was told by email"); }
        else
        {
            return this.Success("Decision recorded: a health assessment is commissioned. Now choose who will assess. The due date has not changed", Addresses.AssessmentRequestAdvice(reference));
        }
        return LocalRedirect(Addresses.Assessment(reference));
    }

    private async Task<IActionResult> RefusedAsync(string reference, AllNilForm form, string why, CancellationToken ct)
    {
        ModelState.Clear();
        ModelState.AddModelError("", why);
        form.Version = Guid.Empty;
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await ShowAsync(reference, form, ct);
    }

    private async Task<IActionResult> ShowAsync(string reference, AllNilForm? form, CancellationToken ct)
    {
        if (await query.PageAsync(reference, ct) is not { } page) { return NotFound(); }
        form ??= new AllNilForm();
        form.Page = page;
        if (form.Version == Guid.Empty) { form.Version = page.Version; }
        return View("Index", form);
    }
}
