using DcoPortal.Casework.Notifications;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>Logging a notification: start, check, confirm. The steps between are in the other parts of this class.</summary>
[Area("Assessments")]
public sealed partial class LogNotificationController(
    DraftStore drafts, DraftChecks checks, ProfessionalList professionals, LogNotificationHandler handler,
    LoggedQuery logged, DuplicateQuery duplicates, KnownElsewhereQuery elsewhere, CurrentPerson person, UkClock clock) : Controller
{
    /// <summary>Goes straight to the first step, unless the person has a saved draft.</summary>
    [HttpGet(WizardSteps.Root), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Start(CancellationToken ct)
    {
        var saved = await drafts.ListAsync(ct);
        if (saved.Count == 0) { return LocalRedirect(WizardSteps.Href(await drafts.StartAsync(ct), WizardSteps.Child)); }
        return View(new StartPage(saved, person.May(Permission.ImportNotifications)));
    }

    /// <summary>A new draft, beside those that are saved.</summary>
    [HttpPost(WizardSteps.Root), Allow(Permission.LogNotification)]
    public async Task<IActionResult> StartNew(CancellationToken ct) =>
        LocalRedirect(WizardSteps.Href(await drafts.StartAsync(ct), WizardSteps.Child));

    /// <summary>Goes on with a draft at the step where the person stopped.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Resume(Guid draftId, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        var next = draft.ReachedCheck ? WizardSteps.Check : WizardSteps.All.First(s => !draft.Saved.Contains(s.Slug)).Slug;
        return LocalRedirect(WizardSteps.Href(draftId, next));
    }

    /// <summary>Asks before a draft is deleted.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/discard"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Discard(Guid draftId, CancellationToken ct) =>
        await drafts.LoadAsync(draftId, ct) is { } draft ? View(new DiscardPage(draftId, draft)) : await GoneAsync(draftId, ct);

    /// <summary>Deletes a draft.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/discard"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> DiscardNow(Guid draftId, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        await drafts.DiscardAsync(draft, ct);
        return this.Success("Draft discarded", Addresses.Assessments);
    }

    /// <summary>Everything on one page, with what is missing and notifications that may be about the same child.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/check"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Check(Guid draftId, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        if (!draft.ReachedCheck)
        {
            draft.ReachedCheck = true;
            await drafts.SaveAsync(draft, ct);
        }
        return await CheckPageAsync(draftId, draft, await checks.AllAsync(draftId, draft, ct), false, ct);
    }

    /// <summary>Logs the notification.</summary>
    [HttpPost(WizardSteps.Root + "/{draftId:guid}/check"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Confirm(Guid draftId, bool logAnyway, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        var problems = await checks.AllAsync(draftId, draft, ct);
        var isDuplicate = problems.Count == 0 && !logAnyway && (await duplicates.FindAsync(DraftMapping.Child(draft), ct)).Count > 0;
        // the first click may have just logged this draft, and its notification now looks like a duplicate
        if ((problems.Count > 0 || isDuplicate) && await handler.IsLoggedAsync(draftId, ct)) { return await GoneAsync(draftId, ct); }
        if (problems.Count > 0) { return await CheckPageAsync(draftId, draft, problems, logAnyway, ct); }
        if (isDuplicate)
        {
            ModelState.AddModelError("LogAnyway", "Tick the box if this is not the same request, or discard this draft");
            return await CheckPageAsync(draftId, draft, problems, logAnyway, ct);
        }
        return this.Answer(await handler.HandleAsync(draftId, ct), () => LocalRedirect(WizardSteps.Href(draftId, "done")));
    }

    /// <summary>The confirmation, which can be reloaded at its own address.</summary>
    [HttpGet(WizardSteps.Root + "/{draftId:guid}/done"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Done(Guid draftId, CancellationToken ct) =>
        await logged.FindAsync(draftId, ct) is { } page ? View(page) : NotFound();

    private async Task<IActionResult> CheckPageAsync(Guid draftId, NotificationDraft draft, IReadOnlyList<DraftProblem> problems, bool logAnyway, CancellationToken ct)
    {
        var child = DraftMapping.Child(draft);
        var known = child.DateOfBirth != default && child.LegalSurname.Length > 0;
        Page(draftId, WizardSteps.Check, draft);
        return View("Check", new CheckPage
        {
            Child = child,
            Problems = problems,
            Duplicates = known ? await duplicates.FindAsync(child, ct) : [],
            IsKnownElsewhere = known && await elsewhere.IsKnownAsync(child, ct),
            LogAnyway = logAnyway,
        });
    }

    /// <summary>Answers when this person has no such draft: it was logged already, or belongs to another person.</summary>
    private async Task<IActionResult> GoneAsync(Guid draftId, CancellationToken ct) =>
        await handler.IsLoggedAsync(draftId, ct) ? LocalRedirect(WizardSteps.Href(draftId, "done")) : NotFound();

    private void Page(Guid draftId, string slug, NotificationDraft draft) => new WizardPage(draftId, slug, draft, clock.Today).Put(ViewData);
}

/// <summary>The page that offers to go on with a draft.</summary>
public sealed record StartPage(IReadOnlyList<SavedDraft> Drafts, bool MayImport);

/// <summary>The page that asks before a draft is deleted.</summary>
public sealed record DiscardPage(Guid DraftId, NotificationDraft Draft);

/// <summary>The check page.</summary>
public sealed record CheckPage
{
    /// <summary>The child, as they would be logged.</summary>
    public required ChildOrYoungPerson Child { get; init; }

    /// <summary>The problems to put right first.</summary>
    public required IReadOnlyList<DraftProblem> Problems { get; init; }

    /// <summary>Notifications of the same authority that may be about the same child.</summary>
    public required IReadOnlyList<PossibleDuplicate> Duplicates { get; init; }

    /// <summary>Whether another authority has notified the same child.</summary>
    public bool IsKnownElsewhere { get; init; }

    /// <summary>Whether the box was ticked.</summary>
    public bool LogAnyway { get; init; }
}
