using System.Net;
using DcoPortal.Domain.Ladder;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class LadderSettingsTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private static int IndexOf(LadderStep step) => LadderSteps.All.ToList().IndexOf(step);

    [Fact]
    public async Task A_board_changes_its_ladder_and_one_service_keeps_its_own()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/settings/ladder");
        Assert.Contains("usual ladder", page.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(page, "main form[method=post]", new() { [$"Steps[{IndexOf(LadderStep.ProviderLead)}].Days"] = "3" });
        var service = await browser.GetAsync($"/settings/ladder?service={TestWorld.SpeechTherapy}");
        await browser.SubmitAsync(service, "main form[method=post]", new() { ["AsBoard"] = null, [$"Steps[{IndexOf(LadderStep.ProviderLead)}].Days"] = "7" });

        await using var db = _app.Database();
        var settings = await db.LadderSettings.ToListAsync();
        var ladders = new BoardLadders(settings[0].IcbId, settings);
        Assert.Equal((3, 7), (ladders.Of(TestWorld.OccupationalTherapy).DaysOf(LadderStep.ProviderLead), ladders.Of(TestWorld.SpeechTherapy).DaysOf(LadderStep.ProviderLead)));
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "ChaseLadderChanged" && e.ActorName == "Priya Nair"));

        var back = await browser.GetAsync($"/settings/ladder?service={TestWorld.SpeechTherapy}");
        await browser.SubmitAsync(back, "main form[method=post]", new() { ["AsBoard"] = "true" });
        Assert.Equal(1, await db.LadderSettings.CountAsync());
    }

    [Fact]
    public async Task A_wrong_number_is_refused_beside_its_step_and_what_was_typed_stays()
    {
        var browser = await _app.SignInAsync(TestWorld.Dco);
        var page = await browser.GetAsync("/settings/ladder");
        var name = $"Steps[{IndexOf(LadderStep.FirstReminder)}].Days";
        var refused = await browser.SubmitAsync(page, "main form[method=post]", new() { [name] = "40" });
        Assert.Equal(["First reminder: enter a number from 1 to 28"], refused.Errors);
        Assert.Equal("40", refused.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value"));
    }

    [Fact]
    public async Task Reminders_out_of_order_are_refused_beside_the_later_one()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/settings/ladder");
        string Name(LadderStep step, string field) => $"Steps[{IndexOf(step)}].{field}";

        var same = await browser.SubmitAsync(page, "main form[method=post]", new() { [Name(LadderStep.FirstReminder, "Days")] = "7" });
        var gap = await browser.SubmitAsync(page, "main form[method=post]", new() { [Name(LadderStep.SecondReminder, "IsOn")] = null, [Name(LadderStep.LastReminder, "Days")] = "20" });
        var off = await browser.SubmitAsync(page, "main form[method=post]", new() { [Name(LadderStep.SecondReminder, "IsOn")] = null, [Name(LadderStep.FirstReminder, "Days")] = "7" });

        Assert.Equal(["Second reminder: enter fewer days than the first reminder, which is 7 before"], same.Errors);
        Assert.NotNull(same.Find($".nhsuk-form-group--error [name='{Name(LadderStep.SecondReminder, "Days")}']"));
        Assert.Equal(["Last reminder: enter fewer days than the first reminder, which is 14 before"], gap.Errors);
        Assert.Empty(off.Errors);
    }

    [Fact]
    public async Task A_service_without_a_ladder_of_its_own_shows_that_and_saving_what_is_shown_changes_nothing()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var board = await browser.GetAsync("/settings/ladder");
        var service = await browser.GetAsync($"/settings/ladder?service={TestWorld.SpeechTherapy}");
        Assert.NotNull(service.Find("input[name=AsBoard][checked]"));

        await browser.SubmitAsync(board, "main form[method=post]", []);
        await browser.SubmitAsync(service, "main form[method=post]", []);
        var unsaid = await browser.SubmitAsync(service, "main form[method=post]", new() { [$"Steps[{IndexOf(LadderStep.ProviderLead)}].Days"] = "7" });

        Assert.Equal(["Untick this for the steps below to count, or leave them as they were"], unsaid.Errors);
        await using var db = _app.Database();
        Assert.False(await db.LadderSettings.AnyAsync() || await db.AuditEntries.AnyAsync(e => e.Fact == "ChaseLadderChanged"));
        var own = await browser.SubmitAsync(service, "main form[method=post]", new() { ["AsBoard"] = null });
        Assert.Empty(own.All("input[name=AsBoard][checked]"));
        Assert.Equal(TestWorld.SpeechTherapy, (await db.LadderSettings.SingleAsync()).ServiceId);
    }

    [Fact]
    public async Task A_board_goes_back_to_the_usual_ladder_and_the_page_says_who_changed_it()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/settings/ladder");
        Assert.DoesNotContain("Back to the usual ladder", page.Text, StringComparison.Ordinal);
        var changed = await browser.SubmitAsync(page, "main form[method=post]", new() { [$"Steps[{IndexOf(LadderStep.ProviderLead)}].Days"] = "3" });
        Assert.Contains("Last changed by Priya Nair on ", changed.Text, StringComparison.Ordinal);

        var usual = await browser.SubmitAsync(changed, "main form[method=post]", [], button: "Back to the usual ladder");

        Assert.Contains("This is the usual ladder", usual.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.False(await db.LadderSettings.AnyAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "ChaseLadderChanged"));
    }

    [Fact]
    public async Task Somebody_who_was_quicker_is_not_overwritten()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var stale = await browser.GetAsync("/settings/ladder");
        await browser.SubmitAsync(stale, "main form[method=post]", new() { [$"Steps[{IndexOf(LadderStep.ProviderLead)}].Days"] = "3" });
        var late = await browser.SubmitAsync(stale, "main form[method=post]", new() { [$"Steps[{IndexOf(LadderStep.ProviderLead)}].Days"] = "9" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        await using var db = _app.Database();
        Assert.Equal(3, (await db.LadderSettings.SingleAsync()).Ladder.DaysOf(LadderStep.ProviderLead));
    }

    [Fact]
    public async Task Another_boards_service_is_not_found_and_others_may_not_set_a_ladder()
    {
        Assert.Equal(HttpStatusCode.NotFound, (await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/settings/ladder?service={TestWorld.FarService}")).Status);
        foreach (var who in new[] { TestWorld.Caseworker, TestWorld.Lead, TestWorld.BoardMember, TestWorld.SystemAdministrator }) { Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(who)).GetAsync("/settings/ladder")).Status); }
    }
}
