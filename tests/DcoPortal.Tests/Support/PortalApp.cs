using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Domain;
using DcoPortal.Domain.Access;
using DcoPortal.Domain.Requests;
using DcoPortal.Web.Commands;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcoPortal.Tests.Support;

/// <summary>
/// The real portal over a real database of its own: a copy of one migrated SQLite file that holds <see cref="TestWorld"/>,
/// or a new database of the server named in DCO_TEST_SQLSERVER. Time stands still until a test moves it.
/// </summary>
public class PortalApp : WebApplicationFactory<Program>
{
    private static readonly Lazy<string> Template = new(CreateTemplate, LazyThreadSafetyMode.ExecutionAndPublication);
    private readonly string _folder = Directory.CreateTempSubdirectory("dco-test-").FullName;
    private readonly Dictionary<string, string?> _settings = [];
    private readonly bool _fromTemplate;
    private bool _isLent;

    public PortalApp() : this(fromTemplate: true) { }

    /// <summary>Over an empty database when it is not made from the template.</summary>
    protected PortalApp(bool fromTemplate)
    {
        _fromTemplate = fromTemplate;
        ClientOptions.BaseAddress = new Uri("https://localhost");
        ClientOptions.AllowAutoRedirect = false;
    }

    /// <summary>
    /// A running portal that another test has given back, its database, files and clock as new; or a new one. Disposing gives it
    /// back: starting a portal costs more than most tests. For tests of what pages do, not of what a portal keeps in memory.
    /// </summary>
    public static PortalApp Lend()
    {
        if (SqlServer is { Length: > 0 }) { return new(); }
        var app = PortalPool.Take() ?? new();
        app._isLent = true;
        return app;
    }

    public FakeTime Time { get; } = new();

    /// <summary>Checks every query of this portal for SQL Server; a problem fails the test when the portal is disposed.</summary>
    internal SqlServerTranslation Translation { get; } = new();

    /// <summary>Where emails and documents of this portal go.</summary>
    public string Folder => _folder;

    private static string? SqlServer => Environment.GetEnvironmentVariable("DCO_TEST_SQLSERVER");

    private string DatabaseFile => Path.Combine(_folder, "portal.db");

    /// <summary>How to open the same SQLite file beside the portal.</summary>
    public string ConnectionString => $"Data Source={DatabaseFile};Default Timeout=45";

    /// <summary>What another process must set to use the same database.</summary>
    internal IReadOnlyDictionary<string, string> DatabaseSettings => SqlServer is { Length: > 0 } server
        ? new() { ["Database:Provider"] = "SqlServer", ["ConnectionStrings:Portal"] = $"{server};Database=DcoTest_{Path.GetFileName(_folder)}" }
        : new Dictionary<string, string> { ["ConnectionStrings:Portal"] = $"Data Source={DatabaseFile}" };

    /// <summary>Development serves the front-end files from where the build put them; everything else runs as Testing.</summary>
    protected virtual string EnvironmentName => "Testing";

    /// <summary>Changes a setting; before the first request.</summary>
    public PortalApp With(string key, string value)
    {
        _settings[key] = value;
        return this;
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment(EnvironmentName);
        if (SqlServer is { Length: > 0 } server)
        {
            builder.UseSetting("Database:Provider", "SqlServer");
            builder.UseSetting("ConnectionStrings:Portal", $"{server};Database=DcoTest_{Path.GetFileName(_folder)}");
        }
        else
        {
            if (_fromTemplate) { File.Copy(Template.Value, DatabaseFile, overwrite: true); }
            builder.UseSetting("ConnectionStrings:Portal", ConnectionString);
        }
        builder.UseSetting("Documents:Folder", Path.Combine(_folder, "documents"));
        builder.UseSetting("Emails:Folder", Path.Combine(_folder, "emails"));
        builder.UseSetting("Emails:Worker", "false");
        builder.UseSetting("Imports:Worker", "false");
        builder.UseSetting("Jobs:Worker", "false");
        builder.UseSetting("Serilog:WriteTo:0:Args:restrictedToMinimumLevel", "Fatal");
        builder.UseSetting("Access:RequireTwoFactor", "false");
        builder.UseSetting("Access:RequireHttps", "true");
        builder.UseSetting("Demo:Enabled", "false");
        builder.UseSetting("RateLimits:SignInPerMinute", "1000");
        builder.UseSetting("RateLimits:UploadPerMinute", "100000");
        foreach (var (key, value) in _settings) { builder.UseSetting(key, value); }
        builder.ConfigureTestServices(services =>
        {
            services.Replace(ServiceDescriptor.Singleton<TimeProvider>(Time));
            services.Configure<PasswordHasherOptions>(o => o.IterationCount = 1);
            services.AddSingleton<Microsoft.EntityFrameworkCore.Diagnostics.IInterceptor>(SqlServerTranslation.Interceptor);
            Translation.Of(ConnectionString);
            ConfigureServices(services);
        });
    }

    /// <summary>Replaces services at real edges only.</summary>
    protected virtual void ConfigureServices(IServiceCollection services) { }

    protected override Microsoft.Extensions.Hosting.IHost CreateHost(Microsoft.Extensions.Hosting.IHostBuilder builder)
    {
        var host = base.CreateHost(builder);
        if (SqlServer is { Length: > 0 }) { PrepareAsync(host.Services).GetAwaiter().GetResult(); }
        return host;
    }

    /// <summary>A context that sees everything: for arranging and asserting.</summary>
    public PortalDb Database(AccessScope? scope = null) => Services.GetRequiredService<PortalDbFactory>().Create(scope ?? AccessScope.System);

    /// <summary>Runs a handler or query of the portal as a person of the test world, outside HTTP.</summary>
    public async Task<T> AsAsync<T>(string email, Func<IServiceProvider, Task<T>> work)
    {
        PortalUser user;
        await using (var db = Database()) { user = await db.Users.SingleAsync(u => u.Email == email); }
        // the claims come from a scope of their own: the scope of the work must not have made a context before it knows the person
        await using var before = Services.CreateAsyncScope();
        var claims = await before.ServiceProvider.GetRequiredService<IUserClaimsPrincipalFactory<PortalUser>>().CreateAsync(user);
        await using var scope = Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAs(claims);
        return await work(scope.ServiceProvider);
    }

    /// <summary>Sends what is in the outbox, as the worker would once nobody can take back any more what was sent.</summary>
    public async Task SendEmailsAsync()
    {
        var now = Time.GetUtcNow().UtcDateTime;
        var grace = now + TakeBackTime.EmailsWait;
        await using (var db = Database())
        {
            if (await db.Emails.AnyAsync(e => e.Attempts == 0 && e.NextAttemptUtc > now && e.NextAttemptUtc <= grace)) { Time.Advance(TakeBackTime.EmailsWait); }
        }
        var sender = Services.GetRequiredService<OutboxSender>();
        while (await sender.SendDueAsync(CancellationToken.None) > 0) { }
    }

    /// <summary>A browser with its own cookies.</summary>
    public PortalBrowser Browser() => new(CreateClient(), this);

    /// <summary>Whether one child stands for many, so that links of a list cannot sound different.</summary>
    public bool HasOneChildForMany { get; set; }

    /// <summary>A browser signed in as a person of the test world.</summary>
    public async Task<PortalBrowser> SignInAsync(string email, string password = TestWorld.Password)
    {
        var browser = Browser();
        var page = await browser.GetAsync("/account/sign-in");
        var home = await browser.SubmitAsync(page, "form[action*='sign-in'], main form", new() { ["Email"] = email, ["Password"] = password });
        Assert.True(home.Url.AbsolutePath == "/", $"{email} could not sign in: {home.Url} {home.Text}");
        return browser;
    }

    private static async Task PrepareAsync(IServiceProvider services)
    {
        await Migrator.MigrateAsync(services.GetRequiredService<PortalDbFactory>(), CancellationToken.None);
        await TestWorld.CreateAsync(services);
    }

    private static string CreateTemplate()
    {
        using var app = new PortalApp(fromTemplate: false);
        PrepareAsync(app.Services).GetAwaiter().GetResult();
        var copy = Path.Combine(Directory.CreateTempSubdirectory("dco-template-").FullName, "portal.db");
        using (var source = new SqliteConnection($"Data Source={app.DatabaseFile};Pooling=False"))
        using (var target = new SqliteConnection($"Data Source={copy};Pooling=False"))
        {
            source.Open();
            target.Open();
            source.BackupDatabase(target);
        }
        return copy;
    }

    /// <summary>Makes the database, files and clock as new, beneath the running portal.</summary>
    private void StartAnew()
    {
        SqliteConnection.ClearPool(new SqliteConnection(ConnectionString));
        // the folders stay: the portal made them when it started
        foreach (var file in Directory.EnumerateFiles(_folder, "*", SearchOption.AllDirectories)) { File.Delete(file); }
        File.Copy(Template.Value, DatabaseFile);
        Time.Reset();
        HasOneChildForMany = false;
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing && _isLent)
        {
            _isLent = false;
            var problems = Translation.Take();
            StartAnew();
            PortalPool.GiveBack(this);
            Assert.True(problems.Count == 0, string.Join('\n', problems));
            return;
        }

        if (disposing && SqlServer is { Length: > 0 })
        {
            using var db = Database();
            db.Database.EnsureDeleted();
        }
        base.Dispose(disposing);
        if (disposing) { SqliteConnection.ClearPool(new SqliteConnection(ConnectionString)); }
        if (disposing && Directory.Exists(_folder)) { Directory.Delete(_folder, recursive: true); }
        if (disposing) { Assert.True(Translation.Problems.Count == 0, string.Join('\n', Translation.Problems)); }
    }
}
