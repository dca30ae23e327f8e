using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Directory;

/// <summary>A provider as the directory will keep it; without an id it is a new one.</summary>
public sealed record ProviderToSave(Guid? Id, string? Name, string? ShortName, string? OdsCode, string? SendLeadEmail, bool Closed, Guid Version);

/// <summary>Adds or changes a provider. Whom families exclude is looked at anew.</summary>
public sealed class SaveProviderHandler(PortalDb db, AuditTrail audit, AccessScope scope, DoubtsAnew doubts, Change change)
{
    public Task<Outcome> HandleAsync(ProviderToSave form, CancellationToken ct) => change.MakeAsync(async () =>
    {
        var code = form.OdsCode!.Trim().ToUpperInvariant();
        if (await db.Providers.AnyAsync(p => p.OdsCode == code && p.Id != form.Id, ct)) { return Outcome.Refused("A provider with this ODS code is already in the directory", nameof(form.OdsCode)); }
        var provider = form.Id is { } id ? await db.Providers.SingleOrDefaultAsync(p => p.Id == id, ct) : Add();
        if (provider is null) { return Outcome.NotFound; }
        var before = form.Id is null ? null : Words(provider);
        var (name, shortName) = (provider.Name, provider.ShortName);
        (provider.Name, provider.ShortName, provider.OdsCode, provider.IsActive) = (form.Name!.Trim(), form.ShortName!.Trim(), code, !form.Closed);
        provider.SendLeadEmail = form.SendLeadEmail.BlankToNull();
        var outcome = audit.RecordEntry("provider", provider.Id, before, Words(provider), provider.Version == form.Version);
        if (outcome.Kind == OutcomeKind.Done && before is not null)
        {
            var services = await db.Services.AsNoTracking().Where(s => s.ProviderId == provider.Id).ToListAsync(ct);
            await doubts.OfServicesAsync(services.ToDictionary(s => s.Id, s => (new ServiceCalled(s.Name, name, shortName), ServiceCalled.Of(s, provider))), ct);
        }
        return outcome;
    }, ct);

    private Provider Add()
    {
        var provider = new Provider { Id = Guid.CreateVersion7(), IcbId = scope.IcbId, OdsCode = "", Name = "", ShortName = "" };
        db.Providers.Add(provider);
        return provider;
    }

    private static string Words(Provider p) => $"{p.Name} ({p.ShortName}), {p.OdsCode}; SEND lead {p.SendLeadEmail ?? "none"}; {(p.IsActive ? "in use" : "closed")}";
}
