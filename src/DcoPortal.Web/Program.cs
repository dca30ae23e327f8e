using DcoPortal.Casework;
using DcoPortal.Casework.Clock;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Jobs;
using DcoPortal.Demo;
using DcoPortal.Web.Commands;
using DcoPortal.Web.Features;
using DcoPortal.Web.Platform;
using DcoPortal.Web.Platform.Audit;
using DcoPortal.Web.Platform.Health;
using DcoPortal.Web.Platform.Security;
using DcoPortal.Web.Platform.Telemetry;
using DcoPortal.Web.Platform.Validation;

try
{
    var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = ProgramFolder.WhenPublished });
    // in Production too, a service that cannot be made, or that outlives what it uses, stops the start
    builder.Host.UseDefaultServiceProvider(o => o.ValidateOnBuild = o.ValidateScopes = true);
    builder.AddPortalLogging();
    builder.AddTelemetry();
    builder.AddDemo();
    builder.Services.AddTime();
    DatedFactsFile.Use(builder.Configuration, builder.Environment.ContentRootPath); // before the first date is counted
    builder.Services.AddData();
    builder.Services.AddAccess();
    builder.Services.AddAudit();
    builder.Services.AddEmails(builder.Configuration);
    builder.Services.AddDocuments(builder.Configuration, builder.Environment);
    builder.Services.AddJobs(builder.Configuration);
    builder.Services.AddCasework(builder.Configuration);
    builder.Services.AddSignIn(builder.Configuration);
    builder.Services.AddReadLog();
    builder.Services.AddSecurity(builder.Configuration);
    builder.Services.AddSafeCompression();
    builder.Services.AddPortalHealth();
    builder.Services.AddControllersWithViews(mvc => mvc.ModelBinderProviders.Insert(0, new SentenceBinderProvider()));
    builder.Services.AddUi();
    builder.Services.AddValidation();
    builder.Services.AddPages();

    var app = builder.Build();
    _ = app.Services.GetRequiredService<PortalDbFactory>(); // a wrong database setting stops the start, not the first request
    if (Command.IsNamed(args)) { return await Command.RunAsync(app.Services, args); }

    await app.StartDemoAsync(() => DemoWaitingPage.OpenAsync(app));
    app.UseNamedProxies();
    app.UseRequestLog();
    app.UseSecurityHeaders();
    app.UseSafeCompression();
    app.UseFriendlyErrors();
    app.UseSecureTransport();
    app.UseRouting();
    app.UseAuthentication();
    app.UseRateLimiter();
    app.UseAuthorization();
    app.MapStaticAssets().AllowAnonymous();
    app.MapControllers().WithStaticAssets();
    app.MapPortalHealth();
    await app.RunAsync();
    return 0;
}
catch (Exception e) when (StartUpException.LineFor(e) is { } line)
{
    await Console.Error.WriteLineAsync(line);
    return 1;
}

/// <summary>The portal. Public so that the tests can host it.</summary>
public partial class Program;
