using DcoPortal.Casework.Data;
using DcoPortal.Casework.Jobs;
using DcoPortal.Casework.Time;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Jobs;

public sealed class JobItemsTests : IDisposable
{
    private static readonly DateOnly Day = new(2026, 11, 24);

    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private JobLease Lease(string holder) => new(_app.Services.GetRequiredService<PortalDbFactory>(), _app.Services.GetRequiredService<UkClock>(), "work", holder);

    [Fact]
    public async Task An_item_that_fails_keeps_no_other_waiting_and_the_work_says_how_many_failed()
    {
        var lease = Lease("one");
        Assert.True(await lease.TakeAsync(Day, default));
        var items = new JobItems(lease);
        List<int> done = [];
        foreach (var item in Enumerable.Range(1, 5))
        {
            await items.DoAsync(() =>
            {
                if (item % 2 == 0) { throw new InvalidOperationException($"item {item}"); }
                done.Add(item);
                return Task.FromResult(2);
            }, default);
        }

        Assert.Equal([1, 3, 5], done);
        var failed = Assert.Throws<AggregateException>(() => items.Finish());
        Assert.Equal(["item 2", "item 4"], failed.InnerExceptions.Select(e => e.Message));
        Assert.StartsWith("2 failed, 6 done.", failed.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Work_without_a_failure_says_how_much_was_done()
    {
        var lease = Lease("one");
        Assert.True(await lease.TakeAsync(Day, default));
        var items = new JobItems(lease);
        await items.DoAsync(() => Task.FromResult(2), default);
        await items.DoAsync(() => Task.FromResult(0), default);
        Assert.Equal(2, items.Finish());
    }

    [Fact]
    public async Task Work_that_another_portal_has_taken_over_stops_before_its_next_item()
    {
        var lease = Lease("one");
        Assert.True(await lease.TakeAsync(Day, default));
        var items = new JobItems(lease);
        var done = 0;
        await items.DoAsync(() => Task.FromResult(++done), default);
        _app.Time.Advance(JobLease.Length + TimeSpan.FromSeconds(1));
        Assert.True(await Lease("other").TakeAsync(Day, default));

        await Assert.ThrowsAsync<JobLeaseLostException>(() => items.DoAsync(() => Task.FromResult(++done), default));
        Assert.Equal(1, done);
        await using var db = _app.Database();
        Assert.Equal("other", await db.Jobs.Where(j => j.Name == "work").Select(j => j.Holder).SingleAsync());
    }

    [Fact]
    public async Task A_portal_that_stops_begins_no_further_item_and_counts_none_as_failed()
    {
        var lease = Lease("one");
        Assert.True(await lease.TakeAsync(Day, default));
        var items = new JobItems(lease);
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAsync<OperationCanceledException>(() => items.DoAsync(() =>
        {
            stop.Cancel();
            stop.Token.ThrowIfCancellationRequested();
            return Task.FromResult(1);
        }, stop.Token));
        var begun = 0;
        await Assert.ThrowsAsync<OperationCanceledException>(() => items.DoAsync(() => Task.FromResult(++begun), stop.Token));
        Assert.Equal(0, begun);
        Assert.Equal(0, items.Finish());
    }
}
