using System.Net;
using DcoPortal.Casework.Questions;
using DcoPortal.Casework.Saving;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Questions;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Questions;

public sealed class QuestionTests : IDisposable
{
    private const string Words = "Has she been seen by Dr Quixworth since the summer?";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static async Task<Page> AskAsync(PortalBrowser browser, CaseKeys keys, string text = Words) =>
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{keys.Reference}/questions"), "main form", new() { ["Text"] = text });

    private static Guid IdOf(Page thread) => Guid.Parse(thread.Url.Segments[^1]);

    [Fact]
    public async Task A_line_break_is_one_character_whatever_the_browser_sent()
    {
        var page = await AskAsync(await _app.SignInAsync(TestWorld.Caseworker), await _app.AssessmentAsync(), "One.\rTwo.");

        Assert.Equal("One.\nTwo.", page.Find(".dco-thread__text").TextContent);
        Assert.DoesNotContain("&#xD;", await page.Response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_goes_there_and_back_and_is_in_both_worklists_until_the_side_that_asked_closes_it()
    {
        var keys = await _app.AssessmentAsync();
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var dco = await _app.SignInAsync(TestWorld.Dco);

        var asked = await AskAsync(authority, keys);
        var id = IdOf(asked);

        Assert.Contains("Your question was sent to the DCO service", asked.Document.Body!.TextContent, StringComparison.Ordinal);
        var dcoHome = await dco.GetAsync("/");
        Assert.Contains("Questions for you to answer (1)", dcoHome.Text, StringComparison.Ordinal);
        Assert.Contains(dcoHome.All(".dco-work a"), a => a.GetAttribute("href") == $"/questions/{id}");
        Assert.Contains("Questions that wait for the DCO service (1)", (await authority.GetAsync("/")).Text, StringComparison.Ordinal);

        var thread = await dco.GetAsync($"/questions/{id}");
        Assert.Contains(Words, thread.Text, StringComparison.Ordinal);
        Assert.Empty(thread.All("button[formaction$='/close']"));
        await dco.SubmitAsync(thread, $"form[action='/questions/{id}']", new() { ["Text"] = "Yes, in September." });

        Assert.Contains("Questions that wait for the local authority (1)", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Answers to your questions (1)", (await authority.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Questions (1 open)", (await authority.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.Contains("Questions (1 open)", (await dco.GetAsync($"/assessments/{keys.Reference}/activity")).Text, StringComparison.Ordinal);

        var answered = await authority.GetAsync($"/questions/{id}");
        Assert.Contains("Yes, in September.", answered.Text, StringComparison.Ordinal);
        await authority.SubmitAsync(answered, "form#reply", [], button: "Close this question");
        var again = await authority.SubmitAsync(answered, "form#reply", [], button: "Close this question");

        Assert.Contains("closed already", again.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("Questions", (await dco.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("uestions", (await authority.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("No question is open", (await authority.GetAsync("/questions")).Text, StringComparison.Ordinal);
        Assert.Contains("1 closed question", (await authority.GetAsync("/questions?show=closed")).Text, StringComparison.Ordinal);

        await dco.SubmitAsync(await dco.GetAsync($"/questions/{id}"), "form[action$='/reopen']", []);
        Assert.Contains("Answers to your questions (1)", (await authority.GetAsync("/")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        string[] facts = [.. await db.AuditEntries.Where(e => e.AssessmentId == keys.AssessmentId && e.Fact.StartsWith("Question")).OrderBy(e => e.Id).Select(e => e.Fact).ToListAsync()];
        Assert.Equal(["QuestionAsked", "QuestionAnswered", "QuestionClosed", "QuestionReopened"], facts);
    }

    [Fact]
    public async Task The_other_side_gets_an_email_with_the_reference_and_never_the_words()
    {
        var keys = await _app.AssessmentAsync();
        var authority = await _app.SignInAsync(TestWorld.Manager);
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var id = IdOf(await AskAsync(authority, keys));
        await dco.SubmitAsync(await dco.GetAsync($"/questions/{id}"), $"form[action='/questions/{id}']", new() { ["Text"] = "Dr Quixworth saw her in September." });

        await using var db = _app.Database();
        var icb = await db.Icbs.SingleAsync(i => i.Id == keys.IcbId);
        var asked = await db.Emails.SingleAsync(e => e.Template == "question-asked");
        var answered = await db.Emails.SingleAsync(e => e.Template == "question-answered");
        Assert.Equal(icb.DcoInbox, asked.To);
        Assert.Equal("send@lancashire.example.gov.uk", answered.To);
        Assert.All([asked, answered], e =>
        {
            Assert.Contains(keys.Reference, e.Subject, StringComparison.Ordinal);
            Assert.Contains($"/questions/{id}", e.Body, StringComparison.Ordinal);
            Assert.All(["Quixworth", "September", "Ashworth", "Zoë"], word => Assert.DoesNotContain(word, e.Subject + e.Body, StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Sent_twice_a_question_or_a_reply_is_said_once_and_two_people_who_answer_at_once_are_both_heard()
    {
        var keys = await _app.AssessmentAsync();
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await authority.GetAsync($"/assessments/{keys.Reference}/questions");
        var asked = await authority.SubmitAsync(form, "main form", new() { ["Text"] = Words });
        var twice = await authority.SubmitAsync(form, "main form", new() { ["Text"] = Words });
        var id = IdOf(asked);
        Assert.Equal(asked.Url, twice.Url);

        var dco = await _app.SignInAsync(TestWorld.Dco);
        var thread = await dco.GetAsync($"/questions/{id}");
        await dco.SubmitAsync(thread, $"form[action='/questions/{id}']", new() { ["Text"] = "Yes." });
        var already = await dco.SubmitAsync(thread, $"form[action='/questions/{id}']", new() { ["Text"] = "Yes." });
        Assert.Contains("had been sent already", already.Document.Body!.TextContent, StringComparison.Ordinal);

        // both loaded the question before either saved
        var outcomes = await Task.WhenAll(new[] { TestWorld.Dco, TestWorld.Administrator, TestWorld.Dco, TestWorld.Administrator }.Select((who, i) =>
            _app.AsAsync(who, s => s.GetRequiredService<QuestionsHandler>().ReplyAsync(id, Guid.CreateVersion7(), $"Answer {i}", false, CancellationToken.None))));

        Assert.All(outcomes, o => Assert.Equal(OutcomeKind.Done, o.Kind));
        await using var db = _app.Database();
        Assert.Equal(1, await db.Questions.CountAsync(q => q.AssessmentId == keys.AssessmentId));
        Assert.Equal(["Answer 0", "Answer 1", "Answer 2", "Answer 3", Words, "Yes."], (await db.QuestionMessages.Where(m => m.QuestionId == id).Select(m => m.Text).ToListAsync()).Order(StringComparer.Ordinal));
        Assert.Equal(6, await db.Emails.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Template.StartsWith("question-")));
        Assert.Equal(5, await db.AuditEntries.CountAsync(e => e.Fact == "QuestionAnswered"));
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_it_is_too_long_empty_or_the_question_was_closed_meanwhile()
    {
        var keys = await _app.AssessmentAsync();
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var empty = await AskAsync(authority, keys, "");
        Assert.Equal(["Write your question"], empty.Errors);
        var tooLong = await AskAsync(authority, keys, new string('x', 4001));
        Assert.Equal(["The question must be 4,000 characters or fewer"], tooLong.Errors);
        Assert.Equal(4001, tooLong.Find("textarea").TextContent.Trim().Length);

        var id = IdOf(await AskAsync(authority, keys));
        var dco = await _app.SignInAsync(TestWorld.Dco);
        var thread = await dco.GetAsync($"/questions/{id}");
        await authority.SubmitAsync(await authority.GetAsync($"/questions/{id}"), "form#reply", [], button: "Close this question");
        var late = await dco.SubmitAsync(thread, $"form[action='/questions/{id}']", new() { ["Text"] = "A long answer." });
        Assert.Equal("A long answer.", late.Find("textarea").TextContent.Trim());
        Assert.Contains("The question was closed meanwhile", Assert.Single(late.Errors), StringComparison.Ordinal);

        var sent = await dco.SubmitAsync(late, $"form[action='/questions/{id}']", []);

        Assert.Contains("A long answer.", sent.Text, StringComparison.Ordinal);
        Assert.Contains("Waits for the local authority", sent.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_the_two_sides_of_the_assessment_read_its_questions_and_every_view_says_which_assessment()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var id = IdOf(await AskAsync(await _app.SignInAsync(TestWorld.Caseworker), keys));

        foreach (var (who, status) in new[]
        {
            (TestWorld.OtherCaseworker, HttpStatusCode.NotFound), (TestWorld.FarAdministrator, HttpStatusCode.NotFound), (TestWorld.FarCaseworker, HttpStatusCode.NotFound),
            (TestWorld.Clinician, HttpStatusCode.Forbidden), (TestWorld.Lead, HttpStatusCode.Forbidden), (TestWorld.BoardMember, HttpStatusCode.Forbidden), (TestWorld.SystemAdministrator, HttpStatusCode.Forbidden),
        })
        {
            var browser = await _app.SignInAsync(who);
            Assert.Equal(status, (await browser.GetAsync($"/questions/{id}")).Status);
            Assert.Equal(status, (await browser.GetAsync($"/assessments/{keys.Reference}/questions")).Status);
            Assert.DoesNotContain("Quixworth", (await browser.GetAsync("/questions")).Text, StringComparison.Ordinal);
        }
        await (await _app.SignInAsync(TestWorld.Dco)).GetAsync($"/questions/{id}");

        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildRecordViewed" && e.ActorName == "Dr Helen Shaw" && e.AssessmentId == keys.AssessmentId && e.After == "Questions/Thread"));
    }

    [Fact]
    public async Task Only_the_side_that_asked_closes_a_question()
    {
        var keys = await _app.AssessmentAsync();
        var id = IdOf(await AskAsync(await _app.SignInAsync(TestWorld.Dco), keys));

        var outcome = await _app.AsAsync(TestWorld.Caseworker, s => s.GetRequiredService<QuestionsHandler>().CloseAsync(id, CancellationToken.None));

        Assert.Equal(Outcome.Refused("Only the side that asked can close a question."), outcome);
        await using var db = _app.Database();
        var question = await db.Questions.SingleAsync(q => q.Id == id);
        Assert.Null(question.ClosedUtc);
        Assert.Equal(CaseSide.LocalAuthority, question.WaitsFor);
    }

    [Fact]
    public async Task A_question_that_is_sent_once_more_with_other_words_says_that_the_first_stands()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await browser.GetAsync($"/assessments/{keys.Reference}/questions");
        var form = $"form[action='/assessments/{keys.Reference}/questions']";
        await browser.SubmitAsync(page, form, new() { ["Text"] = "Has she been seen?" });

        var late = await browser.SubmitAsync(page, form, new() { ["Text"] = "Has she been seen, and by whom?" });

        Assert.Equal(System.Net.HttpStatusCode.Conflict, late.Status);
        Assert.Contains("Has she been seen?", late.Text, StringComparison.Ordinal);
        Assert.Contains("and by whom", late.Document.Source.Text, StringComparison.Ordinal);
    }
}
