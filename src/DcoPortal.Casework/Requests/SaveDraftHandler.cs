using DcoPortal.Casework.Access;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Requests;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Requests;

/// <summary>How saving a draft went.</summary>
public enum DraftOutcome
{
    /// <summary>Saved, or there was nothing new to save.</summary>
    Saved,

    /// <summary>No such request in the person's scope.</summary>
    NotFound,

    /// <summary>It has been answered or closed.</summary>
    Ended,

    /// <summary>A colleague saved since the person opened it.</summary>
    ChangedByOther,
}

/// <summary>The outcome, the draft's version now, and after a conflict who saved and what.</summary>
public sealed record DraftSaved(DraftOutcome Outcome, Guid Version = default, string? OtherName = null, DateTime? OtherSavedUtc = null, AdviceDraft? Theirs = null);

/// <summary>Saves what was written so far. Saving the same text again changes nothing.</summary>
public sealed class SaveDraftHandler(PortalDb db, AuditTrail audit, UkClock clock, CurrentPerson person)
{
    /// <summary>Saves a draft.</summary>
    /// <param name="id">The request.</param>
    /// <param name="draft">All parts; a missing one is cleared.</param>
    /// <param name="seen">The version the person had opened: empty for none yet; null to save over whatever is there.</param>
    public async Task<DraftSaved> HandleAsync(Guid id, AdviceDraft draft, Guid? seen, CancellationToken ct)
    {
        draft = draft.Tidy();
        var request = await db.AdviceRequests.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (request is null) { return new(DraftOutcome.NotFound); }
        if (!request.Stage.IsOutstanding()) { return new(DraftOutcome.Ended); }
        var response = await db.AdviceResponses.SingleOrDefaultAsync(r => r.Id == id, ct);
        if (response is null && draft.IsEmpty) { return new(DraftOutcome.Saved); }
        if (response is not null && AdviceDraft.Of(response).Tidy() == draft) { return new(DraftOutcome.Saved, response.Version); }
        if (response is not null && seen is { } version && version != response.Version && await OtherSaverAsync(id, ct) is { } other)
        {
            return new(DraftOutcome.ChangedByOther, response.Version, other, response.SavedUtc, AdviceDraft.Of(response));
        }
        if (response is null) { db.AdviceResponses.Add(response = new AdviceResponse(request)); }
        draft.CopyTo(response);
        response.SavedUtc = clock.UtcNow;
        audit.Record(new AdviceDraftSaved(request.Keys, id));
        try
        {
            await db.SaveChangesAsync(ct);
        }
        catch (DbUpdateException) when (!ct.IsCancellationRequested)
        {
            // a colleague saved in the same moment: tell, unless the database itself was away
            db.ChangeTracker.Clear();
            var theirs = await db.AdviceResponses.AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
            if (theirs is null || theirs.Version == seen) { throw; }
            return new(DraftOutcome.ChangedByOther, theirs.Version, await OtherSaverAsync(id, ct) ?? person.Actor.Name, theirs.SavedUtc, AdviceDraft.Of(theirs));
        }
        return new(DraftOutcome.Saved, response.Version);
    }

    /// <summary>Who saved last, or null when it was this person: their own autosave is no conflict.</summary>
    private async Task<string?> OtherSaverAsync(Guid id, CancellationToken ct)
    {
        var last = await db.AuditEntries.AsNoTracking().Where(e => e.AdviceRequestId == id && e.Fact == nameof(AdviceDraftSaved))
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.UserId, e.ActorName }).FirstOrDefaultAsync(ct);
        return last is null || last.UserId == person.Scope.UserId ? null : last.ActorName;
    }
}
