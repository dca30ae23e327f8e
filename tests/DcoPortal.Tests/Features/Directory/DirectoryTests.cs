using System.Net;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.DirectoryPages;

public sealed class DirectoryTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_service_is_changed_with_its_needs_and_the_trail_tells_before_and_after()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/directory/services/{TestWorld.SpeechTherapy}");
        Assert.Equal(["ASD", "SLCN"], page.All("input[name=Needs][checked]").Select(i => i.GetAttribute("value")!).OrderBy(v => v));

        var done = await browser.SubmitAsync(page, "main form[method=post]", new() { ["Inbox"] = "new@teaching.test", ["Needs"] = "SLCN" });

        Assert.Equal("/directory/services", done.Url.AbsolutePath);
        await using var db = _app.Database();
        Assert.Equal("|SLCN|", (await db.Services.SingleAsync(s => s.Id == TestWorld.SpeechTherapy)).UsualNeeds);
        var fact = await db.AuditEntries.SingleAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Priya Nair");
        Assert.Contains("slt@teaching.test", fact.Before, StringComparison.Ordinal);
        Assert.Contains("new@teaching.test", fact.After, StringComparison.Ordinal);
        // pressed twice: saved already, and told once
        var again = await browser.SubmitAsync(page, "main form[method=post]", new() { ["Inbox"] = "new@teaching.test", ["Needs"] = "SLCN" });
        Assert.Equal("/directory/services", again.Url.AbsolutePath);
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "DirectoryChanged" && e.ActorName == "Priya Nair"));
        // the form of before is out of date now
        var late = await browser.SubmitAsync(page, "main form[method=post]", new() { ["Inbox"] = "late@teaching.test" });
        Assert.Equal(HttpStatusCode.Conflict, late.Status);
    }

    [Theory]
    [InlineData(TestWorld.Administrator)]
    [InlineData(TestWorld.SystemAdministrator)] // who may see no case
    public async Task What_a_service_has_follows_it_to_the_provider_that_the_directory_says(string who)
    {
        var keys = await _app.AssessmentAsync();
        var sent = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var prepared = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, send: false);
        var ended = await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, change: r => r.Close("Sent by mistake", DateTime.UnixEpoch));
        var browser = await _app.SignInAsync(who);
        await using var db = _app.Database();
        var teaching = await db.Services.Where(s => s.Id == TestWorld.SpeechTherapy).Select(s => s.ProviderId).SingleAsync();

        await browser.SubmitAsync(await browser.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}"), "main form[method=post]", new() { ["ProviderId"] = $"{teaching}" });

        Assert.Equal(new HashSet<Guid> { sent, prepared }, await db.AdviceRequests.Where(r => r.ProviderId == teaching).Select(r => r.Id).ToHashSetAsync());
        Assert.NotEqual(teaching, await db.AdviceRequests.Where(r => r.Id == ended).Select(r => r.ProviderId).SingleAsync());
        Assert.Equal(2, await db.AuditEntries.CountAsync(e => e.Fact == "RequestFollowedService"));
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        await dco.SubmitAsync(await dco.GetAsync($"/advice-requests/{ended}/reopen"), "form[action$='/reopen']", new() { ["Reason"] = "It was right after all" });
        Assert.Equal(teaching, await db.AdviceRequests.Where(r => r.Id == ended).Select(r => r.ProviderId).SingleAsync());
        Assert.Equal(teaching, await db.Professionals.Where(p => p.Id == TestWorld.Gwen).Select(p => p.ProviderId).SingleAsync());
    }

    [Fact]
    public async Task Whoever_closes_a_service_reads_how_many_requests_stay_with_it()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy, send: false);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var done = await browser.SubmitAsync(await browser.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}"), "main form[method=post]", new() { ["Closed"] = "true" });

        Assert.Contains("2 requests for advice stay with Paediatric occupational therapy, and are sent and chased as before.", done.Text, StringComparison.Ordinal);
        Assert.Contains("By the directory this service is no longer asked", (await browser.GetAsync($"/advice-requests/{request}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_trusts_service_stands_once_for_each_town_and_the_town_is_found_and_shown()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var lscft = await _app.Database().Providers.Where(p => p.OdsCode == "RW5").Select(p => p.Id).SingleAsync();
        Dictionary<string, string?> Service(string town, string inbox) => new() { ["Name"] = "School nursing", ["ProviderId"] = $"{lscft}", ["Town"] = town, ["Inbox"] = inbox };
        async Task<Page> AddAsync(string town, string inbox) => await browser.SubmitAsync(await browser.GetAsync("/directory/services/add"), "main form[method=post]", Service(town, inbox));

        await AddAsync("Leyland", "leyland@lscft.test");
        var list = await AddAsync("Morecambe", "morecambe@lscft.test");
        var twice = await AddAsync(" Morecambe ", "third@lscft.test");

        Assert.Equal(["LSCFT, Leyland", "LSCFT, Morecambe"], list.All("tbody tr").Where(r => r.TextContent.Contains("School nursing", StringComparison.Ordinal)).Select(r => r.QuerySelector("td")!.TextContent).OrderBy(t => t, StringComparer.Ordinal));
        Assert.Equal("LSCFT, Morecambe already has a service with this name", Assert.Single(twice.Errors));
        Assert.Equal("third@lscft.test", twice.Find("input[name=Inbox]").GetAttribute("value"));
        var found = await browser.Client.GetStringAsync("/directory/search?q=nursing%20morec");
        Assert.Contains("NHS Foundation Trust, Morecambe", found, StringComparison.Ordinal);
        Assert.DoesNotContain("Leyland", found, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_professional_goes_on_leave_with_cover_and_an_address_is_used_once()
    {
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync($"/directory/professionals/{TestWorld.Gwen}");
        var values = new Dictionary<string, string?> { ["AwayFrom.Day"] = "20", ["AwayFrom.Month"] = "11", ["AwayFrom.Year"] = "2026", ["CoverProfessionalId"] = TestWorld.Tariq.ToString() };

        var list = await browser.SubmitAsync(page, "main form[method=post]", values);

        Assert.Contains("Away now", list.Text, StringComparison.Ordinal);
        Assert.Contains("cover: Tariq Aziz", list.Text, StringComparison.Ordinal);
        var other = await browser.GetAsync($"/directory/professionals/{TestWorld.Joan}");
        Assert.Equal(["This email address is already in the directory"], (await browser.SubmitAsync(other, "main form[method=post]", new() { ["Email"] = TestWorld.Clinician })).Errors);
        var dates = await browser.SubmitAsync(other, "main form[method=post]", new() { ["AwayUntil.Day"] = "1" });
        Assert.Contains("Last day away must include a month and a year", dates.Errors);
    }

    [Fact]
    public async Task A_search_is_kept_on_the_server_and_cleared_by_one_button()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var found = await browser.SubmitAsync(await browser.GetAsync("/directory/professionals"), "form.dco-filters", new() { ["Q"] = "pritchard" });

        Assert.Equal("/directory/professionals", found.Url.PathAndQuery);
        Assert.Contains("1 professional", found.Text, StringComparison.Ordinal);
        Assert.Contains("1 professional", (await browser.GetAsync("/directory/professionals")).Text, StringComparison.Ordinal);
        var cleared = await browser.SubmitAsync(found, "form.dco-filters", [], button: "Clear filters");
        Assert.Contains("3 professionals", cleared.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_provider_is_added_once_under_its_code()
    {
        var browser = await _app.SignInAsync(TestWorld.SystemAdministrator);
        var values = new Dictionary<string, string?> { ["Name"] = "Alder Hey Children's NHS Foundation Trust", ["ShortName"] = "Alder Hey", ["OdsCode"] = "rbs" };
        Assert.Contains("is saved", (await browser.SubmitAsync(await browser.GetAsync("/directory/providers/add"), "main form", values)).Text, StringComparison.Ordinal);
        Assert.Equal(["A provider with this ODS code is already in the directory"], (await browser.SubmitAsync(await browser.GetAsync("/directory/providers/add"), "main form", values)).Errors);
    }

    [Fact]
    public async Task Another_boards_directory_is_not_there()
    {
        var browser = await _app.SignInAsync(TestWorld.FarAdministrator);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/directory/services/{TestWorld.OccupationalTherapy}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/directory/professionals/{TestWorld.Gwen}")).Status);
        Assert.DoesNotContain("Pritchard", (await browser.GetAsync("/directory/professionals")).Text, StringComparison.Ordinal);
    }
}
