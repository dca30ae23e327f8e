using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>A new administrator with 300 late requests: reminds, writes down a talk, escalates, and changes the ladder.</summary>
[Collection(BrowserTests.Name)]
public sealed class ChaseTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task An_administrator_chases_among_three_hundred_late_requests()
    {
        Guid[] inTurn = [.. Enumerable.Repeat(TestWorld.OccupationalTherapy, 6), .. Enumerable.Repeat(TestWorld.SpeechTherapy, 3), TestWorld.Paediatrics];
        await _portal.ManyRequestsAsync(300, inTurn);
        _portal.Time.Advance(TimeSpan.FromDays(45));
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "chase");
        visitor.HasOneChildForMany = true;
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.Page.GotoAsync("/chase");
        await visitor.SeeAsync("300 requests need a person today");
        await visitor.LookAsync("chase-300");
        await BarAsync(visitor);

        await visitor.PressAsync("Remind those ticked");
        await visitor.SeeAsync("Tick at least one request to chase");
        foreach (var box in (await visitor.Page.Locator("input[name=Requests]").AllAsync()).Take(3)) { await box.CheckAsync(); }
        await Assertions.Expect(Send(visitor)).ToHaveTextAsync("Send 3 reminders");
        await Assertions.Expect(visitor.Page.Locator("[data-counted]")).ToHaveTextAsync("3 reminders to 1 service");
        await visitor.TypeAsync("Note on the requests (optional, never in the email)", "Please ring Priya");
        await InItsRowAsync(visitor);
        await Send(visitor).ClickAsync();
        await visitor.SeeAsync("3 reminders sent");
        await visitor.LookAsync("chase-reminded");

        await visitor.Page.Locator(".dco-more > summary").First.ClickAsync();
        await visitor.Page.Locator(".dco-more[open] a").First.ClickAsync();
        await visitor.ChooseAsync("I asked on Teams");
        await visitor.PressAsync("Send the reminder or record the conversation");
        await visitor.SeeAsync("Say who you spoke to");
        await visitor.LookAsync("talk-empty");
        await visitor.TypeAsync("Who did you speak to?", "Lena Ford");
        await visitor.TypeAsync("Note (optional)", "Will send it on Friday");
        await visitor.PressAsync("Send the reminder or record the conversation");
        await visitor.SeeAsync("Will send it on Friday");
        await visitor.LookAsync("talk");

        await visitor.FollowAsync("escalate it");
        await visitor.Page.Locator("#To").SelectOptionAsync(new SelectOptionValue { Label = "Lena Ford, Service lead" });
        await visitor.TypeAsync("What do you need from them?", "Please find somebody who can write it.");
        await visitor.PressAsync("Escalate");
        await visitor.SeeAsync("Escalated to Lena Ford");
        await visitor.GoAsync("/settings/ladder", "ladder");

        await WithoutScriptAsync();

        await using var lead = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "chase-lead");
        lead.HasOneChildForMany = true;
        await lead.SignInAsync(TestWorld.Lead);
        await lead.SeeAsync("Escalated to you: answer");
        await lead.Page.Locator(".dco-fold__name", new() { HasText = "Escalated to you: answer" }).ClickAsync();
        await lead.Page.Locator("main a[href^='/escalations/']").First.ClickAsync();
        await lead.LookAsync("escalation");
        await lead.TypeAsync("Your answer", "Tariq writes it by Friday.");
        await lead.PressAsync("Send your answer");
        await lead.SeeAsync("Tariq writes it by Friday.");
        await lead.LookAsync("escalation-answered");
    }

    private static ILocator Send(Visitor visitor) => visitor.Page.Locator(".dco-bar button[data-counts]");

    /// <summary>A call is recorded in its row: the ticks and the note for the others stay.</summary>
    private static async Task InItsRowAsync(Visitor visitor)
    {
        await visitor.Page.Locator("button[name=Call]").Nth(5).ClickAsync();
        await Assertions.Expect(visitor.Page.GetByLabel("Who did you speak to?")).ToBeFocusedAsync();
        await visitor.LookAsync("chase-call");
        await visitor.TypeAsync("Who did you speak to?", "Moira Bell");
        await visitor.PressAsync("Record it");
        await visitor.SeeAsync("Call recorded");
        await Assertions.Expect(Send(visitor)).ToHaveTextAsync("Send 3 reminders");
        await Assertions.Expect(visitor.Page.Locator("#Note")).ToHaveValueAsync("Please ring Priya");
    }

    /// <summary>The bar stays in sight, hides nothing that has the focus, and counts; Enter on a box that is not ticked sends nothing.</summary>
    private static async Task BarAsync(Visitor visitor)
    {
        var (page, bar) = (visitor.Page, visitor.Page.Locator(".dco-bar"));
        await page.GotoAsync("/chase");
        await Assertions.Expect(bar).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.Locator("input[name=Requests]").First.FocusAsync();
        for (var n = 0; n < 60; n++)
        {
            await page.Keyboard.PressAsync("Tab");
            var hidden = await page.EvaluateAsync<bool>("() => { const a = document.activeElement, bar = document.querySelector('.dco-bar'); return !bar.contains(a) && a.getBoundingClientRect().top < bar.getBoundingClientRect().bottom; }");
            Assert.False(hidden, $"the bar hides what has the focus after {n + 1} tabs");
        }

        await page.Locator("input[name=Requests]").First.PressAsync("Space");
        await page.Locator("input[name=Requests]").First.PressAsync("Enter");
        await Assertions.Expect(page.Locator("input[name=Requests]").First).ToBeCheckedAsync();
        await Assertions.Expect(Send(visitor)).ToHaveTextAsync("Send 1 reminder");
        await page.GetByLabel("Tick the 50 here").First.CheckAsync();
        await Assertions.Expect(Send(visitor)).ToHaveTextAsync("Send 50 reminders");
        await page.Locator("input[name=Requests]").First.UncheckAsync();
        await Assertions.Expect(Send(visitor)).ToHaveTextAsync("Send 49 reminders");
        await visitor.PictureInViewAsync("bar");
        await page.EvaluateAsync("() => scrollTo(0, document.body.scrollHeight / 2)");
        await Assertions.Expect(bar).ToBeInViewportAsync(new() { Ratio = 1 });
        await page.SetViewportSizeAsync(1280, 500);
        await Assertions.Expect(bar).Not.ToBeInViewportAsync();
        await page.SetViewportSizeAsync(1280, 900);
        // nothing was sent by Enter
        await page.GotoAsync("/chase");
        await Assertions.Expect(page.Locator("#Again")).ToHaveCountAsync(0);
    }

    /// <summary>The buttons of the services say what they do while "again" is ticked.</summary>
    private static async Task AgainAsync(Visitor visitor, int count)
    {
        var (all, again) = (visitor.Page.Locator(".dco-unless-again"), visitor.Page.Locator(".dco-when-again"));
        await Assertions.Expect(again).ToBeHiddenAsync();
        await visitor.ChooseAsync("Also those chased today");
        await Assertions.Expect(again).ToContainTextAsync($"Remind all {count} again");
        await Assertions.Expect(again).ToBeVisibleAsync();
        await Assertions.Expect(all).ToBeHiddenAsync();
        await visitor.PictureInViewAsync("bar-again");
        await visitor.Page.Locator("#Again").UncheckAsync();
        await Assertions.Expect(all).ToBeVisibleAsync();
    }

    private async Task WithoutScriptAsync()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "chase", script: false);
        visitor.HasOneChildForMany = true;
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.GoAsync("/chase?page=7", "chase-last");
        await Assertions.Expect(visitor.Page.Locator("[data-ticks-all]")).ToBeHiddenAsync();
        await visitor.PictureInViewAsync("bar");
        await visitor.Page.Locator("main form button[name=WholeService]:visible").ClickAsync();
        await visitor.SeeAsync("30 reminders sent");
        await AgainAsync(visitor, 30);
        await visitor.SeeAsync("All chased today");
    }
}
