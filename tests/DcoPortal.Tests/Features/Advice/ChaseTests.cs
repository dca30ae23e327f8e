using System.Net;
using DcoPortal.Casework.Data;
using DcoPortal.Casework.Emails;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Features.Advice.Chase;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

public sealed class ChaseTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<(CaseKeys Keys, Guid Id)> LateAsync()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        return (keys, id);
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    [Fact]
    public async Task A_late_request_is_chased_once_a_day_unless_more_is_meant()
    {
        var (keys, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        Assert.Contains("3 days overdue", page.Text, StringComparison.Ordinal);
        Assert.Equal(["Tick at least one request to chase"], (await browser.SubmitAsync(page, "main form", [])).Errors);

        await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString() });
        var twice = await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString() });
        Assert.Contains("chased today already", twice.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(1, (await RequestAsync(id)).ChaseCount);

        await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString(), ["Again"] = "true" });
        Assert.Equal(2, (await RequestAsync(id)).ChaseCount);
        await using var db = _app.Database();
        var emails = await db.Emails.Where(e => e.Template == "advice-request-overdue").ToListAsync();
        Assert.Equal([$"chase:{id:N}:1", $"chase:{id:N}:2"], emails.Select(e => e.UniqueKey).Order());
        Assert.All(emails, e => Assert.DoesNotContain("Ashworth", e.Subject + e.Body, StringComparison.OrdinalIgnoreCase));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "AdviceChased" && e.After == "Email to gwen@ot.test"));
    }

    [Fact]
    public async Task A_call_is_recorded_with_who_was_spoken_to_and_sends_no_email()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");

        Assert.Equal(["Say who you spoke to"], (await browser.SubmitAsync(page, "main form", new() { ["Channel"] = "Phone" })).Errors);
        await browser.SubmitAsync(page, "main form", new() { ["Channel"] = "Phone", ["SpokeTo"] = "Lena Ford" });

        await using var db = _app.Database();
        Assert.Equal("Phone to Lena Ford", (await db.AuditEntries.SingleAsync(e => e.Fact == "AdviceChased")).After);
        Assert.False(await db.Emails.AnyAsync());
    }

    [Fact]
    public async Task A_talk_keeps_what_was_said_and_the_promised_date_and_a_broken_promise_is_seen()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        var yesterday = new Dictionary<string, string?> { ["Channel"] = "Teams", ["SpokeTo"] = "Lena Ford", ["PromisedOn.Day"] = "4", ["PromisedOn.Month"] = "1", ["PromisedOn.Year"] = "2027" };
        var refused = await browser.SubmitAsync(page, "main form", yesterday);
        Assert.Equal(["The promised date must be today or later"], refused.Errors);
        Assert.Equal("Lena Ford", refused.Document.QuerySelector("#SpokeTo")!.GetAttribute("value"));
        yesterday["PromisedOn.Day"] = "7";
        yesterday["Note"] = "Tariq finishes it on Thursday";
        await browser.SubmitAsync(page, "main form", yesterday);

        Assert.Equal((new DateOnly(2027, 1, 7), true), ((await RequestAsync(id)).PromisedOn, (await RequestAsync(id)).AcknowledgedUtc is not null));
        Assert.Contains("Promised for 7 Jan", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        Assert.Contains("Tariq finishes it on Thursday", (await clinician.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        _app.Time.Set(new DateTime(2027, 1, 8, 9, 0, 0, DateTimeKind.Utc));
        Assert.Contains("Promise passed: 7 Jan", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.AdviceRequestId == id && e.Fact == "AnswerPromised"));
    }

    [Fact]
    public async Task A_whole_service_is_reminded_in_one_go_with_a_note_that_no_email_holds()
    {
        var (_, one) = await LateAsync();
        _app.Time.Set(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));
        var two = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var elsewhere = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy, TestWorld.Joan);
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        var done = await browser.SubmitAsync(page, "main form", new() { ["Note"] = "Please ring Priya" }, button: TestWorld.OccupationalTherapy.ToString());

        Assert.Contains("2 reminders sent", done.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(new[] { one, two }.Order(), (await db.Chases.Where(c => c.Note == "Please ring Priya" && c.EmailId != null && c.ByName == "Priya Nair").Select(c => c.AdviceRequestId).ToListAsync()).Order());
        Assert.DoesNotContain(elsewhere, await db.Chases.Select(c => c.AdviceRequestId).ToListAsync());
        Assert.All(await db.Emails.ToListAsync(), e => Assert.DoesNotContain("Please ring", e.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_email_that_did_not_arrive_is_said_beside_the_request()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = id.ToString() });
        await using (var db = _app.Database()) { await db.Emails.ExecuteUpdateAsync(s => s.SetProperty(e => e.FailedUtc, new DateTime(2027, 1, 5, 9, 5, 0, DateTimeKind.Utc))); }
        Assert.Contains("Not delivered", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
        Assert.Contains("Not delivered", (await browser.GetAsync($"/advice-requests/{id}/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reminder_that_did_not_arrive_is_no_reminder_and_is_sent_again_the_same_day()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var one = await browser.GetAsync("/chase");
        await browser.SubmitAsync(one, "main form", new() { ["Requests"] = id.ToString() });
        Assert.Contains("Chased today", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
        await using (var db = _app.Database()) { await db.Emails.ExecuteUpdateAsync(s => s.SetProperty(e => e.BouncedUtc, new DateTime(2027, 1, 5, 9, 5, 0, DateTimeKind.Utc))); }

        var after = await browser.GetAsync("/chase");
        Assert.DoesNotContain(after.All(".nhsuk-tag"), t => t.TextContent.Contains("Chased today", StringComparison.Ordinal));
        Assert.Contains("1 reminder sent", (await browser.SubmitAsync(after, "main form", new() { ["Requests"] = id.ToString() })).Document.Body!.TextContent, StringComparison.Ordinal);

        // the second one arrived, whatever became of the first
        var third = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = id.ToString() });
        Assert.Contains("chased today already", third.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(2, (await RequestAsync(id)).ChaseCount);
    }

    [Fact]
    public async Task An_excused_request_is_left_in_peace_only_until_the_promised_day_has_passed()
    {
        var (keys, id) = await LateAsync();
        await _app.ChangeRequestAsync(id, r => r.NoteExemption(DcoPortal.Domain.Statutory.ExemptionGround.MissedAppointment));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains(keys.Reference, (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);

        foreach (var (promised, isListed) in new[] { (new DateOnly(2027, 1, 6), false), (new DateOnly(2027, 1, 5), false), (new DateOnly(2027, 1, 4), true) })
        {
            await _app.ChangeRequestAsync(id, r => r.Promise(promised, new(2027, 1, 4), new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc), "Gwen Pritchard"));
            Assert.Equal(isListed, (await browser.GetAsync("/chase")).Text.Contains(keys.Reference, StringComparison.Ordinal));
        }
    }

    [Fact]
    public async Task To_log_a_talk_starts_with_a_call_and_a_name_without_a_talk_sends_nothing()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var row = await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Call"] = id.ToString() });
        Assert.Equal("Phone", row.Find("select[name='Conversation.Channel'] option[selected]").GetAttribute("value"));
        var talk = await browser.GetAsync($"/advice-requests/{id}/chase");

        var refused = await browser.SubmitAsync(talk, "main form", new() { ["Channel"] = "Email", ["SpokeTo"] = "Lena Ford" });

        Assert.Equal(["Choose how you spoke to them above, or leave this empty to send a reminder"], refused.Errors);
        await using var db = _app.Database();
        Assert.False(await db.Emails.AnyAsync());
    }

    [Fact]
    public async Task The_list_says_what_was_sent_back_and_what_waits_for_somebodys_answer()
    {
        var (_, id) = await LateAsync();
        await _app.ChangeRequestAsync(id, r =>
        {
            r.Submit(new DateTime(2027, 1, 4, 9, 0, 0, DateTimeKind.Utc), new(2027, 1, 4), "Gwen Pritchard");
            r.SendBack("More, please", new DateTime(2027, 1, 4, 12, 0, 0, DateTimeKind.Utc));
        });
        await _app.EscalateAsync(TestWorld.Administrator, id, TestWorld.Lead);

        var text = (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).Text;

        Assert.Contains("Sent back for more, 4 Jan, not acknowledged since", text, StringComparison.Ordinal);
        Assert.Contains("Escalated to Lena Ford, 5 Jan", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_that_nobody_opens_for_two_working_days_is_there_although_it_is_far_from_due()
    {
        // sent on Monday 23 November 2026
        _app.Time.Set(new DateTime(2026, 11, 23, 15, 0, 0, DateTimeKind.Utc));
        var quiet = await _app.AssessmentAsync();
        await _app.RequestAsync(quiet, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var known = await _app.AssessmentAsync();
        await _app.RequestAsync(known, TestWorld.OccupationalTherapy, TestWorld.Tariq, r => r.Acknowledge(new DateTime(2026, 11, 23, 16, 0, 0, DateTimeKind.Utc), "Tariq Aziz"));
        async Task<string> PageOn(int day)
        {
            _app.Time.Set(new DateTime(2026, 11, day, 9, 0, 0, DateTimeKind.Utc));
            return (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).Text;
        }

        Assert.DoesNotContain(quiet.Reference, await PageOn(25), StringComparison.Ordinal);
        var thursday = await PageOn(26);
        Assert.Contains(quiet.Reference, thursday, StringComparison.Ordinal);
        Assert.DoesNotContain(known.Reference, thursday, StringComparison.Ordinal);
    }

    private async Task ManyAsync(int count, params Guid[] inTurn)
    {
        _app.Time.Set(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));
        await _app.ManyRequestsAsync(count, inTurn);
        _app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
    }

    private static List<string?> Rows(Page page) => [.. page.All("input[name=Requests]").Select(i => i.GetAttribute("value"))];

    [Fact]
    public async Task Each_of_three_hundred_requests_stands_on_one_page_of_fifty_and_a_large_service_has_pages_of_its_own()
    {
        await ManyAsync(300, [.. Enumerable.Repeat(TestWorld.OccupationalTherapy, 6), .. Enumerable.Repeat(TestWorld.SpeechTherapy, 3), TestWorld.Paediatrics]);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        List<Page> pages = [];
        for (var n = 1; n <= 7; n++) { pages.Add(await browser.GetAsync($"/chase?page={n}")); }

        Assert.Contains("300 requests need a person today", pages[0].Text, StringComparison.Ordinal);
        Assert.All(pages, p => Assert.InRange(Rows(p).Count, 1, 50));
        Assert.Equal(300, pages.SelectMany(Rows).Distinct().Count());
        Assert.Equal(300, pages.Sum(p => Rows(p).Count));
        Assert.Contains(pages, p => p.Text.Contains("51 to 100 of 180 requests", StringComparison.Ordinal));
        Assert.Contains(pages, p => p.Text.Contains("151 to 180 of 180 requests", StringComparison.Ordinal));
        Assert.Equal(Rows(pages[6]), Rows(await browser.GetAsync("/chase?page=99")));
    }

    [Fact]
    public async Task Small_services_share_a_page_and_are_never_parted()
    {
        await ManyAsync(60, TestWorld.OccupationalTherapy, TestWorld.SpeechTherapy, TestWorld.Paediatrics);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Equal((40, 20), (Rows(await browser.GetAsync("/chase")).Count, Rows(await browser.GetAsync("/chase?page=2")).Count));
    }

    [Fact]
    public async Task The_button_of_a_service_names_how_many_it_reminds_and_reminds_all_of_them_once()
    {
        await ManyAsync(120, TestWorld.OccupationalTherapy);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var first = await browser.GetAsync("/chase");
        Assert.Contains("Remind all 120", first.Find(".dco-dense__group").TextContent, StringComparison.Ordinal);
        // Enter on a tick presses the first button, which sends nothing
        Assert.Equal(("Call", Guid.Empty.ToString()), (first.Find("main form button").GetAttribute("name"), first.Find("main form button").GetAttribute("value")));

        await browser.SubmitAsync(first, "main form", new() { ["Requests"] = Rows(first)[7] });
        var second = await browser.GetAsync("/chase?page=2");
        Assert.Contains("Remind the 119 not chased today", second.Find(".dco-dense__group").TextContent, StringComparison.Ordinal);
        var done = await browser.SubmitAsync(second, "main form", [], button: TestWorld.OccupationalTherapy.ToString());
        Assert.Contains("119 reminders sent", done.Text, StringComparison.Ordinal);
        Assert.Contains("All chased today", done.Find(".dco-dense__group").TextContent, StringComparison.Ordinal);

        var twice = await browser.SubmitAsync(second, "main form", [], button: TestWorld.OccupationalTherapy.ToString());
        Assert.Contains("Nothing was sent: every request of this service was chased today already", twice.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal((120, 120), (await db.Chases.CountAsync(), await db.AuditEntries.CountAsync(e => e.Fact == "AdviceChased")));
        Assert.True(await db.AdviceRequests.AllAsync(r => r.ChaseCount == 1));
    }

    [Theory]
    [InlineData(620, 0, "Remind the 500 most urgent of 620")]
    [InlineData(1620, 500, "Remind the 500 most urgent of the 1,120 not chased today")]
    [InlineData(620, 500, "Remind the 120 not chased today")]
    [InlineData(500, 0, "Remind all 500")]
    [InlineData(9, 8, "Remind the one not chased today")]
    [InlineData(9, 9, null)]
    public void The_button_of_a_service_says_what_one_press_does(int total, int today, string? words) =>
        Assert.Equal(words, new ServiceTally(Guid.Empty, "", 0, total, today, 1, 1).RemindAll);

    [Fact]
    public async Task Five_hundred_at_most_are_reminded_at_once_and_the_next_press_reminds_the_others()
    {
        await ManyAsync(510, TestWorld.OccupationalTherapy);
        var ids = await _app.AsAsync(TestWorld.Administrator, async s =>
        {
            var query = s.GetRequiredService<ChaseQuery>();
            var most = await query.OfServiceAsync(TestWorld.OccupationalTherapy, again: false, new ChaseFilter(), default);
            await s.GetRequiredService<ChaseHandler>().HandleAsync(most, again: false, null, default);
            var others = await query.OfServiceAsync(TestWorld.OccupationalTherapy, again: false, new ChaseFilter(), default);
            // with "again", who waits longest comes first
            Assert.Equal(others.Order(), (await query.OfServiceAsync(TestWorld.OccupationalTherapy, again: true, new ChaseFilter(), default)).Take(10).Order());
            return (most, others);
        });
        Assert.Equal((500, 10), (ids.most.Count, ids.others.Count));
        Assert.Empty(ids.most.Intersect(ids.others));
    }

    [Fact]
    public async Task Again_means_again_after_what_the_page_showed_so_that_a_double_click_does_not_send_twice()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = id.ToString() });
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        // the page of one request knows its own form again, and answers the second click as the first
        foreach (var (path, words) in new[] { ("/chase", "1 request was not reminded: chased or changed since you opened the page."), ($"/advice-requests/{id}/chase", "1 reminder sent") })
        {
            var page = await browser.GetAsync(path);
            var before = (await RequestAsync(id)).ChaseCount;
            _app.Time.Advance(TimeSpan.FromMinutes(1));
            var values = new Dictionary<string, string?> { ["Requests"] = id.ToString(), ["Again"] = "true" };
            await browser.SubmitAsync(page, "main form", values);
            var twice = await browser.SubmitAsync(page, "main form", values);

            Assert.Contains(words, twice.Text, StringComparison.Ordinal);
            Assert.Empty(twice.All("#Again[checked]"));
            Assert.Equal(before + 1, (await RequestAsync(id)).ChaseCount);
        }
    }

    [Fact]
    public async Task One_request_that_somebody_changes_in_the_same_moment_costs_the_others_nothing()
    {
        using var app = new MeddlingApp();
        app.Time.Set(new DateTime(2026, 11, 23, 9, 0, 0, DateTimeKind.Utc));
        await app.ManyRequestsAsync(60, [TestWorld.OccupationalTherapy]);
        app.Time.Set(new DateTime(2027, 1, 5, 9, 0, 0, DateTimeKind.Utc));
        var browser = await app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        app.Meddle = Guid.Parse(Rows(page)[3]!);
        var done = await browser.SubmitAsync(page, "main form", [], button: TestWorld.OccupationalTherapy.ToString());

        Assert.Contains("59 reminders sent", done.Text, StringComparison.Ordinal);
        Assert.Contains("1 request was not reminded: chased or changed since you opened the page.", done.Text, StringComparison.Ordinal);
        await using var db = app.Database();
        Assert.Equal((59, 59, 59), (await db.Chases.CountAsync(), await db.Emails.CountAsync(), await db.AuditEntries.CountAsync(e => e.Fact == "AdviceChased")));
        Assert.Equal(0, (await db.AdviceRequests.SingleAsync(r => r.ChaseCount == 0)).ChaseCount);
        Assert.False(await db.Emails.AnyAsync(e => e.AdviceRequestId == app.Meddled));

        // one alone reads the same
        app.Meddle = app.Meddled;
        var one = await browser.GetAsync($"/advice-requests/{app.Meddled}/chase");
        Assert.Contains("1 request was not reminded: chased or changed", (await browser.SubmitAsync(one, "main form", [])).Text, StringComparison.Ordinal);
        Assert.Contains("1 reminder sent", (await browser.SubmitAsync(one, "main form", [])).Text, StringComparison.Ordinal);
    }

    /// <summary>Somebody else changes a request between the reading and the saving of a chase.</summary>
    internal sealed class MeddlingApp : PortalApp
    {
        public Guid? Meddle { get; set; }

        public Guid Meddled { get; private set; }

        protected override void ConfigureServices(IServiceCollection services) => services.AddSingleton<IInterceptor>(new Meddler(this));

        private sealed class Meddler(MeddlingApp app) : SaveChangesInterceptor
        {
            public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
            {
                if (app.Meddle is { } id && eventData.Context!.ChangeTracker.Entries<DcoPortal.Domain.Ladder.Chase>().Any())
                {
                    (app.Meddle, app.Meddled) = (null, id);
                    await using var db = app.Database();
                    await db.AdviceRequests.Where(r => r.Id == id).ExecuteUpdateAsync(s => s.SetProperty(r => r.Version, Guid.CreateVersion7()), cancellationToken);
                }
                return await base.SavingChangesAsync(eventData, result, cancellationToken);
            }
        }
    }

    [Fact]
    public async Task An_email_sent_again_after_it_came_back_says_so_and_the_latest_says_whether_it_arrived()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = id.ToString() });
        async Task<string> Line() => (await browser.GetAsync($"/advice-requests/{id}/chase")).Find(".dco-chases").TextContent;
        async Task BounceAndRepeatAsync(int day)
        {
            await _app.SendEmailsAsync();
            await using (var db = _app.Database()) { await db.Emails.Where(e => e.DismissedUtc == null).ExecuteUpdateAsync(s => s.SetProperty(e => e.BouncedUtc, _app.Time.GetUtcNow().UtcDateTime)); }
            Assert.Contains("Not delivered", await Line(), StringComparison.Ordinal);
            _app.Time.Set(new DateTime(2027, 1, day, 9, 0, 0, DateTimeKind.Utc));
            browser = await _app.SignInAsync(TestWorld.Administrator);
            await _app.AsAsync(TestWorld.Administrator, async s =>
            {
                var email = await s.GetRequiredService<PortalDb>().Emails.SingleAsync(e => e.DismissedUtc == null);
                return await s.GetRequiredService<SendEmailAgainHandler>().HandleAsync(email.Id, default);
            });
            Assert.Matches($"sent again on {day} January 2027\\s+Being sent", await Line());
        }

        await BounceAndRepeatAsync(6);
        await BounceAndRepeatAsync(7);
        await _app.SendEmailsAsync();
        Assert.DoesNotMatch("Being sent|Not delivered", await Line());
        Assert.Contains("Sent again, 7 Jan", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
        Assert.Single((await browser.GetAsync($"/advice-requests/{id}/chase")).All(".dco-chases > li"));
    }

    [Fact]
    public async Task The_service_reads_how_it_was_chased_and_nothing_of_emails_that_it_may_not_see()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync("/chase"), "main form", new() { ["Requests"] = id.ToString() });
        async Task<string> SeenBy(string person) => (await (await _app.SignInAsync(person)).GetAsync($"/advice-requests/{id}")).Find(".dco-chases").TextContent;

        Assert.Contains("Being sent", await SeenBy(TestWorld.Administrator), StringComparison.Ordinal);
        foreach (var person in new[] { TestWorld.Clinician, TestWorld.Lead })
        {
            Assert.Contains("Reminder, email to", await SeenBy(person), StringComparison.Ordinal);
            Assert.DoesNotMatch("Being sent|delivered", await SeenBy(person));
        }
    }

    [Fact]
    public async Task A_request_is_closed_with_a_reason_and_only_once()
    {
        var (keys, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/close");

        Assert.Equal(["Select why the request is no longer needed"], (await browser.SubmitAsync(page, "main form", [])).Errors);
        Assert.Equal(["Say why the request is no longer needed"], (await browser.SubmitAsync(page, "main form", new() { ["Why"] = "other" })).Errors);
        await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Asked the wrong team" });
        var twice = await browser.SubmitAsync(page, "main form", new() { ["Reason"] = "Asked the wrong team" });

        Assert.Contains("closed already", twice.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal("Asked the wrong team", (await RequestAsync(id)).CloseReason);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.AssessmentId == keys.AssessmentId && e.Fact == "RequestClosed" && e.Reason == "Asked the wrong team"));
        Assert.DoesNotContain(keys.Reference, (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_sent_by_mistake_is_recalled_with_that_reason()
    {
        var (_, id) = await LateAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/close"), "main form", new() { ["Why"] = "mistake", ["Reason"] = "It was meant for her brother." });

        Assert.Equal("Sent by mistake: It was meant for her brother.", (await RequestAsync(id)).CloseReason);
    }

    [Fact]
    public async Task Only_the_boards_own_dco_service_may_chase_and_close()
    {
        var (keys, id) = await LateAsync();
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var far = await _app.SignInAsync(TestWorld.FarAdministrator);
        foreach (var path in new[] { $"/advice-requests/{id}/chase", $"/advice-requests/{id}/close" })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await clinician.GetAsync(path)).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await far.GetAsync(path)).Status);
        }
        Assert.DoesNotContain(keys.Reference, (await far.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }
}
