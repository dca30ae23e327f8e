using DcoPortal.Casework.Requests;
using Microsoft.AspNetCore.Identity;

namespace DcoPortal.Casework.Accounts;

/// <summary>Changes the services that an account works in, as when its holder moves. Whom families exclude is looked at anew for what they open by now.</summary>
public sealed class ChangeServicesHandler(PortalDb db, Change change, UserManager<PortalUser> users, AuditTrail audit, DoubtsAnew doubts)
{
    /// <summary>Changes them; the person's sessions end with their next request.</summary>
    /// <param name="id">The account.</param>
    /// <param name="serviceIds">All the services it works in from now on.</param>
    /// <param name="seen">Those that the person saw.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>Not found for an account that works in no service by its role.</returns>
    public Task<Outcome> HandleAsync(Guid id, IReadOnlyList<Guid> serviceIds, IReadOnlyCollection<Guid> seen, CancellationToken ct) => change.MakeAsync(async () =>
    {
        if (await users.FindByIdAsync(id.ToString()) is not { Role: Role.Clinician or Role.ServiceLead } user) { return Outcome.NotFound; }
        var before = await db.UserServices.Where(s => s.UserId == id).ToListAsync(ct);
        if (before.Select(s => s.ServiceId).ToHashSet().SetEquals(serviceIds)) { return Outcome.Already; }
        if (!before.Select(s => s.ServiceId).ToHashSet().SetEquals(seen)) { return Outcome.ChangedMeanwhile; }
        var (services, problem) = await AccountServices.ChosenAsync(db, serviceIds, ct);
        if (problem is null && await db.Professionals.AsNoTracking().SingleOrDefaultAsync(p => p.Id == user.ProfessionalId, ct) is { IsActive: true } entry) { problem = AccountServices.ProblemOf(entry, services); }
        if (problem is not null) { return Outcome.Refused(problem, "ServiceIds"); }
        var was = before.ConvertAll(s => ServiceReader.Of(user, s.ServiceId));
        await MoveAsync(user, before, services, ct);
        if (user.DisabledUtc is null) { await doubts.OfReaderAsync(services.ConvertAll(s => ServiceReader.Of(user, s.Id)), was, ct); }
        // the new stamp renews what the session may see, on every instance
        return (await users.UpdateSecurityStampAsync(user)).Succeeded ? Outcome.Done : Outcome.ChangedMeanwhile;
    }, ct);

    private async Task MoveAsync(PortalUser user, List<UserService> before, List<HealthService> services, CancellationToken ct)
    {
        var (had, now) = (before.ConvertAll(s => s.ServiceId), services.ConvertAll(s => s.Id));
        var names = await db.Services.Where(s => had.Contains(s.Id)).OrderBy(s => s.DistinctName).Select(s => s.DistinctName).ToListAsync(ct);
        db.UserServices.RemoveRange(before.Where(s => !now.Contains(s.ServiceId)));
        db.UserServices.AddRange(now.Except(had).Select(s => new UserService { UserId = user.Id, ServiceId = s }));
        user.ProviderId = services[0].ProviderId;
        user.OrganisationName = await db.Providers.Where(p => p.Id == user.ProviderId).Select(p => p.Name).SingleAsync(ct);
        audit.Record(new AccountServicesChanged(user.Id, string.Join("; ", names), string.Join("; ", services.Select(s => s.DistinctName))));
    }
}
