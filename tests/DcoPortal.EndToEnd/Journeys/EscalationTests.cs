using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>A request is put before a service lead whose account is then disabled: who asked sees it, asks somebody else, and takes that back.</summary>
[Collection(BrowserTests.Name)]
public sealed class EscalationTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task Who_asked_sees_that_no_answer_will_come_asks_somebody_else_and_takes_it_back()
    {
        var request = await _portal.RequestAsync(await _portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "escalation");
        await visitor.SignInAsync(TestWorld.Administrator);
        await visitor.Page.GotoAsync($"/advice-requests/{request}/escalate");
        await visitor.Page.Locator("#To").SelectOptionAsync(new SelectOptionValue { Label = "Lena Ford, Service lead" });
        await visitor.TypeAsync("What do you need from them?", "Nobody has answered two calls. Please find out who can write it by Friday.");
        await visitor.PressAsync("Escalate");
        await visitor.SeeAsync("Escalated to Lena Ford");
        await visitor.GoAsync($"/advice-requests/{request}/escalate", "escalated-already");

        await using (var db = _portal.Database()) { await db.Users.Where(u => u.Email == TestWorld.Lead).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledUtc, DateTime.UnixEpoch)); }
        await visitor.GoAsync("/", "your-work");
        await visitor.SeeAsync("Waiting for an answer to what you escalated");
        await visitor.SeeAsync("No answer will come");
        await visitor.GoAsync("/escalations", "all-awaited");
        await visitor.Page.Locator("main a[href^='/escalations/']").First.ClickAsync();
        await visitor.SeeAsync("Lena Ford’s account is disabled");
        await visitor.LookAsync("no-answer-will-come");
        await visitor.PressAsync("Ask this person instead");
        await visitor.SeeAsync("Choose who must answer");
        await visitor.LookAsync("somebody-else-empty");
        await visitor.Page.Locator("#To").SelectOptionAsync(new SelectOptionValue { Label = "Dr Helen Shaw, Designated Clinical Officer" });
        await visitor.PressAsync("Ask this person instead");
        await visitor.SeeAsync("Waits for Dr Helen Shaw to answer");
        await visitor.LookAsync("somebody-else");
        await visitor.PressAsync("Take it back");
        await visitor.SeeAsync("No answer is needed any more");
        await visitor.LookAsync("taken-back");
    }

    [Fact]
    public async Task A_lead_whose_service_no_longer_has_the_request_can_still_take_back_what_they_asked()
    {
        var request = await _portal.RequestAsync(await _portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var lead = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "escalation-lead");
        await lead.SignInAsync(TestWorld.Lead);
        await lead.Page.GotoAsync($"/advice-requests/{request}/escalate");
        await lead.Page.Locator("#To").SelectOptionAsync(new SelectOptionValue { Label = "Dr Helen Shaw, Designated Clinical Officer" });
        await lead.TypeAsync("What do you need from them?", "This belongs to the other service.");
        await lead.PressAsync("Escalate");
        await lead.SeeAsync("Escalated to Dr Helen Shaw");
        await using (var db = _portal.Database()) { await db.AdviceRequests.Where(r => r.Id == request).ExecuteUpdateAsync(s => s.SetProperty(r => r.ServiceId, TestWorld.SpeechTherapy)); }
        await lead.Page.GotoAsync("/");
        await lead.Page.GetByText("Waiting for an answer to what you escalated").ClickAsync();
        await lead.Page.Locator("main a[href^='/escalations/']").First.ClickAsync();
        await lead.SeeAsync("You may no longer open this request");
        await lead.LookAsync("elsewhere");
        await lead.PressAsync("Take it back");
        await lead.SeeAsync("Taken back by Lena Ford");
        await lead.LookAsync("elsewhere-taken-back");
    }
}
