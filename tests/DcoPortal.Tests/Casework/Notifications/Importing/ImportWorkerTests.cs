using System.Text;
using DcoPortal.Casework.Notifications.Importing;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Notifications.Importing;

public sealed class ImportWorkerTests : IDisposable
{
    private readonly FailingPortal _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_database_that_fails_half_way_leaves_nothing_and_the_import_can_be_tried_again()
    {
        var (manager, confirmed) = await ConfirmedAsync(Sample.Bytes);
        _app.Trap.AfterTwentyRows = () => throw new SqliteException("disk I/O error", 10);

        Assert.True(await _app.ImportNextAsync());
        var failed = await manager.GetAsync(confirmed.Url.AbsolutePath);
        Assert.Equal("Nothing was imported", failed.Find("h1").TextContent);
        await AssertNothingAsync();
        Assert.False(await _app.ImportNextAsync());

        _app.Trap.AfterTwentyRows = null;
        await manager.ConfirmAsync(failed);
        Assert.True(await _app.ImportNextAsync());
        Assert.Equal("Imported 34, Passed over 0, To look at 2, Refused 4", (await manager.GetAsync(confirmed.Url.AbsolutePath)).Figures());
    }

    [Fact]
    public async Task A_worker_that_is_stopped_half_way_leaves_nothing_and_the_next_one_does_it_all()
    {
        await ConfirmedAsync(Sample.Bytes);
        using var stopping = new CancellationTokenSource();
        _app.Trap.AfterTwentyRows = () =>
        {
            stopping.Cancel();
            stopping.Token.ThrowIfCancellationRequested();
        };

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _app.ImportNextAsync(stopping.Token));
        await AssertNothingAsync();

        _app.Trap.AfterTwentyRows = null;
        Assert.True(await _app.ImportNextAsync());
        Assert.Equal(34, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task The_claim_of_a_dead_worker_runs_out_and_two_workers_never_have_the_same_import()
    {
        await ConfirmedAsync(Sample.Bytes);
        await using (var db = _app.Database())
        {
            var now = _app.Time.GetUtcNow().UtcDateTime;
            await db.ImportBatches.ExecuteUpdateAsync(s => s.SetProperty(b => b.ClaimedUtc, now));
        }
        Assert.False(await _app.ImportNextAsync());

        _app.Time.Advance(ImportProcessor.ClaimTime + TimeSpan.FromSeconds(1));
        var both = await Task.WhenAll(_app.ImportNextAsync(), _app.ImportNextAsync());

        Assert.Equal([false, true], both.Order());
        Assert.Equal(34, await _app.AssessmentsAsync());
    }

    [Fact]
    public async Task A_worker_that_was_thought_dead_saves_nothing_over_the_one_that_took_over()
    {
        var (manager, confirmed) = await ConfirmedAsync(Sample.Bytes);
        _app.Trap.Before.OfAnImport = async () =>
        {
            await using var db = _app.Database();
            await db.ImportBatches.ExecuteUpdateAsync(s => s.SetProperty(b => b.Version, Guid.NewGuid()));
        };

        Assert.True(await _app.ImportNextAsync());

        await AssertNothingAsync();
        // it is the other worker's still, so no failure is written into it
        Assert.Contains("rows are prepared", (await manager.GetAsync(confirmed.Url.AbsolutePath)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_imported_for_somebody_whose_account_was_disabled_meanwhile()
    {
        await ConfirmedAsync(Sample.Bytes);
        await using (var db = _app.Database())
        {
            await db.Users.Where(u => u.Email == TestWorld.Manager).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledUtc, DateTime.UnixEpoch));
        }

        Assert.True(await _app.ImportNextAsync());

        await AssertNothingAsync();
        await using var after = _app.Database();
        Assert.Equal("The person who confirmed this import may no longer import notifications.", (await after.ImportBatches.SingleAsync()).Failure);
    }

    [Fact]
    public async Task Many_rows_show_their_progress_and_all_of_them_on_pages()
    {
        var (manager, confirmed) = await ConfirmedAsync(ManyRows());
        var seen = "";
        _app.Trap.Before.OfAnImport = async () => seen = (await manager.GetAsync(confirmed.Url.AbsolutePath)).Text;

        Assert.True(await _app.ImportNextAsync());

        Assert.Contains("1,200 of 1,200 rows are prepared", seen, StringComparison.Ordinal);
        var result = await manager.GetAsync(confirmed.Url.AbsolutePath);
        Assert.Equal("Imported 1,200, Passed over 0, Refused 0", result.Figures());
        Assert.Equal(50, result.All("th.dco-number[scope=row]").Count);
        Assert.Contains("Showing 1,151 to 1,200 of 1,200 rows", (await manager.GetAsync(confirmed.Url.AbsolutePath + "?page=24")).Text, StringComparison.Ordinal);
        Assert.Equal(1200, await _app.AssessmentsAsync());
    }

    private async Task<(PortalBrowser Manager, Page Confirmed)> ConfirmedAsync(byte[] bytes)
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        return (manager, await manager.ConfirmAsync(await manager.UploadAsync(bytes)));
    }

    private async Task AssertNothingAsync()
    {
        await using var db = _app.Database();
        Assert.Equal((0, 0, 0, 0), (await db.Assessments.CountAsync(), await db.InvolvedProfessionals.CountAsync(), await db.Emails.CountAsync(),
            await db.AuditEntries.CountAsync(e => e.Fact == "NotificationImported" || e.Fact == "ImportFinished")));
    }

    private static byte[] ManyRows()
    {
        var text = new StringBuilder($"LA reference,{Sample.Headings},Decision to assess,Date of decision,Family views");
        for (var p = 1; p <= 3; p++) { text.Append(System.Globalization.CultureInfo.InvariantCulture, $",Professional {p} name,Professional {p} service,Professional {p} provider"); }
        text.Append('\n');
        for (var i = 1; i <= 1200; i++)
        {
            text.Append(System.Globalization.CultureInfo.InvariantCulture,
                $"V/{i},01/10/2026,Surname{i},Zoë,05/03/2019,Yes,02/11/2026,She loves water and music.,Gwen Pritchard,Paediatric occupational therapy,LSCFT,,Community paediatrics,Lancashire Teaching Hospitals,Somebody Else,Dietetics,Elsewhere\n");
        }
        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
