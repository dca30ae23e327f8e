using DcoPortal.Domain.Notes;

namespace DcoPortal.Casework.Notes;

/// <summary>The notes of a case that the person reads, the latest first.</summary>
/// <param name="Shown">The first of them.</param>
/// <param name="Total">How many there are.</param>
public sealed record NotesOfCase(IReadOnlyList<CaseNote> Shown, int Total);

/// <summary>Reads notes under the person's scope: their own and their team's.</summary>
public sealed class NotesQuery(PortalDb db, UkClock clock)
{
    /// <summary>The latest notes of a case.</summary>
    public async Task<NotesOfCase> OfAsync(Guid assessmentId, int skip, int most, CancellationToken ct)
    {
        var all = db.Notes.AsNoTracking().Where(n => n.AssessmentId == assessmentId);
        var total = await all.CountAsync(ct);
        return new(total == 0 ? [] : await all.OrderByDescending(n => n.WrittenUtc).ThenByDescending(n => n.Id).Skip(skip).Take(most).ToListAsync(ct), total);
    }

    /// <summary>Reminders whose day has come and that nobody has ticked.</summary>
    public IQueryable<CaseNote> Due() => db.Notes.AsNoTracking().Where(n => n.RemindOn != null && n.RemindOn <= clock.Today && n.DoneUtc == null);
}
