using System.IO.Compression;
using System.Net;
using System.Text;
using DcoPortal.Casework.Documents.Scanning;
using DcoPortal.Casework.Documents.Storage;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class DetailsTests : IDisposable
{
    private static readonly DateOnly Today = new(2026, 11, 21);
    private static readonly DateTime Noon = new(2026, 11, 21, 12, 0, 0, DateTimeKind.Utc);
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_page_says_whose_move_it_is_and_why_each_date()
    {
        _app.Time.Set(new DateTime(2026, 10, 1, 12, 0, 0, DateTimeKind.Utc));
        var keys = await _app.AssessmentAsync(received: new DateOnly(2026, 9, 1));
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.Paediatrics, change: r => { r.Submit(Noon, Today, "Dr Rao"); r.Accept(Noon); r.ReturnToAuthority(Noon, new DateOnly(2026, 10, 20)); });
        _app.Time.Set(Noon);

        var page = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("Week 12 of 20", page.Text, StringComparison.Ordinal);
        Assert.Contains("1 of 2 back", page.Text, StringComparison.Ordinal);
        Assert.Contains("9 days overdue", page.Text, StringComparison.Ordinal);
        Assert.Contains("Gwen Pritchard, not chased", page.Text, StringComparison.Ordinal);
        Assert.Contains("6 weeks from 1 October 2026, the day health received the request (regulation 8(1)).", page.Text, StringComparison.Ordinal);
        Assert.NotEmpty(page.All("svg.dco-timeline"));
        Assert.Equal(2, page.All("section[aria-labelledby=requests] tbody tr").Count);
        await using var db = _app.Database();
        Assert.Equal(1, await db.AuditEntries.CountAsync(e => e.Fact == "ChildRecordViewed" && e.AssessmentId == keys.AssessmentId && e.ActorName == "Priya Nair"));
    }

    [Fact]
    public async Task The_move_passes_from_the_authority_to_health_and_back()
    {
        var undecided = await _app.AssessmentAsync(decision: null);
        var unasked = await _app.AssessmentAsync();
        var toCheck = await _app.AssessmentAsync();
        await _app.RequestAsync(toCheck, TestWorld.OccupationalTherapy, change: r => r.Submit(Noon, Today, "Gwen"));
        var toReturn = await _app.AssessmentAsync();
        await _app.RequestAsync(toReturn, TestWorld.OccupationalTherapy, change: r => { r.Submit(Noon, Today, "Gwen"); r.Accept(Noon); });
        var back = await _app.AssessmentAsync();
        await _app.RequestAsync(back, TestWorld.OccupationalTherapy, change: r => { r.Submit(Noon, Today, "Gwen"); r.Accept(Noon); r.ReturnToAuthority(Noon, Today); });
        var ended = await _app.AssessmentAsync(change: a => a.End(AssessmentOutcome.NoPlan, Today, Today));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        async Task<string> Move(CaseKeys keys) => (await browser.GetAsync($"/assessments/{keys.Reference}")).All(".dco-fact")[3].QuerySelector(".dco-fact__value")!.TextContent.Split(',')[0].Trim();

        Assert.Equal("LA to decide", await Move(undecided));
        Assert.Equal("DCO to send", await Move(unasked));
        Assert.Equal("DCO to check", await Move(toCheck));
        Assert.Equal("DCO to return", await Move(toReturn));
        Assert.Equal("LA to issue plan", await Move(back));
        Assert.Equal("Nobody", await Move(ended));
    }

    [Fact]
    public async Task The_authority_opens_on_the_advice_and_the_DCO_service_on_who_is_late()
    {
        var keys = await _app.AssessmentAsync();
        await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Report.pdf");

        var authority = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");
        var service = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");

        Assert.Equal(["Returned advice", "Health advice requests", "Timeline", "Notes of your team", "Authority’s time limits", "Child and family", "Notification", "When health must be told"], authority.All("main h2").Select(h => h.TextContent.Trim()));
        Assert.Equal(["Health advice requests", "Timeline", "Returned advice", "Notes of your team", "Authority’s time limits", "Child and family", "Notification", "When health must be told"], service.All("main h2").Select(h => h.TextContent.Trim()));
        // each link on the page leads to a section that is there
        Assert.All(service.All(".dco-onpage a").Concat(authority.All(".dco-onpage a")), a => Assert.NotNull(a.Owner!.GetElementById(a.GetAttribute("href")![1..])));
    }

    [Fact]
    public async Task A_scan_among_the_advice_is_marked_for_the_authority_on_the_page_and_in_the_ZIP()
    {
        var keys = await _app.AssessmentAsync();
        await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Report.pdf", "Old letter.pdf");
        await using (var db = _app.Database()) { await db.Documents.Where(d => d.FileName == "Old letter.pdf").ExecuteUpdateAsync(s => s.SetProperty(d => d.IsScan, true)); }
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync($"/assessments/{keys.Reference}");
        using var zip = new ZipArchive(await browser.Client.GetStreamAsync(new Uri($"/assessments/{keys.Reference}/advice.zip", UriKind.Relative)));

        var mark = Assert.Single(page.All(".dco-scan"));
        Assert.Equal("Scan: no text in it", mark.TextContent);
        Assert.Contains("Old letter.pdf", mark.ParentElement!.TextContent, StringComparison.Ordinal);
        Assert.Contains("Old letter.pdf (scan: no text in it)", Read(zip, "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Early_information_is_told_from_the_statutory_advice_of_the_same_service_on_the_case_and_in_the_ZIP()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Report.pdf");
        var carol = await _app.SignInAsync(TestWorld.Caseworker);
        await carol.SubmitAsync(await carol.GetAsync($"/assessments/{keys.Reference}/decision"), "main form", new() { ["Decision"] = "Assess", ["DecidedOn.Day"] = "21", ["DecidedOn.Month"] = "11", ["DecidedOn.Year"] = "2026" });
        await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Advice.pdf");

        var page = await carol.GetAsync($"/assessments/{keys.Reference}");
        using var zip = new ZipArchive(await carol.Client.GetStreamAsync(new Uri($"/assessments/{keys.Reference}/advice.zip", UriKind.Relative)));

        Assert.Single(page.All("th"), t => t.TextContent.Contains("Early information: not the statutory advice", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith(", early information/Report.pdf", StringComparison.Ordinal));
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith("therapy/Advice.pdf", StringComparison.Ordinal));
        Assert.Contains("Early information: not the statutory advice", Read(zip, "index.html"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everything_that_the_authority_sent_about_the_child_is_read_by_the_service_that_is_asked()
    {
        var keys = await _app.AssessmentAsync(change: a =>
        {
            a.Child.Address = "1 Mill Lane\nPreston";
            a.Child.Postcode = "PR1 1AA";
            a.Child.GpPracticeCode = "P81010";
            a.Child.Sex = "Female";
            a.Child.Upn = "B801200005001";
            a.Child.Interpreter = "Polish";
            a.Child.CommunicationNeeds = "Makaton";
            a.Child.IsLookedAfter = true;
            a.Setting.SencoContact = "Ann Smith, 01772 000001";
            a.Setting.YearGroup = "Year 3";
            a.Family.ParentPhone = "07700 900001";
            a.Family.SecondParentName = "Piotr Nowak";
        });
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        foreach (var (who, path) in new[] { (TestWorld.Clinician, $"/advice-requests/{id}"), (TestWorld.Administrator, $"/assessments/{keys.Reference}"), (TestWorld.Caseworker, $"/assessments/{keys.Reference}") })
        {
            var page = await (await _app.SignInAsync(who)).GetAsync(path);
            Assert.All(["1 Mill Lane, Preston, PR1 1AA", "P81010", "Female", "B801200005001", "Polish", "Makaton", "By a local authority", "Ann Smith, 01772 000001", "Year 3", "Piotr Nowak"],
                words => Assert.Contains(words, page.Find(".dco-known").TextContent, StringComparison.Ordinal));
            Assert.NotNull(page.Find(".dco-known a[href='tel:07700900001']"));
        }
    }

    [Fact]
    public async Task Actions_follow_the_role_and_a_reference_that_is_none_is_not_found()
    {
        var keys = await _app.AssessmentAsync(decision: null);
        var authority = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{keys.Reference}");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var service = await browser.GetAsync($"/assessments/{keys.Reference}");

        Assert.NotEmpty(authority.All("a[href$='/decision']"));
        Assert.Empty(authority.All("a[href$='/request-advice']"));
        Assert.Empty(service.All("a[href$='/decision']"));
        Assert.NotEmpty(service.All("a[href$='/request-advice']"));
        foreach (var wrong in new[] { "LCC-26-99999", "nonsense", "LCC-26-1%27--" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/assessments/{wrong}")).Status);
        }
    }

    [Fact]
    public async Task Activity_shows_changes_and_on_request_who_looked()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.GetAsync($"/assessments/{keys.Reference}");

        var changes = await browser.GetAsync($"/assessments/{keys.Reference}/activity");
        var views = await browser.GetAsync($"/assessments/{keys.Reference}/activity?show=views");

        Assert.Contains("Notification logged", changes.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Record viewed", changes.Text, StringComparison.Ordinal);
        Assert.Contains("Record viewed", views.Text, StringComparison.Ordinal);
        Assert.Contains("Carol Whitaker", views.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Notification logged", views.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_authority_reads_that_an_answer_came_but_no_draft_no_review_and_not_what_it_says_before_it_is_returned()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        _app.Time.Advance(TimeSpan.FromMinutes(5));
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/respond"), "main form", new() { ["Needs"] = "Finds zips hard." }, null, "draft");
        var authority = await _app.SignInAsync(TestWorld.Caseworker);
        var service = await _app.SignInAsync(TestWorld.Administrator);

        Assert.DoesNotContain("Draft saved", (await authority.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Draft saved", (await authority.GetAsync($"/assessments/{keys.Reference}/activity?show=all")).Text, StringComparison.Ordinal);
        Assert.Contains("Last change: Draft saved", (await service.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);

        _app.Time.Advance(TimeSpan.FromMinutes(5));
        await clinician.SubmitAsync(await clinician.GetAsync($"/advice-requests/{id}/nil-return"), "main form", new() { ["Reason"] = "NotKnown", ["SetAside"] = "true" });
        var record = await authority.GetAsync($"/assessments/{keys.Reference}");
        var activity = await authority.GetAsync($"/assessments/{keys.Reference}/activity");
        var request = await authority.GetAsync($"/advice-requests/{id}");
        foreach (var page in new[] { record, activity, request })
        {
            Assert.Contains("Answer submitted to the DCO service", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("il return", page.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("NotKnown", page.Text, StringComparison.Ordinal);
        }
        Assert.Contains("Nil return: Not known to the service", (await service.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_learns_from_a_cookie_that_the_ZIP_is_made()
    {
        var keys = await _app.AssessmentAsync();
        await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Report.pdf");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var answer = await browser.Client.GetAsync($"/assessments/{keys.Reference}/advice.zip?made=4294967295");
        var without = await browser.Client.GetAsync($"/assessments/{keys.Reference}/advice.zip");

        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), c => c.StartsWith("dco-made=4294967295;", StringComparison.Ordinal) && !c.Contains("httponly", StringComparison.OrdinalIgnoreCase));
        Assert.False(without.Headers.TryGetValues("Set-Cookie", out var none) && none.Any(c => c.StartsWith("dco-made", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_ZIP_holds_what_was_returned_and_nothing_else()
    {
        var keys = await _app.AssessmentAsync();
        var returned = await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Report.pdf", "report.PDF");
        await AnswerAsync(keys, TestWorld.Paediatrics, false, "secret.pdf");
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, change: r => { r.SubmitNilReturn(ReplyCode.NotKnown, "No record <found>", Noon, Today, "Joan"); r.Accept(Noon); r.ReturnToAuthority(Noon, Today); });
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var answer = await browser.Client.GetAsync($"/assessments/{keys.Reference}/advice.zip");

        Assert.Equal("application/zip", answer.Content.Headers.ContentType?.MediaType);
        using var zip = new ZipArchive(await answer.Content.ReadAsStreamAsync());
        Assert.Equal(
            ["Paediatric occupational therapy/Report.pdf", "Paediatric occupational therapy/Written advice.html", "Paediatric occupational therapy/report (2).PDF", "index.html"],
            zip.Entries.Select(e => e.FullName).Order(StringComparer.Ordinal));
        var index = Read(zip, "index.html");
        Assert.Contains("Not known to the service", index, StringComparison.Ordinal);
        Assert.Contains("No record &lt;found&gt;", index, StringComparison.Ordinal);
        Assert.Contains("href=\"Paediatric%20occupational%20therapy/Report.pdf\"", index, StringComparison.Ordinal);
        Assert.DoesNotContain("secret", index, StringComparison.Ordinal);
        Assert.DoesNotContain("<script", index, StringComparison.Ordinal);
        Assert.Contains("Zoë holds a pencil", WebUtility.HtmlDecode(Read(zip, "Paediatric occupational therapy/Written advice.html")), StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal("2 documents", (await db.AuditEntries.SingleAsync(e => e.Fact == "AdvicePackDownloaded")).After);
        Assert.NotEqual(Guid.Empty, returned);
    }

    [Fact]
    public async Task A_ZIP_that_cannot_be_whole_is_not_sent()
    {
        var keys = await _app.AssessmentAsync();
        await AnswerAsync(keys, TestWorld.OccupationalTherapy, true, "Report.pdf");
        await using (var db = _app.Database())
        {
            var store = _app.Services.GetRequiredService<IDocumentStore>();
            await store.DeleteAsync((await db.Documents.SingleAsync()).StorageKey, CancellationToken.None);
        }
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var answer = await browser.GetAsync($"/assessments/{keys.Reference}/advice.zip");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.Status);
        await using var after = _app.Database();
        Assert.False(await after.AuditEntries.AnyAsync(e => e.Fact == "AdvicePackDownloaded"));
    }

    private async Task<Guid> AnswerAsync(CaseKeys keys, Guid service, bool returned, params string[] files)
    {
        var id = await _app.RequestAsync(keys, service, change: r =>
        {
            r.Submit(Noon, Today, "Gwen Pritchard");
            r.Accept(Noon);
        });
        await using var db = _app.Database();
        var request = await db.AdviceRequests.SingleAsync(r => r.Id == id);
        var response = db.AdviceResponses.Add(new AdviceResponse(request) { Needs = returned ? "Zoë holds a pencil" : null, SavedUtc = Noon }).Entity;
        var store = _app.Services.GetRequiredService<IDocumentStore>();
        List<CaseDocument> documents = [];
        foreach (var (nth, file) in files.Index())
        {
            var key = Guid.NewGuid().ToString("N");
            await store.SaveAsync(key, new MemoryStream(Encoding.UTF8.GetBytes(file)), CancellationToken.None);
            documents.Add(new CaseDocument(keys, id, CaseDocumentKind.Advice, key)
            {
                FileName = file,
                ContentType = "application/pdf",
                SizeBytes = file.Length,
                Sha256 = new string('0', 64),
                ScanVerdict = nameof(ScanVerdict.Clean),
                UploadedByName = "Gwen",
                UploadedUtc = Noon.AddSeconds(nth),
            });
        }
        db.Documents.AddRange(documents);
        if (returned) { request.ReturnToAuthority(response, documents, Noon, Today); }
        db.AuditEntries.Add(Facts.About(keys));
        await db.SaveChangesAsync();
        return id;
    }

    private static string Read(ZipArchive zip, string path)
    {
        using var reader = new StreamReader(zip.GetEntry(path)!.Open());
        return reader.ReadToEnd();
    }
}
