using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Advice;

public sealed class TrafficLightTests : IDisposable
{
    private readonly PortalApp _app = new();

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
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, r => { r.CoveringNote = "Noteword"; r.Promise(new DateOnly(2026, 12, 24), new DateOnly(2026, 11, 21), _app.Time.GetUtcNow().UtcDateTime, "Gwen Pritchard"); r.Chased(_app.Time.GetUtcNow().UtcDateTime); });
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.GetAsync("/traffic-lights");
        using var file = await browser.Client.GetAsync("/traffic-lights/csv");
        var csv = await file.Content.ReadAsStringAsync();

        Assert.All(new[] { page.Document.DocumentElement.OuterHtml, csv }, text =>
        {
            Assert.Contains(keys.Reference, text, StringComparison.Ordinal);
            Assert.All(Recognisable, word => Assert.DoesNotContain(word, text, StringComparison.OrdinalIgnoreCase));
        });
        Assert.Equal("text/csv", file.Content.Headers.ContentType!.MediaType);
        Assert.StartsWith("As of,Provider,Service,Reference,", csv.TrimStart('\uFEFF'), StringComparison.Ordinal);
        Assert.Contains($",{keys.Reference},Lancashire County Council,", csv, StringComparison.Ordinal);
        Assert.Contains("42 days left,42,24/12/2026,1,", csv, StringComparison.Ordinal);
        Assert.Contains("As of 21 November 2026 at", page.Text, StringComparison.Ordinal);
        Assert.Contains("24 Dec 2026", page.Text, StringComparison.Ordinal);
        Assert.Single(page.All(".dco-key"));
    }

    [Fact]
    public async Task Services_stand_worst_first_and_in_each_the_worst_request_first()
    {
        _app.Time.Advance(TimeSpan.FromDays(-60));
        var late = await _app.AssessmentAsync();
        await _app.RequestAsync(late, TestWorld.SpeechTherapy, TestWorld.Joan);
        _app.Time.Advance(TimeSpan.FromDays(60));
        var fresh = await _app.AssessmentAsync();
        await _app.RequestAsync(fresh, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(fresh, TestWorld.SpeechTherapy, TestWorld.Joan);
        await _app.RequestAsync(fresh, TestWorld.Paediatrics, null, r => r.Submit(DateTime.UnixEpoch, new DateOnly(2026, 11, 21), "answered: not the service's move"));

        var page = await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/traffic-lights");

        Assert.Equal(["Paediatric speech and language therapy", "Paediatric occupational therapy"], page.All("main h2").Select(h => h.FirstChild!.TextContent.Trim()));
        Assert.Equal([late.Reference, fresh.Reference, fresh.Reference], page.All("main tbody th a").Select(a => a.TextContent.Trim()));
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
        foreach (var who in new[] { TestWorld.Board, TestWorld.Clinician, TestWorld.Caseworker, TestWorld.SystemAdministrator })
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

        var first = await browser.GetAsync("/traffic-lights");
        var whole = await browser.GetAsync("/traffic-lights?all=true");
        var provider = first.All("select[name=provider] option").Single(o => o.TextContent.Contains("Teaching", StringComparison.Ordinal)).GetAttribute("value");
        var chosen = await browser.SubmitAsync(first, "main form", new() { ["provider"] = provider });

        Assert.Equal(100, first.All("main tbody tr").Count);
        Assert.Contains("Showing 1 to 100 of 102 requests", first.Text, StringComparison.Ordinal);
        Assert.Equal(102, whole.All("main tbody tr").Count);
        Assert.Equal([keys.Reference], chosen.All("main tbody th a").Select(a => a.TextContent.Trim()));
        Assert.Contains($"provider={provider}", chosen.Find("main a[href^='/traffic-lights/csv']").GetAttribute("href"), StringComparison.Ordinal);
    }
}
