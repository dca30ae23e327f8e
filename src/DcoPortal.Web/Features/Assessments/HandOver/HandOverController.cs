using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Assessments.HandOver;

/// <summary>Hands cases to a colleague: one, those ticked in the list, or all of a person who leaves.</summary>
[Area("Assessments"), Allow(Permission.HandOverCases)]
public sealed class HandOverController(HandOverQuery query, HandOverHandler handler, AuditTrail audit) : Controller
{
    private const int AssessmentListPageSize = 25;

    /// <summary>Asks whose one case is from now on.</summary>
    [HttpGet("/assessments/{reference}/hand-over")]
    public async Task<IActionResult> Index(string reference, CancellationToken ct)
    {
        var form = new HandOverForm();
        return await query.FillAsync(form, reference, ct) ? View(form) : NotFound();
    }

    /// <summary>Hands it over.</summary>
    [HttpPost("/assessments/{reference}/hand-over")]
    public async Task<IActionResult> Index(string reference, HandOverForm form, CancellationToken ct)
    {
        if (!await query.FillAsync(form, reference, ct)) { return NotFound(); }
        // a colleague was quicker: what the page said of whose it is holds no longer
        if (form.Seen is not null && form.Seen != form.Owner && form.To != form.Owner)
        {
            ModelState.Remove(nameof(form.Seen));
            ModelState.AddModelError(nameof(form.To), $"Nothing was changed: somebody handed this case over since you opened this page. It is {(form.Now.Name is { } name ? $"with {name}" : "nobody’s")} now. Select again if it is to go elsewhere");
            Response.StatusCode = StatusCodes.Status409Conflict;
        }
        if (!ModelState.IsValid) { return View(form); }
        var outcome = await handler.TheseAsync([form.Keys.Reference], CaseOwnerChoices.AccountOf(form.To), form.WishRead, ct);
        if (await IsUnreadAsync(outcome, ct)) { return View(form); }
        if (outcome.Kind == OutcomeKind.NotFound)
        {
            ModelState.AddModelError(nameof(form.To), "Select somebody else: this person cannot sign in");
            return View(form);
        }
        return this.Answer(outcome.Of, () => Said(outcome, Addresses.Assessment(form.Keys.Reference)));
    }

    /// <summary>Asks whose cases to hand over, and to whom.</summary>
    [HttpGet("/assessments/hand-over")]
    public async Task<IActionResult> All(string? from, CancellationToken ct)
    {
        var form = new HandOverAllForm { From = from };
        await query.FillAsync(form, ct);
        return View(form);
    }

    /// <summary>Hands all of them over.</summary>
    [HttpPost("/assessments/hand-over")]
    public async Task<IActionResult> All(HandOverAllForm form, CancellationToken ct)
    {
        if (ModelState.IsValid)
        {
            var outcome = await handler.AllOfAsync(CaseOwnerChoices.AccountOf(form.From), CaseOwnerChoices.AccountOf(form.To), form.WishRead, ct);
            if (await IsUnreadAsync(outcome, ct))
            {
                form.Wishes = outcome.Value!.Unread;
                await query.FillAsync(form, ct);
                return View(form);
            }
            if (outcome.Kind != OutcomeKind.NotFound) { return this.Answer(outcome.Of, () => Said(outcome, Addresses.Assessments)); }
            ModelState.AddModelError(nameof(form.To), "Select somebody else: this person cannot sign in");
        }
        await query.FillAsync(form, ct);
        return View(form);
    }

    /// <summary>Hands over those ticked in the list.</summary>
    [HttpPost("/assessments/hand-over/ticked")]
    public async Task<IActionResult> Ticked(HandOverTickedForm form, CancellationToken ct)
    {
        var back = $"{Addresses.Assessments}?hand-over=true";
        if (form.References.Count == 0) { return this.Notice("Tick the cases to hand over first.", back); }
        if (!CaseOwnerChoices.IsChoice(form.To)) { return this.Notice("Select who is to have the cases. Nothing was changed.", back + string.Concat(form.References.Take(AssessmentListPageSize).Select(r => $"&ticked={Uri.EscapeDataString(r)}"))); }
        var outcome = await handler.TheseAsync(form.References, CaseOwnerChoices.AccountOf(form.To), form.WishRead, ct);
        if (await IsUnreadAsync(outcome, ct))
        {
            (form.Wishes, form.ToName) = (outcome.Value!.Unread, outcome.Value.To);
            return View(form);
        }
        return this.Answer(outcome.Of, () => Said(outcome, Addresses.Assessments, Were(outcome.Value!.From ?? [])));
    }

    private async Task<bool> IsUnreadAsync(Outcome<HandedOver> outcome, CancellationToken ct)
    {
        if (outcome.Value?.Unread is not { } wishes) { return false; }
        await audit.RecordReadAsync(new ChildListRead("Hand over", wishes.Wishes.Count, Downloaded: false), ct);
        ModelState.AddModelError(WishesToRead.Field, outcome.Of.Rule!);
        return true;
    }

    // a list may be older than a colleague's hand-over: whose cases were taken is said, beside Undo
    private static string Were(IReadOnlyList<string> from) =>
        string.Concat(from.GroupBy(n => n, StringComparer.Ordinal).Select(g => $" {UkText.Count(g.Count(), "of them was", "of them were")} {g.Key}’s."));

    private IActionResult Said(Outcome<HandedOver> outcome, string back, string? more = null)
    {
        var done = outcome.Value!;
        if (outcome.Kind == OutcomeKind.Already) { return this.Notice(done.To is null ? "Nothing was changed: nobody had them." : $"Nothing was changed: {done.To} has them already.", back); }
        var cases = UkText.Count(done.Cases, "case is", "cases are");
        TempData.Undo(Addresses.UndoHandOver, done.Undo);
        return this.Success($"{cases} now {(done.To is null ? "nobody’s" : $"with {done.To}")}.{(done.Left > 0 ? $" {UkText.Count(done.Left, "more waits", "more wait")}: hand over again." : "")}{more}", back);
    }
}
