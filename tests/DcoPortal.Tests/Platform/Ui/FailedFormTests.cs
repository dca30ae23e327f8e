using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Platform.Ui;

/// <summary>A form that meets a failure comes back to its sender with everything that was typed.</summary>
public sealed class FailedFormTests : IDisposable
{
    private const string AnswerForm = "main form[enctype]";
    private readonly PortalApp _app = new();

    public FailedFormTests() => _app.With("ConnectionStrings:Portal", $"{_app.ConnectionString};Default Timeout=1");

    public void Dispose() => _app.Dispose();

    [SqliteFact]
    public async Task A_form_that_met_a_locked_database_can_be_sent_again_from_the_page_that_says_so()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{id}/respond");
        Page failed;
        await using (await LockAsync())
        {
            failed = await browser.SubmitAsync(page, AnswerForm, new() { ["Needs"] = "Finds zips hard. Tires by noon." }, null, "draft");
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Contains("What you sent was not saved", failed.Text, StringComparison.Ordinal);
        Assert.Contains("Finds zips hard.", failed.Find("details").TextContent, StringComparison.Ordinal);
        var saved = await browser.SubmitAsync(failed, "main form", []);
        Assert.Contains("Draft saved", saved.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("Finds zips hard. Tires by noon.", (await db.AdviceResponses.SingleAsync(r => r.Id == id)).Needs);
    }

    [SqliteFact]
    public async Task A_failed_form_carries_only_the_token_that_came_with_it()
    {
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        Page failed;
        await using (await TakeAwayAsync("Users"))
        {
            // another site's form has no token, or a worthless one
            using var foreign = new FormUrlEncodedContent([KeyValuePair.Create("Needs", "Typed elsewhere"), KeyValuePair.Create("__RequestVerificationToken", "worthless")]);
            using var answer = await browser.Client.PostAsync($"/advice-requests/{Guid.NewGuid()}/respond", foreign);
            failed = new(answer.StatusCode, answer.RequestMessage!.RequestUri!, new AngleSharp.Html.Parser.HtmlParser().ParseDocument(await answer.Content.ReadAsStringAsync()), answer);
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Equal("worthless", Assert.Single(failed.All("main form input[name=__RequestVerificationToken]")).GetAttribute("value"));
        Assert.Equal(HttpStatusCode.BadRequest, (await browser.SubmitAsync(failed, "main form", [])).Status);
    }

    [SqliteFact]
    public async Task A_form_with_a_password_is_never_given_back()
    {
        var browser = _app.Browser();
        var page = await browser.GetAsync("/account/sign-in");
        Page failed;
        await using (await TakeAwayAsync("Users"))
        {
            failed = await browser.SubmitAsync(page, "main form", new() { ["Email"] = TestWorld.Clinician, ["Password"] = TestWorld.Password });
        }

        Assert.Equal(HttpStatusCode.ServiceUnavailable, failed.Status);
        Assert.Empty(failed.All("main form"));
        Assert.DoesNotContain(TestWorld.Password, failed.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    private async Task<IAsyncDisposable> LockAsync()
    {
        var other = new SqliteConnection($"{_app.ConnectionString};Pooling=False");
        await other.OpenAsync();
        await RunAsync(other, "BEGIN IMMEDIATE");
        return other;
    }

    private async Task<IAsyncDisposable> TakeAwayAsync(string table)
    {
        var other = new SqliteConnection($"{_app.ConnectionString};Pooling=False");
        await other.OpenAsync();
        await RunAsync(other, $"ALTER TABLE {table} RENAME TO Away");
        return new PutBack(other, $"ALTER TABLE Away RENAME TO {table}");
    }

    private static async Task RunAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync();
    }

    private sealed class PutBack(SqliteConnection connection, string sql) : IAsyncDisposable
    {
        public async ValueTask DisposeAsync()
        {
            await RunAsync(connection, sql);
            await connection.DisposeAsync();
        }
    }
}
