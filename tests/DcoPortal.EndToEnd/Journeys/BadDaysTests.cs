using System.Text.RegularExpressions;
using DcoPortal.Casework.Time;
using DcoPortal.Domain.Requests;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>What goes wrong on a working day: each gets a clear page, keeps what was typed, and changes nothing twice.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class BadDaysTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    private const string LongText = "A long text that took half an hour to write.\nAnd its second line.";

    [Fact]
    public async Task A_double_click_logs_one_notification()
    {
        await using var visitor = await OpenAsync("double-click", TestWorld.OtherCaseworker);
        await visitor.Page.GotoAsync("/assessments/log");
        await visitor.FillAsync("Twiceover");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Log notification" }).DblClickAsync();
        await visitor.HeadingAsync("Notification logged");
        await using (var db = portal.Database()) { Assert.Equal(1, await db.Assessments.CountAsync(a => a.Child.LegalSurname == "Twiceover")); }

        await visitor.Page.GoBackAsync();

        await visitor.HeadingAsync("Notification logged");
        await visitor.LookAsync("logged-after-back");
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_the_person_leaves_at_once_and_nobody_is_warned()
    {
        await using var visitor = await OpenAsync("leaves-at-once", TestWorld.Manager);
        await visitor.Page.GotoAsync("/assessments/log");
        var form = visitor.Page.Url;
        await visitor.TypeAsync("Forenames", "Amelia");

        await visitor.FollowAsync("Assessments");
        await visitor.HeadingAsync("Assessments");
        await visitor.Page.GotoAsync(form);

        await Assertions.Expect(visitor.Page.Locator("#Child_Forenames")).ToHaveValueAsync("Amelia");
    }

    [Fact]
    public async Task What_was_typed_stays_on_the_page_when_it_is_saved_after_signing_out_in_another_tab()
    {
        var id = await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var visitor = await OpenAsync("signed-out-elsewhere", TestWorld.Clinician);
        await visitor.Page.GotoAsync($"/advice-requests/{id}/respond");
        var other = await visitor.Page.Context.NewPageAsync();
        await other.GotoAsync("/");
        await other.Locator("form[action='/account/sign-out'] button").First.ClickAsync();
        await visitor.TypeAsync("Health needs", LongText);
        await visitor.SaysAsync("You are signed out, so nothing is saved");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Save draft", Exact = true }).ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("#Needs")).ToHaveValueAsync(LongText);
        Assert.EndsWith("/respond", visitor.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Files_that_are_chosen_and_not_uploaded_are_said_and_the_Enter_key_removes_none()
    {
        var id = await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var visitor = await OpenAsync("chosen-files", TestWorld.Clinician);
        await visitor.Page.GotoAsync($"/advice-requests/{id}/respond");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync([Files.Pdf("one.pdf")]);
        await visitor.PressAsync("Upload files");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync([new FilePayload { Name = "two.pdf", MimeType = "application/pdf", Buffer = [.. Files.Pdf("two.pdf").Buffer, (byte)'\n'] }]);
        await visitor.TypeAsync("Health needs", LongText);
        await visitor.SaysAsync("1 file is chosen and not uploaded yet");
        var asked = false;
        visitor.Page.Dialog += async (_, dialog) =>
        {
            asked |= dialog.Type == DialogType.BeforeUnload;
            await dialog.DismissAsync();
        };
        await visitor.Page.EvaluateAsync("location.href = '/'");
        await Assertions.Expect(visitor.Page.Locator("h1")).ToContainTextAsync("Give your advice");
        Assert.True(asked);

        await visitor.Page.GetByLabel("Author", new() { Exact = true }).PressAsync("Enter");

        await visitor.SeeAsync("Nothing has been sent yet");
        await using var db = portal.Database();
        Assert.Equal(["one.pdf", "two.pdf"], await db.Documents.Where(d => d.AdviceRequestId == id && d.RemovedUtc == null).Select(d => d.FileName).Order().ToListAsync());
    }

    [Fact]
    public async Task A_double_click_and_two_posts_at_once_send_one_request_and_one_email()
    {
        var keys = await portal.AssessmentAsync();
        await using var visitor = await OpenAsync("double-send", TestWorld.Administrator);
        await visitor.Page.GotoAsync($"/assessments/{keys.Reference}/request-advice");
        await visitor.Page.GetByLabel(AskSpeechTherapy()).CheckAsync();

        var answers = await PostTwiceAsync(visitor);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Send 1 request" }).DblClickAsync();
        await visitor.SeeAsync("Already asked, so not asked again");

        Assert.All(answers, status => Assert.True(status is 200 or 409, $"{status}"));
        await visitor.LookAsync("already-asked", 409);
        await using var db = portal.Database();
        Assert.Equal(1, await db.AdviceRequests.CountAsync(r => r.AssessmentId == keys.AssessmentId && r.ServiceId == TestWorld.SpeechTherapy));
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "advice-request-sent" && e.Subject.Contains(keys.Reference)));
    }

    [Fact]
    public async Task An_answer_submitted_twice_at_once_and_again_after_Back_is_one_answer()
    {
        var id = await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var visitor = await OpenAsync("answer-twice", TestWorld.Clinician);
        await visitor.Page.GotoAsync($"/advice-requests/{id}/nil-return");
        await visitor.ChooseAsync("Not known to the service");
        Assert.All(await PostTwiceAsync(visitor), status => Assert.True(status is 200 or 409, $"{status}"));
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Submit this answer" }).DblClickAsync();
        await visitor.HeadingAsync("Answer submitted");
        await visitor.LookAsync("answered", 409);

        await visitor.Page.GoBackAsync();

        await visitor.SeeAsync("This request has already been answered or closed. Nothing was changed.");
        await visitor.LookAsync("after-back");
        await using var db = portal.Database();
        Assert.Equal(1, await db.Emails.CountAsync(e => e.Template == "advice-submitted" && e.AdviceRequestId == id));
    }

    [Fact]
    public async Task The_second_of_two_administrators_is_told_and_keeps_the_comment()
    {
        var id = await AnsweredAsync();
        await using var first = await OpenAsync("two-administrators-first", TestWorld.Administrator);
        await using var second = await OpenAsync("two-administrators-second", TestWorld.Dco);
        await first.Page.GotoAsync($"/check/{id}");
        await second.Page.GotoAsync($"/check/{id}");
        await first.PressAsync("Accept only");
        await first.SeeAsync("answer accepted");

        await second.TypeAsync("What needs to change?", "Please say how often.");
        await second.PressAsync("Send back");

        await second.SeeAsync("Someone else dealt with this answer after you opened it");
        await second.LookAsync("told", 409);
        await second.SeeAsync("Please say how often.");
        await using var db = portal.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        Assert.NotNull(request.AcceptedUtc);
        Assert.Equal(0, request.SentBackCount);
    }

    [Fact]
    public async Task What_was_typed_when_the_session_ended_is_saved_after_signing_in_again()
    {
        var id = await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Tariq);
        await using var visitor = await OpenAsync("session-ends", TestWorld.Colleague);
        await visitor.Page.GotoAsync($"/advice-requests/{id}/respond");
        await visitor.TypeAsync("Health needs", LongText);

        portal.Time.Advance(TimeSpan.FromMinutes(31));
        await visitor.PressAsync("Save draft");

        await visitor.SeeAsync("You were signed out before that was saved");
        await visitor.LookAsync("sign-in-again");
        await visitor.SignInHereAsync(TestWorld.Colleague);
        await visitor.HeadingAsync("You were signed out before this was saved");
        await visitor.LookAsync("continue");
        await visitor.PressAsync("Continue and save");
        await visitor.SeeAsync("Draft saved");
        Assert.Equal(LongText, await visitor.Page.GetByLabel("Health needs").InputValueAsync());
    }

    [SqliteFact]
    public async Task What_was_typed_when_the_database_was_locked_is_saved_by_trying_again()
    {
        using var own = new LivePortal();
        own.With("ConnectionStrings:Portal", $"{own.ConnectionString};Default Timeout=1");
        var url = own.BaseUrl;
        var id = await own.RequestAsync(await own.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Tariq);
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, url, "bad-days-database-locked");
        await visitor.SignInAsync(TestWorld.Colleague);
        await visitor.Page.GotoAsync($"/advice-requests/{id}/respond");
        await visitor.TypeAsync("Health needs", LongText);
        await using (var other = new SqliteConnection($"{own.ConnectionString};Pooling=False"))
        {
            await other.OpenAsync();
            await using var locked = other.BeginTransaction(deferred: false);

            await visitor.PressAsync("Save draft");

            await visitor.HeadingAsync("The service is not available for the moment");
            await visitor.Page.GetByText("Show what you typed").ClickAsync();
            await visitor.LookAsync("not-available", 503);
        }
        await visitor.PressAsync("Try again");
        await visitor.SeeAsync("Draft saved");
        Assert.Equal(LongText, await visitor.Page.GetByLabel("Health needs").InputValueAsync());
    }

    [Fact]
    public async Task What_belongs_to_another_organisation_is_not_found()
    {
        var keys = await portal.AssessmentAsync();
        var id = await portal.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var neighbour = await OpenAsync("not-theirs-authority", TestWorld.OtherCaseworker);
        await neighbour.GoToRefusalAsync($"/assessments/{keys.Reference}", "assessment", 404);
        await neighbour.HeadingAsync("Page not found");
        await using var otherService = await OpenAsync("not-theirs-service", TestWorld.OtherClinician);
        await otherService.GoToRefusalAsync($"/advice-requests/{id}/respond", "request", 404);
        await using var otherBoard = await OpenAsync("not-theirs-board", TestWorld.FarAdministrator);
        await otherBoard.GoToRefusalAsync($"/assessments/{keys.Reference}/request-advice", "request-advice", 404);
    }

    [Fact]
    public async Task Files_that_are_too_large_or_not_what_they_say_are_refused_and_the_text_is_kept()
    {
        var id = await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var visitor = await OpenAsync("bad-files", TestWorld.Clinician);
        await visitor.Page.GotoAsync($"/advice-requests/{id}/respond");
        await visitor.TypeAsync("Short summary", "She needs a footrest.");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync([Files.TooLarge, Files.NotWhatItSays, Files.Pdf("good.pdf")]);

        await visitor.PressAsync("Upload files");

        await visitor.SeeAsync("‘scan.pdf’ must be smaller than 25 MB");
        await visitor.SeeAsync("‘drawing.png’ does not look like");
        await visitor.SeeAsync("good.pdf");
        await visitor.LookAsync("refused");
        Assert.Equal("She needs a footrest.", await visitor.Page.GetByLabel("Short summary").InputValueAsync());
        await using var db = portal.Database();
        Assert.Equal("good.pdf", (await db.Documents.SingleAsync(d => d.AdviceRequestId == id)).FileName);
    }

    private async Task<Visitor> OpenAsync(string journey, string email)
    {
        var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, $"bad-days-{journey}");
        await visitor.SignInAsync(email);
        return visitor;
    }

    private async Task<Guid> AnsweredAsync()
    {
        var now = portal.Time.GetUtcNow().UtcDateTime;
        return await portal.RequestAsync(await portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen,
            r => r.SubmitNilReturn(ReplyCode.NotKnown, null, now, UkClock.DateOf(now), "Gwen Pritchard"));
    }

    /// <summary>Sends the page's form twice at the same moment, as two tabs would, without leaving the page.</summary>
    private static Task<int[]> PostTwiceAsync(Visitor visitor) => visitor.Page.EvaluateAsync<int[]>("""
        async () => {
          const form = document.querySelector('main form[method=post]');
          const body = new FormData(form, form.querySelector('button[value=send]') ?? form.querySelector('button[type=submit]'));
          const send = () => fetch(form.action, { method: 'POST', body: new URLSearchParams(body) }).then(answer => answer.status);
          return await Promise.all([send(), send()]);
        }
        """);

    [GeneratedRegex("^Paediatric speech and language therapy")]
    private static partial Regex AskSpeechTherapy();
}
