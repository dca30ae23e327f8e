using DcoPortal.Web.Parts.Requests;

namespace DcoPortal.Web.Features.Advice.PassOn;

/// <summary>Reads the colleagues who could take a request.</summary>
public sealed class PassOnQuery(PortalDb db, CannotSignInQuery gone, UkClock clock, CurrentPerson person)
{
    private const int DoubleClickMinutes = 5;

    /// <summary>The people who work in the service now, except the present holder, each with the days they are away; and the names of those who could not open the request.</summary>
    public async Task<(IReadOnlyList<Colleague> Colleagues, IReadOnlyList<string> CannotOpen)> ColleaguesAsync(RequestHead head, CancellationToken ct)
    {
        var people = await db.Professionals.AsNoTracking()
            .Where(p => p.ServiceId == head.Row.ServiceId && p.IsActive && p.Id != head.Row.ProfessionalId)
            .OrderBy(p => p.FullName).ThenBy(p => p.Id).ToListAsync(ct);
        var cannot = people.Count == 0 ? null : await gone.OfBoardAsync(ct);
        var unable = people.FindAll(p => cannot!.ContainsKey(p.Id));
        people = [.. people.Except(unable)];
        return ([.. people.Zip(ToldApart.Names(people.Select(p => (p.FullName, p.Email))), (p, name) => new Colleague(p.Id, name, p.JobTitle, !p.IsAwayOn(clock.Today) ? null
            : p.AwayUntil is { } until ? $"Away until {UkText.LongDate(until)}" : "Away"))], unable.ConvertAll(p => p.FullName));
    }

    /// <summary>The new holder of a request that this person passed on a moment ago, with the reason given; or null.</summary>
    public async Task<(string Reference, string To, string? Reason)?> JustPassedToAsync(Guid id, CancellationToken ct)
    {
        var since = clock.UtcNow.AddMinutes(-DoubleClickMinutes);
        var entry = await db.AuditEntries.AsNoTracking()
            .Where(e => e.AdviceRequestId == id && e.Fact == nameof(RequestPassedOn) && e.UserId == person.Scope.UserId && e.AtUtc >= since)
            .OrderByDescending(e => e.AtUtc).ThenByDescending(e => e.Id).Select(e => new { e.AssessmentReference, e.After, e.Reason }).FirstOrDefaultAsync(ct);
        return entry is null ? null : (entry.AssessmentReference ?? "", entry.After ?? "", entry.Reason);
    }
}
