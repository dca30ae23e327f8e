using DcoPortal.Casework;
using DcoPortal.Casework.Access;
using DcoPortal.Casework.Accounts;
using DcoPortal.Casework.Audit;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Data.Reference;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Schools;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Access;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Demo;

/// <summary>Demo mode: a portal with data on every page. On in Development, refused in Production.</summary>
internal static class DemoSetup
{
    public static void AddDemo(this IHostApplicationBuilder builder)
    {
        if (!IsOn(builder.Configuration)) { return; }
        if (builder.Environment.IsProduction()) { throw new StartUpException("Demo:Enabled cannot be true in Production."); }
        builder.Services.AddSingleton(new DemoTimeProvider(TimeProvider.System));
        builder.Services.AddSingleton(new ShownAccounts(DemoPeople.Password, [.. DemoPeople.All.Select(p => new ShownAccount(p.Email, p.Name, p.Role, p.Does))]));
        builder.Services.AddSingleton<TimeProvider>(sp => sp.GetRequiredService<DemoTimeProvider>());
    }

    /// <summary>Migrates, and fills an empty database. A database that has accounts is left as it is.</summary>
    /// <param name="app">The portal, which does not answer yet.</param>
    /// <param name="wait">What to show meanwhile.</param>
    public static async Task StartDemoAsync(this IHost app, Func<Task<IDemoProgress>> wait)
    {
        if (!IsOn(app.Services.GetRequiredService<IConfiguration>())) { return; }
        await Migrator.MigrateAsync(app.Services.GetRequiredService<PortalDbFactory>(), CancellationToken.None);
        await using (var db = app.Services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System))
        {
            if (await db.Users.AnyAsync()) { return; }
        }
        await using var progress = await wait();
        await using (var db = app.Services.GetRequiredService<PortalDbFactory>().Create(AccessScope.System))
        {
            await ReferenceData.AddAsync(db, CancellationToken.None);
            await using var schools = typeof(DemoSetup).Assembly.GetManifestResourceStream("DemoData/schools.csv")!;
            await LoadSchools.FromAsync(schools, db, CancellationToken.None);
        }
        app.Services.GetRequiredService<ILoggerFactory>().CreateLogger("DcoPortal.Demo").LogInformation("Making the demo's people and cases: this takes up to half a minute, once");
        await using var scope = app.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentPerson>().ActAsPortal();
        await DemoDirectory.AddAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), scope.ServiceProvider.GetRequiredService<AuditTrail>(),
            scope.ServiceProvider.GetRequiredService<UkClock>(), CancellationToken.None);
        await DemoPeople.AddAsync(scope.ServiceProvider, CancellationToken.None);
        var stage = new DemoStage(app.Services.GetRequiredService<IServiceScopeFactory>(), app.Services.GetRequiredService<DemoTimeProvider>(),
            app.Services.GetRequiredService<OutboxSender>(), app.Services.GetRequiredService<JobRunner>(), progress);
        await stage.PrepareAsync(scope.ServiceProvider.GetRequiredService<PortalDb>(), CancellationToken.None);
        await new DemoCases(stage, scope.ServiceProvider.GetRequiredService<UkClock>()).MakeAsync();
        await new DemoLife(stage, scope.ServiceProvider.GetRequiredService<UkClock>()).MakeAsync(scope.ServiceProvider.GetRequiredService<PortalDb>());
    }

    private static bool IsOn(IConfiguration configuration) => configuration.GetValue("Demo:Enabled", false);
}
