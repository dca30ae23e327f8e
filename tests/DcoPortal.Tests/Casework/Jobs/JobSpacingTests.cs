using DcoPortal.Casework.Jobs;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Casework.Jobs;

public sealed class JobSpacingTests : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMinutes(10);

    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private async Task<bool> TryAsync(DateTime now, int count = 0)
    {
        await using var db = _app.Database();
        return await JobSpacing.TryTakeAsync(db, "news", now, Every, count, default);
    }

    [Fact]
    public async Task Exactly_one_portal_has_the_first_turn_and_the_next_turn_waits_its_time()
    {
        var now = new DateTime(2026, 11, 24, 10, 0, 0, DateTimeKind.Utc);
        // started before several threads use it
        _ = _app.Services;
        Assert.Equal(1, (await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => TryAsync(now, 5))))).Count(t => t));
        Assert.False(await TryAsync(now + Every - TimeSpan.FromSeconds(1)));
        Assert.True(await TryAsync(now + Every, 7));
        await using var db = _app.Database();
        var row = await db.Jobs.SingleAsync(j => j.Name == "news");
        Assert.Equal((now + Every, 7), (row.LastDoneUtc, row.LastCount));
    }

    [Fact]
    public async Task Making_a_row_that_another_portal_made_first_leaves_the_context_fit_for_more()
    {
        await using var db = _app.Database();
        await JobRow.EnsureAsync(db, "news", default);
        await JobRow.EnsureAsync(db, "news", default);
        Assert.False(db.ChangeTracker.HasChanges());
        Assert.Equal(1, await db.Jobs.CountAsync(j => j.Name == "news"));
    }
}
