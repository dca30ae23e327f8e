using DcoPortal.Tests.Features.Advice;
using DcoPortal.Tests.Support;
using DcoPortal.Web.Data;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Home;

public sealed class HomeTests : IDisposable
{
    private readonly PortalApp _app = new();

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
        Assert.Equal([$"/assessments/{waiting.Reference}/request-advice", $"/advice-requests/{late}", $"/check/{check}", $"/assessments/{keys.Reference}/return"], links);
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
        Assert.Contains("No decision whether to assess is waiting.", other.Text, StringComparison.Ordinal);
    }

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
        var board = await (await _app.SignInAsync(TestWorld.Board)).GetAsync("/");

        Assert.Contains("Tariq Aziz", admin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Lewis Park", admin.Text, StringComparison.Ordinal);
        Assert.Contains("Everyone who was invited has joined.", admin.Text, StringComparison.Ordinal);
        Assert.Equal("/dashboard", board.Find("main a").GetAttribute("href"));
        Assert.Contains("Returned on time this quarter", board.Text, StringComparison.Ordinal);
        Assert.Equal("hidden", board.All(".dco-fact__value")[3].FirstElementChild!.FirstChild!.TextContent);
        foreach (var page in new[] { admin, board }) { Assert.DoesNotContain("Ashworth", page.Text, StringComparison.Ordinal); }
    }
}
