using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Escalations;

namespace DcoPortal.Web.Features.Advice.Escalate;

/// <summary>The requests ticked on a list that can be escalated, by service: the same number of queries however many they are.</summary>
public sealed class EscalateManyQuery(PortalDb db, AskableDirectoryQuery directories, EscalationPeopleQuery people)
{
    /// <summary>How many can be escalated at once: as many as a page of the list holds.</summary>
    public const int Most = 50;

    /// <summary>The groups, the service with most requests first. Requests that ended, or that nobody has, are left out.</summary>
    public async Task<IReadOnlyList<EscalateManyGroup>> LoadAsync(IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        List<Guid> asked = [.. ids.Distinct().Take(Most)];
        var found = await db.AdviceRequests.AsNoTracking().Outstanding().Where(r => asked.Contains(r.Id)).OrderBy(r => r.DueOn).ThenBy(r => r.Id)
            .Select(r => new { r.Id, r.IcbId, r.AssessmentId, r.AssessmentReference, r.ServiceId, r.DueOn }).ToListAsync(ct);
        if (found.Count == 0) { return []; }
        List<Guid> services = [.. found.Select(r => r.ServiceId).Distinct()], cases = [.. found.Select(r => r.AssessmentId).Distinct()], requests = [.. found.Select(r => r.Id)];
        var directory = await directories.LoadAsync(ct);
        var choices = await people.ForServicesAsync(found[0].IcbId, services, ct);
        var waiting = await db.Escalations.AsNoTracking().Where(e => requests.Contains(e.AdviceRequestId) && e.AnsweredUtc == null && e.WithdrawnUtc == null).Select(e => e.AdviceRequestId).ToHashSetAsync(ct);
        var children = await db.Assessments.Where(a => cases.Contains(a.Id))
            .Select(a => new { a.Id, a.Reference, a.Child.KnownAs, a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, Setting = a.Setting.Name })
            .ToDictionaryAsync(a => a.Id, a => ChildLine.Of(a.KnownAs, a.Forenames, a.LegalSurname, a.DateOfBirth, a.Setting, a.Reference), ct);
        return [.. found.GroupBy(r => r.ServiceId).OrderByDescending(g => g.Count()).ThenBy(g => g.Key)
            .Select(g => new EscalateManyGroup(g.Key, directory.ServiceName(g.Key), choices[g.Key],
                [.. g.Select(r => new EscalateManyRow(r.Id, r.AssessmentReference, children.GetValueOrDefault(r.AssessmentId), r.DueOn, waiting.Contains(r.Id)))]))];
    }
}
