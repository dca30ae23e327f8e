using DcoPortal.Casework.Data.Reference;

namespace DcoPortal.Web.Commands;

/// <summary>The commands of the program: `DcoPortal.Web migrate`, and so on. A command runs instead of the web server.</summary>
internal static class Command
{
    private static readonly Dictionary<string, Func<IServiceProvider, string[], CancellationToken, Task<int>>> All = new()
    {
        ["migrate"] = async (services, _, ct) =>
        {
            await Migrator.MigrateAsync(services.GetRequiredService<PortalDbFactory>(), ct);
            Console.WriteLine("The database is up to date.");
            return 0;
        },
        ["seed-reference"] = async (services, _, ct) =>
        {
            await using var db = services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System);
            await ReferenceData.AddAsync(db, ct);
            Console.WriteLine("The reference data is in place.");
            return 0;
        },
        ["load-schools"] = LoadSchoolsFile.RunAsync,
        ["create-admin"] = CreateAdmin.RunAsync,
        ["export-audit"] = ExportAudit.RunAsync,
        ["backup"] = Backup.RunAsync,
    };

    /// <summary>Whether the arguments name a command.</summary>
    public static bool IsNamed(string[] args) => args.Length > 0 && All.ContainsKey(args[0]);

    /// <summary>Runs the named command.</summary>
    /// <returns>The exit code: 0 when it was done.</returns>
    public static async Task<int> RunAsync(IServiceProvider services, string[] args)
    {
        await using var scope = services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        return await All[args[0]](scope.ServiceProvider, args[1..], CancellationToken.None);
    }

    /// <summary>The value after an option, or null.</summary>
    public static string? Value(string[] args, string name)
    {
        var at = Array.IndexOf(args, name);
        return at >= 0 && at + 1 < args.Length ? args[at + 1] : null;
    }

    /// <summary>Says why on the error stream, and gives the exit code of a failure.</summary>
    public static int Fail(string why)
    {
        Console.Error.WriteLine(why);
        return 1;
    }
}
