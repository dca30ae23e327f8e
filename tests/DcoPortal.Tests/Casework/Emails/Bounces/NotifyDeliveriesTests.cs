using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Bounces;
using DcoPortal.Tests.Support;
using DcoPortal.Tests.Support.Servers;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Casework.Emails.Bounces;

public sealed class NotifyDeliveriesTests(NotifyServer server) : IClassFixture<NotifyServer>, IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    private async Task<IReadOnlyList<Guid>> SentAsync(int count)
    {
        server.Failures.Clear();
        server.Asked.Clear();
        server.Answers.Clear();
        _app.With("Emails:Sender", "GovNotify").With("Emails:AllowedDomains:0", "provider.test").With("Emails:GovNotify:ApiKey", NotifyServer.ApiKey)
            .With("Emails:GovNotify:TemplateId", NotifyServer.TemplateId).With("Emails:GovNotify:BaseUrl", server.Url);
        await using var db = _app.Database();
        var now = _app.Time.GetUtcNow().UtcDateTime;
        var emails = Enumerable.Range(0, count).Select(n => new EmailMessage
        {
            Id = Guid.CreateVersion7(),
            UniqueKey = $"{n}",
            Template = "advice-request-sent",
            To = "inbox@provider.test",
            Subject = "s",
            Body = "b",
            QueuedUtc = now,
            NextAttemptUtc = now,
        }).ToList();
        db.Emails.AddRange(emails);
        await db.SaveChangesAsync();
        await _app.SendEmailsAsync();
        return [.. emails.Select(e => e.Id)];
    }

    private Task<int> ReadAsync() => _app.Services.GetRequiredService<NotifyDeliveries>().ReadAsync(CancellationToken.None);

    private async Task<EmailMessage> RowAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.Emails.AsNoTracking().SingleAsync(e => e.Id == id);
    }

    private NotifyFailure Failed(string status, string? reference, int daysAgo = 0) => new(status, reference, _app.Time.GetUtcNow().UtcDateTime.AddDays(-daysAgo));

    [Fact]
    public async Task An_email_that_Notify_could_not_deliver_is_found_by_our_reference_and_marked()
    {
        var ids = await SentAsync(4);
        server.Failures.AddRange([Failed("permanent-failure", $"{ids[0]:D}"), Failed("technical-failure", $"{ids[1]:D}"), Failed("temporary-failure", $"{ids[2]:D}"),
            Failed("permanent-failure", $"{Guid.NewGuid():D}"), Failed("permanent-failure", "another program's"), Failed("permanent-failure", null)]);

        Assert.Equal(3, await ReadAsync());

        var rows = await Task.WhenAll(ids.Select(RowAsync));
        Assert.Contains("there is no such mailbox (permanent failure)", rows[0].LastError, StringComparison.Ordinal);
        Assert.Contains("technical failure", rows[1].LastError, StringComparison.Ordinal);
        Assert.Contains("temporary failure", rows[2].LastError, StringComparison.Ordinal);
        Assert.Equal([true, true, true, false], rows.Select(r => r.BouncedUtc is not null));
    }

    [Fact]
    public async Task Notify_is_asked_every_ten_minutes_at_most_by_one_portal_for_emails_only_and_with_a_signed_token()
    {
        await SentAsync(1);
        await ReadAsync();
        var first = server.Asked.Count;
        await ReadAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(9));
        await ReadAsync();
        Assert.Equal(3, first);
        Assert.Equal(3, server.Asked.Count);
        Assert.All(server.Asked, a => Assert.Equal("email", a.TemplateType));
        Assert.All(server.Asked, a => GovNotifyEmailSenderTests.AssertSigned(a.Token));

        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await ReadAsync();

        Assert.Equal(6, server.Asked.Count);
    }

    [Fact]
    public async Task Older_pages_are_read_back_to_five_days_and_no_further()
    {
        var ids = await SentAsync(1);
        server.PageSize = 2;
        // the newest first, as Notify lists them: ours stands on the second page, the fourth is never asked for
        server.Failures.AddRange([.. Enumerable.Range(0, 2).Select(_ => Failed("permanent-failure", null)), Failed("permanent-failure", $"{ids[0]:D}", 4), Failed("permanent-failure", null, 4),
            Failed("permanent-failure", null, 5), Failed("permanent-failure", null, 6), Failed("permanent-failure", null, 6), Failed("permanent-failure", null, 6)]);

        Assert.Equal(1, await ReadAsync());

        Assert.Equal(3, server.Asked.Count(a => a.Status == "permanent-failure"));
    }

    [Fact]
    public async Task An_email_that_was_sent_again_is_not_marked_by_what_became_of_the_first()
    {
        var ids = await SentAsync(1);
        server.Failures.Add(Failed("permanent-failure", $"{ids[0]:D}"));
        await ReadAsync();
        await using (var db = _app.Database()) { await db.Emails.ExecuteUpdateAsync(s => s.SetProperty(e => e.IcbId, TestWorld.FarIcb)); }
        var browser = await _app.SignInAsync(TestWorld.FarAdministrator);
        await browser.SubmitAsync(await browser.GetAsync($"/emails/{ids[0]}"), "form[action$=send-again]", []);
        await _app.SendEmailsAsync();
        _app.Time.Advance(TimeSpan.FromMinutes(10));

        await ReadAsync();

        await using var after = _app.Database();
        var again = await after.Emails.SingleAsync(e => e.Id != ids[0]);
        Assert.True(again is { SentUtc: not null, BouncedUtc: null });
    }
}
