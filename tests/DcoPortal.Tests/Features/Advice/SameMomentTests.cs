using System.Net;
using DcoPortal.Casework.Requests;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Two people deal with one request in the same moment: the slower one changes nothing and is told so in the page's own words.</summary>
public sealed class SameMomentTests : IDisposable
{
    private const string Changed = "Someone else dealt with this answer after you opened it, or it was changed. Nothing you did was saved. This is how it stands now.";
    private readonly SameMomentApp _app = new();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("accept", "")]
    [InlineData("return", "")]
    [InlineData("Send back", "Mine")]
    public async Task Whoever_checks_an_answer_that_somebody_sends_back_in_the_same_moment_is_told_and_the_look_is_logged(string button, string comment)
    {
        var (id, browser) = await SubmittedAsync();
        var page = await browser.GetAsync($"/check/{id}");
        var looks = await LooksAsync(id);
        _app.Before = () => SendBackAsync(id);

        var late = await browser.SubmitAsync(page, "form[action$='/accept']", new() { ["Comment"] = comment }, button: button);

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal([Changed], late.Errors);
        Assert.Equal(looks + 1, await LooksAsync(id));
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.Equal((RequestStage.WithService, "Hers", 1), (request.Stage, request.SentBackComment, request.SentBackCount));
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.AdviceRequestId == id && (e.Fact == "AdviceSentBack" || e.Fact == "AdviceAccepted" || e.Fact == "AdviceReturned")));
        Assert.Equal(["advice-sent-back"], await db.Emails.Where(e => e.AdviceRequestId == id).Select(e => e.Template).ToListAsync());
    }

    [Fact]
    public async Task Two_who_accept_in_the_same_moment_accept_once_and_the_slower_is_told_that_it_was_done()
    {
        var (id, browser) = await SubmittedAsync();
        var page = await browser.GetAsync($"/check/{id}");
        _app.Before = () => _app.AsAsync(TestWorld.Dco, async s => await s.GetRequiredService<AcceptAdviceHandler>().HandleAsync(id, await VersionAsync(id), thenReturn: false, default));

        var late = await browser.SubmitAsync(page, "form[action$='/accept']", [], button: "accept");

        Assert.Contains("This had already been done. Nothing was changed.", late.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("Dr Helen Shaw", (await db.AuditEntries.SingleAsync(e => e.AdviceRequestId == id && e.Fact == "AdviceAccepted")).ActorName);
    }

    private async Task<(Guid Id, PortalBrowser Browser)> SubmittedAsync()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen,
            r => r.Submit(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 21), "Gwen Pritchard"));
        return (id, await _app.SignInAsync(TestWorld.Administrator));
    }

    private Task<Outcome<Guid?>> SendBackAsync(Guid id) =>
        _app.AsAsync(TestWorld.Dco, async s => await s.GetRequiredService<SendBackHandler>().HandleAsync(id, await VersionAsync(id), "Hers", default));

    private async Task<Guid> VersionAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.Where(r => r.Id == id).Select(r => r.Version).SingleAsync();
    }

    private async Task<int> LooksAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AuditEntries.CountAsync(e => e.AdviceRequestId == id && e.Fact == "ChildRecordViewed");
    }

    /// <summary>Does something just before the next save of a request: what somebody else did in the same moment.</summary>
    private sealed class SameMomentApp : PortalApp
    {
        public Func<Task>? Before { get; set; }

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(new Saves(this));

        private sealed class Saves(SameMomentApp app) : SaveChangesInterceptor
        {
            public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
            {
                if (app.Before is { } before && eventData.Context!.ChangeTracker.Entries<AdviceRequest>().Any(e => e.State == EntityState.Modified))
                {
                    app.Before = null;
                    // another request: nothing of this one flows into it
                    Task other;
                    using (ExecutionContext.SuppressFlow()) { other = Task.Run(before, cancellationToken); }
                    await other;
                }
                return result;
            }
        }
    }
}
