using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class TrafficLightTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    // nothing of these may reach a provider's notice board
    private static readonly string[] Recognisable =
    [
        "Xanthopoulos", "Quillfeather", "Zebedee", "9990181594", "999 018 1594", "UPNX1", "Parentova", "parent@quill.test", "07700900123", "Secondova", "young@quill.test",
        "Viewsword", "Sharewordx", "Swahiliword", "Signsword", "Addressrow", "ZZ9 9ZZ", "Schoolword", "Sencoword", "Reasonsword", "AuthRefWord", "Noteword", "Gwen", "Pritchard", "Joan", "Catterall", "2019", "SLCN",
    ];

    private Task<CaseKeys> RecognisableAsync() => _app.AssessmentAsync(surname: "Xanthopoulos", nhsNumber: "9990181594", change: a =>
    {
        (a.Child.Forenames, a.Child.KnownAs, a.Child.Interpreter, a.Child.CommunicationNeeds, a.Child.Address, a.Child.Postcode) = ("Zebedee", "Quillfeather", "Swahiliword", "Signsword", "1 Addressrow", "ZZ9 9ZZ");
        (a.Family.ParentName, a.Family.ParentEmail, a.Family.ParentPhone, a.Family.SecondParentName, a.Family.YoungPersonEmail) = ("Pat Parentova", "parent@quill.test", "07700900123", "Sam Secondova", "young@quill.test");
        (a.Family.Views, a.Family.DoNotShareWith, a.Setting.Name, a.Setting.SencoContact, a.Reasons, a.AuthorityReference) = ("Viewsword", "Sharewordx", "Schoolword", "Sencoword", "Reasonsword", "AuthRefWord");
    });

    [Fact]
    public async Task The_page_and_the_spreadsheet_name_references_and_nothing_by_which_anybody_could_be_recognised()
    {
        var keys = await RecognisableAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: "Noteword", change: r => { r.Promise(new DateOnly(2026, 12, 24), new DateOnly(2026, 11, 21), _app.Time.GetUtcNow().UtcDateTime, "Gwen Pritchard"); r.Chased(_app.Time.GetUtcNow().UtcDateTime); });
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var own = await ProviderAsync("RW5");

        var page = await browser.GetAsync($"/traffic-lights?provider={own}");
        using var file = await browser.Client.GetAsync($"/traffic-lights/csv?provider={own}");
        var csv = await file.Content.ReadAsStringAsync();

        Assert.All(new[] { page.Document.DocumentElement.OuterHtml, csv }, text =>
        {
            Assert.Contains(keys.Reference, text, StringComparison.Ordinal);
            Assert.All(Recognisable, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
            // what a provider is handed does not speak of another
            Assert.DoesNotContain("Teaching", text, StringComparison.Ordinal);
            Assert.DoesNotContain("speech", text, StringComparison.OrdinalIgnoreCase);
        });
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.Equal("traffic-lights-RW5-2026-11-21.csv", file.Content.Headers.ContentDisposition!.FileName);
        Assert.StartsWith("As of,Provider,Service,Reference,", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($",{keys.Reference},Lancashire County Council,", csv, StringComparison.Ordinal);
        Assert.Contains("42 days left,42,24/12/2026,1,", csv, StringComparison.Ordinal);
        Assert.Contains("As of 21 November 2026 at", page.Text, StringComparison.Ordinal);
        Assert.Contains("24 Dec 2026", page.Text, StringComparison.Ordinal);
        Assert.Single(page.All(".dco-key"));
    }

    [Fact]
    public async Task Several_providers_are_counted_by_colour_and_no_list_mixes_them()
    {
        _app.Time.Advance(TimeSpan.FromDays(-60));
        var late = await _app.AssessmentAsync();
        await _app.RequestAsync(late, TestWorld.SpeechTherapy, TestWorld.Joan);
        _app.Time.Advance(TimeSpan.FromDays(60));
        var fresh = await _app.AssessmentAsync();
        await _app.RequestAsync(fresh, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(fresh, TestWorld.Paediatrics);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.GetAsync("/traffic-lights");
        using var csv = await browser.Client.GetAsync("/traffic-lights/csv");

        Assert.Equal(["Provider", "Overdue", "On track", "All"], page.All("main thead th").Select(h => h.TextContent.Trim()));
        Assert.Equal(
            [(await NameAsync("RXN"), "1", "1", "2"), (await NameAsync("RW5"), "0", "1", "1")],
            page.All("main tbody tr").Select(r => (r.Children[0].TextContent.Trim(), r.Children[1].TextContent.Trim(), r.Children[2].TextContent.Trim(), r.Children[3].TextContent.Trim())));
        Assert.Equal($"/traffic-lights?provider={await ProviderAsync("RXN")}", page.All("main tbody a")[0].GetAttribute("href"));
        Assert.All(new[] { late.Reference, fresh.Reference }, r => Assert.DoesNotContain(r, page.Text, StringComparison.Ordinal));
        Assert.Empty(page.All("main a[href*=csv], main a[href*='all=true']"));
        Assert.Single(page.All(".dco-key"));
        // the spreadsheet of a mixture is none
        Assert.EndsWith("/traffic-lights", csv.Headers.Location?.OriginalString ?? csv.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        Assert.NotEqual("text/csv", csv.Content.Headers.ContentType?.MediaType);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/traffic-lights?provider={Guid.NewGuid()}")).Status);
        await using var db = _app.Database();
        Assert.False(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After!.StartsWith("Traffic-light")));
    }

    private async Task<Guid> ProviderAsync(string code)
    {
        await using var db = _app.Database();
        return await db.Providers.Where(p => p.OdsCode == code).Select(p => p.Id).SingleAsync();
    }

    private async Task<string> NameAsync(string code)
    {
        await using var db = _app.Database();
        return await db.Providers.Where(p => p.OdsCode == code).Select(p => p.Name).SingleAsync();
    }

    [Fact]
    public async Task Services_stand_worst_first_and_in_each_the_worst_request_first()
    {
        _app.Time.Advance(TimeSpan.FromDays(-60));
        var late = await _app.AssessmentAsync();
        await _app.RequestAsync(late, TestWorld.SpeechTherapy, TestWorld.Joan);
        _app.Time.Advance(TimeSpan.FromDays(60));
        var fresh = await _app.AssessmentAsync();
        await _app.RequestAsync(fresh, TestWorld.Paediatrics);
        await _app.RequestAsync(fresh, TestWorld.SpeechTherapy, TestWorld.Joan);
        await _app.RequestAsync(fresh, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "answered: not the service's move"));

        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/traffic-lights");

        // one provider alone has open requests: its list needs no choice
        Assert.Equal(["Paediatric speech and language therapy", "Community paediatrics"], page.All("main h2").Select(h => h.FirstChild!.TextContent.Trim()));
        Assert.Equal([late.Reference, fresh.Reference, fresh.Reference], page.All("main tbody th a").Select(a => a.FirstChild!.TextContent.Trim()));
        Assert.Contains("18 days overdue", page.Text, StringComparison.Ordinal);
        Assert.Contains("Overdue: 1", page.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_sees_own_services_only_another_board_none_and_others_are_refused()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);

        var lead = await (await _app.SignInAsync(TestWorld.Lead)).GetAsync("/traffic-lights");
        Assert.Equal(["Paediatric occupational therapy"], lead.All("main h2").Select(h => h.FirstChild!.TextContent.Trim()));
        Assert.DoesNotContain(keys.Reference, (await (await _app.SignInAsync(TestWorld.FarAdministrator)).GetAsync("/traffic-lights")).Text, StringComparison.Ordinal);
        foreach (var who in new[] { TestWorld.BoardMember, TestWorld.Clinician, TestWorld.Caseworker, TestWorld.SystemAdministrator })
        {
            var browser = await _app.SignInAsync(who);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/traffic-lights")).Status);
            Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/traffic-lights/csv")).Status);
        }
        await using var db = _app.Database();
        Assert.True(await db.AuditEntries.AnyAsync(e => e.Fact == "ChildListRead" && e.After == "Traffic-light list, 1 rows" && e.ActorName == "Lena Ford"));
    }

    [Fact]
    public async Task A_provider_is_chosen_and_a_long_list_comes_in_pages_or_whole_for_print()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        for (var i = 0; i < 101; i++) { await _app.RequestAsync(await _app.AssessmentAsync(), TestWorld.OccupationalTherapy); }
        var browser = await _app.SignInAsync(TestWorld.Dco);
        var choice = await browser.GetAsync("/traffic-lights");
        var links = choice.All("main tbody a").ToDictionary(a => a.TextContent.Trim(), a => a.GetAttribute("href")!);

        var first = await browser.GetAsync(links[await NameAsync("RW5")]);
        var whole = await browser.GetAsync(first.Find("main a[href*='all=true']").GetAttribute("href")!);
        var other = await browser.GetAsync(links[await NameAsync("RXN")]);

        Assert.Equal(100, first.All("main tbody tr").Count);
        Assert.Contains("Showing 1 to 100 of 101 requests", first.Text, StringComparison.Ordinal);
        Assert.Equal(101, whole.All("main tbody tr").Count);
        Assert.DoesNotContain(keys.Reference, whole.Text, StringComparison.Ordinal);
        Assert.Equal([keys.Reference], other.All("main tbody th a").Select(a => a.FirstChild!.TextContent.Trim()));
        Assert.Equal($"/traffic-lights/csv?provider={await ProviderAsync("RXN")}", other.Find("main a[href^='/traffic-lights/csv']").GetAttribute("href"));
        Assert.EndsWith("page=2", first.All("main nav a").Last(a => a.GetAttribute("href")!.Contains("page=", StringComparison.Ordinal)).GetAttribute("href"), StringComparison.Ordinal);
    }
}
