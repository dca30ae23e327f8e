using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>An assessment that the Tribunal ordered: its own question, its own limits, nothing to decide. The day is 21 November 2026.</summary>
[Collection(BrowserTests.Name)]
public sealed class TribunalOrderTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task An_assessment_that_the_Tribunal_ordered_is_logged_and_the_family_told()
    {
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "tribunal-order");
        await visitor.SignInAsync(TestWorld.Caseworker);
        var reference = await LogAsync(visitor);
        await visitor.GoAsync($"/assessments/{reference}", "assessment");
        await visitor.SeeAsync("Week 2: tell the family that it will assess");
        await visitor.SeeAsync("Must assess, family not told");
        await visitor.PressAsync("Record that the family was told");
        await visitor.LookAsync("family-told");
        await visitor.TypeDateAsync("DecidedOn", new DateOnly(2026, 11, 20));
        await visitor.PressAsync("Record");
        await visitor.SeeAsync("Recorded that the family was told. Health has been asked for advice, due by 2 January 2027.");
        await visitor.LookAsync("assessment-told");
        await visitor.GoAsync($"/assessments/{reference}/outcome", "outcome");
        await visitor.SeeAsync("14 weeks from 16 November 2026, the day of the Tribunal's order to assess (regulation 44(2)(b)(ii))");
        await visitor.GoAsync($"/assessments/{reference}/correct-dates", "correct-dates");
        await visitor.GoAsync($"/assessments/{reference}/exemption?limit=FinalPlan", "exemption");
        await visitor.GoAsync("/assessments?route=TribunalOrderedAssessment", "list");
        await visitor.SeeAsync("Week 1 of 14");
        await visitor.GoAsync("/clock?route=Reassessment&ReassessmentRequested.Day=5&ReassessmentRequested.Month=10&ReassessmentRequested.Year=2026&ReassessmentNotified.Day=19&ReassessmentNotified.Month=10&ReassessmentNotified.Year=2026&HealthReceivedRequest.Day=20&HealthReceivedRequest.Month=10&HealthReceivedRequest.Year=2026", "clock-reassessment");
    }

    private static async Task<string> LogAsync(Visitor visitor)
    {
        await visitor.GoAsync("/assessments/log", "form");
        await visitor.FillChildAsync("Hargreaves");
        await visitor.UnfoldAsync("How it began");
        await visitor.Page.GetByLabel("The SEND Tribunal ordered an assessment").CheckAsync();
        await visitor.SeeAsync("What is the date of the Tribunal’s order?");
        await visitor.SeeAsync("How it began: The SEND Tribunal ordered an assessment");
        await visitor.LookAsync("questions-of-an-order");
        await visitor.TypeDateAsync("Request.Received", new DateOnly(2026, 11, 16));
        await visitor.ChooseAsync("Parent or carer");
        await visitor.ChooseAsync("Not yet");
        await visitor.Page.Locator("[name='Request.PrimaryNeed']").SelectOptionAsync("SLCN");
        await visitor.FillFamilyAsync();
        await visitor.ToCheckAsync();
        await visitor.LookAsync("check");
        await visitor.PressAsync("Log notification");
        await visitor.HeadingAsync("Notification logged");
        await visitor.SeeAsync("Notice that it will assess (2 weeks)");
        await visitor.LookAsync("done");
        return await visitor.Page.Locator(".nhsuk-panel__body strong").InnerTextAsync();
    }
}
