using System.Text;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Tests.Casework.Notifications.Importing;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace DcoPortal.Tests.Features.Assessments.ImportNotifications;

internal static class ImportSteps
{
    public static async Task<Page> UploadAsync(this PortalBrowser browser, byte[] bytes, string fileName = "notifications.csv") =>
        await browser.SubmitAsync(await browser.GetAsync("/assessments/import"), "main form", [], [("File", fileName, bytes)]);

    public static Task<Page> UploadAsync(this PortalBrowser browser, string text) => browser.UploadAsync(Encoding.UTF8.GetBytes(text));

    public static Task<Page> ConfirmAsync(this PortalBrowser browser, Page preview) => browser.SubmitAsync(preview, "form[action$='/confirm']", []);

    // an authority's own file, and the tracker of a DCO service, each uploaded by who does it
    public static async Task<Page> OwnFileAsync(this PortalApp app, byte[] bytes, string fileName = "own.csv") => await (await app.SignInAsync(TestWorld.Manager)).UploadAsync(bytes, fileName);

    public static Task<Page> OwnFileAsync(this PortalApp app, string text) => app.OwnFileAsync(Encoding.UTF8.GetBytes(text));

    public static async Task<Page> TrackerAsync(this PortalApp app, byte[] bytes, string fileName = "tracker.csv")
    {
        var administrator = await app.SignInAsync(TestWorld.Administrator);
        return await administrator.SubmitAsync(await administrator.GetAsync("/go-live"), "form[action='/go-live']", [], [("File", fileName, bytes)]);
    }

    public static Task<Page> TrackerAsync(this PortalApp app, string text) => app.TrackerAsync(Encoding.UTF8.GetBytes(text));

    // confirms an import, does it, and gives its result
    public static async Task<Page> ImportAsync(this PortalApp app, Page preview, string by = TestWorld.Manager)
    {
        var browser = await app.SignInAsync(by);
        await browser.ConfirmAsync(await browser.GetAsync(preview.Url.AbsolutePath));
        await app.ImportNextAsync();
        await using var db = app.Database();
        Assert.Null((await db.ImportBatches.OrderByDescending(b => b.UploadedUtc).FirstAsync()).Failure);
        return await browser.GetAsync(preview.Url.AbsolutePath);
    }

    public static Task<bool> ImportNextAsync(this PortalApp app, CancellationToken ct = default) =>
        app.Services.GetRequiredService<ImportProcessor>().ProcessNextAsync(ct);

    public static Task DeleteExpiredAsync(this PortalApp app) => app.Services.GetRequiredService<ImportProcessor>().DeleteExpiredAsync(CancellationToken.None);

    public static async Task<int> AssessmentsAsync(this PortalApp app)
    {
        await using var db = app.Database();
        return await db.Assessments.CountAsync();
    }

    // "Good 31" as the tiles say it
    public static string Figures(this Page page) => string.Join(", ", page.All(".dco-fact").Select(f =>
        $"{f.QuerySelector(".dco-fact__label")!.TextContent.Trim()} {f.QuerySelector(".dco-fact__value")!.TextContent.Trim()}"));

    public static string File(params string[] rows) => $"LA reference,{Sample.Headings},NHS number\n{string.Join('\n', rows)}\n";
}

// the portal with its real edges made to fail: the database while it is written to, and the scanner
internal sealed class FailingPortal : PortalApp
{
    public SaveTrap Trap { get; } = new();

    public FixedScanner? Scanner { get; init; }

    protected override void ConfigureServices(IServiceCollection services)
    {
        services.AddSingleton<IInterceptor>(Trap);
        services.AddSingleton<IInterceptor>(Trap.Before);
        if (Scanner is not null) { services.Replace(ServiceDescriptor.Singleton<IMalwareScanner>(Scanner)); }
    }
}

internal sealed class FixedScanner(ScanVerdict verdict) : IMalwareScanner
{
    public Task<ScanVerdict> ScanAsync(Stream content, CancellationToken ct) => Task.FromResult(verdict);

    public bool CanOpen(ScanVerdict scanned) => scanned == ScanVerdict.Clean;

    public Task CheckAsync(CancellationToken ct) => Task.CompletedTask;
}

// runs something when the save of an import has written some of its rows, or when it is about to begin
internal sealed class SaveTrap : DbCommandInterceptor
{
    private int rows;

    public Action? AfterTwentyRows { get; set; }

    public BeforeSave Before { get; } = new();

    public override ValueTask<InterceptionResult<System.Data.Common.DbDataReader>> ReaderExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<System.Data.Common.DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Count(command);
        return new(result);
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(System.Data.Common.DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Count(command);
        return new(result);
    }

    private void Count(System.Data.Common.DbCommand command)
    {
        if (AfterTwentyRows is { } act && command.CommandText.Contains("INSERT INTO \"Assessments\"", StringComparison.Ordinal) && ++rows > 20) { act(); }
    }
}

internal sealed class BeforeSave : SaveChangesInterceptor
{
    public Func<Task>? OfAnImport { get; set; }

    public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (OfAnImport is { } act && eventData.Context!.ChangeTracker.Entries<DcoPortal.Domain.Assessments.Assessment>().Any()) { await act(); }
        return result;
    }
}
