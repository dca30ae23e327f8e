using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Directory;
using DcoPortal.Domain.Facts;
using DcoPortal.Domain.Text;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Casework.Directory;

/// <summary>A provider as the directory shall have it: a new one without an id.</summary>
public sealed record ProviderToSave(Guid? Id, string? Name, string? ShortName, string? OdsCode, string? SendLeadEmail, bool Closed, Guid Version);

/// <summary>Adds or changes a provider.</summary>
public sealed class SaveProviderHandler(PortalDb db, AuditTrail audit, AccessScope scope)
{
    /// <summary>Saves; the problem of the ODS code in words, or null. Found is false when there is no such provider in scope.</summary>
    /// <remarks>Overtaken: Someone else changed the provider since the person saw it.</remarks>
    public async Task<(bool Found, string? Problem)> HandleAsync(ProviderToSave form, CancellationToken ct)
    {
        var code = form.OdsCode!.Trim().ToUpperInvariant();
        if (await db.Providers.AnyAsync(p => p.OdsCode == code && p.Id != form.Id, ct)) { return (true, "A provider with this ODS code is already in the directory"); }
        var provider = form.Id is { } id ? await db.Providers.SingleOrDefaultAsync(p => p.Id == id, ct) : Add();
        if (provider is null) { return (false, null); }
        var before = form.Id is null ? null : Words(provider);
        if (form.Id is not null) { db.Entry(provider).Property(p => p.Version).OriginalValue = form.Version; }
        (provider.Name, provider.ShortName, provider.OdsCode, provider.IsActive) = (form.Name!.Trim(), form.ShortName!.Trim(), code, !form.Closed);
        provider.SendLeadEmail = form.SendLeadEmail.BlankToNull();
        audit.Record(new DirectoryChanged("provider", provider.Id, before, Words(provider)));
        await db.SaveChangesAsync(ct);
        return (true, null);
    }

    private Provider Add()
    {
        var provider = new Provider { Id = Guid.CreateVersion7(), IcbId = scope.IcbId, OdsCode = "", Name = "", ShortName = "" };
        db.Providers.Add(provider);
        return provider;
    }

    private static string Words(Provider p) => $"{p.Name} ({p.ShortName}), {p.OdsCode}; SEND lead {p.SendLeadEmail ?? "none"}; {(p.IsActive ? "in use" : "closed")}";
}
