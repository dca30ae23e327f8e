using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>The pages of the clock that are reached by pressing something: tried dates, a correction, an address for the calendar; and the clock on paper.</summary>
[Collection(PageTests.Name)]
public sealed class ClockPagesTests(Chromium chromium, BusyPortal portal) : IClassFixture<BusyPortal>
{
    private const string Tried = "/clock?route=Section36Request&RequestReceived.Day=2&RequestReceived.Month=3&RequestReceived.Year=2026"
        + "&HealthReceivedRequest.Day=13&HealthReceivedRequest.Month=4&HealthReceivedRequest.Year=2026&limit=final-plan-request&reason=AbsentFromArea"
        + "&AbsentFrom.Day=10&AbsentFrom.Month=3&AbsentFrom.Year=2026&AbsentUntil.Day=10&AbsentUntil.Month=5&AbsentUntil.Year=2026&impractical=yes&dayOne=DayOfReceiptCounts";

    [Fact]
    public async Task Tried_dates_open_their_reasons_on_demand_and_paper_shows_them_all_without_the_form()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "clock");
        await visitor.SignInAsync(TestWorld.Caseworker);
        await visitor.GoAsync(Tried, "tried");
        var reasons = visitor.Page.Locator("details.dco-why .nhsuk-details__text");
        await Assertions.Expect(reasons.First).ToBeHiddenAsync();
        await visitor.Page.GetByText("Why this date: Final plan").ClickAsync();
        await Assertions.Expect(visitor.Page.Locator("[aria-labelledby=limit-final-plan-request] .nhsuk-details__text")).ToBeVisibleAsync();
        await visitor.LookAsync("opened");

        await visitor.Page.EmulateMediaAsync(new() { Media = Media.Print });
        await visitor.Page.SetViewportSizeAsync(720, 1000);

        Assert.True(await reasons.CountAsync() > 3);
        foreach (var reason in await reasons.AllAsync()) { Assert.True((await reason.BoundingBoxAsync())?.Height > 10, await reason.TextContentAsync()); }
        await Assertions.Expect(visitor.Page.Locator("form#dates")).ToBeHiddenAsync();
        await visitor.PictureAsync("paper");
        Assert.NotEmpty(await visitor.Page.PdfAsync(new() { Format = "A4" }));
    }

    [Fact]
    public async Task A_correction_shows_each_date_before_and_after()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "correct-dates");
        await visitor.SignInAsync(TestWorld.Caseworker);
        await visitor.Page.GotoAsync($"/assessments/{portal.Undecided}/correct-dates");
        await visitor.TypeDateAsync("ReceivedOn", new DateOnly(2026, 10, 1));
        await visitor.Page.Locator("[name=Reason]").FillAsync("The letter came a week before it was logged");
        await visitor.PressAsync("See what changes");

        await visitor.SeeAsync("12 November 2026");
        await visitor.LookAsync("before-and-after");
    }

    [Fact]
    public async Task A_private_calendar_address_is_shown_once()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "calendar");
        await visitor.SignInAsync(TestWorld.Lead);
        await visitor.GoAsync("/account/calendar", "none");
        await visitor.PressAsync("Make a private address");
        await visitor.SeeAsync("/calendar/feed.ics?token=");
        await visitor.LookAsync("made");
        await visitor.GoAsync("/account/calendar", "kept");
    }
}
