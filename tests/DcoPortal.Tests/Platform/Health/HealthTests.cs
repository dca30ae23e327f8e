using System.Net;
using DcoPortal.Casework.Emails;
using DcoPortal.Tests.Support;

namespace DcoPortal.Tests.Platform.Health;

public sealed class HealthTests : IDisposable
{
    private readonly PortalApp _app = new();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_portal_whose_parts_answer_is_ready()
    {
        var answer = await _app.CreateClient().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal("{\"database\":\"Healthy\",\"documents\":\"Healthy\",\"outbox\":\"Healthy\",\"jobs\":\"Healthy\",\"details\":{\"outbox\":{\"queued\":0}}}", await answer.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task It_says_how_much_waits_in_the_outbox_and_when_the_sender_last_ran()
    {
        await _app.SendEmailsAsync();
        await using (var db = _app.Database())
        {
            foreach (var minutes in new[] { 1, 3 })
            {
                var at = _app.Time.GetUtcNow().UtcDateTime.AddMinutes(-minutes);
                db.Emails.Add(new EmailMessage { Id = Guid.CreateVersion7(), UniqueKey = $"waits {minutes}", Template = "invitation", To = "somebody@icb.test", Subject = "s", Body = "b", QueuedUtc = at, NextAttemptUtc = at });
            }
            await db.SaveChangesAsync();
        }

        var answer = await (await _app.CreateClient().GetAsync("/health/ready")).Content.ReadAsStringAsync();

        Assert.EndsWith("\"details\":{\"outbox\":{\"queued\":2,\"oldestWaitSeconds\":180,\"lastRunUtc\":\"2026-11-21T12:00:00Z\"}}}", answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_sender_notes_its_run_at_most_once_a_minute()
    {
        async Task<DateTime?> NotedAsync()
        {
            await _app.SendEmailsAsync();
            await using var db = _app.Database();
            return (await OutboxBacklog.ReadAsync(db, CancellationToken.None)).LastRunUtc;
        }
        var first = await NotedAsync();
        _app.Time.Advance(TimeSpan.FromSeconds(59));
        var soon = await NotedAsync();
        _app.Time.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(first, soon);
        Assert.Equal(first!.Value.AddMinutes(1), await NotedAsync());
    }

    [Fact]
    public async Task An_email_that_waits_too_long_is_said_and_turns_nobody_away()
    {
        await using (var db = _app.Database())
        {
            db.Emails.Add(new EmailMessage
            {
                Id = Guid.CreateVersion7(),
                UniqueKey = "old",
                Template = "invitation",
                To = "somebody@icb.test",
                Subject = "s",
                Body = "b",
                QueuedUtc = _app.Time.GetUtcNow().UtcDateTime,
                NextAttemptUtc = _app.Time.GetUtcNow().UtcDateTime,
            });
            await db.SaveChangesAsync();
        }
        _app.Time.Advance(TimeSpan.FromMinutes(16));
        var client = _app.CreateClient();

        var ready = await client.GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.OK, ready.StatusCode);
        Assert.Contains("\"outbox\":\"Degraded\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/health/live")).StatusCode);
    }

    [Fact]
    public async Task Documents_that_cannot_be_written_make_it_not_ready()
    {
        // a file where the folder should be
        await File.WriteAllTextAsync(Path.Combine(_app.Folder, "documents"), "in the way");

        var ready = await _app.CreateClient().GetAsync("/health/ready");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, ready.StatusCode);
        Assert.Contains("\"documents\":\"Unhealthy\"", await ready.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [SqliteFact]
    public async Task A_database_that_is_away_gives_a_page_that_says_so()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        using var locked = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={Path.Combine(_app.Folder, "portal.db")};Pooling=False");
        locked.Open();
        using (var drop = locked.CreateCommand())
        {
            drop.CommandText = "ALTER TABLE Assessments RENAME TO Away";
            drop.ExecuteNonQuery();
        }

        var page = await browser.GetAsync("/assessments");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, page.Status);
        Assert.Contains("nothing already saved was lost", page.Text, StringComparison.Ordinal);
    }
}
