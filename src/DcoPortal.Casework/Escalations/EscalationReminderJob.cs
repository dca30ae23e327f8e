using DcoPortal.Casework.Jobs;

namespace DcoPortal.Casework.Escalations;

/// <summary>On working mornings: one reminder for each escalation that was not answered for 2 working days, each in a save of its own.</summary>
internal sealed class EscalationReminderJob(IServiceScopeFactory scopes, PortalDbFactory dbs) : IScheduledJob
{
    public string Name => "escalation-reminders";

    public string Title => "Reminders of escalations";

    public DateOnly? DayDue(DateTime london) =>
        london.TimeOfDay >= JobSetup.Morning && DateOnly.FromDateTime(london) is var day && EnglandBankHolidays.IsWorkingDay(day) ? day : null;

    public async Task<int> RunAsync(DateOnly day, JobLease lease, CancellationToken ct)
    {
        // background work sees every board's escalations
        await using var db = dbs.Create(AccessScope.System);
        var before = EscalationPatience.RaisedBefore(day);
        var waiting = await EscalationFacts.Of(db, EscalationFacts.Awaited(db, db.Escalations.Where(e => e.RaisedUtc < before))).ToListAsync(ct);
        var items = new JobItems(lease);
        foreach (var facts in waiting.Where(f => f.RemindedUtc is null || f.Reader != EscalationReader.CanAnswer)) { await items.DoAsync(() => RemindAsync(facts.Id, ct), ct); }
        return items.Finish();
    }

    private async Task<int> RemindAsync(Guid id, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        return await scope.ServiceProvider.GetRequiredService<RemindOfEscalationHandler>().HandleAsync(id, ct);
    }
}
