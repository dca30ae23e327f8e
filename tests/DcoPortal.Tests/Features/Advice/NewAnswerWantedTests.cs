using DcoPortal.Casework.Accounts;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Advice;

/// <summary>A new version or an addendum has a day by which it is wanted: everybody concerned reads it, and past it somebody is to chase.</summary>
public sealed class NewAnswerWantedTests : IDisposable
{
    private const string Form = "form[action$='/more']";
    private static readonly DateOnly Returned = new(2026, 11, 24);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static DateTime Noon(DateOnly on) => on.ToDateTime(new(12, 0), DateTimeKind.Utc);

    private async Task<(CaseKeys Keys, Guid Id)> ReturnedAsync()
    {
        _app.Time.Set(Noon(Returned));
        var keys = await _app.AssessmentAsync();
        return (keys, await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r =>
        {
            r.Submit(Noon(Returned), Returned, "Gwen Pritchard");
            r.Accept(Noon(Returned));
            r.ReturnToAuthority(Noon(Returned), Returned);
        }));
    }

    private async Task<PortalBrowser> AskAsync(Guid id, DateOnly? by, string kind = "Version")
    {
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = kind, ["What"] = "Say how often", ["By.Day"] = $"{by?.Day}", ["By.Month"] = $"{by?.Month}", ["By.Year"] = $"{by?.Year}" });
        return dco;
    }

    private async Task<AdviceRequest> RequestAsync(Guid id)
    {
        await using var db = _app.Database();
        return await db.AdviceRequests.AsNoTracking().SingleAsync(r => r.Id == id);
    }

    [Fact]
    public async Task Both_sides_and_every_list_say_what_is_asked_for_and_by_when()
    {
        var (keys, id) = await ReturnedAsync();

        var dco = await AskAsync(id, new(2026, 12, 4));

        Assert.Equal(new(2026, 12, 4), (await RequestAsync(id)).WantedByOn);
        Assert.Contains("asked for on 24 November 2026, wanted by 4 December 2026 (local date)", (await dco.GetAsync($"/advice-requests/{id}")).Text, StringComparison.Ordinal);
        foreach (var email in new[] { TestWorld.Administrator, TestWorld.Caseworker })
        {
            var browser = await _app.SignInAsync(email);
            Assert.Contains("Wanted by 4 December 2026", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
            Assert.Contains("wanted by 4 December 2026", (await browser.GetAsync("/advice-requests")).Text, StringComparison.Ordinal);
        }
        Assert.Contains("new version asked for on 24 November 2026, wanted by 4 December 2026", await dco.Client.GetStringAsync(new Uri("/advice-requests/csv", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("4 Dec", (await dco.GetAsync("/")).Find("main").TextContent, StringComparison.Ordinal);
        Assert.Contains("4 Dec", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync("/")).Find("main").TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.EndsWith("by 4 December 2026", (await db.Emails.SingleAsync(e => e.Template == "new-answer-asked")).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_no_day_is_said_it_is_wanted_in_ten_working_days_also_when_the_service_begins_it()
    {
        var (_, id) = await ReturnedAsync();
        var gwen = await _app.SignInAsync(TestWorld.Clinician);

        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["Kind"] = "Addendum", ["What"] = "A test result came" });

        var request = await RequestAsync(id);
        // who began it has it: nobody is to ask whether they do
        Assert.Equal((new DateOnly(2026, 12, 8), "Gwen Pritchard"), (request.WantedByOn, request.AcknowledgedByName));
        _app.Time.Set(Noon(new(2026, 11, 30)));
        Assert.Empty((await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/chase")).All("input[name=Requests]"));
    }

    [Fact]
    public async Task Another_day_asks_for_nothing_anew_and_taking_the_withdrawal_back_still_ends_what_was_asked_with_it()
    {
        var (_, id) = await ReturnedAsync();
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Guid answer;
        await using (var db = _app.Database()) { answer = await db.ReturnedAnswers.Select(a => a.Id).SingleAsync(); }
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), "form[action$='/withdraw']", new() { ["What"] = $"{answer}", ["Reason"] = "WrongVersion", ["Words"] = "A draft", ["Next"] = "version", ["AskWords"] = "The final one", ["AskBy.Day"] = "4", ["AskBy.Month"] = "12", ["AskBy.Year"] = "2026" });
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}"), "form[action$='/acknowledge']", []);
        var before = await RequestAsync(id);
        Assert.Equal(new(2026, 12, 4), before.WantedByOn);

        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["By.Day"] = "11", ["By.Month"] = "12", ["By.Year"] = "2026" });

        var after = await RequestAsync(id);
        Assert.Equal((new DateOnly(2026, 12, 11), before.Round, before.AcknowledgedUtc, before.SentBackUtc), (after.WantedByOn, after.Round, after.AcknowledgedUtc, after.SentBackUtc));
        await using (var db = _app.Database())
        {
            Assert.Equal(2, await db.Emails.CountAsync(e => e.Template == "new-answer-asked"));
            var withdrawal = await db.Withdrawals.SingleAsync();
            await dco.SubmitAsync(await dco.GetAsync($"/withdrawals/{withdrawal.Id}"), "form[action$='/restore']", new() { ["Reason"] = "It was right" });
        }
        Assert.Equal((RequestStage.Returned, null), ((await RequestAsync(id)).Stage, (await RequestAsync(id)).WantedByOn));
    }

    [Fact]
    public async Task A_day_beside_what_is_not_asked_anew_is_said_and_not_dropped()
    {
        var (_, id) = await ReturnedAsync();
        var dco = await AskAsync(id, new(2026, 12, 4));
        Guid answer;
        await using (var db = _app.Database()) { answer = await db.ReturnedAnswers.Select(a => a.Id).SingleAsync(); }

        var refused = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/withdraw"), "form[action$='/withdraw']", new() { ["What"] = $"{answer}", ["Reason"] = "WrongVersion", ["Words"] = "A draft", ["Next"] = "asked", ["AskBy.Day"] = "1", ["AskBy.Month"] = "12", ["AskBy.Year"] = "2026" });

        Assert.Contains("What was asked stays as it was, by its day too", Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_that_has_passed_stays_where_words_are_added_and_no_other_is_said()
    {
        var (_, id) = await ReturnedAsync();
        await AskAsync(id, new(2026, 12, 4));
        _app.Time.Set(Noon(new(2026, 12, 7)));
        var dco = await _app.SignInAsync(TestWorld.Administrator);

        var nothing = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, []);
        Assert.Contains("Say what is needed", Assert.Single(nothing.Errors), StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["What"] = "And where" });

        Assert.Equal(new(2026, 12, 4), (await RequestAsync(id)).WantedByOn);
    }

    [Fact]
    public async Task What_is_sent_back_keeps_its_day_and_the_authority_reads_when_it_was_asked_for_and_not_when_it_was_sent_back()
    {
        var (keys, id) = await ReturnedAsync();
        await AskAsync(id, new(2026, 12, 4));
        await _app.ChangeRequestAsync(id, r =>
        {
            r.Submit(Noon(new(2026, 11, 27)), new(2026, 11, 27), "Gwen Pritchard");
            r.SendBack("Not signed", Noon(new(2026, 11, 30)));
        });
        _app.Time.Set(Noon(new(2026, 12, 1)));

        Assert.Equal(new(2026, 12, 4), (await RequestAsync(id)).WantedByOn);
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        foreach (var path in new[] { $"/advice-requests/{id}", "/advice-requests", $"/assessments/{keys.Reference}" })
        {
            var page = (await carol.GetAsync(path)).Text;
            Assert.DoesNotContain("30 November 2026", page, StringComparison.Ordinal);
            Assert.Contains("anted by 4 December 2026", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_promise_of_a_new_answer_is_measured_by_the_day_it_is_wanted()
    {
        var (_, id) = await ReturnedAsync();
        await AskAsync(id, new(2026, 12, 4));
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        var page = await gwen.GetAsync($"/advice-requests/{id}/promise");
        Assert.Contains("By the day by which it is wanted, Friday 4 December 2026", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("[name='Why.Reason']"));

        var done = await gwen.SubmitAsync(page, "main form", new() { ["When"] = "other", ["On.Day"] = "10", ["On.Month"] = "12", ["On.Year"] = "2026" });

        Assert.Contains("The day by which it is wanted stays 4 December 2026: the answer comes after it", done.Text, StringComparison.Ordinal);
        Assert.Contains("Promised for 10 December 2026, after the day by which it is wanted", done.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("late already", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_day_alone_can_be_changed_and_a_day_that_has_passed_is_refused()
    {
        var (_, id) = await ReturnedAsync();
        var dco = await AskAsync(id, new(2026, 12, 4));

        var refused = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["By.Day"] = "23", ["By.Month"] = "11", ["By.Year"] = "2026" });
        Assert.Contains("must be today or later", Assert.Single(refused.Errors), StringComparison.Ordinal);
        var nothing = await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, []);
        Assert.Contains("Say what is needed", Assert.Single(nothing.Errors), StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}/more"), Form, new() { ["By.Day"] = "11", ["By.Month"] = "12", ["By.Year"] = "2026" });

        var request = await RequestAsync(id);
        Assert.Equal((new DateOnly(2026, 12, 11), "Say how often"), (request.WantedByOn, request.SentBackComment));
    }

    [Fact]
    public async Task Past_that_day_it_is_to_chase_and_first_on_the_case_until_it_is_answered()
    {
        var (keys, id) = await ReturnedAsync();
        var dco = await AskAsync(id, new(2026, 12, 4));
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}"), "form[action$='/acknowledge']", []);
        _app.Time.Set(Noon(new(2026, 12, 4)));
        dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Empty((await dco.GetAsync("/chase")).All("input[name=Requests]"));

        _app.Time.Set(Noon(new(2026, 12, 7)));
        dco = await _app.SignInAsync(TestWorld.Administrator);

        var chase = (await dco.GetAsync("/chase")).Text;
        Assert.Contains(keys.Reference, chase, StringComparison.Ordinal);
        Assert.Contains("3 days past local target", chase, StringComparison.Ordinal);
        Assert.Contains("New version, wanted by", chase, StringComparison.Ordinal);
        // health answered in time once: nothing of it is overdue
        Assert.Empty((await dco.GetAsync("/chase?show=Overdue")).All("input[name=Requests]"));
        Assert.Contains("3 days past local target", (await dco.GetAsync($"/assessments/{keys.Reference}")).Find(".dco-facts").TextContent, StringComparison.Ordinal);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{id}"), "form[action$='/let-stand']", []);
        Assert.DoesNotContain(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);
        Assert.Null((await RequestAsync(id)).WantedByOn);
    }

    [Fact]
    public async Task Nobody_has_acknowledged_it_for_two_working_days_so_it_is_to_chase()
    {
        var (keys, id) = await ReturnedAsync();
        await AskAsync(id, null);
        _app.Time.Set(Noon(new(2026, 11, 26)));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Empty((await dco.GetAsync("/chase")).All("input[name=Requests]"));

        _app.Time.Set(Noon(new(2026, 11, 27)));
        dco = await _app.SignInAsync(TestWorld.Administrator);

        Assert.Contains(keys.Reference, (await dco.GetAsync("/chase")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_calendars_of_the_service_and_the_DCO_service_have_the_day()
    {
        var (keys, id) = await ReturnedAsync();
        await AskAsync(id, new(2026, 12, 4), "Addendum");
        foreach (var email in new[] { TestWorld.Clinician, TestWorld.Administrator })
        {
            var address = new Uri((await _app.AsAsync(email, services => services.GetRequiredService<CalendarAddressHandler>().MakeAsync(default))).Value!).PathAndQuery;
            var feed = await _app.Browser().Client.GetStringAsync(new Uri(address, UriKind.Relative));

            Assert.Contains($"{keys.Reference} addendum wanted", feed, StringComparison.Ordinal);
            Assert.Contains("DTSTART;VALUE=DATE:20261204", feed, StringComparison.Ordinal);
        }
    }
}
