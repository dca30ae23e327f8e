using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Features.Home.Worklist;

/// <summary>A record that the person opened: the child, and where to open it again.</summary>
public sealed record OpenedRecord(ChildLine Child, string Href);

/// <summary>The records that the person opened last, by the read log, of those that they may still see.</summary>
public sealed class OpenedQuery(PortalDb db, UkClock clock, CurrentPerson person)
{
    private const int Most = 5;
    private const int Looked = 60;
    private const int Days = 30;

    /// <summary>The latest first, each child once.</summary>
    public async Task<IReadOnlyList<OpenedRecord>> LastAsync(CancellationToken ct)
    {
        var (me, since, byRequest) = (db.Scope.UserId, clock.UtcNow.AddDays(-Days), !person.May(Permission.ViewAssessments));
        // a clinician opens requests, everybody else assessments; the scope of both leaves out what was passed on
        var rows = await (
            from e in db.AuditEntries.AsNoTracking()
            where e.UserId == me && e.AtUtc >= since && e.IsRead && e.AssessmentId != null && (!byRequest || db.AdviceRequests.Any(r => r.Id == e.AdviceRequestId))
            join a in db.Assessments on e.AssessmentId equals a.Id
            orderby e.AtUtc descending, e.Id descending
            select new { e.AdviceRequestId, a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name }).Take(Looked).ToListAsync(ct);
        return [.. rows.DistinctBy(a => a.Reference).Take(Most).Select(a => new OpenedRecord(
            ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference),
            byRequest ? Addresses.AdviceRequest(a.AdviceRequestId!.Value) : Addresses.Assessment(a.Reference)))];
    }
}
