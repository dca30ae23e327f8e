using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Identifiers;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Directory;

/// <summary>A service as the directory will keep it; without an id it is a new one. A problem names the property it is about.</summary>
public sealed record ServiceToSave(Guid? Id, string? Name, Guid? ProviderId, string? Town, string? Inbox, string? Phone, int? AgeFrom, int? AgeTo, IReadOnlyList<string> Needs, IReadOnlyList<string> Areas,
    DateOnly? AwayFrom, DateOnly? AwayUntil, Guid? CoverServiceId, bool Closed, Guid Version, IReadOnlyList<string> Forget);

/// <summary>Adds or changes a service, and records the entry before and after. Whom families exclude is looked at anew.</summary>
public sealed class SaveServiceHandler(PortalDb db, AuditTrail audit, DoubtsAnew doubts, PortalDbFactory databases, Change change)
{
    public Task<Outcome> HandleAsync(ServiceToSave form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var provider = await db.Providers.AsNoTracking().SingleOrDefaultAsync(p => p.Id == form.ProviderId, ct);
        if (provider is null) { return Outcome.Refused("Select the provider", nameof(form.ProviderId)); }
        var (name, town) = (form.Name!.Trim(), form.Town?.Trim() ?? "");
        if (await db.Services.AnyAsync(s => s.ProviderId == provider.Id && s.Name == name && s.Town == town && s.Id != form.Id, ct))
        {
            return Outcome.Refused($"{ServicePlace.Of(provider.ShortName, town)} already has a service with this name", nameof(form.Name));
        }
        var service = form.Id is { } id ? await db.Services.SingleOrDefaultAsync(s => s.Id == id, ct) : Add(provider);
        if (service is null) { return Outcome.NotFound; }
        if (await CoverRules.ServiceProblemAsync(db, service, form.CoverServiceId, form.AwayFrom, form.AwayUntil, ofOwnProvider: false, ct) is { } problem)
        {
            return Outcome.Refused(problem, nameof(form.CoverServiceId));
        }
        var before = form.Id is null ? null : Words(service);
        var was = form.Id is null ? null : ServiceCalled.Of(service, await db.Providers.AsNoTracking().SingleAsync(p => p.Id == service.ProviderId, ct));
        service.FormerNames = NamesBefore.Renamed(NamesBefore.Without(service.FormerNames, form.Forget), service.Name, name);
        (service.Name, service.Town) = (name, town);
        if (form.Id is not null && service.ProviderId != provider.Id) { await FollowAsync(service, provider, ct); }
        service.ProviderId = provider.Id;
        service.Inbox = form.Inbox!.Trim();
        service.Phone = form.Phone.BlankToNull();
        service.Areas = form.Areas.Count == 0 ? "" : $"|{string.Join('|', form.Areas)}|";
        service.AgeFrom = form.AgeFrom!.Value;
        service.AgeTo = form.AgeTo!.Value;
        var needs = PrimaryNeeds.All.Select(n => n.Code).Where(c => form.Needs.Contains(c, StringComparer.OrdinalIgnoreCase)).ToList();
        service.UsualNeeds = needs.Count is 0 || needs.Count == PrimaryNeeds.All.Count ? "" : $"|{string.Join('|', needs)}|";
        (service.AwayFrom, service.AwayUntil, service.CoverServiceId) = (form.AwayFrom, form.AwayUntil, form.CoverServiceId);
        service.IsActive = !form.Closed;
        var outcome = audit.RecordEntry("service", service.Id, before, Words(service), service.Version == form.Version);
        if (outcome.Kind == OutcomeKind.Done && was is not null) { await doubts.OfServicesAsync(new Dictionary<Guid, (ServiceCalled, ServiceCalled)> { [service.Id] = (was, ServiceCalled.Of(service, provider)) }, ct); }
        return outcome;
    }, ct);

    // what it has, or is to be sent, and its entries in the directory go with it; what was returned stays with the provider that gave it
    private async Task FollowAsync(HealthService service, Provider provider, CancellationToken ct)
    {
        await using var all = databases.Create(AccessScope.System);
        var names = await all.Providers.AsNoTracking().ToDictionaryAsync(p => p.Id, p => p.ShortName, ct);
        // whoever keeps the directory may see no case
        foreach (var request in await all.AdviceRequests.AsNoTracking().Where(r => r.ServiceId == service.Id && r.ReturnedOn == null && r.ProviderId != provider.Id).NotClosed().ToListAsync(ct))
        {
            if (db.Attach(request).Entity.FollowService(provider.Id, names.GetValueOrDefault(request.ProviderId, ""), provider.ShortName) is { } fact) { audit.Record(fact); }
        }
        foreach (var person in await db.Professionals.Where(p => p.ServiceId == service.Id).ToListAsync(ct)) { person.ProviderId = provider.Id; }
    }

    private HealthService Add(Provider provider)
    {
        var service = new HealthService { Id = Guid.CreateVersion7(), IcbId = provider.IcbId, ProviderId = provider.Id, Name = "", Inbox = "" };
        db.Services.Add(service);
        return service;
    }

    private static string Words(HealthService s) =>
        $"{s.Name}{(s.Town.Length == 0 ? "" : $" in {s.Town}")}{NamesBefore.InWords(s.FormerNames)}; provider {s.ProviderId:N}; inbox {s.Inbox}; phone {s.Phone ?? "none"}; covers {(s.Areas.Length == 0 ? "all" : s.Areas.Trim('|').Replace('|', ' '))}; ages {s.AgeFrom} to {s.AgeTo}; needs {(s.UsualNeeds.Length == 0 ? "all" : s.UsualNeeds.Trim('|').Replace('|', ' '))}; {CoverRules.Words(s.AwayFrom, s.AwayUntil, s.CoverServiceId)}; {(s.IsActive ? "in use" : "closed")}";
}
