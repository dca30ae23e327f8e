using DcoPortal.Casework.Data;
using DcoPortal.Tests.Features.Advice;
using DcoPortal.Tests.Features.Exemptions;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Home;

public sealed class HomeTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_clinician_sees_what_was_sent_back_what_to_answer_and_what_nobody_has()
    {
        var keys = await _app.AssessmentAsync();
        var back = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.ChangeRequestAsync(back, r => { r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Gwen"); r.SendBack("More.", DateTime.UnixEpoch); });
        var open = await _app.RequestAsync(await _app.AssessmentAsync(surname: "Khan"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var free = await _app.RequestAsync(await _app.AssessmentAsync(surname: "Li"), TestWorld.OccupationalTherapy);
        await _app.RequestAsync(await _app.AssessmentAsync(surname: "Hidden"), TestWorld.OccupationalTherapy, TestWorld.Tariq);

        var home = await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync("/");
        var lead = await (await _app.SignInAsync(TestWorld.Lead)).GetAsync("/");

        string[] links = [.. home.All(".dco-work a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal([$"/advice-requests/{back}", $"/advice-requests/{open}", $"/advice-requests/{free}"], links);
        Assert.DoesNotContain("Hidden", home.Text, StringComparison.Ordinal);
        Assert.Contains("42 days left", home.Text, StringComparison.Ordinal);
        Assert.Contains("Hidden", lead.Text, StringComparison.Ordinal);
        Assert.Contains($"/advice-requests/{free}/pass-on", lead.All(".dco-work a").Select(a => a.GetAttribute("href")));
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After == "Your work, 3 rows" && e.ActorName == "Gwen Pritchard"));
    }

    [Fact]
    public async Task The_dco_service_sees_triage_late_requests_and_answers_to_check_and_return()
    {
        var waiting = await _app.AssessmentAsync(surname: "Waiting");
        var keys = await _app.AssessmentAsync();
        var late = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var check = await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan, r => r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Joan"));
        await _app.RequestAsync(keys, TestWorld.Paediatrics, null, r => { r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Joan"); r.Accept(DateTime.UnixEpoch); });
        _app.Time.Advance(TimeSpan.FromDays(43));

        var home = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/");

        string[] links = [.. home.All(".dco-work a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal([$"/assessments/{waiting.Reference}/request-advice", $"/advice-requests/{late}/chase", $"/check/{check}", $"/assessments/{keys.Reference}/return"], links);
        Assert.Contains("1 day overdue", home.Text, StringComparison.Ordinal);
        Assert.Contains("/advice-requests?box=ToCheck", home.All(".dco-fact a").Select(a => a.GetAttribute("href")));
    }

    [Fact]
    public async Task A_caseworker_sees_drafts_decisions_and_advice_returned_but_not_what_was_not()
    {
        var undecided = await _app.AssessmentAsync(decision: null, surname: "Undecided");
        var late = await _app.AssessmentAsync(received: new DateOnly(2026, 6, 1), surname: "Latest");
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => { r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "Gwen"); r.Accept(DateTime.UnixEpoch); r.ReturnToAuthority(new DateTime(2026, 11, 20, 9, 0, 0, DateTimeKind.Utc), new DateOnly(2026, 11, 20)); });
        var draft = Guid.CreateVersion7();
        await using (var db = _app.Database())
        {
            var user = await db.Users.SingleAsync(u => u.Email == TestWorld.Caseworker);
            db.Drafts.Add(new Draft { Id = draft, UserId = user.Id, Kind = "notification", Json = "{}", SavedUtc = DateTime.UnixEpoch });
            await db.SaveChangesAsync();
        }

        var home = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync("/");
        var other = await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync("/");

        string[] links = [.. home.All(".dco-work a").Select(a => a.GetAttribute("href")!)];
        Assert.Equal([$"/assessments/log/{draft}", $"/assessments/{undecided.Reference}/decision", $"/assessments/{late.Reference}", $"/assessments/{keys.Reference}"], links);
        Assert.Equal("/assessments/log", home.Find("main a.nhsuk-button").GetAttribute("href"));
        Assert.Empty(other.All(".dco-work a"));
        Assert.Contains("No decision or notice to a family is waiting.", other.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Families_not_told_of_an_exemption_are_on_the_worklist_of_those_who_must_tell_until_they_are_told()
    {
        var (keys, id) = await _app.RequestReceivedAsync("2026-01-08", "2026-02-10");
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        var health = await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/exemption"), ExemptionSteps.Form, ExemptionSteps.Missed("2026-02-03"));
        var caseworker = await _app.SignInAsync(TestWorld.Caseworker);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        Assert.DoesNotContain("Families to tell", (await caseworker.GetAsync("/")).Text, StringComparison.Ordinal);
        var authority = await caseworker.SubmitAsync(await caseworker.GetAsync($"/assessments/{keys.Reference}/exemption?limit=FinalPlan"), ExemptionSteps.Form, ExemptionSteps.Absence("2026-01-10", "2026-02-20"));

        Assert.Equal([authority.Url.AbsolutePath + "#told"], Untold(await caseworker.GetAsync("/")));
        Assert.Equal([health.Url.AbsolutePath + "#told"], Untold(await administrator.GetAsync("/")));
        Assert.Empty(Untold(await (await _app.SignInAsync(TestWorld.OtherCaseworker)).GetAsync("/")));
        Assert.Empty(Untold(await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync("/")));
        var home = await administrator.GetAsync("/");
        Assert.Contains("Families to tell of an exemption (1)", home.Text, StringComparison.Ordinal);
        await administrator.SubmitAsync(await administrator.GetAsync(health.Url.AbsolutePath), "#family-told", ExemptionSteps.OneDay("FamilyToldOn", "2026-02-09"));
        await caseworker.SubmitAsync(await caseworker.GetAsync(authority.Url.AbsolutePath), "#family-told", ExemptionSteps.OneDay("FamilyToldOn", "2026-02-09"));

        Assert.DoesNotContain("Families to tell", (await administrator.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Families to tell", (await caseworker.GetAsync("/")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task See_all_of_the_plans_due_leads_to_as_many_as_are_due_and_returned_advice_is_newest_first()
    {
        var today = new DateOnly(2026, 11, 21);
        // due in 14 days is the last that is due soon; an undecided one has no plan to write yet
        foreach (var days in new[] { 126, 127, 130, 135, 138, 139, 140, 141, 142, 150, 160, 125 }) { await _app.AssessmentAsync(received: today.AddDays(-days)); }
        await _app.AssessmentAsync(received: today.AddDays(-150), decision: null);
        for (var n = 0; n < 3; n++)
        {
            // the last to be returned was due first
            var (on, received) = (today.AddDays(n - 3), today.AddDays(-20 - n));
            _app.Time.Set(received.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
            var at = on.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
            await _app.RequestAsync(await _app.AssessmentAsync(surname: $"Back{n}"), TestWorld.OccupationalTherapy, TestWorld.Gwen, r => { r.Submit(at, on, "Gwen"); r.Accept(at); r.ReturnToAuthority(at, on); });
        }
        _app.Time.Set(new DateTime(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var home = await browser.GetAsync("/");
        var all = await browser.GetAsync(home.All("main a").Single(a => a.TextContent.StartsWith("See all: Plans due", StringComparison.Ordinal)).GetAttribute("href")!);
        var returned = await browser.GetAsync("/advice-requests?box=Returned&sort=-returned");

        Assert.Equal(11, all.All("main tbody tr").Count);
        string[] order = ["Back2", "Back1", "Back0"];
        Assert.Equal(order, home.All(".dco-work a").Select(a => a.TextContent).Where(t => t.Contains("Back", StringComparison.Ordinal)).Select(t => t[t.IndexOf("Back", StringComparison.Ordinal)..][..5]));
        Assert.Equal(order, returned.All("main tbody tr").Select(r => r.TextContent).Select(t => t[t.IndexOf("Back", StringComparison.Ordinal)..][..5]));
    }

    private static string[] Untold(Page page) => [.. page.All(".dco-work a").Select(a => a.GetAttribute("href")!).Where(h => h.StartsWith("/exemptions/", StringComparison.Ordinal))];

    [Fact]
    public async Task A_system_administrator_sees_accounts_and_a_board_member_the_way_to_the_figures_and_neither_a_child()
    {
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using (var db = _app.Database())
        {
            (await db.Users.SingleAsync(u => u.Email == TestWorld.Colleague)).LockoutEnd = new DateTimeOffset(2026, 11, 21, 12, 10, 0, TimeSpan.Zero);
            (await db.Users.SingleAsync(u => u.Email == TestWorld.OtherLead)).LockoutEnd = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
            await db.SaveChangesAsync();
        }

        var admin = await (await _app.SignInAsync(TestWorld.SystemAdministrator)).GetAsync("/");
        var board = await (await _app.SignInAsync(TestWorld.BoardMember)).GetAsync("/");

        Assert.Contains("Tariq Aziz", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lewis Park", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Everyone who was invited has joined.", admin.Text, StringComparison.Ordinal);
        Assert.Equal("/dashboard", board.Find("main a").GetAttribute("href"));
        Assert.Contains("In time, July to September 2026", board.Text, StringComparison.Ordinal);
        Assert.Equal("1 to 4", board.All(".dco-fact__value")[3].FirstElementChild!.FirstChild!.TextContent);
        foreach (var page in new[] { admin, board }) { Assert.DoesNotContain("Ashworth", page.Text, StringComparison.Ordinal); }
    }

    [Fact]
    public async Task A_board_member_first_sees_who_is_late_and_no_number_that_is_hidden()
    {
        var browser = await _app.SignInAsync(TestWorld.BoardMember);
        Assert.Contains("Nothing that can be shown is late", (await browser.GetAsync("/")).Text, StringComparison.Ordinal);
        for (var n = 0; n < 6; n++) { await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy); }
        for (var n = 0; n < 2; n++) { await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.SpeechTherapy); }
        _app.Time.Set(new DateTime(2027, 1, 20, 9, 0, 0, DateTimeKind.Utc));

        var first = (await (await _app.SignInAsync(TestWorld.BoardMember)).GetAsync("/")).All(".dco-first tbody tr").Select(r => r.TextContent).ToList();

        Assert.Contains("8 requests overdue", first[0], StringComparison.Ordinal);
        Assert.DoesNotContain(first, r => r.Contains("2 requests overdue", StringComparison.Ordinal) || r.Contains("6 requests overdue", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_system_administrator_invites_somebody_where_nobody_can_sign_in()
    {
        await using (var db = _app.Database()) { await db.UserServices.Where(u => u.ServiceId == TestWorld.OccupationalTherapy).ExecuteDeleteAsync(); }
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var link = (await browser.GetAsync("/")).Find($".dco-first a[href*='{TestWorld.OccupationalTherapy}']");

        var form = await browser.GetAsync(link.GetAttribute("href")!);
        Assert.True(form.Find($"input[value='{TestWorld.OccupationalTherapy}']").HasAttribute("checked"));
        await browser.SubmitAsync(form, "main form", new() { ["Name"] = "Una Lead", ["Email"] = "una.lead@lscft.test" });
        Assert.Empty((await browser.GetAsync("/")).All($"main a[href*='{TestWorld.OccupationalTherapy}']"));
    }

    [Fact]
    public async Task Each_role_has_the_first_things_to_do_or_an_honest_sentence_that_nothing_waits()
    {
        var keys = await _app.AssessmentAsync(received: new DateOnly(2026, 8, 3));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.AssessmentAsync(decision: null);
        var expected = new (string Person, string? ToDo)[]
        {
            (TestWorld.Administrator, "Request advice"), (TestWorld.Dco, "Request advice"), (TestWorld.Caseworker, "Decide whether to assess"), (TestWorld.Manager, "Decide whether to assess"),
            (TestWorld.Clinician, "Write advice"), (TestWorld.Lead, "Get advice"), (TestWorld.OtherCaseworker, null), (TestWorld.SystemAdministrator, "Invite somebody"),
        };

        foreach (var (person, toDo) in expected)
        {
            var home = await (await _app.SignInAsync(person)).GetAsync("/");

            Assert.Equal("Do these first", home.Find("#first").TextContent);
            Assert.NotEmpty(home.All(".dco-fact"));
            Assert.Equal(toDo is null, home.All(".dco-first table").Count == 0);
            if (toDo is null) { Assert.Contains("Nothing waits for you today.", home.Text, StringComparison.Ordinal); }
            else { Assert.Contains(home.All(".dco-first tbody th"), h => h.TextContent == toDo); }
        }
    }

    [Fact]
    public async Task A_notification_that_was_only_opened_is_nothing_to_finish()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await browser.GetAsync("/assessments/log");
        async Task<int> ToFinishAsync() => (await browser.GetAsync("/")).All(".dco-first a[href*='/assessments/log/']").Count;
        Assert.Equal(0, await ToFinishAsync());

        await browser.SubmitAsync(form, "main form", new() { ["Child.Forenames"] = "Zoë" }, button: "later");

        Assert.Equal(1, await ToFinishAsync());
    }

    [Fact]
    public async Task What_was_chased_today_is_not_named_first_and_is_again_tomorrow()
    {
        var today = new DateOnly(2026, 11, 23);
        _app.Time.Set(today.AddDays(-60).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var id = await _app.RequestAsync(await _app.AssessmentAsync(received: today.AddDays(-60)), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(today.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        async Task<bool> NamedAsync() => (await browser.GetAsync("/")).All(".dco-first a[href$='/chase']").Count == 1;
        Assert.True(await NamedAsync());

        await browser.SubmitAsync(await browser.GetAsync($"/advice-requests/{id}/chase"), "main form", new() { ["Channel"] = "Email" });
        var after = await NamedAsync();
        _app.Time.Set(today.AddDays(1).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        browser = await _app.SignInAsync(TestWorld.Administrator);

        Assert.False(after);
        Assert.True(await NamedAsync());
    }

    [Fact]
    public async Task Ten_are_named_first_the_rest_is_counted_once_and_each_fold_says_its_count()
    {
        var today = new DateOnly(2026, 11, 21);
        _app.Time.Set(today.AddDays(-60).ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        var late = await _app.RequestAsync(await _app.AssessmentAsync(received: today.AddDays(-60), surname: "Latest"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Set(today.ToDateTime(new TimeOnly(12, 0), DateTimeKind.Utc));
        for (var n = 0; n < 13; n++) { await _app.AssessmentAsync(received: today.AddDays(-n), surname: $"Waits{n}"); }

        var home = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync("/");

        Assert.Equal(10, home.All(".dco-first tbody tr").Count);
        Assert.Equal("Saturday 21 November 2026. 10 things to do first, 4 more below.", home.Find(".dco-home__head p").TextContent);
        var fold = home.All(".dco-fold").Single(f => f.TextContent.Contains("To triage (13)", StringComparison.Ordinal));
        Assert.Equal(5, fold.QuerySelectorAll(".dco-work__item").Length);
        Assert.False(fold.HasAttribute("open"));
        Assert.Contains("nothing waits", home.All(".dco-fold").Single(f => f.TextContent.Contains("Ready to return (0)", StringComparison.Ordinal)).TextContent, StringComparison.Ordinal);
        var row = home.All(".dco-first tbody tr")[0];
        Assert.Equal("Chase paediatric occupational therapy", row.QuerySelector("th")!.TextContent);
        Assert.Contains("18 days overdue", row.TextContent, StringComparison.Ordinal);
        Assert.Contains($"/advice-requests/{late}/chase", row.QuerySelector("a.nhsuk-button")!.GetAttribute("href"), StringComparison.Ordinal);
        var names = home.All(".dco-first a.nhsuk-button").Select(a => a.TextContent).ToList();
        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task The_last_five_records_that_a_person_opened_are_at_the_foot_and_none_that_they_may_no_longer_see()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var opened = new List<string>();
        for (var n = 0; n < 6; n++)
        {
            opened.Insert(0, (await _app.AssessmentAsync(surname: $"Opened{n}")).Reference);
            await browser.GetAsync($"/assessments/{opened[0]}");
            _app.Time.Advance(TimeSpan.FromMinutes(1));
        }
        await browser.GetAsync($"/assessments/{opened[2]}");
        var request = await _app.RequestAsync(await _app.AssessmentAsync(surname: "Passed"), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.GetAsync($"/advice-requests/{request}");

        string[] before = Opened(await clinician.GetAsync("/"));
        await using (var db = _app.Database()) { await db.AdviceRequests.ExecuteUpdateAsync(s => s.SetProperty(r => r.ServiceId, TestWorld.SpeechTherapy)); }

        Assert.Equal([$"/advice-requests/{request}"], before);
        Assert.Empty(Opened(await clinician.GetAsync("/")));
        Assert.Equal(new[] { 2, 0, 1, 3, 4 }.Select(n => $"/assessments/{opened[n]}"), Opened(await browser.GetAsync("/")));
    }

    private static string[] Opened(Page page) => [.. page.All(".dco-home__opened a").Select(a => a.GetAttribute("href")!)];
}
