using DcoPortal.Domain.Access;
using DcoPortal.Domain.Advice;
using DcoPortal.Web.Data;
using DcoPortal.Web.Platform.Access;
using DcoPortal.Web.Platform.Emails;
using DcoPortal.Web.Platform.Jobs;
using DcoPortal.Web.Platform.Ui;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Web.Features.Emails.Digests;

/// <summary>One email to each service lead on Monday at half past seven, with the figures of their services; none where nothing waits.</summary>
internal sealed class ServiceLeadWeeklyJob(IServiceScopeFactory scopes, PortalDbFactory dbs) : IScheduledJob
{
    public string Name => "service-lead-weekly";

    public string Title => "Weekly email to service leads";

    public DateOnly? DayDue(DateTime london) => london.TimeOfDay >= JobSetup.Morning && london.DayOfWeek == DayOfWeek.Monday ? DateOnly.FromDateTime(london) : null;

    public async Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct)
    {
        // background work sees every board's leads
        await using var db = dbs.Create(AccessScope.System);
        var leads = await db.Users.AsNoTracking().Where(u => u.Role == Role.ServiceLead && u.DisabledUtc == null && u.Email != null).OrderBy(u => u.Id)
            .Select(u => new { u.Id, u.Email, u.IcbId, Services = db.UserServices.Where(s => s.UserId == u.Id).Select(s => s.ServiceId).ToList() }).ToListAsync(ct);
        var soon = day.AddDays(RequestBoxes.DueSoonDays);
        // one query for all services, whatever the number of leads
        var figures = await db.AdviceRequests.AsNoTracking()
            .Where(r => r.SentUtc != null && r.SubmittedUtc == null && r.ReturnedUtc == null && r.ClosedUtc == null)
            .GroupBy(r => r.ServiceId)
            .Select(g => new
            {
                g.Key,
                Open = g.Count(),
                Overdue = g.Count(r => r.Kind == AdviceKind.Statutory && r.DueOn < day),
                DueSoon = g.Count(r => r.DueOn >= day && r.DueOn <= soon),
                Unassigned = g.Count(r => r.ProfessionalId == null),
            }).ToDictionaryAsync(g => g.Key, ct);
        var items = new JobItems(lease);
        foreach (var lead in leads)
        {
            var own = lead.Services.Where(figures.ContainsKey).Select(s => figures[s]).ToList();
            if (own.Count == 0) { continue; }
            await items.DoAsync(() => TellAsync(lead.Id, lead.Email!, lead.IcbId, day, new Dictionary<string, string>
            {
                ["count"] = Text(own.Sum(f => f.Open)),
                ["overdue-count"] = Text(own.Sum(f => f.Overdue)),
                ["due-soon-count"] = Text(own.Sum(f => f.DueSoon)),
                ["unassigned-count"] = Text(own.Sum(f => f.Unassigned)),
            }, ct), ct);
        }

        return items.Finish();
    }

    private async Task<int> TellAsync(Guid userId, string to, Guid icbId, DateOnly day, Dictionary<string, string> values, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        var db = scope.ServiceProvider.GetRequiredService<PortalDb>();
        scope.ServiceProvider.GetRequiredService<Outbox>().Queue("service-lead-weekly", to, $"service-lead-weekly:{userId:N}:{day:yyyyMMdd}", "/", values, null, icbId: icbId);
        try { await db.SaveChangesAsync(ct); }
        // another portal has told them
        catch (DbUpdateException e) when (e.IsDuplicate()) { return 0; }
        return 1;
    }

    private static string Text(int count) => count.ToString("N0", UkText.Culture);
}
