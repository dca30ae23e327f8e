using DcoPortal.Casework.Directory;
using DcoPortal.Casework.Wishes;

namespace DcoPortal.Casework.Requests;

/// <summary>The recipient of an email about a request, and the cover it goes to.</summary>
/// <param name="To">The address.</param>
/// <param name="Words">The reader, for the page: "Tariq Aziz, who covers for Gwen Pritchard".</param>
/// <param name="HolderIsAway">Whether the holder is away or has left, so that the cover or the whole service gets the request.</param>
/// <param name="Cover">The colleague of the same service who covers, or null.</param>
/// <param name="CoverService">The service that covers while the whole service is away, or null.</param>
public sealed record Delivery(string To, string Words, bool HolderIsAway, Professional? Cover, HealthService? CoverService = null)
{
    /// <summary>Whether the email goes to the DCO service instead of the cover.</summary>
    public bool IsToDcoService { get; private init; }

    /// <summary>Who reads the request instead of the target while that is away; null when it is not.</summary>
    public AskTarget? ReadBy(AskTarget target) => !HolderIsAway ? null : CoverService is { } covering ? AskTarget.Of(covering) : Cover is { } colleague ? AskTarget.Of(colleague) : target with { ProfessionalId = null };

    /// <summary>To the DCO service, which looks for another service: the family's "do not share with" may mean the cover. The request does not move.</summary>
    public static Delivery ToDcoService(string inbox) => new(inbox, "The DCO service, because the family may not want it shared with who covers", false, null) { IsToDcoService = true };
}

/// <summary>The directory in memory, with who opens what its services get: five queries serve a page or a send, however many targets there are.</summary>
public sealed class AskableDirectory(IEnumerable<Provider> providers, IEnumerable<HealthService> services, IEnumerable<Professional> professionals, IReadOnlyCollection<ServiceReader> readers)
{
    private readonly ILookup<Guid, ServiceReader> _readers = readers.ToLookup(r => r.ServiceId);
    private readonly Dictionary<Guid, Provider> _providers = providers.ToDictionary(p => p.Id);
    private readonly Dictionary<Guid, HealthService> _services = services.ToDictionary(s => s.Id);
    private readonly Dictionary<Guid, Professional> _professionals = professionals.ToDictionary(p => p.Id);

    /// <summary>Services that can be asked, by provider and name.</summary>
    public IEnumerable<HealthService> Services => _services.Values.Where(IsAskable)
        .OrderBy(s => ProviderOf(s).ShortName, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Name, StringComparer.OrdinalIgnoreCase).ThenBy(s => s.Id);

    /// <summary>Professionals that can be asked, by name.</summary>
    public IEnumerable<Professional> Professionals => _professionals.Values.Where(IsAskable)
        .OrderBy(p => p.FullName, StringComparer.OrdinalIgnoreCase).ThenBy(p => p.Id);

    /// <summary>A service, also one that is no longer asked, or null.</summary>
    public HealthService? Service(Guid id) => _services.GetValueOrDefault(id);

    /// <summary>A professional, also one who has left, or null.</summary>
    public Professional? Professional(Guid? id) => id is { } known ? _professionals.GetValueOrDefault(known) : null;

    /// <summary>The professionals who work in a service today.</summary>
    public IEnumerable<Professional> PeopleOf(Guid serviceId) => _professionals.Values.Where(p => p.ServiceId == serviceId && p.IsActive);

    /// <summary>The names of everybody who opens a request to a target, as the directory has them and as their accounts do.</summary>
    public IEnumerable<PersonCalled> ReadersOf(AskTarget target) => target.ProfessionalId is { } id
        ? NamesOf(target.ServiceId, Professional(id)).Concat(_readers[target.ServiceId].Where(r => r.SeesAll).Select(r => r.Called))
        : ReadersOfAllBut(target.ServiceId, null);

    /// <summary>The names of everybody who opens a request that the whole service may take, without the person who had it.</summary>
    public IEnumerable<PersonCalled> ReadersOfAllBut(Guid serviceId, Guid? professionalId) => PeopleOf(serviceId).Where(p => p.Id != professionalId).Select(PersonCalled.Of)
        .Concat(_readers[serviceId].Where(r => r.ProfessionalId is null || r.ProfessionalId != professionalId).Select(r => r.Called));

    /// <summary>What a professional is called in the directory, and in their account of a service.</summary>
    public IEnumerable<PersonCalled> NamesOf(Guid serviceId, Professional? person) => person is null ? []
        : _readers[serviceId].Where(r => r.ProfessionalId == person.Id).Select(r => r.Called).Prepend(PersonCalled.Of(person));

    /// <summary>What those who would open a request to a target are, such as "Clinical psychologist".</summary>
    public IEnumerable<string> TitlesOf(AskTarget target) =>
        (target.ProfessionalId is { } id ? new[] { Professional(id) }.OfType<Professional>() : PeopleOf(target.ServiceId)).Select(p => p.JobTitle).OfType<string>();

    /// <summary>Whether somebody opens what a service gets, or will once they accept their invitation.</summary>
    public bool HasAccount(Guid professionalId, Guid serviceId) => _readers[serviceId].Any(r => r.ProfessionalId == professionalId);

    /// <summary>The names of everybody known: who can be asked, and who opens what a service gets.</summary>
    public IEnumerable<string> KnownNames => Professionals.Select(PersonCalled.Of).Concat(_readers.SelectMany(r => r).Select(r => r.Called)).SelectMany(c => c.Names);

    /// <summary>What a service and its provider are called, and were before.</summary>
    public ServiceCalled CalledOf(HealthService service) => ServiceCalled.Of(service, ProviderOf(service));

    /// <summary>The provider of a service.</summary>
    public Provider ProviderOf(HealthService service) => _providers[service.ProviderId];

    /// <summary>A provider's short name.</summary>
    public string ProviderName(Guid id) => _providers.GetValueOrDefault(id)?.ShortName ?? "A trust that is no longer in the directory";

    /// <summary>The provider and town of a service, such as "Morecambe Bay, Lancaster".</summary>
    public string PlaceOf(HealthService service) => ServicePlace.Of(ProviderOf(service).ShortName, service.Town);

    /// <summary>The number on which a target is reached: the professional's, else the service's; or null.</summary>
    public string? PhoneOf(AskTarget target) => Professional(target.ProfessionalId)?.Phone ?? Service(target.ServiceId)?.Phone;

    /// <summary>Whether a target stands in the directory and may be asked.</summary>
    public bool CanBeAsked(AskTarget target) => Service(target.ServiceId) is { } service && IsAskable(service)
        && (target.ProfessionalId is null || (Professional(target.ProfessionalId) is { } person && person.ServiceId == service.Id && IsAskable(person)));

    /// <summary>The target that a form's value names, or null when it is not in the directory.</summary>
    public AskTarget? Parse(string? token)
    {
        if (token?.Split(':') is not [var kind, var text] || !Guid.TryParse(text, out var id)) { return null; }
        return kind switch
        {
            "professional" => Professional(id) is { } person ? AskTarget.Of(person) : null,
            "service" => Service(id) is { } service ? AskTarget.Of(service) : null,
            _ => null,
        };
    }

    /// <summary>The name of a target: the professional's, or the service's with its provider.</summary>
    public string NameOf(AskTarget target) => Professional(target.ProfessionalId)?.FullName ?? ServiceName(target.ServiceId);

    /// <summary>The name and place of a target, so that equal names can be told apart: "Gwen Pritchard, Paediatric occupational therapy, LSCFT".</summary>
    public string PlaceOf(AskTarget target) => Professional(target.ProfessionalId) is { } person ? $"{person.FullName}, {ServiceName(target.ServiceId)}" : ServiceName(target.ServiceId);

    /// <summary>The service, its provider and town, such as "Community paediatrics, Morecambe Bay, Lancaster".</summary>
    public string ServiceName(Guid id) => Service(id) is { } service ? $"{service.Name}, {PlaceOf(service)}" : "A service that is no longer in the directory";

    /// <summary>
    /// Where an email goes today: to the professional; while they are away to their cover in the same service, else to the service's inbox.
    /// While the whole service is away, to the service that covers it.
    /// </summary>
    public Delivery DeliveryFor(AskTarget target, DateOnly today)
    {
        var service = _services[target.ServiceId];
        if (service.IsAwayOn(today) && service.CoverServiceId is { } coverId && Service(coverId) is { } covering && IsAskable(covering) && !covering.IsAwayOn(today))
        {
            return new(covering.Inbox, $"{ServiceName(covering.Id)}, which covers for {service.DistinctName}", true, null, covering);
        }

        if (Professional(target.ProfessionalId) is not { } person) { return new(service.Inbox, $"The service’s inbox, {service.Inbox}", false, null); }
        if (person.IsActive && !person.IsAwayOn(today)) { return new(person.Email, person.Email, false, null); }
        var cover = Professional(person.CoverProfessionalId);
        return cover is { IsActive: true } && cover.ServiceId == service.Id && !cover.IsAwayOn(today)
            ? new(cover.Email, $"{cover.FullName}, who covers for {person.FullName}", true, cover)
            : new(service.Inbox, $"The service’s inbox, {service.Inbox}: nobody is named to cover", true, null);
    }

    /// <summary>Where an email goes today for the holder of a request.</summary>
    public Delivery DeliveryFor(AdviceRequest request, DateOnly today) => DeliveryFor(new AskTarget(request.ServiceId, request.ProfessionalId), today);

    private bool IsAskable(HealthService service) => service.IsActive && _providers.TryGetValue(service.ProviderId, out var provider) && provider.IsActive;

    private bool IsAskable(Professional person) => person.IsActive && _services.TryGetValue(person.ServiceId, out var service) && IsAskable(service);
}

/// <summary>Loads the directory that the person may look up.</summary>
public sealed class AskableDirectoryQuery(PortalDb db)
{
    /// <summary>Loads it with five queries, nothing tracked.</summary>
    public async Task<AskableDirectory> LoadAsync(CancellationToken ct)
    {
        var services = await db.Services.AsNoTracking().ToListAsync(ct);
        return new(await db.Providers.AsNoTracking().ToListAsync(ct), services, await db.Professionals.AsNoTracking().ToListAsync(ct), await ServiceReaders.OfBoardsAsync(db, services, ct));
    }

    /// <summary>A board's own part, for who sees more than one board.</summary>
    public static async Task<AskableDirectory> OfBoardAsync(PortalDb db, Guid icbId, CancellationToken ct)
    {
        var services = await db.Services.AsNoTracking().Where(s => s.IcbId == icbId).ToListAsync(ct);
        var providers = services.Select(s => s.ProviderId).Distinct().ToList();
        return new(await db.Providers.AsNoTracking().Where(p => providers.Contains(p.Id)).ToListAsync(ct), services,
            await db.Professionals.AsNoTracking().Where(p => db.Services.Any(s => s.Id == p.ServiceId && s.IcbId == icbId)).ToListAsync(ct),
            await ServiceReaders.OfBoardsAsync(db, services, ct));
    }

    /// <summary>
    /// The part of the directory that says where emails about some requests go: their services and the covering ones, their people and
    /// providers. Five queries, however large the directory is.
    /// </summary>
    /// <param name="db">The caller's context.</param>
    /// <param name="requests">The requests, whose services must be in scope.</param>
    /// <param name="ct">Stops it.</param>
    public static async Task<AskableDirectory> AroundAsync(PortalDb db, IReadOnlyCollection<AdviceRequest> requests, CancellationToken ct)
    {
        var asked = requests.Select(r => r.ServiceId).Concat(requests.Select(r => r.CoverForServiceId).OfType<Guid>()).Distinct().ToList();
        var services = await db.Services.AsNoTracking()
            .Where(s => asked.Contains(s.Id) || db.Services.Any(o => asked.Contains(o.Id) && o.CoverServiceId == s.Id)).ToListAsync(ct);
        var (serviceIds, providerIds) = (services.ConvertAll(s => s.Id), services.Select(s => s.ProviderId).Distinct().ToList());
        return new(await db.Providers.AsNoTracking().Where(p => providerIds.Contains(p.Id)).ToListAsync(ct), services,
            await db.Professionals.AsNoTracking().Where(p => serviceIds.Contains(p.ServiceId)).ToListAsync(ct),
            await ServiceReaders.OfServicesAsync(db, services, ct));
    }
}
