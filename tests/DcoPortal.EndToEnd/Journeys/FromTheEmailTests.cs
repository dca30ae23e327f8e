using System.Text.RegularExpressions;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>From the email's link, a clinician acknowledges, promises and gives back, each in at most two clicks; the DCO service asks again.</summary>
[Collection(PageTests.Name)]
public sealed partial class FromTheEmailTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Fact]
    public async Task A_clinician_acknowledges_promises_and_gives_back_from_the_link_and_the_DCO_service_sends_it_again()
    {
        var keys = await _portal.AssessmentAsync();
        await using var dco = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "from-the-email-dco");
        await dco.SignInAsync(TestWorld.Administrator);
        await dco.Page.GotoAsync($"/assessments/{keys.Reference}/request-advice");
        await dco.Page.Locator($"input[name=Ask][value='service:{TestWorld.OccupationalTherapy:N}']").CheckAsync();
        await dco.Page.Locator("button[value=send]").ClickAsync();
        await dco.SeeAsync("1 request sent");

        await using var clinician = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "from-the-email");
        var email = Assert.Single(await _portal.EmailsToAsync("ot@lscft.test"));
        await clinician.Page.GotoAsync(LinkInEmail().Match(email).Groups[1].Value);
        await clinician.SignInHereAsync(TestWorld.Clinician);
        await clinician.LookAsync("request");
        var clicks = clinician.Clicks;
        await clinician.PressAsync("We have it");
        await clinician.SeeAsync("Acknowledged by Gwen Pritchard on ");
        Assert.Equal(1, clinician.Clicks - clicks);
        await clinician.LookAsync("acknowledged");

        clicks = clinician.Clicks;
        await clinician.FollowAsync("Promise a date");
        await clinician.LookAsync("promise");
        await clinician.Page.Locator("[name=When]").First.CheckAsync();
        await clinician.PressAsync("Promise this date");
        await clinician.SeeAsync("Promised for ");
        Assert.Equal(2, clinician.Clicks - clicks);
        await clinician.LookAsync("promised");
        await clinician.GoAsync("/advice-requests", "list-promised");
        await clinician.Page.GoBackAsync();

        // two clicks, and the three things that the law asks for
        clicks = clinician.Clicks;
        await clinician.FollowAsync("The child or young person missed our appointment");
        await clinician.LookAsync("missed-appointment");
        await clinician.TypeDateAsync("AppointmentOn", DateOnly.FromDateTime(_portal.Time.GetUtcNow().UtcDateTime));
        await clinician.TypeAsync("What shows this?", "The appointment record.");
        await clinician.TypeAsync("Why did this make it impractical to keep to the time limit?", "The child must be seen.");
        await clinician.PressAsync("Record exemption");
        await clinician.SeeAsync("Exemption recorded");
        Assert.Equal(2, clinician.Clicks - clicks);
        await clinician.Page.GotoAsync(LinkInEmail().Match(email).Groups[1].Value);
        await dco.GoAsync(new Uri(clinician.Page.Url).AbsolutePath, "request");
        clicks = clinician.Clicks;
        await clinician.FollowAsync("Not ours");
        await clinician.LookAsync("give-back");
        await clinician.TypeAsync("Why is it not yours?", "She is with the Wyre team.");
        await clinician.PressAsync("Give it back");
        await clinician.SeeAsync("is given back to the DCO service");
        Assert.Equal(2, clinician.Clicks - clicks);
        await clinician.LookAsync("home-given-back");
        await clinician.GoAsync("/account/leave", "leave");

        await dco.GoAsync("/", "home-given-back");
        await dco.SeeAsync("Given back: ask somebody else");
        await dco.GoAsync($"/assessments/{keys.Reference}/request-advice", "request-advice-given-back");
        await dco.PressAsync("Send again to the same service");
        await dco.SeeAsync("1 request sent");
        await dco.GoAsync($"/directory/services/{TestWorld.OccupationalTherapy}", "service-form");
        await dco.GoAsync("/directory/services", "services");
    }

    [Fact]
    public async Task A_clinician_passes_a_request_on_with_two_clicks_from_the_link()
    {
        var id = await _portal.RequestAsync(await _portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var clinician = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "pass-on");
        await clinician.Page.GotoAsync($"/advice-requests/{id}");
        await clinician.SignInHereAsync(TestWorld.Clinician);
        var clicks = clinician.Clicks;
        await clinician.FollowAsync("Pass to a colleague");
        await clinician.LookAsync("pass-on");
        await clinician.PressAsync("Pass to Tariq Aziz");
        await clinician.SeeAsync("is now with Tariq Aziz");
        Assert.Equal(2, clinician.Clicks - clicks);
    }

    [Fact]
    public async Task With_several_colleagues_each_has_a_button()
    {
        var id = await _portal.RequestAsync(await _portal.AssessmentAsync(), TestWorld.OccupationalTherapy);
        await using var lead = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "assign");
        await lead.Page.GotoAsync($"/advice-requests/{id}");
        await lead.SignInHereAsync(TestWorld.Lead);
        var clicks = lead.Clicks;
        await lead.FollowAsync("Assign to a colleague");
        await lead.LookAsync("assign");
        await lead.PressAsync("Assign to Tariq Aziz");
        await lead.SeeAsync("is now with Tariq Aziz");
        Assert.Equal(2, lead.Clicks - clicks);
    }

    [Fact]
    public async Task On_a_phone_the_state_of_an_email_and_what_to_do_about_it_are_in_sight()
    {
        await using (var db = _portal.Database())
        {
            var now = _portal.Time.GetUtcNow().UtcDateTime;
            var icb = (await db.Users.SingleAsync(u => u.Email == TestWorld.Administrator)).IcbId;
            db.Emails.Add(new() { Id = Guid.CreateVersion7(), UniqueKey = "phone", Template = "advice-request-reminder", To = "childrens.occupational.therapy@lscft.example.nhs.uk", Subject = "s", Body = "b", IcbId = icb, QueuedUtc = now, FailedUtc = now, Attempts = 6, LastError = "The mail server refused the address (550)." });
            await db.SaveChangesAsync();
        }
        await using var administrator = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "emails-on-a-phone");
        await administrator.SignInAsync(TestWorld.Administrator);
        await administrator.GoAsync("/admin/emails", "emails");
        await administrator.Page.SetViewportSizeAsync(320, 900);
        foreach (var words in new[] { "Failed", "Send again" })
        {
            var box = await administrator.Page.Locator($"tbody tr >> text={words}").First.BoundingBoxAsync();
            Assert.True(box is { X: >= 0 } && box.X + box.Width <= 320, $"{words} is out of sight");
        }
        Assert.Equal(0, await administrator.Page.EvaluateAsync<int>("() => { const f = document.querySelector('.dco-scroll'); return f.scrollWidth - f.clientWidth; }"));
        await administrator.GoAsync($"/settings/ladder?service={TestWorld.OccupationalTherapy}", "ladder-of-a-service");
    }

    [Fact]
    public async Task A_service_lead_arranges_cover()
    {
        await _portal.RequestAsync(await _portal.AssessmentAsync(), TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await using var lead = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, "cover");
        await lead.SignInAsync(TestWorld.Lead);
        await lead.FollowAsync("Cover");
        await lead.LookAsync("cover");
        await lead.FollowAsync("Gwen Pritchard");
        await lead.TypeDateAsync("AwayUntil", new DateOnly(2030, 1, 2));
        await lead.PressAsync("Save");
        await lead.SeeAsync("Enter the first day away");
        await lead.LookAsync("cover-empty");
        await lead.TypeDateAsync("AwayFrom", new DateOnly(2026, 1, 2));
        await lead.PressAsync("Save");
        await lead.SeeAsync("Away now");
        await lead.LookAsync("cover-away");
        await lead.GoAsync("/advice-requests", "list-away");
        await lead.SeeAsync("Away until 2 January 2030");
    }

    [GeneratedRegex(@"https?://\S+?(/advice-requests/[0-9a-f-]{36})")]
    private static partial Regex LinkInEmail();
}
