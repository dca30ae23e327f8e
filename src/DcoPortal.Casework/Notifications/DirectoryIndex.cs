using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Notifications;

/// <summary>The directory that the signed-in person may look up, read once for a request or an import: by id, and by the names people type.</summary>
public sealed class DirectoryIndex(PortalDb db)
{
    private Dictionary<Guid, HealthService>? _services;
    private Dictionary<Guid, Professional> _professionals = [];
    private Dictionary<Guid, Provider> _providers = [];
    private ILookup<string, Professional> _professionalsByName = Array.Empty<Professional>().ToLookup(p => "");
    private ILookup<string, HealthService> _servicesByName = Array.Empty<HealthService>().ToLookup(s => "");
    private ILookup<string, HealthService> _servicesByFormerName = Array.Empty<HealthService>().ToLookup(s => "");

    /// <summary>Reads the directory, unless it has been read.</summary>
    public async Task LoadAsync(CancellationToken ct)
    {
        if (_services is not null) { return; }
        _providers = await db.Providers.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        _professionals = await db.Professionals.AsNoTracking().ToDictionaryAsync(p => p.Id, ct);
        _services = await db.Services.AsNoTracking().ToDictionaryAsync(s => s.Id, ct);
        _professionalsByName = _professionals.Values.Where(p => p.IsActive).ToLookup(p => NameKey(p.FullName));
        var asked = _services.Values.Where(s => s.IsActive).ToList();
        _servicesByName = asked.ToLookup(s => SearchKey.Of(s.Name));
        _servicesByFormerName = asked.SelectMany(s => NamesBefore.Of(s.FormerNames).Select(n => (Service: s, Name: n))).ToLookup(s => SearchKey.Of(s.Name), s => s.Service);
    }

    /// <summary>A service that may be looked up, or null.</summary>
    public HealthService? Service(Guid? id) => id is { } known ? _services?.GetValueOrDefault(known) : null;

    /// <summary>A professional who may be looked up, or null.</summary>
    public Professional? Professional(Guid? id) => id is { } known ? _professionals.GetValueOrDefault(known) : null;

    /// <summary>A provider that may be looked up, or null.</summary>
    public Provider? Provider(Guid? id) => id is { } known ? _providers.GetValueOrDefault(known) : null;

    /// <summary>
    /// Links a named professional to the directory: the entry picked, or the one entry whose name is exactly what was typed.
    /// A name that could be two entries stays as typed, and so does one that is in doubt, or says more of somebody than their work. An id that may not be looked up is dropped.
    /// </summary>
    public NamedProfessional Link(NamedProfessional named)
    {
        var professional = Professional(named.ProfessionalId);
        var service = Service(professional?.ServiceId ?? named.ServiceId);
        if (professional is null && service is null && !NotText.IsAsked(named.Name) && !NotText.IsAsked(named.ServiceName))
        {
            professional = Single(_professionalsByName[NameKey(named.Name)].Where(p => Fits(named, Service(p.ServiceId), p.ProviderId) && BracketedWords.SayNoMore(named.Name, p.FullName, p.JobTitle, Service(p.ServiceId)?.Name, Provider(p.ProviderId)?.Name, Provider(p.ProviderId)?.ShortName)));
            service = Service(professional?.ServiceId)
                ?? Single(ServicesCalled(named.ServiceName).Where(s => FitsProvider(named, s.ProviderId)));
            // an authority may type the service where the person's name goes
            service ??= string.IsNullOrWhiteSpace(named.ServiceName)
                ? Single(ServicesCalled(named.Name).Where(s => FitsProvider(named, s.ProviderId)))
                : null;
        }
        // somebody whom the directory has elsewhere: of the person and the service one is a slip, and nobody can tell which
        if (professional is null && named.ServiceId is null && !string.IsNullOrWhiteSpace(named.ServiceName) && _professionalsByName[NameKey(named.Name)].Any()) { service = null; }
        if (service is null) { return named with { ProfessionalId = null, ServiceId = null }; }
        var typedService = professional is null && string.IsNullOrWhiteSpace(named.ServiceName) && IsCalled(service, named.Name);
        return named with
        {
            ProfessionalId = professional?.Id,
            ServiceId = service.Id,
            Name = professional?.FullName ?? (typedService ? null : named.Name),
            ServiceName = service.Name,
            ProviderName = Provider(service.ProviderId)?.Name ?? named.ProviderName,
        };
    }

    private static readonly HashSet<string> Titles = ["dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor"];

    // "PRITCHARD, Gwen" and "Mrs Gwen Pritchard (OT)" are Gwen Pritchard
    private static string NameKey(string? name)
    {
        var plain = name?.Split('(')[0] ?? "";
        var whole = plain.Split(',') is [var surname, var forenames] && forenames.Trim().Length > 0 ? $"{forenames} {surname}" : plain;
        return string.Join(' ', SearchKey.Of(whole).Split(' ', StringSplitOptions.RemoveEmptyEntries).SkipWhile(Titles.Contains));
    }

    // a spreadsheet has a service's name of last year, unless another has that name by now
    private IEnumerable<HealthService> ServicesCalled(string? name) => SearchKey.Of(name) is var key && _servicesByName.Contains(key) ? _servicesByName[key] : _servicesByFormerName[key];

    private static bool IsCalled(HealthService service, string? name) => NamesBefore.Of(service.FormerNames).Prepend(service.Name).Any(n => SearchKey.Of(n) == SearchKey.Of(name));

    private bool Fits(NamedProfessional named, HealthService? service, Guid providerId) =>
        (string.IsNullOrWhiteSpace(named.ServiceName) || (service is not null && IsCalled(service, named.ServiceName))) && FitsProvider(named, providerId);

    private bool FitsProvider(NamedProfessional named, Guid providerId)
    {
        if (string.IsNullOrWhiteSpace(named.ProviderName)) { return true; }
        var typed = ProviderNames.Core(named.ProviderName);
        return Provider(providerId) is { } p && (ProviderNames.Core(p.Name) == typed || ProviderNames.Core(p.ShortName) == typed || ProviderNames.Core(p.OdsCode) == typed);
    }

    private static T? Single<T>(IEnumerable<T> found) where T : class => found.Take(2).ToList() is [var only] ? only : null;
}
