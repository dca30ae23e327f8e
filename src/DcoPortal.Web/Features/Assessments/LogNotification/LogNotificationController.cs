using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Notifications;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Web.Parts.Notification;

namespace DcoPortal.Web.Features.Assessments.LogNotification;

/// <summary>Logging a notification: start, check, confirm. The form itself is in the other part of this class.</summary>
[Area("Assessments")]
public sealed partial class LogNotificationController(
    DraftStore drafts, DraftChecks checks, DraftDocuments documents, NamedPeople people, SettingSchools schools, AuthorityBoards boards, LogNotificationHandler handler,
    LoggedQuery logged, LeftDrafts left, DuplicateQuery duplicates, KnownElsewhereQuery elsewhere, ArrivalChoices arrivals, OtherChildQuery others, SameFileQuery sameFiles, CurrentPerson person, UkClock clock) : Controller
{
    /// <summary>Goes straight to the form, unless the person has a saved draft.</summary>
    [HttpGet(Addresses.AssessmentsLog), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Start(CancellationToken ct)
    {
        var (saved, others) = (await drafts.ListAsync(ct), await left.ListAsync(ct));
        if (saved.Count + others.Count == 0) { return LocalRedirect(Addresses.AssessmentsLogDraft(await drafts.StartAsync(ct))); }
        return View(new StartPage(saved, others, person.May(Permission.ImportNotifications), person.Scope.Kind == ScopeKind.DcoService));
    }

    /// <summary>A new draft, beside those that are saved.</summary>
    [HttpPost(Addresses.AssessmentsLog), Allow(Permission.LogNotification)]
    public async Task<IActionResult> StartNew(CancellationToken ct) =>
        LocalRedirect(Addresses.AssessmentsLogDraft(await drafts.StartAsync(ct)));

    /// <summary>Makes a draft that a colleague left the person's own, and goes on with it.</summary>
    [HttpPost(Addresses.AssessmentsLog + "/{draftId:guid}/take-over"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> TakeOver(Guid draftId, CancellationToken ct) =>
        this.Answer(await left.TakeOverAsync(draftId, ct), () => this.Success("The draft is yours now. Finish it, then log it.", Addresses.AssessmentsLogDraft(draftId)));

    /// <summary>Asks before a draft is deleted.</summary>
    [HttpGet(Addresses.AssessmentsLog + "/{draftId:guid}/discard"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Discard(Guid draftId, CancellationToken ct) =>
        await drafts.LoadAsync(draftId, ct) is { } draft ? View(new DiscardPage(draftId, draft)) : await GoneAsync(draftId, ct);

    /// <summary>Deletes a draft.</summary>
    [HttpPost(Addresses.AssessmentsLog + "/{draftId:guid}/discard"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> DiscardNow(Guid draftId, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        await drafts.DiscardAsync(draft, ct);
        return this.Success("Draft discarded", Addresses.Assessments);
    }

    /// <summary>Everything that was answered, with what is missing and notifications that may be about the same child.</summary>
    [HttpGet(Addresses.AssessmentsLog + "/{draftId:guid}/check"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Check(Guid draftId, CancellationToken ct) =>
        await drafts.LoadAsync(draftId, ct) is { } draft ? await CheckPageAsync(draftId, draft, await checks.AllAsync(draftId, draft, ct), false, ct) : await GoneAsync(draftId, ct);

    /// <summary>Logs the notification.</summary>
    [HttpPost(Addresses.AssessmentsLog + "/{draftId:guid}/check"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Confirm(Guid draftId, bool logAnyway, bool sourceIsRight, CancellationToken ct)
    {
        if (await drafts.LoadAsync(draftId, ct) is not { } draft) { return await GoneAsync(draftId, ct); }
        var problems = await checks.AllAsync(draftId, draft, ct);
        var isDuplicate = problems.Count == 0 && !logAnyway && (await duplicates.FindAsync(checks.AuthorityOf(draft), DraftMapping.Child(draft), draft.Request.Received.Value, ct)).Count > 0;
        // the first click may have just logged this draft, and its notification now looks like a duplicate
        if ((problems.Count > 0 || isDuplicate) && await handler.IsLoggedAsync(draftId, ct)) { return await GoneAsync(draftId, ct); }
        if (problems.Count > 0) { return await CheckPageAsync(draftId, draft, problems, logAnyway, ct); }
        if (isDuplicate)
        {
            ModelState.AddModelError("LogAnyway", "Tick the box if this is not the same request, or discard this draft");
            return await CheckPageAsync(draftId, draft, problems, logAnyway, ct);
        }
        if (DraftChecks.SourceDoubt(draft) is not null && !sourceIsRight)
        {
            ModelState.AddModelError("SourceIsRight", "Tick the box if who made the request is right, or change it");
            return await CheckPageAsync(draftId, draft, problems, logAnyway, ct);
        }
        return this.Answer(await handler.HandleAsync(draftId, ct), () => LocalRedirect(Addresses.AssessmentsLogDraftDone(draftId)));
    }

    /// <summary>The confirmation, which can be reloaded at its own address.</summary>
    [HttpGet(Addresses.AssessmentsLog + "/{draftId:guid}/done"), Allow(Permission.LogNotification)]
    public async Task<IActionResult> Done(Guid draftId, CancellationToken ct) =>
        await logged.FindAsync(draftId, ct) is { } page ? View(page) : NotFound();

    private async Task<IActionResult> CheckPageAsync(Guid draftId, NotificationDraft draft, IReadOnlyList<DraftProblem> problems, bool logAnyway, CancellationToken ct)
    {
        var child = DraftMapping.Child(draft);
        var known = child.DateOfBirth != default && child.LegalSurname.Length > 0;
        (await PageAsync(draftId, draft, ct)).Put(ViewData, Addresses.AssessmentsLogDraft(draftId));
        return View("Check", new CheckPage
        {
            Child = child,
            Problems = problems,
            Duplicates = known ? await duplicates.FindAsync(checks.AuthorityOf(draft), child, draft.Request.Received.Value, ct) : [],
            IsKnownElsewhere = known && await elsewhere.IsKnownAsync(checks.AuthorityOf(draft), child, draft.Request.Received.Value, ct),
            LogAnyway = logAnyway,
            OfAnother = await OfAnotherAsync(draft, child, ct),
            SourceDoubt = problems.Count == 0 ? DraftChecks.SourceDoubt(draft) : null,
        });
    }

    private async Task<Dictionary<string, string>> OfAnotherAsync(NotificationDraft draft, ChildOrYoungPerson child, CancellationToken ct)
    {
        var named = await others.WordsAsync(WhoseCase.Of(child), draft.Documents.ConvertAll(d => Mentions.Read(d.Stored.Mentions)), ct);
        var withdrawn = await sameFiles.WithdrawnWordsAsync(WhoseCase.Of(child), draft.Documents.ConvertAll(d => d.Stored.Sha256), ct);
        return draft.Documents.Zip(withdrawn.Zip(named, (w, n) => w ?? n)).Where(d => d.Second is not null).ToDictionary(d => d.First.Stored.StorageKey, d => d.Second!);
    }

    private async Task<DraftPage> PageAsync(Guid draftId, NotificationDraft draft, CancellationToken ct) =>
        new(draftId, draft, await people.OfAsync(draft.Professionals, ct), await schools.MatchAsync(draft.Setting, ct), await boards.OwnAsync(ct), clock.Today) { Authorities = await arrivals.AuthoritiesAsync(ct) };

    /// <summary>Answers when this person has no such draft: it was logged already, or belongs to another person.</summary>
    private async Task<IActionResult> GoneAsync(Guid draftId, CancellationToken ct)
    {
        if (await handler.ReferenceAsync(draftId, ct) is not { } reference) { return NotFound(); }
        if (Request.Headers.ContainsKey("x-autosave") || Request.Headers.ContainsKey("x-redraw")) { return StatusCode(StatusCodes.Status410Gone); }
        // what was typed in another window since is not in the case
        return this.HasTyped() ? this.Instead(ErrorPages.ForLogged(reference)) : LocalRedirect(Addresses.AssessmentsLogDraftDone(draftId));
    }
}

/// <summary>The page that offers to go on with a draft.</summary>
public sealed record StartPage(IReadOnlyList<SavedDraft> Drafts, IReadOnlyList<LeftDraft> Left, bool MayImport, bool IsByHealth);

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

    /// <summary>That who asked does not fit the age, or null.</summary>
    public string? SourceDoubt { get; init; }

    /// <summary>What a file says of another child, by its key in the store.</summary>
    public IReadOnlyDictionary<string, string> OfAnother { get; init; } = new Dictionary<string, string>();

    /// <summary>Whether the box was ticked.</summary>
    public bool LogAnyway { get; init; }
}
