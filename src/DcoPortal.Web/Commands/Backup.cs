using DcoPortal.Casework.Documents.Storage;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Options;

namespace DcoPortal.Web.Commands;

/// <summary>`backup --out FOLDER`: a copy of the SQLite database and the documents on disk, while the portal runs. Fails rather than leave something out.</summary>
internal static class Backup
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (Command.Value(args, "--out") is not { } folder) { return Command.Fail("Usage: backup --out FOLDER"); }
        await using var db = services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System);
        if (!db.Database.IsSqlite()) { return Command.Fail("On SQL Server use the database server's own backup, and back up the document store with it. Nothing was copied."); }
        var options = services.GetRequiredService<IOptions<DocumentOptions>>().Value;
        if (!string.Equals(options.Store, "Disk", StringComparison.OrdinalIgnoreCase)) { return Command.Fail("Documents are in an S3 store: use that store's own backup or versioning. Nothing was copied."); }
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()) { return Command.Fail($"{folder} is not empty."); }
        Directory.CreateDirectory(folder);
        var source = (SqliteConnection)db.Database.GetDbConnection();
        await source.OpenAsync(ct);
        await using (var target = new SqliteConnection($"Data Source={Path.Combine(folder, "portal.db")};Pooling=False"))
        {
            await target.OpenAsync(ct);
            source.BackupDatabase(target);
        }
        // copies documents after the database: a document is stored before its row, so every copied row has its bytes
        var root = Path.GetFullPath(options.Folder, services.GetRequiredService<IHostEnvironment>().ContentRootPath);
        var copied = Directory.Exists(root) ? CopyAll(root, Path.Combine(folder, "documents")) : 0;
        Console.WriteLine($"The database and {copied} documents are copied to {folder}.");
        return 0;
    }

    private static int CopyAll(string from, string to)
    {
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Where(f => !f.EndsWith(".tmp", StringComparison.Ordinal)).ToList();
        foreach (var file in files)
        {
            var target = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            File.Copy(file, target);
        }
        return files.Count;
    }
}
