using DcoPortal.Casework.Jobs;

namespace DcoPortal.Casework.Digests;

/// <summary>
/// One email a week to each service lead with the figures of their services as they are when it goes; none where nothing waits.
/// It goes on Monday at half past seven, or on Tuesday or Wednesday when no portal ran before; later it would be stale.
/// </summary>
internal sealed class ServiceLeadWeeklyJob(IServiceScopeFactory scopes, PortalDbFactory dbs, UkClock clock) : IScheduledJob
{
    public string Name => "service-lead-weekly";

    public string Title => "Weekly email to service leads";

    public string Counts => "email";

    // the job's day is always the Monday, so that it runs once a week on whichever of the three days
    public DateOnly? DayDue(DateTime london) => london.TimeOfDay >= JobSetup.Morning && london.DayOfWeek is DayOfWeek.Monday or DayOfWeek.Tuesday or DayOfWeek.Wednesday
        ? Mondays.Of(DateOnly.FromDateTime(london)) : null;

    public async Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct)
    {
        // background work sees every board's leads
        await using var db = dbs.Create(AccessScope.System);
        var leads = await db.Users.AsNoTracking().Where(u => u.Role == Role.ServiceLead && u.DisabledUtc == null && u.Email != null).OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.Email, u.IcbId, Services = db.UserServices.Where(s => s.UserId == u.Id).Select(s => s.ServiceId).ToList() }).ToListAsync(ct);
        var (overdue, dueSoon) = (clock.Light.In(RequestBox.Overdue), clock.Light.In(RequestBox.DueSoon));
        // one query for all services, whatever the number of leads
        var figures = await db.AdviceRequests.AsNoTracking().Outstanding()
            .GroupBy(r => r.ServiceId)
            .Select(g => new
            {
                g.Key,
                Open = g.Count(),
                Overdue = g.AsQueryable().Count(overdue),
                DueSoon = g.AsQueryable().Count(dueSoon),
                Unassigned = g.Count(r => r.ProfessionalId == null),
            }).ToDictionaryAsync(g => g.Key, ct);
        var items = new JobItems(lease);
        foreach (var lead in leads)
        {
            var own = lead.Services.Where(figures.ContainsKey).Select(s => figures[s]).ToList();
            if (own.Count == 0) { continue; }
            var values = new Dictionary<string, string>
            {
                ["count"] = Text(own.Sum(f => f.Open)),
                ["overdue-count"] = Text(own.Sum(f => f.Overdue)),
                ["due-soon-days"] = Text(TrafficLight.DueSoonDays),
                ["due-soon-count"] = Text(own.Sum(f => f.DueSoon)),
                ["unassigned-count"] = Text(own.Sum(f => f.Unassigned)),
            };
            await items.DoAsync(() => OneEmail.QueueAsync(scopes, (_, emails) =>
            {
                emails.WeekOfLead((lead.Id, lead.Email!, lead.IcbId), values, day);
                return Task.CompletedTask;
            }, ct), ct);
        }

        return items.Finish();
    }

    private static string Text(int count) => count.ToString("N0", UkText.Culture);
}
