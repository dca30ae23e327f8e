namespace DcoPortal.Casework.Requests;

/// <summary>The stored state of a draft.</summary>
/// <param name="Version">The draft's version; empty when there is none.</param>
/// <param name="OtherName">After a conflict: the colleague who saved meanwhile; null when the person did it in another window.</param>
/// <param name="OtherSavedUtc">After a conflict: when that was saved, UTC.</param>
/// <param name="Theirs">After a conflict: what was saved.</param>
public sealed record DraftSaved(Guid Version = default, string? OtherName = null, DateTime? OtherSavedUtc = null, AdviceDraft? Theirs = null);

/// <summary>Saves what was written so far. Saving the same text again changes nothing.</summary>
public sealed class SaveDraftHandler(PortalDb db, Change change, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Saves a draft.</summary>
    /// <param name="id">The request.</param>
    /// <param name="draft">All parts; a missing one is cleared.</param>
    /// <param name="seen">The version the person had opened: empty for none yet; null to save over whatever is there.</param>
    /// <param name="window">The window that shows the draft: it saves over what it saved itself.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile, with what was saved, when a colleague or another window saved since the person opened it; refused when it was answered or closed.</returns>
    public async Task<Outcome<DraftSaved>> HandleAsync(Guid id, AdviceDraft draft, Guid? seen, Guid window, CancellationToken ct)
    {
        draft = draft.Tidy();
        AdviceResponse? kept = null;
        var isFirstLook = true;
        var outcome = await change.MakeAsync<DraftSaved>(async () =>
        {
            var (mayReplace, response) = (isFirstLook, await db.AdviceResponses.SingleOrDefaultAsync(r => r.Id == id, ct));
            isFirstLook = false;
            var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
            if (request is null) { return Outcome.NotFound; }
            if (!request.Stage.IsToAnswer()) { return Outcome.Refused("This request has already been answered or closed. Nothing was changed."); }
            if (response is null && draft.IsEmpty) { return Outcome.Already.With(new DraftSaved()); }
            if (response is not null && AdviceDraft.Of(response).Tidy() == draft) { return Outcome.Already.With(new DraftSaved(response.Version)); }
            if (response is not null && await ConflictAsync(response, seen, window, mayReplace, ct) is { } conflict) { return Outcome.ChangedMeanwhile.With(conflict); }
            if (response is null) { db.AdviceResponses.Add(response = new AdviceResponse(request)); }
            else { await KeepOtherAsync(response, draft, ct); }
            draft.CopyTo(response);
            (response.SavedUtc, response.SavedInWindow) = (clock.UtcNow, window);
            audit.Record(new AdviceDraftSaved(request.Keys, id));
            kept = response;
            return new DraftSaved();
        }, ct);
        // the save gave the draft its new version
        return outcome.Kind == OutcomeKind.Done ? new DraftSaved(kept!.Version) : outcome;
    }

    /// <summary>What a colleague, or another window, saved since the person opened the draft; null when it may be replaced. After a lost race nothing is replaced.</summary>
    private async Task<DraftSaved?> ConflictAsync(AdviceResponse response, Guid? seen, Guid window, bool mayReplace, CancellationToken ct)
    {
        if (mayReplace && (seen is null || seen == response.Version || (window != Guid.Empty && window == response.SavedInWindow))) { return null; }
        return new DraftSaved(response.Version, (await OtherSaverAsync(response.Id, ct))?.Name, response.SavedUtc, AdviceDraft.Of(response));
    }

    // what the portal laid there itself stands elsewhere; of a colleague's words nothing is lost when somebody writes over them
    private async Task KeepOtherAsync(AdviceResponse response, AdviceDraft draft, CancellationToken ct)
    {
        var was = AdviceDraft.Of(response).Tidy();
        if (was.IsEmpty || response.SavedInWindow == Guid.Empty || await OtherSaverAsync(response.Id, ct) is not { } other) { return; }
        var theirs = was.By(other.UserId, other.Name, response.SavedUtc);
        if (!theirs.IsIn(draft)) { response.Keep(theirs); }
    }

    /// <summary>The colleague who saved last, or null when it was the signed-in person.</summary>
    private async Task<(Guid UserId, string Name)?> OtherSaverAsync(Guid id, CancellationToken ct)
    {
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == id && e.Fact == nameof(AdviceDraftSaved))
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.UserId, e.ActorName }).FirstOrDefaultAsync(ct);
        return last?.UserId is not { } user || user == person.Scope.UserId ? null : (user, last.ActorName);
    }
}
