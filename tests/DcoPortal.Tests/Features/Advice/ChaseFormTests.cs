using DcoPortal.Domain.Ladder;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>What was typed when chasing is kept: written down, or shown once more.</summary>
public sealed class ChaseFormTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private DateTime Now => _app.Time.GetUtcNow().UtcDateTime;

    /// <summary>A late request of which the portal reminded this morning.</summary>
    private async Task<Guid> RemindedAsync()
    {
        var id = await _app.RequestToTherapyAsync();
        _app.Time.Set(new DateTime(2027, 1, 5, 7, 30, 0, DateTimeKind.Utc));
        await _app.ChangeRequestAsync(id, r => r.Chased(Now));
        _app.Time.Set(new DateTime(2027, 1, 5, 10, 0, 0, DateTimeKind.Utc));
        return id;
    }

    private async Task<List<Chase>> ChasesAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.Chases.AsNoTracking().Where(c => c.AdviceRequestId == id).OrderBy(c => c.Id).ToListAsync();
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private static Dictionary<string, string?> Call(string note = "Will send it on Friday") =>
        new() { ["Channel"] = "Phone", ["SpokeTo"] = "Lena Ford", ["Note"] = note, ["PromisedOn.Day"] = "8", ["PromisedOn.Month"] = "1", ["PromisedOn.Year"] = "2027" };

    [Fact]
    public async Task A_call_is_written_down_on_a_day_on_which_the_portal_reminded_and_a_double_click_writes_it_down_once()
    {
        var id = await RemindedAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        Assert.NotEmpty(page.All("input[name=Again]"));

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Contains("1 conversation recorded", (await browser.SubmitAsync(page, "main form", Call())).Text, StringComparison.Ordinal);
            _app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal([(ChaseChannel.Phone, "Lena Ford", "Will send it on Friday")], (await ChasesAsync(id)).Select(c => (c.Channel, c.Recipient, c.Note!)));
        Assert.Equal((new DateOnly(2027, 1, 8), 2), ((await RequestAsync(id)).PromisedOn, (await RequestAsync(id)).ChaseCount));
        // a step back and other words: another call
        await browser.SubmitAsync(page, "main form", Call("Rang again: on Thursday"));
        Assert.Equal(["Will send it on Friday", "Rang again: on Thursday"], (await ChasesAsync(id)).Select(c => c.Note));
        await using var db = _app.Database();
        Assert.False(await db.Emails.AnyAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "AdviceChased"));
    }

    [Fact]
    public async Task A_call_is_written_down_although_somebody_changes_the_request_in_the_same_moment()
    {
        using var app = new ChaseTests.MeddlingApp();
        var id = await app.RequestToTherapyAsync();
        var browser = await app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        app.Meddle = id;

        Assert.Contains("1 conversation recorded", (await browser.SubmitAsync(page, "main form", Call())).Text, StringComparison.Ordinal);
        Assert.Equal(id, app.Meddled);
        await using var db = app.Database();
        Assert.Equal(1, await db.Chases.CountAsync(c => c.AdviceRequestId == id));
    }

    [Fact]
    public async Task A_reminder_left_alone_keeps_the_note_and_the_promise_and_offers_to_chase_again()
    {
        var id = await RemindedAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        var values = Call("Please by Friday");
        (values["Channel"], values["SpokeTo"]) = ("Email", "");
        var refused = await browser.SubmitAsync(page, "main form", values);

        Assert.Equal(["Nothing was sent: it was chased today already. Tick to send another reminder"], refused.Errors);
        Assert.Equal(("Please by Friday", "8"), (refused.Find("#Note").GetAttribute("value"), refused.Find("[name='PromisedOn.Day']").GetAttribute("value")));
        Assert.Contains("It was chased today already: chase again", refused.Text, StringComparison.Ordinal);
        Assert.Empty(await ChasesAsync(id));

        foreach (var _ in new[] { 1, 2 })
        {
            Assert.Contains("1 reminder sent", (await browser.SubmitAsync(refused, "main form", new() { ["Again"] = "true" })).Text, StringComparison.Ordinal);
            _app.Time.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(["Please by Friday"], (await ChasesAsync(id)).Select(c => c.Note));
        Assert.Equal(["gwen@ot.test"], await _app.SentToAsync("advice-request-overdue"));
        Assert.Equal(new DateOnly(2027, 1, 8), (await RequestAsync(id)).PromisedOn);
    }

    [Fact]
    public async Task A_reminder_that_somebody_else_was_quicker_with_keeps_the_note()
    {
        var id = await RemindedAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        await _app.ChangeRequestAsync(id, r => r.Chased(Now));
        var refused = await browser.SubmitAsync(page, "main form", new() { ["Note"] = "Please by Friday", ["Again"] = "true" });

        Assert.StartsWith("Nothing was done: it was chased or changed since you opened the page.", Assert.Single(refused.Errors), StringComparison.Ordinal);
        Assert.Equal("Please by Friday", refused.Find("#Note").GetAttribute("value"));
        Assert.Contains("1 reminder sent", (await browser.SubmitAsync(refused, "main form", [])).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_typed_about_a_request_that_was_answered_meanwhile_is_shown_once_more()
    {
        var id = await RemindedAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{id}/chase");
        await _app.ChangeRequestAsync(id, r => r.Close("No longer needed", Now));
        var late = await browser.SubmitAsync(page, "main form", Call());

        Assert.Contains("What you typed was not saved", late.Text, StringComparison.Ordinal);
        Assert.Contains("Lena Ford. Will send it on Friday. Promised for 8 January 2027", late.Text, StringComparison.Ordinal);
        Assert.Empty(late.All("main form"));
        Assert.Empty(await ChasesAsync(id));
    }

    [Fact]
    public async Task The_list_keeps_the_note_and_the_ticks_when_nothing_at_all_was_sent()
    {
        var id = await RemindedAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/chase");
        var refused = await browser.SubmitAsync(page, "main form", new() { ["Requests"] = id.ToString(), ["Note"] = "Please ring Priya" });

        Assert.Equal(["1 request was not reminded: chased today already."], refused.Errors);
        Assert.Equal("Please ring Priya", refused.Find("#Note").GetAttribute("value"));
        Assert.True(refused.Find($"#chase-{id}").HasAttribute("checked"));
        Assert.NotEmpty(refused.All("input[name=Again]"));
        Assert.Contains("1 reminder sent", (await browser.SubmitAsync(refused, "main form", new() { ["Again"] = "true" })).Text, StringComparison.Ordinal);
        Assert.Equal(["Please ring Priya"], (await ChasesAsync(id)).Select(c => c.Note));
    }

    [Fact]
    public async Task A_promise_written_down_acknowledges_in_the_name_of_the_service_and_says_so_in_the_trail()
    {
        var id = await RemindedAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/chase"), "main form", Call());
        // the same day promised once more is no new promise
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/chase"), "main form", Call("As promised"));

        Assert.Equal("Priya Nair, recorded for Paediatric occupational therapy", (await RequestAsync(id)).AcknowledgedByName);
        await using var db = _app.Database();
        Assert.Equal("Recorded for Paediatric occupational therapy", (await db.AuditEntries.SingleAsync(e => e.AdviceRequestId == id && e.Fact == "RequestAcknowledged")).After);
        Assert.Contains("recorded for Paediatric occupational therapy", (await db.AuditEntries.SingleAsync(e => e.AdviceRequestId == id && e.Fact == "AnswerPromised")).After, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task What_the_portal_will_do_leaves_out_what_it_did_and_what_a_later_step_of_the_same_day_stands_for()
    {
        // due on Saturday 2 January 2027: last reminder and due date both fall on the last working day before
        var id = await _app.RequestToTherapyAsync();
        _app.Time.Set(new DateTime(2026, 12, 30, 9, 0, 0, DateTimeKind.Utc));
        var before = (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/advice-requests/{id}/chase")).Text;
        Assert.Contains("31 December 2026: due today", before, StringComparison.Ordinal);
        Assert.DoesNotContain("last reminder", before, StringComparison.Ordinal);

        await _app.MorningAsync("2026-12-31 07:30");
        _app.Time.Set(new DateTime(2026, 12, 31, 9, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var after = (await browser.GetAsync($"/advice-requests/{id}/chase")).Text;
        Assert.Contains("8 January 2027: tell the provider’s SEND lead", after, StringComparison.Ordinal);
        Assert.DoesNotContain("31 December 2026: ", after, StringComparison.Ordinal);
        Assert.Contains("Tell the provider’s SEND lead, 8 Jan", (await browser.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_cover_has_two_working_days_to_open_a_request_that_was_sent_long_before()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(new DateTime(2026, 12, 2, 7, 30, 0, DateTimeKind.Utc)); // a Wednesday
        await using (var db = _app.Database())
        {
            var cover = await db.Services.AsNoTracking().SingleAsync(s => s.Id == TestWorld.Paediatrics);
            await _app.ChangeRequestAsync(id, r =>
            {
                r.Chased(Now);
                r.PassToCover(cover);
            });
        }

        async Task<string> PageOn(int day)
        {
            _app.Time.Set(new DateTime(2026, 12, day, 9, 0, 0, DateTimeKind.Utc));
            return (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).Text;
        }

        Assert.DoesNotContain(keys.Reference, await PageOn(2), StringComparison.Ordinal);
        Assert.DoesNotContain(keys.Reference, await PageOn(4), StringComparison.Ordinal);
        var monday = await PageOn(7);
        Assert.Contains(keys.Reference, monday, StringComparison.Ordinal);
        Assert.Contains("Not opened by the service that covers", monday, StringComparison.Ordinal);
    }
}
