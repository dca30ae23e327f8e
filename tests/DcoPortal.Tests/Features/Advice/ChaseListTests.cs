using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Emails.Bounces;
using DcoPortal.Domain.Ladder;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>The list to chase as a person works through it: filters, calls, one email for an inbox, several escalated at once.</summary>
public sealed class ChaseListTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<List<Guid>> LateAsync(params Guid[] services)
    {
        List<Guid> ids = [];
        foreach (var service in services) { ids.Add(await _app.RequestAsync(await _app.AssessmentAsync(), service)); }
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        return ids;
    }

    private static string[] Shown(Page page) => [.. page.All("input[name=Requests]").Select(i => i.GetAttribute("value")!)];

    private static string[] Chips(Page page) => [.. page.All(".dco-chips a").Select(a => string.Join(' ', a.TextContent.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)))];

    [Fact]
    public async Task A_filter_names_how_many_it_leaves_and_leaves_as_many()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy);
        await _app.ChangeRequestAsync(ids[0], r => r.Promise(new(2027, 1, 4), new(2027, 1, 4), new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc), "Gwen Pritchard"));
        await _app.ChangeRequestAsync(ids[1], r => r.Open(new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc)));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");

        Assert.Contains("All 3", Chips(page));
        Assert.Contains("Overdue 3", Chips(page));
        Assert.Contains("Promise passed 1", Chips(page));
        Assert.Contains("Not opened 1", Chips(page));
        foreach (var chip in page.All(".dco-chips a").Select(a => (Href: a.GetAttribute("href")!, Count: int.Parse(a.QuerySelector(".dco-number")!.TextContent, System.Globalization.CultureInfo.InvariantCulture))))
        {
            Assert.Equal(chip.Count, Shown(await browser.GetAsync(chip.Href)).Length);
        }
        Assert.Equal([ids[0].ToString()], Shown(await browser.GetAsync("/chase?show=PromisePassed")));
    }

    [Fact]
    public async Task Two_requests_about_one_child_that_wait_for_the_same_people_are_told_apart()
    {
        var assessment = await _app.AssessmentAsync();
        await _app.RequestAsync(assessment, TestWorld.OccupationalTherapy);
        var named = await _app.RequestAsync(assessment, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.ChangeRequestAsync(named, r => r.PassTo(null));
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));

        var labels = (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).All("input[name=Requests] + label").Select(l => l.TextContent.Trim()).ToList();
        Assert.Equal((2, 2), (labels.Count, labels.Distinct().Count()));
    }

    [Fact]
    public async Task What_was_chased_today_can_be_left_out_and_what_did_not_arrive_counts_as_not_chased()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy, TestWorld.Paediatrics);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        Assert.DoesNotContain(Chips(await browser.GetAsync("/chase")), c => c.StartsWith("Not chased", StringComparison.Ordinal));
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = ids[0].ToString() });

        Assert.Contains("Not chased today 2", Chips(await browser.GetAsync("/chase")));
        Assert.Equal(ids.Skip(1).Select(i => i.ToString()).Order(), Shown(await browser.GetAsync("/chase?show=NotChasedToday")).Order());
        await using (var db = _app.Database()) { await db.Emails.Where(e => e.AdviceRequestId == ids[0]).ExecuteUpdateAsync(s => s.SetProperty(e => e.FailedUtc, _app.Time.GetUtcNow().UtcDateTime)); }
        Assert.Equal(3, Shown(await browser.GetAsync("/chase?show=NotChasedToday")).Length);
    }

    [Fact]
    public async Task Requests_whose_email_did_not_arrive_are_one_press_away()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = ids[1].ToString() });
        Assert.DoesNotContain(Chips(await browser.GetAsync("/chase")), c => c.StartsWith("Email not delivered", StringComparison.Ordinal));
        await using (var db = _app.Database()) { await db.Emails.ExecuteUpdateAsync(s => s.SetProperty(e => e.FailedUtc, _app.Time.GetUtcNow().UtcDateTime)); }

        Assert.Contains("Email not delivered 1", Chips(await browser.GetAsync("/chase")));
        Assert.Equal([ids[1].ToString()], Shown(await browser.GetAsync("/chase?show=NotDelivered")));
    }

    [Fact]
    public async Task A_whole_service_is_reminded_of_what_the_filter_shows_and_of_nothing_else()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy);
        await _app.ChangeRequestAsync(ids[2], r => r.Open(new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc)));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var done = await browser.SubmitAsync(await browser.GetAsync("/chase?show=NotOpened"), "main form", [], button: TestWorld.OccupationalTherapy.ToString());

        Assert.Contains("2 reminders sent", done.Text, StringComparison.Ordinal);
        Assert.Equal("/chase?show=NotOpened", done.Url.PathAndQuery);
        await using var after = _app.Database();
        Assert.Equal(ids.Take(2).Order(), (await after.Chases.Select(c => c.AdviceRequestId).ToListAsync()).Order());
    }

    [Fact]
    public async Task A_call_is_recorded_in_its_row_while_the_ticks_and_the_note_for_the_others_stay()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var values = new Dictionary<string, string?> { ["Requests"] = ids[1].ToString(), ["Note"] = "Please ring Priya" };
        var open = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new(values) { ["Call"] = ids[0].ToString() });
        Assert.True(open.Find($"#chase-{ids[1]}").HasAttribute("checked"));

        Assert.Equal(["Say who you spoke to"], (await browser.SubmitAsync(open, "main form", new(values) { ["RecordCall"] = ids[0].ToString() })).Errors);
        values["RecordCall"] = ids[0].ToString();
        values["Conversation.SpokeTo"] = "Lena Ford";
        values["Conversation.Note"] = "Comes on Friday";
        (values["Conversation.PromisedOn.Day"], values["Conversation.PromisedOn.Month"], values["Conversation.PromisedOn.Year"]) = ("8", "1", "2027");
        var done = await browser.SubmitAsync(open, "main form", values);

        Assert.Contains("Call recorded", done.Find($"#row-{ids[0]}").TextContent, StringComparison.Ordinal);
        Assert.Contains("Call, 5 Jan", done.Text, StringComparison.Ordinal);
        Assert.Contains("“Comes on Friday”", done.Text, StringComparison.Ordinal);
        Assert.Contains("Promised for 8 Jan", done.Text, StringComparison.Ordinal);
        Assert.Empty(done.All("#call"));
        Assert.True(done.Find($"#chase-{ids[1]}").HasAttribute("checked"));
        Assert.Equal("Please ring Priya", done.Find("#Note").GetAttribute("value"));
        // the other half of a double click
        await browser.SubmitAsync(open, "main form", values);
        await using var db = _app.Database();
        Assert.Equal([(ids[0], ChaseChannel.Phone, "Lena Ford")], (await db.Chases.ToListAsync()).Select(c => (c.AdviceRequestId, c.Channel, c.Recipient)));
    }

    [Fact]
    public async Task What_is_typed_about_a_call_is_neither_lost_to_another_button_nor_moved_to_another_child()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var open = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Call"] = ids[0].ToString() });
        // Enter in the row records the call, and reminds nobody
        Assert.Equal("RecordCall", open.Find("main form button").GetAttribute("name"));
        foreach (var other in new[] { ("Call", ids[1].ToString()), ("Requests", ids[1].ToString()), ("WholeService", TestWorld.SpeechTherapy.ToString()), ("Escalate", "true") })
        {
            var kept = await browser.SubmitAsync(open, "main form", new() { ["Conversation.SpokeTo"] = "Lena Ford", [other.Item1] = other.Item2 });
            Assert.Equal(["Record this call or cancel it first"], kept.Errors);
            Assert.Equal("Lena Ford", kept.Find("[name='Conversation.SpokeTo']").GetAttribute("value"));
            Assert.Equal(ids[0].ToString(), kept.Find("[name=RecordCall]").GetAttribute("value"));
        }

        // nothing was typed: the next row opens, empty
        var next = await browser.SubmitAsync(open, "main form", new() { ["Call"] = ids[1].ToString() });
        Assert.Equal(ids[1].ToString(), next.Find("[name=RecordCall]").GetAttribute("value"));
        var cancelled = await browser.SubmitAsync(open, "main form", new() { ["Conversation.SpokeTo"] = "Lena Ford", ["Call"] = Guid.Empty.ToString() });
        Assert.Empty(cancelled.All("#call"));
        await using var db = _app.Database();
        Assert.False(await db.Chases.AnyAsync() || await db.Emails.AnyAsync());
    }

    [Fact]
    public async Task A_request_that_needs_nobody_after_the_call_leaves_the_list_and_the_page_says_so()
    {
        var id = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy);
        // not opened for days, and far from due
        _app.Time.Set(new DateTime(2026, 11, 26, 9, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var done = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new()
        {
            ["RecordCall"] = id.ToString(),
            ["Conversation.SpokeTo"] = "Lena Ford",
            ["Conversation.Channel"] = "Phone",
            ["Conversation.PromisedOn.Day"] = "1",
            ["Conversation.PromisedOn.Month"] = "12",
            ["Conversation.PromisedOn.Year"] = "2026",
        });

        Assert.Contains("Call recorded. The request is not in this list any more.", done.Document.Body!.TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Reminders_of_one_click_to_one_inbox_leave_as_one_email_that_lists_them()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = string.Join('\n', ids) });
        await _app.SendEmailsAsync();

        var sent = Directory.EnumerateFiles(Path.Combine(_app.Folder, "emails")).Select(File.ReadAllText).ToList();
        Assert.Equal(2, sent.Count);
        var both = Assert.Single(sent, e => e.Contains("2 requests for health advice wait for your answer", StringComparison.Ordinal));
        await using var db = _app.Database();
        foreach (var id in ids.Take(2))
        {
            var reference = (await db.AdviceRequests.SingleAsync(r => r.Id == id)).AssessmentReference;
            Assert.Contains($"Late: health advice for {reference} was due", both, StringComparison.Ordinal);
            Assert.Contains($"/advice-requests/{id}", both, StringComparison.Ordinal);
        }
        Assert.Equal((3, 3), (await db.Emails.CountAsync(e => e.SentUtc != null && e.Attempts == 1), await db.Chases.Select(c => c.EmailId).Distinct().CountAsync()));
        Assert.Equal(1, await db.Emails.CountAsync(e => e.SentWithId != null));
    }

    [Fact]
    public async Task One_email_for_several_leaves_out_what_was_answered_meanwhile()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = string.Join('\n', ids) });
        await _app.ChangeRequestAsync(ids[1], r => r.Close("No longer needed", _app.Time.GetUtcNow().UtcDateTime));
        await _app.SendEmailsAsync();

        var text = string.Concat(Directory.EnumerateFiles(Path.Combine(_app.Folder, "emails")).Select(File.ReadAllText));
        Assert.Contains("2 requests for health advice wait for your answer", text, StringComparison.Ordinal);
        Assert.DoesNotContain($"/advice-requests/{ids[1]}", text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(EmailStanding.NotNeeded, await StandingAsync(db, ids[1]));
    }

    [Fact]
    public async Task A_bounce_of_one_email_for_several_is_said_of_each_of_them()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = string.Join('\n', ids) });
        await _app.SendEmailsAsync();
        await using var db = _app.Database();
        var left = await db.Emails.Where(e => e.SentWithId == null).Select(e => e.Id).SingleAsync();

        Assert.Equal(BounceOutcome.Marked, await _app.Services.GetRequiredService<BounceRecorder>().RecordAsync(left, "Mailbox full", default));

        Assert.Equal([EmailStanding.Bounced, EmailStanding.Bounced], [await StandingAsync(db, ids[0]), await StandingAsync(db, ids[1])]);
        Assert.Contains("Email not delivered 2", Chips(await browser.GetAsync("/chase")));
    }

    private static async Task<EmailStanding> StandingAsync(DcoPortal.Casework.Data.PortalDb db, Guid requestId)
    {
        var email = await db.Emails.AsNoTracking().SingleAsync(e => e.AdviceRequestId == requestId);
        return EmailStandings.Of(email.SentUtc, email.FailedUtc, email.BouncedUtc, email.DismissedUtc);
    }

    [Fact]
    public async Task Several_are_escalated_at_once_each_service_to_whom_was_chosen_for_it_in_one_email_a_person()
    {
        var ids = await LateAsync(TestWorld.OccupationalTherapy, TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var ask = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = string.Join('\n', ids), ["Escalate"] = "true" });
        Assert.Contains("Escalate 3 requests", ask.Text, StringComparison.Ordinal);
        var noted = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = string.Join('\n', ids), ["Note"] = "Mother rang twice", ["Escalate"] = "true" });
        Assert.Contains("the note on the requests goes with a reminder", Assert.Single(noted.Errors), StringComparison.Ordinal);
        Assert.Equal("Mother rang twice", noted.Find("input[name=Note]").GetAttribute("value"));
        var empty = await browser.SubmitAsync(ask, "main form", new() { ["Reason"] = "Nobody answers. Who can write it?" });
        Assert.Equal(2, empty.Errors.Count);
        Assert.Equal("Nobody answers. Who can write it?", empty.Find("#Reason").TextContent.Trim());

        var (lead, dco) = (await _app.UserAsync(TestWorld.Lead), await _app.UserAsync(TestWorld.Dco));
        var done = await browser.SubmitAsync(empty, "main form", new() { [$"To[{TestWorld.OccupationalTherapy}]"] = lead.ToString(), [$"To[{TestWorld.SpeechTherapy}]"] = dco.ToString() });
        await _app.SendEmailsAsync();

        Assert.Contains("3 requests escalated to", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((2, 1), (await db.Escalations.CountAsync(e => e.ToUserId == lead), await db.Escalations.CountAsync(e => e.ToUserId == dco)));
        Assert.Equal(2, Directory.EnumerateFiles(Path.Combine(_app.Folder, "emails")).Count());
        // the other half of a double click
        await browser.SubmitAsync(empty, "main form", new() { [$"To[{TestWorld.OccupationalTherapy}]"] = lead.ToString(), [$"To[{TestWorld.SpeechTherapy}]"] = dco.ToString() });
        Assert.Equal(3, await db.Escalations.CountAsync());
    }
}
