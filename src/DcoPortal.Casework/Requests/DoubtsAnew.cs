using System.Linq.Expressions;
using DcoPortal.Casework.Assessments;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>
/// Somebody opens what a service gets by now, or is called otherwise, or the service is: what families wish counts anew for its requests,
/// in the caller's save. The DCO service stops or keeps those that it may mean, and is told. Whoever changed the account or the directory
/// sees none of them.
/// </summary>
public sealed class DoubtsAnew(PortalDb db, PortalDbFactory databases, AuditTrail audit, AssessmentEmails emails, UkClock clock)
{
    /// <summary>Looks at what a person opens by now.</summary>
    /// <param name="now">The person, once for each service.</param>
    /// <param name="was">The same person as they were; what was decided of them then stays decided. Empty for somebody new.</param>
    /// <param name="ct">Cancels.</param>
    public async Task OfReaderAsync(IReadOnlyCollection<ServiceReader> now, IReadOnlyCollection<ServiceReader> was, CancellationToken ct)
    {
        if (now.Count == 0) { return; }
        var (services, holders) = (now.Select(n => n.ServiceId).ToList(), now.Select(n => n.ProfessionalId).OfType<Guid>().Distinct().ToList());
        var formerly = holders.Count == 0 ? [] : await db.Professionals.AsNoTracking().Where(p => holders.Contains(p.Id)).ToDictionaryAsync(p => p.Id, p => p.FormerNames, ct);
        (now, was) = ([.. now.Select(n => Formerly(n, formerly))], [.. was.Select(w => Formerly(w, formerly))]);
        await LookAsync(r => services.Contains(r.ServiceId) || (r.ProfessionalId != null && holders.Contains(r.ProfessionalId.Value)),
            seen => IsMeant(seen, was) ? null : now.FirstOrDefault(n => IsMeant(seen, [n]))?.Name, ct);
    }

    /// <summary>Looks at what services have that are called otherwise by now.</summary>
    /// <param name="services">Each of them, as it was called and as it is.</param>
    /// <param name="ct">Cancels.</param>
    public Task OfServicesAsync(IReadOnlyDictionary<Guid, (ServiceCalled Was, ServiceCalled Now)> services, CancellationToken ct)
    {
        var ids = services.Where(s => s.Value.Was != s.Value.Now).Select(s => s.Key).ToList();
        return ids.Count == 0 ? Task.CompletedTask : LookAsync(r => ids.Contains(r.ServiceId), seen => services[seen.ServiceId] is var (was, now)
            && SharingWishes.MayMeanService(seen.Wish, now) && !SharingWishes.MayMeanService(seen.Wish, was) ? $"{now.Name}, {now.ShortProvider}" : null, ct);
    }

    /// <summary>Looks at what services have of other cases of a child whose family excludes somebody on this one by now: whoever records it may not see those cases.</summary>
    /// <param name="assessment">The case, with the wish as it is saved now.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="linkedNow">A case that the caller's save links with it, or null.</param>
    public async Task OfOtherCasesAsync(Assessment assessment, CancellationToken ct, Guid? linkedNow = null)
    {
        ArgumentNullException.ThrowIfNull(assessment);
        if (string.IsNullOrWhiteSpace(assessment.Family.DoNotShareWith)) { return; }
        await using var board = databases.Create(WishesInForce.Of(assessment.IcbId));
        var query = new LinkedWishesQuery(board);
        var cases = await query.WhereItCountsAsync(assessment, linkedNow, ct);
        // where it counted before somebody linked the two, what was decided stays decided
        if (linkedNow is not null && cases.Count > 0) { cases = [.. cases.Except(await query.WhereItCountsAsync(assessment, null, ct))]; }
        if (cases.Count == 0) { return; }
        var doubts = SharingWishes.Doubts(assessment.Family.DoNotShareWith, await AskableDirectoryQuery.OfBoardAsync(board, assessment.IcbId, ct), clock.Today);
        var requests = (await board.AdviceRequests.AsNoTracking().SeenByService().Where(r => cases.Contains(r.AssessmentId) && r.SharingDoubtUtc == null).OrderBy(r => r.Id).ToListAsync(ct)).FindAll(r => doubts(r));
        await DoubtAsync(board, requests, _ => $"By the wish that {assessment.Reference} has", ct);
    }

    private static bool IsMeant(Seen seen, IEnumerable<ServiceReader> readers) => readers.Any(r => Opens(r, seen) && SharingWishes.MayMeanPerson(seen.Wish, r.Called));

    // an account has its present name alone
    private static ServiceReader Formerly(ServiceReader reader, Dictionary<Guid, string> formerly) =>
        reader.FormerNames.Length == 0 && reader.ProfessionalId is { } id && formerly.TryGetValue(id, out var names) ? reader with { FormerNames = names } : reader;

    private static bool Opens(ServiceReader reader, Seen seen) => (reader.ServiceId == seen.ServiceId && (reader.SeesAll || seen.ProfessionalId is null))
        || (seen.ProfessionalId is not null && reader.ProfessionalId == seen.ProfessionalId);

    private async Task LookAsync(Expression<Func<AdviceRequest, bool>> which, Func<Seen, string?> meant, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var seen = await (
            from r in all.AdviceRequests.SeenByService().Where(which)
            join a in all.Assessments on r.AssessmentId equals a.Id
            where r.SharingDoubtUtc == null && a.Family.DoNotShareWith != null
            select new Seen(r.Id, r.ServiceId, r.ProfessionalId, a.Family.DoNotShareWith)).ToListAsync(ct);
        var who = seen.Select(s => (s.Id, Who: meant(s))).Where(s => s.Who is not null).ToDictionary(s => s.Id, s => s.Who!);
        if (who.Count == 0) { return; }
        List<Guid> ids = [.. who.Keys];
        var requests = await all.AdviceRequests.AsNoTracking().Where(r => ids.Contains(r.Id)).OrderBy(r => r.Id).ToListAsync(ct);
        await DoubtAsync(all, requests, r => who[r.Id], ct);
    }

    private async Task DoubtAsync(PortalDb all, List<AdviceRequest> requests, Func<AdviceRequest, string> because, CancellationToken ct)
    {
        if (requests.Count == 0) { return; }
        foreach (var request in requests)
        {
            // two cases of one save may exclude the same service
            var tracked = db.AdviceRequests.Local.FirstOrDefault(r => r.Id == request.Id) ?? db.Attach(request).Entity;
            if (tracked.SharingDoubtUtc is null) { audit.Record(tracked.DoubtBecauseOf(because(tracked), clock.UtcNow)); }
        }
        await TellAsync(all, requests, ct);
    }

    private async Task TellAsync(PortalDb all, IEnumerable<AdviceRequest> requests, CancellationToken ct)
    {
        var occasion = Guid.CreateVersion7();
        var cases = requests.Select(r => r.Keys).DistinctBy(k => k.AssessmentId).ToList();
        var boards = cases.Select(k => k.IcbId).Distinct().ToList();
        var inboxes = await all.Icbs.Where(i => boards.Contains(i.Id)).ToDictionaryAsync(i => i.Id, i => i.DcoInbox, ct);
        foreach (var one in cases) { emails.WishMayMeanSomebodyNew(one, inboxes[one.IcbId], occasion); }
    }

    private sealed record Seen(Guid Id, Guid ServiceId, Guid? ProfessionalId, string? Wish);
}
