using DcoPortal.Casework.Assessments;

namespace DcoPortal.Web.Parts.Dashboard;

/// <summary>Open requests of one provider, service and authority, by box.</summary>
internal sealed record OpenCell(Guid Provider, Guid Service, Guid Authority, int ToSend, int WithProfessionals, int DueSoon, int Overdue, int PastTarget, int NoDate, int ToCheck,
    DateTime? OldestPrepared, DateOnly? OldestDue, DateOnly? OldestTarget, DateOnly? OldestAnswer);

/// <summary>Requests that ended, ever and in this quarter.</summary>
internal sealed record EndedCount(int Returned, int ReturnedInQuarter, int Closed, int ClosedInQuarter);

/// <summary>Open assessments of one authority against the marks.</summary>
internal sealed record MarkCell(Guid Authority, int Open, int Undecided, int DecisionOverdue, int PastWeek16, int PlanOverdue);

/// <summary>The dashboard's queries: grouped counts, never a row. Each begins at an index of the scope's own column.</summary>
internal sealed class Counting(PortalDb db)
{
    public async Task<IReadOnlyList<OpenCell>> OpenAsync(DashboardFilters filters, DateOnly today, CancellationToken ct)
    {
        var light = TrafficLight.On(today);
        var (toSend, onTrack, dueSoon) = (light.In(RequestBox.ToSend), light.In(RequestBox.WithProfessionals), light.In(RequestBox.DueSoon));
        var (overdue, pastTarget, noDate, toCheck) = (light.In(RequestBox.Overdue), light.In(RequestBox.PastTarget), light.In(RequestBox.NoDate), light.In(RequestBox.ToCheck));
        return await Requests(filters).Open()
            .GroupBy(r => new { r.ProviderId, r.ServiceId, r.LocalAuthorityId })
            .Select(g => new OpenCell(g.Key.ProviderId, g.Key.ServiceId, g.Key.LocalAuthorityId,
                g.AsQueryable().Count(toSend),
                g.AsQueryable().Count(onTrack),
                g.AsQueryable().Count(dueSoon),
                g.AsQueryable().Count(overdue),
                g.AsQueryable().Count(pastTarget),
                g.AsQueryable().Count(noDate),
                g.AsQueryable().Count(toCheck),
                g.Min(r => r.Stage == RequestStage.ToSend || r.Stage == RequestStage.GivenBack ? (DateTime?)r.PreparedUtc : null),
                g.Min(r => r.Stage == RequestStage.WithService && r.Kind == AdviceKind.Statutory ? (DateOnly?)r.DueOn : null),
                g.Min(r => r.Stage == RequestStage.WithService && r.Kind == AdviceKind.EarlyInformation ? (DateOnly?)r.DueOn : null),
                g.Min(r => r.SubmittedOn)))
            .ToListAsync(ct);
    }

    public async Task<EndedCount> EndedAsync(DashboardFilters filters, DateOnly quarter, CancellationToken ct)
    {
        var since = UkClock.StartOf(quarter);
        var ended = Requests(filters);
        // plain counts stay within one index; one grouped count would read and sort ten years of rows
        return new(await ended.CountAsync(r => r.EndedUtc != null && r.Stage == RequestStage.Returned, ct), await ended.CountAsync(r => r.EndedUtc >= since && r.Stage == RequestStage.Returned, ct), await ended.CountAsync(r => r.EndedUtc != null && r.Stage == RequestStage.Closed, ct), await ended.CountAsync(r => r.EndedUtc >= since && r.Stage == RequestStage.Closed, ct));
    }

    public async Task<IReadOnlyList<MarkCell>> MarksAsync(Guid? authority, DateOnly today, CancellationToken ct) =>
        await Assessments(authority).In(AssessmentMark.Open, db, today).GroupBy(a => a.LocalAuthorityId)
            .Select(g => new MarkCell(g.Key, g.Count(), g.Count(a => a.Decision == null), g.Count(a => a.Decision == null && a.DecisionDueOn < today),
                g.Count(a => a.Decision == AssessmentDecision.Assess && a.PlanNeededOn == null && a.NoPlanDueOn < today), g.Count(a => a.FinalPlanDueOn < today)))
            .ToListAsync(ct);

    public async Task<IReadOnlyDictionary<Guid, int>> HealthLateAsync(Guid? authority, DateOnly today, CancellationToken ct) =>
        await Assessments(authority).In(AssessmentMark.HealthLate, db, today).GroupBy(a => a.LocalAuthorityId)
            .Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);

    private IQueryable<AdviceRequest> Requests(DashboardFilters filters)
    {
        var found = db.AdviceRequests.AsNoTracking();
        if (filters.Authority is { } authority) { found = found.Where(r => r.LocalAuthorityId == authority); }
        if (filters.Provider is { } provider) { found = found.Where(r => r.ProviderId == provider); }
        if (filters.Service is { } service) { found = found.Where(r => r.ServiceId == service); }
        return found;
    }

    private IQueryable<Assessment> Assessments(Guid? authority) =>
        authority is { } id ? db.Assessments.AsNoTracking().Where(a => a.LocalAuthorityId == id) : db.Assessments.AsNoTracking();
}
