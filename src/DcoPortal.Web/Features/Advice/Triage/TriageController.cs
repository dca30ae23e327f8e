using DcoPortal.Casework.Clock;
using DcoPortal.Web.Parts.Assessments;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.Triage;

/// <summary>Cases in which it is still open whom to ask, for the DCO service to settle.</summary>
[Area("Advice")]
public sealed class TriageController(TriageQuery query, SendPreparedHandler prepared, NoRequestNeededHandler noRequest, NotAskedQuery notAsked, SavedFilters filters, AuditTrail audit, PortalDb db, LastDoneQuery done, ClockSettingsQuery settings, UkClock clock) : Controller
{
    private const string List = "triage";

    /// <summary>The list. Filters in the address win over saved ones.</summary>
    [HttpGet("/triage"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Index(Guid? authority, string? decision, CancellationToken ct, int page = 1)
    {
        var saved = Request.Query.ContainsKey(ViewLists.Everything) ? new TriageFilters() : await filters.LoadAsync<TriageFilters>(List, ct);
        var shown = await query.LoadAsync(new TriageFilters { Authority = authority ?? saved.Authority, Decision = decision ?? saved.Decision }, page, ct);
        if (!shown.List.IsEmpty) { await audit.RecordReadAsync(new ChildListRead("Triage", shown.List.Items.Count, Downloaded: false), ct); }
        return View(shown);
    }

    /// <summary>Saves the filters, or clears them.</summary>
    [HttpPost("/triage/filters"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Filter(TriageFilters form, bool clear, CancellationToken ct)
    {
        if (clear) { await filters.ClearAsync(List, ct); }
        else { await filters.SaveAsync(List, form, ct); }
        return LocalRedirect(Addresses.Triage);
    }

    /// <summary>Sends what was prepared for several notifications, each in a save of its own.</summary>
    [HttpPost("/triage/send"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Send(List<string> references, Dictionary<string, string> seen, CancellationToken ct)
    {
        List<RequestAdviceResult> sent = [];
        List<string> left = [], doubtful = [], wished = [], changed = [], cameAlong = [];
        foreach (var reference in references.Distinct().Take(TriageQuery.PageSize))
        {
            var outcome = await prepared.HandleAllAsync(reference, sharingConfirmed: false, seen.GetValueOrDefault(reference), ct);
            if (outcome.Value is { Sent.Count: > 0 } result) { sent.Add(result); }
            else if (outcome.Kind == OutcomeKind.ChangedMeanwhile) { changed.Add(reference); }
            else { (outcome.Value switch { { NeedConfirmation.Count: > 0 } or { NotFoundOut: not null } => doubtful, { NeedReason.Count: > 0 } => wished, { HasCameAlong: true } => cameAlong, _ => left }).Add(reference); }
        }
        if (sent.Count > 0)
        {
            TempData.Success($"{UkText.Count(sent.Sum(r => r.Sent.Count), "request")} of {UkText.Count(sent.Count, "assessment")} sent.");
            TempData.Undo(Addresses.UndoSend, sent.Select(r => r.Undo));
        }
        List<string> notices = [.. sent.Where(r => r.Unasked.Count > 0).Select(r => $"{r.Reference} stays in triage: nobody is asking {string.Join("; ", r.Unasked)}. Open the case and choose whom to ask, or say why not.")];
        if (changed.Count > 0) { notices.Add($"Nothing was sent for {string.Join(", ", changed)}: the authority’s decision or a day changed, or it named somebody, while this page was open. Look again, then send."); }
        if (doubtful.Count > 0) { notices.Add($"Nothing was sent for {string.Join(", ", doubtful)}: the family may not want somebody there to know. Open the case, look at whom it means, and send from there."); }
        if (wished.Count > 0) { notices.Add($"Nothing was sent for {string.Join(", ", wished)}: the family asked for somebody whom nobody is asking (regulation 6(1)(h)). Open the case, choose whom to ask or say why not, and send from there."); }
        if (cameAlong.Count > 0) { notices.Add($"Nothing was sent for {string.Join(", ", cameAlong)}: advice of somebody there came with the case. {CarriedWords.AskAgain(bringsPlan: false)} Open the case, look who is to be asked again, and send from there."); }
        if (left.Count > 0) { notices.Add($"Nothing was left to send for {string.Join(", ", left)}."); }
        if (notices.Count > 0) { TempData.Notice(string.Join(' ', notices)); }
        if (references.Count == 0) { TempData.Notice("Nothing was sent: tick the notifications whose requests are to go."); }
        return LocalRedirect(Addresses.Triage);
    }

    /// <summary>Asks why no request is needed.</summary>
    [HttpGet("/triage/{reference}/no-request"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> NoRequest(string reference, CancellationToken ct) =>
        await PageAsync(reference, new NoRequestForm(), ct) is { } page ? View(page) : NotFound();

    /// <summary>Takes the notification out of triage.</summary>
    [HttpPost("/triage/{reference}/no-request"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> NoRequest(string reference, NoRequestForm form, CancellationToken ct)
    {
        if (await PageAsync(reference, form, ct) is not { } shown) { return NotFound(); }
        var reasons = NotAskedItem.Reasons(form.NotAsked);
        foreach (var (i, row) in shown.Named.Index().Where(n => n.Item is { IsNeeded: true } row && reasons.GetValueOrDefault(row.Id) is null))
        {
            ModelState.AddModelError($"NotAsked[{i}].Reason", $"The family asked for {row.Words}: say why they are not asked, or request advice from them");
        }
        if (!ModelState.IsValid) { return View(shown); }
        var outcome = await noRequest.HandleAsync(reference, form.Reason!, NotAskedItem.Changed(form.NotAsked), form.Seen, ct);
        if (outcome.Kind == OutcomeKind.ChangedMeanwhile)
        {
            form.Seen = null;
            var decided = await done.OfCaseAsync(reference, ct, nameof(DecisionRecorded), nameof(DecisionTakenBack), nameof(DatesCorrected), nameof(SharingWishChanged));
            ModelState.AddModelError(nameof(form.Reason), $"Nothing was changed. {decided?.Words ?? "The case changed while this page was open."} Say again why no request is needed now, or request advice");
            Response.StatusCode = StatusCodes.Status409Conflict;
            return View(shown);
        }
        if (outcome.Kind == OutcomeKind.Already && await done.OfCaseAsync(reference, ct, nameof(TriageCompletedWithoutRequests), nameof(AdviceRequested)) is { } last && !last.IsSame(form.Reason)) { return this.Instead(ErrorPages.ForLate(last.Words)); }
        return this.Answer(outcome, () =>
        {
            if (outcome.Kind == OutcomeKind.Already) { TempData.Notice($"{reference} had already been dealt with. Nothing was changed."); }
            else { TempData.Success($"{reference} is out of triage.{(shown.IsDecided ? "" : " It comes back when the authority decides to assess.")}"); }
            return LocalRedirect(Addresses.Triage);
        });
    }

    private async Task<NoRequestPage?> PageAsync(string reference, NoRequestForm form, CancellationToken ct)
    {
        var assessment = await db.Assessments.AsNoTracking().SingleOrDefaultAsync(a => a.Reference == reference, ct);
        if (assessment is null) { return null; }
        var authority = await db.LocalAuthorities.Where(a => a.Id == assessment.LocalAuthorityId).Select(a => a.Name).SingleAsync(ct);
        return new NoRequestPage(assessment.Keys, AssessmentBanner.Of(assessment, authority, clock.Today), assessment is { TriagedUtc: null, IsOpen: true }, assessment.Decision == AssessmentDecision.Assess, await notAsked.OfAsync(assessment, ct), AskTerms.Of(assessment, await settings.ForAsync(assessment.LocalAuthorityId, assessment.IcbId, ct), await db.InvolvedProfessionals.CountAsync(p => p.AssessmentId == assessment.Id, ct)).Seen, form);
    }
}
