using System.Globalization;
using DcoPortal.Casework.Schools;

namespace DcoPortal.Web.Commands;

/// <summary>`load-schools --file FILE.csv`: adds and renews the schools that a caseworker picks from, of the file of Get Information about Schools.</summary>
internal static class LoadSchoolsFile
{
    public static async Task<int> RunAsync(IServiceProvider services, string[] args, CancellationToken ct)
    {
        if (Command.Value(args, "--file") is not { } path) { return Command.Fail("Usage: load-schools --file edubasealldata.csv"); }
        if (!File.Exists(path)) { return Command.Fail($"There is no file {path}."); }
        await using var db = services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System);
        await using var file = File.OpenRead(path);
        var loaded = await LoadSchools.FromAsync(file, db, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{loaded.Read} schools read: {loaded.Added} added, {loaded.Changed} changed."));
        return 0;
    }
}
