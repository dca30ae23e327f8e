namespace DcoPortal.Casework.Data;

/// <summary>Makes contexts for a scope that the caller names. A web request gets the scope of its signed-in person.</summary>
public sealed class PortalDbFactory(Func<AccessScope, PortalDb> create)
{
    /// <summary>A context that sees what the scope sees. The caller disposes it.</summary>
    public PortalDb Create(AccessScope scope) => create(scope);
}

internal static class DataSetup
{
    public static IServiceCollection AddData(this IServiceCollection services)
    {
        services.AddSingleton(sp =>
        {
            // read when first used, so that a host's late configuration counts
            var configuration = sp.GetRequiredService<IConfiguration>();
            return Factory(sp, configuration["Database:Provider"] ?? "Sqlite", configuration.GetConnectionString("Portal"));
        });
        services.AddScoped(sp => sp.GetRequiredService<PortalDbFactory>().Create(sp.GetRequiredService<AccessScope>()));
        return services;
    }

    private static PortalDbFactory Factory(IServiceProvider sp, string provider, string? connectionString)
    {
        var interceptors = sp.GetServices<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>().ToArray();
        var logging = sp.GetRequiredService<ILoggerFactory>();
        if (provider == "Sqlite")
        {
            var options = (DbContextOptions<SqlitePortalDb>)new DbContextOptionsBuilder<SqlitePortalDb>()
                .UsePortalSqlite(connectionString ?? DefaultSqlite(sp)).AddInterceptors(interceptors).UseLoggerFactory(logging).Options;
            return new(scope => new SqlitePortalDb(options, scope));
        }
        if (provider == "SqlServer")
        {
            var options = (DbContextOptions<SqlServerPortalDb>)new DbContextOptionsBuilder<SqlServerPortalDb>()
                .UsePortalSqlServer(connectionString ?? throw new StartUpException("Set ConnectionStrings:Portal to the SQL Server database."))
                .AddInterceptors(interceptors).UseLoggerFactory(logging).Options;
            return new(scope => new SqlServerPortalDb(options, scope));
        }
        throw new StartUpException($"Set Database:Provider to Sqlite or SqlServer, not '{provider}'.");
    }

    private static string DefaultSqlite(IServiceProvider sp)
    {
        var folder = Path.Combine(sp.GetRequiredService<IHostEnvironment>().ContentRootPath, "App_Data");
        System.IO.Directory.CreateDirectory(folder);
        return $"Data Source={Path.Combine(folder, "portal.db")}";
    }
}
