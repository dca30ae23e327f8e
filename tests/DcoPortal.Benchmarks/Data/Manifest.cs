using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using DcoPortal.Benchmarks.Portal;
using DcoPortal.Casework.Data;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Benchmarks.Data;

/// <summary>What stands beside data that is kept: whether it can be used again, and what it holds.</summary>
internal sealed record Manifest(string Schema, DateOnly MadeOn, int Assessments, int Requests, int Emails, int AuditEntries)
{
    // a change of the maker makes the data anew
    private const string Maker = "1";

    public static Manifest? Of(PortalData data) => File.Exists(PathOf(data)) ? JsonSerializer.Deserialize<Manifest>(File.ReadAllText(PathOf(data))) : null;

    /// <summary>The fingerprint of the tables that this build of the portal has.</summary>
    public static string SchemaOf(PortalDb db) => Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(Maker + db.Database.GenerateCreateScript())));

    public static async Task<Manifest> WriteAsync(PortalData data)
    {
        await using var db = PortalDatabase.Model(data);
        var manifest = new Manifest(SchemaOf(db), DateOnly.FromDateTime(DateTime.Today), await db.Assessments.CountAsync(), await db.AdviceRequests.CountAsync(), await db.Emails.CountAsync(), await db.AuditEntries.CountAsync());
        await File.WriteAllTextAsync(PathOf(data), JsonSerializer.Serialize(manifest));
        return manifest;
    }

    private static string PathOf(PortalData data) => Path.Combine(data.Folder, "manifest.json");
}
