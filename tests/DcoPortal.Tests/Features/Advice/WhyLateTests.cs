using System.Net;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>Why an answer is late: asked once where people are anyway, kept, corrected, and without any effect on a date.</summary>
public sealed class WhyLateTests : IDisposable
{
    private const string CheckForm = "main form[action$='/respond/check']";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private DateOnly Today => DateOnly.FromDateTime(_app.Time.GetUtcNow().UtcDateTime);

    [Fact]
    public async Task What_is_said_at_a_late_promise_stands_on_the_request_and_is_chosen_beforehand_at_the_answer()
    {
        var id = await AskedAsync();
        var due = (await RowAsync(id)).DueOn;
        _app.Time.Advance(TimeSpan.FromDays(50));
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var promised = await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/promise"), "main form", Another(Today.AddDays(9), "WaitingForAppointment"));
        Assert.Equal(LateReason.WaitingForAppointment, (await RowAsync(id)).LateReason);
        var check = await ToCheckAsync(browser, id);
        Assert.NotNull(check.Find("input[name='Why.Reason'][value=WaitingForAppointment][checked]"));
        await browser.SubmitAsync(check, CheckForm, []);

        Assert.Contains("Why it is late: Waiting for an appointment with the child. This changes no date and excuses nothing.", promised.Text, StringComparison.Ordinal);
        var row = await RowAsync(id);
        Assert.Equal((LateReason.WaitingForAppointment, due, false), (row.LateReason, row.DueOn, row.HasExemption));
        await using var db = _app.Database();
        var said = await db.AuditEntries.SingleAsync(e => e.Fact == "LateReasonSaid" && e.AdviceRequestId == id);
        Assert.Equal((null, "WaitingForAppointment", "Gwen Pritchard"), (said.Before, said.After, said.ActorName));
    }

    [Fact]
    public async Task Nobody_has_to_say_it_and_what_is_said_of_a_day_in_time_is_not_kept()
    {
        var (silent, early) = (await AskedAsync(), await AskedAsync());
        var browser = await _app.SignInAsync(TestWorld.Clinician);
        var page = await browser.GetAsync($"/advice-requests/{early}/promise");
        Assert.Contains("If it will be after the due date: say why", page.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(page, "main form", Another(Today.AddDays(9), "TooFewStaff"));
        Assert.Empty((await ToCheckAsync(browser, early)).All("[name='Why.Reason']"));
        _app.Time.Advance(TimeSpan.FromDays(50));
        browser = await _app.SignInAsync(TestWorld.Clinician);

        var done = await browser.SubmitAsync(await ToCheckAsync(browser, silent), CheckForm, []);

        Assert.Equal("Advice submitted", done.Find("h1").TextContent);
        Assert.Equal((null, null), ((await RowAsync(silent)).LateReason, (await RowAsync(early)).LateReason));
    }

    [Fact]
    public async Task Another_reason_needs_words_and_stays_chosen_when_another_field_has_an_error()
    {
        var id = await AskedAsync();
        _app.Time.Advance(TimeSpan.FromDays(50));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var check = await ToCheckAsync(browser, id);

        var wordless = await browser.SubmitAsync(check, CheckForm, new() { ["Why.Reason"] = "AnotherReason", ["ReceivedBy"] = "email", ["ReceivedFrom"] = "Gwen Pritchard" });
        var fromNobody = await browser.SubmitAsync(wordless, CheckForm, new() { ["Why.Note"] = "The clinic flooded", ["ReceivedFrom"] = "" });
        await browser.SubmitAsync(fromNobody, CheckForm, new() { ["ReceivedFrom"] = "Gwen Pritchard" });

        Assert.Equal(["Enter the reason"], wordless.Errors);
        Assert.Equal(["Enter whose answer it is"], fromNobody.Errors);
        Assert.Equal(("The clinic flooded", true), (fromNobody.Find("[name='Why.Note']").GetAttribute("value"), fromNobody.Find("[value=AnotherReason]").HasAttribute("checked")));
        Assert.Equal(new WhyLate(LateReason.AnotherReason, "The clinic flooded"), (await RowAsync(id)).WhyLate);
        await using var db = _app.Database();
        Assert.Equal("AnotherReason: The clinic flooded, recorded for Paediatric occupational therapy", (await db.AuditEntries.SingleAsync(e => e.Fact == "LateReasonSaid")).After);
    }

    [Fact]
    public async Task The_dco_service_says_it_and_corrects_it_of_what_is_open_returned_or_closed_and_every_change_is_told_with_both_values()
    {
        var (open, closed, inTime) = (await AskedAsync(), await AskedAsync(), await AskedAsync());
        _app.Time.Advance(TimeSpan.FromDays(50));
        await _app.ChangeRequestAsync(closed, r => r.Close("The assessment has ended", _app.Time.GetUtcNow().UtcDateTime));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/advice-requests/{open}");
        Assert.Equal($"/advice-requests/{open}/why-late", page.All("main a").Single(a => a.TextContent == "Say why it is late").GetAttribute("href"));

        foreach (var id in new[] { open, closed })
        {
            await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/why-late"), "main form", new() { ["Why.Reason"] = "TooFewStaff" });
            var form = await browser.GetAsync($"/advice-requests/{id}/why-late");
            Assert.Equal(["Enter the reason"], (await browser.SubmitAsync(form, "main form", new() { ["Why.Reason"] = "AnotherReason" })).Errors);
            var corrected = await browser.SubmitAsync(form, "main form", new() { ["Why.Reason"] = "CheckedTooLate" });
            Assert.Contains("Why it is late: Answered, and checked or returned late. The due date stays", corrected.Text, StringComparison.Ordinal);
            Assert.Contains("Correct the reason", corrected.Text, StringComparison.Ordinal);
        }

        await using var db = _app.Database();
        var told = await db.AuditEntries.Where(e => e.Fact == "LateReasonSaid" && e.AdviceRequestId == open).OrderBy(e => e.AtUtc).ThenBy(e => e.Id).Select(e => new { e.Before, e.After }).ToListAsync();
        Assert.Equal([(null, "TooFewStaff"), ("TooFewStaff", "CheckedTooLate")], told.Select(t => (t.Before, t.After)));
        Assert.Contains("Not enough staff, or somebody is away", (await browser.GetAsync("/assessments/" + (await RowAsync(open)).AssessmentReference + "/activity")).Text, StringComparison.Ordinal);
        Assert.Equal(LateReason.CheckedTooLate, (await RowAsync(closed)).LateReason);
        Assert.Null((await RowAsync(inTime)).LateReason);
    }

    [Fact]
    public async Task A_request_that_is_not_late_has_no_reason_and_a_colleagues_reason_is_not_replaced_unseen()
    {
        var (early, late) = (await AskedAsync(), await AskedAsync());
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        Assert.DoesNotContain("Say why it is late", (await browser.GetAsync($"/advice-requests/{early}")).Text, StringComparison.Ordinal);
        Assert.Contains("This request is not late", (await browser.GetAsync($"/advice-requests/{early}/why-late")).Text, StringComparison.Ordinal);
        _app.Time.Advance(TimeSpan.FromDays(50));
        browser = await _app.SignInAsync(TestWorld.Administrator);
        var open = await browser.GetAsync($"/advice-requests/{late}/why-late");
        var colleague = await _app.SignInAsync(TestWorld.Dco);
        await colleague.SubmitAsync(await colleague.GetAsync($"/advice-requests/{late}/why-late"), "main form", new() { ["Why.Reason"] = "WaitingForReport" });

        var refused = await browser.SubmitAsync(open, "main form", new() { ["Why.Reason"] = "TooFewStaff" });
        Assert.Equal(HttpStatusCode.Conflict, refused.Status);
        Assert.Contains("“Waiting for somebody else’s report” was recorded while this page was open", refused.Text, StringComparison.Ordinal);
        Assert.Equal(LateReason.WaitingForReport, (await RowAsync(late)).LateReason);

        await browser.SubmitAsync(refused, "main form", new() { ["Why.Reason"] = "TooFewStaff" });
        Assert.Equal(LateReason.TooFewStaff, (await RowAsync(late)).LateReason);
    }

    [Fact]
    public async Task A_service_cannot_correct_it_and_a_service_asked_by_nobody_or_another_board_does_not_see_it()
    {
        var id = await AskedAsync();
        _app.Time.Advance(TimeSpan.FromDays(50));

        Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}/why-late")).Status);
        Assert.DoesNotContain("Say why it is late", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync($"/advice-requests/{id}/why-late")).Status);
    }

    [Fact]
    public async Task An_authority_reads_the_reason_and_not_yet_the_words_that_health_added()
    {
        var id = await AskedAsync();
        _app.Time.Advance(TimeSpan.FromDays(50));
        await _app.ChangeRequestAsync(id, r => r.SayWhyLate(new(LateReason.AnotherReason, "The clinic flooded")));

        var page = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/advice-requests/{id}");

        Assert.Contains("Why it is late: Another reason.", page.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("flooded", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_call_records_why_and_the_chase_list_shows_it_in_one_line()
    {
        var id = await AskedAsync();
        _app.Time.Advance(TimeSpan.FromDays(50));
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/chase"), "main form", new() { ["Channel"] = "Phone", ["SpokeTo"] = "The secretary", ["WhyLate"] = "TooFewStaff" });

        Assert.Equal(LateReason.TooFewStaff, (await RowAsync(id)).LateReason);
        Assert.Contains("Not enough staff, or somebody is away", (await browser.GetAsync("/chase")).Find($"#row-{id}").TextContent, StringComparison.Ordinal);
    }

    private async Task<Guid> AskedAsync() => await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);

    private async Task<AdviceRequest> RowAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    private static async Task<Page> ToCheckAsync(PortalBrowser browser, Guid id) =>
        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Needs"] = "Finds zips hard.", ["Provision"] = "A programme, weekly." }, null, "check");

    private static Dictionary<string, string?> Another(DateOnly day, string why) => new() { ["When"] = "other", ["On.Day"] = $"{day.Day}", ["On.Month"] = $"{day.Month}", ["On.Year"] = $"{day.Year}", ["Why.Reason"] = why };
}
