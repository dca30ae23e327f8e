using DcoPortal.Domain.Text;
using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.RequestAdvice;

/// <summary>Fans an assessment out to professionals and services.</summary>
[Area("Advice")]
public sealed class RequestAdviceController(RequestAdviceQuery query, RequestAdviceHandler handler, SendPreparedHandler prepared, CloseGivenBackHandler closing, AskableDirectoryQuery directories, UsualTeams teams, LastDoneQuery done) : Controller
{
    /// <summary>The people and services who could be asked, and those who have been.</summary>
    [HttpGet("/assessments/{reference}/request-advice"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Index(string reference, CancellationToken ct) =>
        await query.LoadAsync(reference, null, ct) is { } page ? View(page) : NotFound();

    /// <summary>Sends the requests, or keeps them to send later.</summary>
    [HttpPost("/assessments/{reference}/request-advice"), Allow(Permission.RequestAdvice)]
    public async Task<IActionResult> Index(string reference, RequestAdviceForm form, CancellationToken ct)
    {
        if (form.Action == RequestAdviceForm.Add) { return await AddedAsync(reference, form, ct); }
        if (form.Team is { } team) { return await WithTeamAsync(reference, form, team, ct); }
        if (form.Action == RequestAdviceForm.Keep) { return await KeptAsync(reference, form, ct); }
        var directory = await directories.LoadAsync(ct);
        Contradictions(form, directory);
        if (!ModelState.IsValid) { return await AgainAsync(reference, form, ct); }
        var outcome = await handler.HandleAsync(new RequestAdviceCommand(reference, Asked(form, directory), form.CoveringNote, form.Action != "later", Named(form, directory), form.Seen, FamilyAsked(form), form.FoundOut, [form.CoveringNoteWas ?? "", .. form.NotesShown]), ct);
        if (outcome.Kind == OutcomeKind.ChangedMeanwhile) { return await OtherTermsAsync(reference, form, ct); }
        if (outcome.Value is { OtherNotes: { Count: > 0 } notes }) { return await OtherNotesAsync(reference, form, notes, ct); }
        if (outcome.Value is { NeedConfirmation.Count: > 0 })
        {
            ModelState.AddModelError(nameof(form.Confirmed), "Nothing was sent. Confirm that you may ask the ones marked, or take their ticks away: the family may not want them to have information");
        }
        if (outcome.Value is { NotFoundOut: { } unclear })
        {
            ModelState.AddModelError(nameof(form.FoundOut), $"Nothing was sent. Read whom the family leaves out, “{unclear}”, find out who that is where you do not know, then tick that it is nobody whom you ask");
        }
        if (!ModelState.IsValid) { return await AgainAsync(reference, form, ct); }
        if (outcome.Value is { NeedReason: { Count: > 0 } need })
        {
            foreach (var (i, item) in form.NotAsked.Index().Where(n => need.Exists(x => n.Item.Ids.Contains(x.InvolvedId))))
            {
                ModelState.AddModelError($"NotAsked[{i}].Reason", $"Nothing was sent. The family asked for {need.Find(x => item.Ids.Contains(x.InvolvedId)).Words}: {(IsAsked(form, item) ? "say why they are not asked themselves" : "ask them, or say why they are not asked")}");
            }
            return await AgainAsync(reference, form, ct);
        }
        if (outcome.Value is { Sent.Count: 0, Prepared.Count: 0, WithoutNote: { Count: > 0 } without })
        {
            ModelState.AddModelError(nameof(form.CoveringNote), $"Nothing was sent, and nobody reads this note: a colleague has asked them already, without it ({string.Join("; ", without)})");
            return await AgainAsync(reference, form, ct);
        }
        return Asked(outcome);
    }

    /// <summary>A request would now be of another kind, or due on another day, than the page showed: nothing is sent, and everything chosen and typed stays.</summary>
    private async Task<IActionResult> OtherTermsAsync(string reference, RequestAdviceForm form, CancellationToken ct)
    {
        // what was confirmed was confirmed of what the page showed
        (form.Seen, form.Confirmed, form.FoundOut) = (null, [], null);
        if (await query.LoadAsync(reference, form, ct) is not { } page) { return NotFound(); }
        ModelState.Clear();
        var last = await done.OfCaseAsync(reference, ct, nameof(DecisionRecorded), nameof(DecisionTakenBack), nameof(DatesCorrected), nameof(OutcomeTakenBack), nameof(SharingWishChanged));
        ModelState.AddModelError(nameof(form.Ask), $"Nothing was sent. {last?.Words ?? "The case changed while this page was open."} A request sent now is for {page.Kind.Label().ToLowerInvariant()}, due by {UkText.LongDate(page.DueOn)}. Look again, then send");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return View("Index", page);
    }

    /// <summary>A colleague has prepared one of them with another note since the page was opened: it is shown, and nothing is written over before it was read.</summary>
    private async Task<IActionResult> OtherNotesAsync(string reference, RequestAdviceForm form, IReadOnlyList<OtherNote> notes, CancellationToken ct)
    {
        List<ColleaguesNote> shown = [];
        foreach (var note in notes) { shown.Add(new(note.Place, note.Note, (await done.OfRequestAsync(note.RequestId, ct, nameof(AdviceRequestPrepared)))?.Words)); }
        ModelState.Clear();
        form.OtherNotes = shown;
        form.NotesShown.AddRange(shown.Select(n => n.Note).Except(form.NotesShown).ToList());
        ModelState.AddModelError(nameof(form.CoveringNote), $"Nothing was sent or saved. {string.Join("; ", shown.Select(n => n.Place).Distinct())}: prepared with another note, which stands below. Write into yours what must stay of it, then press again: yours takes its place");
        Response.StatusCode = StatusCodes.Status409Conflict;
        return await AgainAsync(reference, form, ct);
    }

    /// <summary>Sends one request that was prepared earlier.</summary>
    [HttpPost("/advice-requests/{id:guid}/send"), Allow(Permission.RequestAdvice), SparesTyped("CoveringNote", "TeamName", "NotAsked[].Reason")]
    public async Task<IActionResult> Send(Guid id, RequestAdviceForm form, CancellationToken ct)
    {
        var outcome = await prepared.HandleAsync(id, ct);
        return outcome.Value is { Sent.Count: > 0 } sent && form.HasChoices ? await StillTickedAsync(sent.Reference, form, () => Say(sent), ct) : Asked(outcome);
    }

    /// <summary>Closes a request that was given back, and goes on to ask another service.</summary>
    [HttpPost("/advice-requests/{id:guid}/close-given-back"), Allow(Permission.RequestAdvice), SparesTyped("CoveringNote", "TeamName", "NotAsked[].Reason")]
    public async Task<IActionResult> CloseGivenBack(Guid id, RequestAdviceForm form, CancellationToken ct)
    {
        var outcome = await closing.HandleAsync(id, ct);
        if (outcome.Value is { NeedsReason: true }) { return this.Notice("Nothing was closed yet. The family asked for this advice (regulation 6(1)(h)): say why this service is not asked any more.", Addresses.AdviceRequestClose(id)); }
        if (outcome.Of.Stands && form.HasChoices) { return await StillTickedAsync(outcome.Value!.Reference, form, () => SayClosed(outcome.Value!.AlarmWaits), ct); }
        return this.Answer(outcome.Of, () =>
        {
            SayClosed(outcome.Value!.AlarmWaits);
            return LocalRedirect(Addresses.AssessmentRequestAdvice(outcome.Value.Reference));
        });
    }

    private void SayClosed(bool alarmWaits)
    {
        TempData.Success("The request that was given back is closed. Now choose whom to ask instead. Health’s time runs on from the same day.");
        if (alarmWaits) { TempData.Notice("No other service that answered has advice. If nobody is asked within half an hour, the DCO is told by email and decides."); }
    }

    // what was ticked for others beside this button is not sent with it, and not lost
    private Task<IActionResult> StillTickedAsync(string reference, RequestAdviceForm form, Action say, CancellationToken ct)
    {
        ModelState.Clear();
        form.Seen = null;
        say();
        return AgainAsync(reference, form, ct);
    }

    private IActionResult Asked(Outcome<RequestAdviceResult> outcome) => this.Answer(outcome.Of, () =>
    {
        Say(outcome.Value!);
        return LocalRedirect(Addresses.AssessmentRequestAdvice(outcome.Value!.Reference));
    });

    private async Task<IActionResult> AgainAsync(string reference, RequestAdviceForm form, CancellationToken ct) =>
        await query.LoadAsync(reference, form, ct) is { } page ? View("Index", page) : NotFound();

    /// <summary>The same page with one more ticked, and the box empty for the next.</summary>
    private Task<IActionResult> AddedAsync(string reference, RequestAdviceForm form, CancellationToken ct)
    {
        ModelState.Clear();
        if (form.Another is { Length: > 0 } another)
        {
            form.Ask.Add(another);
            if (form.AnotherForFamily) { form.Family.Add(another); }
        }
        else { ModelState.AddModelError(nameof(form.Another), "Choose a professional or service to add"); }
        (form.Another, form.AnotherForFamily) = (null, false);
        return AgainAsync(reference, form, ct);
    }

    /// <summary>The same page with a team's members ticked too.</summary>
    private async Task<IActionResult> WithTeamAsync(string reference, RequestAdviceForm form, Guid id, CancellationToken ct)
    {
        ModelState.Clear();
        form.Team = null;
        var team = (await teams.ListAsync(ct)).Find(t => t.Id == id);
        if (team is null) { ModelState.AddModelError("", "That team was removed. Nothing else has changed"); }
        else
        {
            var directory = await directories.LoadAsync(ct);
            var gone = team.Tokens.Where(t => directory.Parse(t) is not { } target || !directory.CanBeAsked(target)).ToList();
            form.Ask.AddRange(team.Tokens.Except(gone).Except(form.Ask));
            if (gone.Count > 0) { TempData.Notice($"Not ticked, because by the directory they are no longer asked: {string.Join("; ", gone.Select(t => directory.Parse(t) is { } target ? directory.PlaceOf(target) : "somebody who is no longer in it"))}. Choose whom to ask instead, then keep the ticks as ‘{team.Name}’ again."); }
        }
        return await AgainAsync(reference, form, ct);
    }

    /// <summary>The same page, with what is ticked kept as a team.</summary>
    private async Task<IActionResult> KeptAsync(string reference, RequestAdviceForm form, CancellationToken ct)
    {
        ModelState.Clear();
        var outcome = await teams.KeepAsync(form.TeamName, [.. Asked(form, await directories.LoadAsync(ct)).Select(a => a.Target)], ct);
        if (outcome.Kind == OutcomeKind.Refused) { ModelState.AddModelError(nameof(form.TeamName), outcome.Rule!); }
        else
        {
            TempData.Success($"Kept as the usual team ‘{form.TeamName!.Trim()}’. Nothing was sent.");
            form.TeamName = null;
        }
        return await AgainAsync(reference, form, ct);
    }

    private static List<AskOne> Asked(RequestAdviceForm form, AskableDirectory directory)
    {
        IEnumerable<(string? Token, bool Family)> chosen =
        [
            .. form.Ask.Select(t => (t, false)),
            .. form.Chosen.Select((t, i) => (t, form.ChosenFamily.Contains(i))),
            (form.Another, form.AnotherForFamily),
        ];
        // the same one may be ticked and chosen in somebody's place
        return [.. chosen.Select(c => (Target: directory.Parse(c.Token), c.Family)).Where(c => c.Target is not null).GroupBy(c => c.Target!, c => c.Family)
            .Select(c => new AskOne(c.Key, c.Any(family => family) || form.Family.Contains(c.Key.Token), form.Confirmed.Contains(c.Key.Token)))];
    }

    // what is ticked and what is written must say the same: neither is thrown away
    private void Contradictions(RequestAdviceForm form, AskableDirectory directory)
    {
        foreach (var (i, item) in form.NotAsked.Index().Where(x => x.Item is { IsChanged: true, Token: not null } && x.Item.Reason.ContentOrNull() is not null && IsAsked(form, x.Item)))
        {
            ModelState.AddModelError($"NotAsked[{i}].Reason", $"Nothing was sent. {item.Who(directory) ?? "Somebody"} is ticked, and here is a reason not to ask: take the tick away, or empty this box");
        }
        if (form.AnotherForFamily && string.IsNullOrEmpty(form.Another)) { ModelState.AddModelError(nameof(form.Another), "Nothing was sent. The family asked for this advice: choose whose, or take that tick away"); }
        var named = form.NotAsked.Select(n => n.Token).ToHashSet();
        var asked = Asked(form, directory).Select(a => a.Target.Token).ToHashSet();
        foreach (var target in form.Family.Where(t => !asked.Contains(t) && !named.Contains(t)).Select(directory.Parse).OfType<AskTarget>())
        {
            ModelState.AddModelError(nameof(form.Ask), $"Nothing was sent. The family asked for advice from {directory.PlaceOf(target)}: tick it too. If it is not asked, take that mark off here and name it on the case with “Add a professional or document”, where the mark is kept and you say why");
        }
    }

    private static bool IsAsked(RequestAdviceForm form, NotAskedItem item) =>
        item.Token is { Length: > 0 } token ? form.Ask.Contains(token) : item.Choice is { } choice && !string.IsNullOrEmpty(form.Chosen.ElementAtOrDefault(choice));

    // of those who are asked the request itself keeps it; of somebody in whose place another is asked it does not
    private static List<Guid> FamilyAsked(RequestAdviceForm form) =>
        [.. form.NotAsked.Where(n => (n.Choice is not null || !IsAsked(form, n)) && (n.Token is { Length: > 0 } token ? form.Family.Contains(token) : n.Choice is { } choice && form.ChosenFamily.Contains(choice))).SelectMany(n => n.Ids)];

    private static List<NamedDecision> Named(RequestAdviceForm form, AskableDirectory directory)
    {
        AskTarget? Of(NotAskedItem item) => item switch
        {
            { Token: { Length: > 0 } token } when form.Ask.Contains(token) => directory.Parse(token),
            { Choice: { } choice } => directory.Parse(form.Chosen.ElementAtOrDefault(choice)),
            _ => null,
        };
        return [.. form.NotAsked.Select(i => (Item: i, Target: Of(i))).Where(x => x.Target is not null || x.Item.IsChanged).SelectMany(x => x.Item.Ids, (x, id) => new NamedDecision(id, x.Target, x.Item.Reason.ContentOrNull(), IsInstead: x.Target is not null && x.Item.Choice is not null)).DistinctBy(d => d.InvolvedId)];
    }

    private void Say(RequestAdviceResult result)
    {
        List<string> success = [], notice = [];
        if (result.Sent.Count > 0) { success.Add($"{UkText.Count(result.Sent.Count, "request")} sent, due {UkText.LongDate(result.DueOn)}: {string.Join("; ", result.Sent)}."); }
        if (result.Prepared.Count > 0) { success.Add($"{UkText.Count(result.Prepared.Count, "request")} saved to send later: {string.Join("; ", result.Prepared)}."); }
        if (result.NotAsked > 0) { success.Add($"{UkText.Count(result.NotAsked, "reason")} kept why somebody named is not asked. The authority sees it."); }
        if (result.NeedReason.Count > 0) { notice.Add($"Nothing was sent. {NamedUnasked.Rule(result.NeedReason.Select(n => n.Words))}."); }
        if (result.Unasked.Count > 0) { notice.Add($"The case stays in triage: nobody is asking {string.Join("; ", result.Unasked)}. Choose whom to ask below, or say why they are not asked."); }
        if (result.AlreadySent.Count > 0) { notice.Add($"Already asked, so not asked again{(result.WithoutNote.Count == 0 ? "" : ", and without your covering note")}: {string.Join("; ", result.AlreadySent)}."); }
        if (result.GivenBack.Count > 0) { notice.Add($"Given back earlier, so not asked again: {string.Join("; ", result.GivenBack)}. Send it again or close it first."); }
        if (result.NotAskable.Count > 0) { notice.Add($"No longer in the directory, so not asked: {string.Join("; ", result.NotAskable)}."); }
        if (success.Count > 0) { TempData.Success(string.Join(' ', success)); }
        TempData.Undo(Addresses.UndoSend, result.Undo);
        if (notice.Count > 0) { TempData.Notice(string.Join(' ', notice)); }
        if (success.Count + notice.Count == 0) { TempData.Notice("Nobody was asked: the ones chosen are not in the directory."); }
    }
}
