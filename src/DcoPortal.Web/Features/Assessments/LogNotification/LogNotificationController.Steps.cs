using DcoPortal.Domain.Text;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

public sealed partial class LogNotificationController
{
    private const string Later = "later";

    /// <summary>The child or young person.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/child"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Child(Guid draftId, CancellationToken ct) => ShowAsync(draftId, WizardSteps.Child, d => d.Child, ct);

    /// <summary>Saves the child or young person.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/child"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Child(Guid draftId, ChildForm form, string? go, CancellationToken ct) =>
        SaveAsync(draftId, WizardSteps.Child, form, d => d.Child = form, go, ct);

    /// <summary>The request: what was asked, when, and what was decided.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/request"), Allow(Permission.LogNotification)]
    public Task<IActionResult> RequestStep(Guid draftId, CancellationToken ct) => ShowAsync(draftId, WizardSteps.Request, d => d.Request, ct);

    /// <summary>Saves the request.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/request"), Allow(Permission.LogNotification)]
    public Task<IActionResult> RequestStep(Guid draftId, RequestForm form, string? go, CancellationToken ct) =>
        SaveAsync(draftId, WizardSteps.Request, form, d => d.Request = form, go, ct);

    /// <summary>How the assessment began.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/route"), Allow(Permission.LogNotification)]
    public Task<IActionResult> RouteStep(Guid draftId, CancellationToken ct) => ShowAsync(draftId, WizardSteps.Route, d => new RouteForm { StartedBy = d.Request.StartedBy }, ct);

    /// <summary>Saves how the assessment began, and goes on to the request, which then asks in the words of that route.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/route"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> RouteStep(Guid draftId, RouteForm form, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        if (ModelState.IsValid)
        {
            draft.Request.StartedBy = form.StartedBy;
            await drafts.SaveAsync(draft, ct);
            return LocalRedirect(WizardSteps.Href(draftId, WizardSteps.Request));
        }
        Page(draftId, WizardSteps.Route, draft);
        return View(ViewOf(WizardSteps.Route), form);
    }

    /// <summary>Family, views and sharing.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/family"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Family(Guid draftId, CancellationToken ct) => ShowAsync(draftId, WizardSteps.Family, d => d.Family, ct);

    /// <summary>Saves family, views and sharing.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/family"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Family(Guid draftId, FamilyForm form, string? go, CancellationToken ct) =>
        SaveAsync(draftId, WizardSteps.Family, form, d => d.Family = form, go, ct);

    /// <summary>School, college or early-years provider.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/setting"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Setting(Guid draftId, CancellationToken ct) => ShowAsync(draftId, WizardSteps.Setting, d => d.Setting, ct);

    /// <summary>Saves the setting.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/setting"), Allow(Permission.LogNotification)]
    public Task<IActionResult> Setting(Guid draftId, SettingForm form, string? go, CancellationToken ct) =>
        SaveAsync(draftId, WizardSteps.Setting, form, d => d.Setting = form, go, ct);

    private async Task<IActionResult> ShowAsync(Guid draftId, string slug, Func<NotificationDraft, object> form, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        Page(draftId, slug, draft);
        return View(ViewOf(slug), form(draft));
    }

    /// <summary>Saves a step as it was typed, and goes on only when it has no errors.</summary>
    private async Task<IActionResult> SaveAsync<T>(Guid draftId, string slug, T form, Action<NotificationDraft> put, string? go, CancellationToken ct) where T : class
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        put(draft);
        if (!draft.Saved.Contains(slug)) { draft.Saved.Add(slug); }
        var across = await checks.AcrossAsync(draftId, draft, slug, ct);
        await drafts.SaveAsync(draft, ct);
        if (IsAutosave) { return NoContent(); }
        if (go == Later) { return SavedForLater(); }
        foreach (var problem in across.Where(p => ModelState.GetValueOrDefault(p.Field)?.Errors is not { Count: > 0 })) { ModelState.AddModelError(problem.Field, problem.Message); }
        if (ModelState.IsValid) { return LocalRedirect(WizardSteps.After(draftId, slug, draft)); }
        Page(draftId, slug, draft);
        return View(ViewOf(slug), form);
    }

    private bool IsAutosave => Request.Headers.ContainsKey("x-autosave");

    private LocalRedirectResult SavedForLater() =>
        this.Success("Draft saved. You can come back to it at any time, also after signing out", WizardSteps.Root);

    private static string ViewOf(string slug) => slug.Capitalised();
}
