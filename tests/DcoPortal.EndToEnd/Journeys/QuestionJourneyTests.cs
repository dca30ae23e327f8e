using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>A question of the local authority, the DCO's answer, and the close: nothing of it goes by email but the reference.</summary>
[Collection(BrowserTests.Name)]
public sealed class QuestionJourneyTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task The_authority_asks_the_dco_answers_and_the_authority_closes()
    {
        var keys = await portal.AssessmentAsync();
        await using var authority = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "question");
        await authority.SignInAsync(TestWorld.Caseworker);
        await authority.GoAsync($"/assessments/{keys.Reference}", "assessment");
        await authority.FollowAsync("Questions");
        await authority.HeadingAsync("Questions");
        await authority.LookAsync("ask");
        await authority.PressAsync("Ask this question");
        await authority.SeeAsync("Write your question");
        await authority.LookAsync("ask-empty");
        await authority.TypeAsync("Your question", "Has community paediatrics seen her since the summer?\nHer school says so.");
        await authority.PressAsync("Ask this question");
        await authority.SeeAsync("Waits for the DCO service");
        await authority.LookAsync("asked");

        await using (var dco = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "question-dco"))
        {
            await dco.SignInAsync(TestWorld.Dco);
            await dco.SeeAsync("Questions for you to answer (1)");
            await dco.LookAsync("worklist");
            await dco.GoAsync("/questions", "list");
            await dco.FollowAsync("Zoë");
            await dco.HeadingAsync("Question to the DCO service");
            await dco.TypeAsync("Your reply", "Yes, in September. The report is with the advice that we return this week.");
            await dco.PressAsync("Send");
            await dco.SeeAsync("Waits for the local authority");
            await dco.LookAsync("answered");
        }

        await authority.GoAsync("/", "worklist");
        await authority.SeeAsync("Answers to your questions (1)");
        await authority.Page.Locator("main a[href^='/questions/']").First.ClickAsync();
        await authority.SeeAsync("Yes, in September.");
        await authority.LookAsync("answer");
        await authority.PressAsync("Close this question");
        await authority.SeeAsync("Closed on");
        await authority.LookAsync("closed");
        await authority.GoAsync($"/assessments/{keys.Reference}/questions", "questions");
        await authority.GoAsync("/questions?show=closed", "closed-list");
    }
}
