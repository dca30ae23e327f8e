using DcoPortal.Casework.Questions;
using DcoPortal.Domain.Notes;

namespace DcoPortal.Casework.Notes;

/// <summary>Writes, changes and deletes notes, and ticks their reminders. A form sent twice works once.</summary>
public sealed class NotesHandler(PortalDb db, Change change, AuditTrail audit, CurrentPerson person, UkClock clock)
{
    /// <summary>Writes a note on a case.</summary>
    public Task<Outcome> WriteAsync(string reference, Guid key, NoteContent content, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var keys = await db.Assessments.Where(a => a.Reference == reference).Select(a => new CaseKeys(a.Id, a.Reference, a.LocalAuthorityId, a.IcbId)).SingleOrDefaultAsync(ct);
        if (keys is null) { return Outcome.NotFound; }
        if (await db.Notes.SingleOrDefaultAsync(n => n.Id == key, ct) is { } written)
        {
            // the writer's own note, with its words changed since the first send
            if (written.Change(person.Scope.UserId, content, clock.UtcNow) is not { } changed) { return Outcome.Already; }
            audit.Record(changed);
            return Outcome.Done;
        }
        var side = QuestionSides.Of(person);
        db.Notes.Add(new CaseNote(key, keys, side, new(person.Scope.UserId, person.Actor.Name), content, clock.UtcNow));
        audit.Record(new NoteWritten(keys, side, content.IsForTeam));
        return Outcome.Done;
    }, ct);

    /// <summary>Changes a note.</summary>
    /// <param name="id">The note.</param>
    /// <param name="content">What it is to say.</param>
    /// <param name="seen">The note as the person saw it.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Changed meanwhile when another window has; refused for everybody but the writer.</returns>
    public Task<Outcome> ChangeAsync(Guid id, NoteContent content, Guid seen, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Notes.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } note) { return Outcome.NotFound; }
        var version = note.Version;
        if (note.Change(person.Scope.UserId, content, clock.UtcNow) is not { } fact) { return Outcome.Already; }
        if (version != seen) { return Outcome.ChangedMeanwhile; }
        audit.Record(fact);
        return Outcome.Done;
    }, ct);

    /// <summary>Ticks a reminder.</summary>
    public Task<Outcome> DoneAsync(Guid id, CancellationToken ct) => OnAsync(id, n => n.Done(person.Actor.Name, clock.UtcNow), ct);

    /// <summary>Deletes a note for good.</summary>
    /// <returns>Refused for everybody but the writer.</returns>
    public Task<Outcome> DeleteAsync(Guid id, CancellationToken ct) => OnAsync(id, n =>
    {
        var fact = n.Delete(person.Scope.UserId);
        db.Notes.Remove(n);
        return fact;
    }, ct);

    private Task<Outcome> OnAsync(Guid id, Func<CaseNote, AuditFact?> work, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await db.Notes.SingleOrDefaultAsync(n => n.Id == id, ct) is not { } note) { return Outcome.NotFound; }
        if (work(note) is not { } fact) { return Outcome.Already; }
        audit.Record(fact);
        return Outcome.Done;
    }, ct);
}
