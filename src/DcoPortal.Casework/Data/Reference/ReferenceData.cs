using System.Text.Json;

namespace DcoPortal.Casework.Data.Reference;

/// <summary>The organisations of one integrated care board, with their public codes, from an embedded file. Adding twice adds nothing.</summary>
internal static class ReferenceData
{
    private const string Resource = "ReferenceData/lancashire-and-south-cumbria.json";

    private sealed record IcbEntry(string OdsCode, string Name, string DcoInbox);

    private sealed record AuthorityEntry(string Code, string GssCode, string Name, string ReferencePrefix, string SendInbox);

    private sealed record ProviderEntry(string OdsCode, string Name, string ShortName);

    private sealed record Entries(IcbEntry Icb, IReadOnlyList<AuthorityEntry> LocalAuthorities, IReadOnlyList<ProviderEntry> Providers);

    /// <summary>Adds what is missing, by code.</summary>
    public static async Task AddAsync(PortalDb db, CancellationToken ct)
    {
        var entries = Read();
        var icb = await db.Icbs.SingleOrDefaultAsync(i => i.OdsCode == entries.Icb.OdsCode, ct);
        if (icb is null)
        {
            db.Icbs.Add(icb = new IntegratedCareBoard { OdsCode = entries.Icb.OdsCode, Name = entries.Icb.Name, DcoInbox = entries.Icb.DcoInbox });
        }
        foreach (var entry in entries.LocalAuthorities)
        {
            if (await db.LocalAuthorities.AnyAsync(a => a.Code == entry.Code, ct)) { continue; }
            var authority = new LocalAuthority { Code = entry.Code, GssCode = entry.GssCode, Name = entry.Name, ReferencePrefix = entry.ReferencePrefix, SendInbox = entry.SendInbox };
            db.LocalAuthorities.Add(authority);
            db.IcbCoverages.Add(new IcbCoverage { IcbId = icb.Id, LocalAuthorityId = authority.Id, IsDefault = true });
        }
        foreach (var entry in entries.Providers)
        {
            if (await db.Providers.AnyAsync(p => p.OdsCode == entry.OdsCode, ct)) { continue; }
            db.Providers.Add(new Provider { IcbId = icb.Id, OdsCode = entry.OdsCode, Name = entry.Name, ShortName = entry.ShortName });
        }
        await db.SaveChangesAsync(ct);
    }

    private static Entries Read()
    {
        using var stream = typeof(ReferenceData).Assembly.GetManifestResourceStream(Resource)!;
        return JsonSerializer.Deserialize<Entries>(stream, JsonSerializerOptions.Web)!;
    }
}
