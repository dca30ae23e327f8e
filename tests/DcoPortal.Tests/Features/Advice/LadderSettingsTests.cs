using System.Net;
using DcoPortal.Domain.Chasing;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class LadderSettingsTests : IDisposable
{
    private readonly PortalApp _app = new();

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
        foreach (var who in new[] { TestWorld.Caseworker, TestWorld.Lead, TestWorld.Board, TestWorld.SystemAdministrator }) { Assert.Equal(HttpStatusCode.Forbidden, (await (await _app.SignInAsync(who)).GetAsync("/settings/ladder")).Status); }
    }
}
