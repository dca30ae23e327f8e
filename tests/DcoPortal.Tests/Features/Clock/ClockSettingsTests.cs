using System.Net;
using DcoPortal.Casework.Requests;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Clock;

public sealed class ClockSettingsTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static async Task<Page> SetAsync(PortalBrowser browser, Dictionary<string, string?> values) =>
        await browser.SubmitAsync(await browser.GetAsync("/settings/clock"), "main form", values);

    [Fact]
    public async Task The_second_press_of_a_double_click_is_no_conflict_and_tells_no_second_story()
    {
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var page = await manager.GetAsync("/settings/clock");

        await manager.SubmitAsync(page, "main form", new() { ["DayOne"] = "receipt" });
        var second = await manager.SubmitAsync(page, "main form", new() { ["DayOne"] = "receipt" });
        var other = await manager.SubmitAsync(page, "main form", new() { ["DayOne"] = "law" });

        Assert.Contains("The clock settings are saved", second.Document.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, other.Status);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ClockSettingsChanged"));
    }

    [Fact]
    public async Task A_manager_sets_how_their_own_authority_counts_and_its_cases_show_the_local_date_beside_the_law()
    {
        var keys = await _app.AssessmentAsync(received: new DateOnly(2026, 11, 2));
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var manager = await _app.SignInAsync(TestWorld.Manager);

        var saved = await SetAsync(manager, new() { ["DayOne"] = "receipt" });

        Assert.Contains("The clock settings are saved", saved.Document.Body!.TextContent, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal(["888"], await db.LocalAuthorities.Where(a => a.CountsDayOfReceipt).Select(a => a.Code).ToListAsync());
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "ClockSettingsChanged");
        Assert.Equal(("As the law counts", "Mohammed Iqbal"), (fact.Before, fact.ActorName));
        Assert.StartsWith("The day of receipt is day 1", fact.After, StringComparison.Ordinal);

        var limits = (await manager.GetAsync($"/assessments/{keys.Reference}")).Find("#limits").TextContent;
        Assert.Contains("22 March 2027", limits, StringComparison.Ordinal);
        Assert.Matches("Local\\s+21 March 2027", limits);
        // health was asked on 21 November: the law says 2 January, the authority's own count 1 January
        var gwen = (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}")).Text;
        Assert.Contains("2 January 2027", gwen, StringComparison.Ordinal);
        Assert.Contains("Local 1 January 2027", gwen, StringComparison.Ordinal);
        Assert.Contains("Local 1 January 2027", (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}/request-advice")).Text, StringComparison.Ordinal);
        Assert.Equal(new DateOnly(2027, 1, 2), (await db.AdviceRequests.SingleAsync(r => r.Id == request)).DueOn);

        // saved again as it is: nothing more to tell
        await SetAsync(manager, []);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ClockSettingsChanged"));
    }

    [Fact]
    public async Task A_board_sets_its_targets_and_new_early_requests_use_them_while_earlier_ones_keep_their_date()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var earlier = await _app.RequestAsync(keys, TestWorld.Paediatrics);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        await SetAsync(browser, new() { ["EarlyInformationDays"] = "10", ["TurnaroundDays"] = "20", ["PlanWritingDays"] = "35" });
        await _app.AsAsync(TestWorld.Dco, services => services.GetRequiredService<RequestAdviceHandler>()
            .HandleAsync(new RequestAdviceCommand(keys.Reference, [new AskOne(new AskTarget(TestWorld.OccupationalTherapy, TestWorld.Gwen))], null, SendNow: true), default));

        await using var db = _app.Database();
        var rows = await db.AdviceRequests.AsNoTracking().Where(r => r.AssessmentId == keys.AssessmentId).ToListAsync();
        Assert.All(rows, r => Assert.Equal(AdviceKind.EarlyInformation, r.Kind));
        Assert.Equal(new DateOnly(2026, 12, 5), rows.Single(r => r.Id == earlier).DueOn);
        var asked = rows.Single(r => r.Id != earlier);
        Assert.Equal(new DateOnly(2026, 12, 1), asked.DueOn);
        Assert.Equal(asked.DueOn, asked.Deadline.Due);
        Assert.Contains("10 days from 21 November 2026", asked.Deadline.Explain(), StringComparison.Ordinal);
        Assert.True(asked.CorrectReceipt(new DateOnly(2026, 11, 20)));
        Assert.Equal(new DateOnly(2026, 11, 30), asked.DueOn);
        Assert.Contains("Local send it to the DCO service by 11 December 2026", (await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{asked.Id}")).Text, StringComparison.Ordinal);
        Assert.Equal((14, null, 28), await db.Icbs.Where(i => i.Id == TestWorld.FarIcb).Select(i => new ValueTuple<int, int?, int>(i.EarlyInformationDays, i.TurnaroundDays, i.PlanWritingDays)).SingleAsync());
        Assert.Equal("Early information 14 days; answer no target; writing the plan 28 days", (await db.AuditEntries.SingleAsync(e => e.Fact == "ClockSettingsChanged")).Before);

        await SetAsync(browser, new() { ["TurnaroundDays"] = "" });
        Assert.Null(await db.Icbs.Where(i => i.OdsCode == "QE1").Select(i => i.TurnaroundDays).SingleAsync());
    }

    [Theory]
    [InlineData("0", "", "28", "Early information must be from 1 to 42 days")]
    [InlineData("43", "", "28", "Early information must be from 1 to 42 days")]
    [InlineData("", "", "28", "Enter the days for early information")]
    [InlineData("14", "42", "28", "Enter from 1 to 41 days, or leave it empty for no target")]
    [InlineData("14", "0", "28", "Enter from 1 to 41 days, or leave it empty for no target")]
    [InlineData("14", "", "14", "Writing the plan must take from 15 to 98 days")]
    [InlineData("14", "", "99", "Writing the plan must take from 15 to 98 days")]
    public async Task A_target_outside_its_range_is_refused_beside_its_field_and_kept_as_typed(string early, string answer, string plan, string error)
    {
        var page = await SetAsync(await _app.SignInAsync(TestWorld.Dco), new() { ["EarlyInformationDays"] = early, ["TurnaroundDays"] = answer, ["PlanWritingDays"] = plan });

        Assert.Equal([error], page.Errors);
        Assert.Equal(plan, page.Find("input[name=PlanWritingDays]").GetAttribute("value"));
        await using var db = _app.Database();
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Fact == "ClockSettingsChanged"));
    }

    [Fact]
    public async Task Two_people_cannot_overwrite_each_other()
    {
        var (one, two) = (await _app.SignInAsync(TestWorld.Dco), await _app.SignInAsync(TestWorld.Administrator));
        var (first, second) = (await one.GetAsync("/settings/clock"), await two.GetAsync("/settings/clock"));
        await one.SubmitAsync(first, "main form", new() { ["EarlyInformationDays"] = "10" });

        var late = await two.SubmitAsync(second, "main form", new() { ["EarlyInformationDays"] = "21" });

        Assert.NotEqual(HttpStatusCode.OK, late.Status);
        await using var db = _app.Database();
        Assert.Equal(10, await db.Icbs.Where(i => i.OdsCode == "QE1").Select(i => i.EarlyInformationDays).SingleAsync());
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ClockSettingsChanged"));
    }

    [Fact]
    public async Task Nobody_else_sets_anything_and_nobody_sets_another_kind_of_organisations()
    {
        foreach (var email in new[] { TestWorld.Caseworker, TestWorld.Clinician, TestWorld.Lead, TestWorld.BoardMember, TestWorld.SystemAdministrator })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(email)).GetAsync("/settings/clock")).Status);
        }
        var manager = await _app.SignInAsync(TestWorld.Manager);
        var token = (await manager.GetAsync("/settings/clock")).Find("main input[name=__RequestVerificationToken]").GetAttribute("value")!;
        using var form = new FormUrlEncodedContent(new Dictionary<string, string> { ["EarlyInformationDays"] = "7", ["PlanWritingDays"] = "28", ["__RequestVerificationToken"] = token });

        using var answer = await manager.Client.PostAsync("/settings/clock/board", form);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        await using var db = _app.Database();
        Assert.True(await db.Icbs.AllAsync(i => i.EarlyInformationDays == 14));
    }
}
