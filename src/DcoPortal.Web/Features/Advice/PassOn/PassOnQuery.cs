using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.PassOn;

/// <summary>Reads the colleagues who could take a request.</summary>
public sealed class PassOnQuery(PortalDb db, UkClock clock, CurrentPerson person)
{
    private const int DoubleClickMinutes = 5;

    /// <summary>The people who work in the service now, except the present holder, each with the days they are away.</summary>
    public async Task<IReadOnlyList<Colleague>> ColleaguesAsync(RequestHead head, CancellationToken ct)
    {
        var people = await db.Professionals.AsNoTracking()
            .Where(p => p.ServiceId == head.Row.ServiceId && p.IsActive && p.Id != head.Row.ProfessionalId)
            .OrderBy(p => p.FullName).ThenBy(p => p.Id).ToListAsync(ct);
        return [.. people.Zip(ToldApart.Names(people.Select(p => (p.FullName, p.Email))), (p, name) => new Colleague(p.Id, name, p.JobTitle, !p.IsAwayOn(clock.Today) ? null
            : p.AwayUntil is { } until ? $"Away until {UkText.LongDate(until)}" : "Away"))];
    }

    /// <summary>The new holder of a request that this person passed on a moment ago, or null.</summary>
    public async Task<(string Reference, string To)?> JustPassedToAsync(Guid id, CancellationToken ct)
    {
        var since = clock.UtcNow.AddMinutes(-DoubleClickMinutes);
        var entry = await db.AuditEntries.AsNoTracking()
            .Where(e => e.AdviceRequestId == id && e.Fact == nameof(RequestPassedOn) && e.UserId == person.Scope.UserId && e.AtUtc >= since)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.AssessmentReference, e.After }).FirstOrDefaultAsync(ct);
        return entry is null ? null : (entry.AssessmentReference ?? "", entry.After ?? "");
    }
}
