using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Wishes;
using DcoPortal.Domain.Text;

namespace DcoPortal.Casework.Directory;

/// <summary>A provider as the directory will keep it; without an id it is a new one.</summary>
public sealed record ProviderToSave(Guid? Id, string? Name, string? ShortName, string? OdsCode, string? SendLeadEmail, bool Closed, Guid Version, IReadOnlyList<string> Forget);

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
        var services = before is null ? [] : await db.Services.AsNoTracking().Where(s => s.ProviderId == provider.Id).ToListAsync(ct);
        var was = services.ToDictionary(s => s.Id, s => ServiceCalled.Of(s, provider));
        Call(provider, form);
        (provider.OdsCode, provider.IsActive) = (code, !form.Closed);
        provider.SendLeadEmail = form.SendLeadEmail.BlankToNull();
        var outcome = audit.RecordEntry("provider", provider.Id, before, Words(provider), provider.Version == form.Version);
        if (outcome.Kind == OutcomeKind.Done) { await doubts.OfServicesAsync(services.ToDictionary(s => s.Id, s => (was[s.Id], ServiceCalled.Of(s, provider))), ct); }
        return outcome;
    }, ct);

    private Provider Add()
    {
        var provider = new Provider { Id = Guid.CreateVersion7(), IcbId = scope.IcbId, OdsCode = "", Name = "", ShortName = "" };
        db.Providers.Add(provider);
        return provider;
    }

    private static void Call(Provider provider, ProviderToSave form)
    {
        var (name, shortName) = (form.Name!.Trim(), form.ShortName!.Trim());
        var kept = NamesBefore.Renamed(NamesBefore.Without(provider.FormerNames, form.Forget), provider.Name, name);
        provider.FormerNames = NamesBefore.Renamed(kept, provider.ShortName, shortName);
        (provider.Name, provider.ShortName) = (name, shortName);
    }

    private static string Words(Provider p) => $"{p.Name} ({p.ShortName}){NamesBefore.InWords(p.FormerNames)}, {p.OdsCode}; SEND lead {p.SendLeadEmail ?? "none"}; {(p.IsActive ? "in use" : "closed")}";
}
