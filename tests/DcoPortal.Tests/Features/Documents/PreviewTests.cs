using System.Net;
using DcoPortal.Casework.Documents;
using DcoPortal.Casework.Documents.Upload;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace DcoPortal.Tests.Features.Documents;

public sealed class PreviewTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    private async Task<Guid> DocumentAsync(CaseKeys keys, string name, byte[] bytes, Guid? request = null, string? verdict = null)
    {
        var id = await _app.AsAsync(TestWorld.Administrator, async services =>
        {
            var documents = services.GetRequiredService<CaseDocuments>();
            var stored = await documents.ReceiveAsync(new UploadedFile(name, bytes.Length, () => new MemoryStream(bytes)), CancellationToken.None);
            var document = documents.Add(stored.File!, keys, request, request is null ? CaseDocumentKind.FromAuthority : CaseDocumentKind.Advice);
            if (verdict is not null) { document.ScanVerdict = verdict; }
            await services.GetRequiredService<DcoPortal.Casework.Data.PortalDb>().SaveChangesAsync();
            return document.Id;
        });
        return id;
    }

    private async Task<List<string>> ReadsAsync(CaseKeys keys)
    {
        await using var db = _app.Database();
        return await db.AuditEntries.Where(e => e.IsRead && e.AssessmentId == keys.AssessmentId).OrderBy(e => e.Id).Select(e => e.Fact).ToListAsync();
    }

    [Fact]
    public async Task A_pdf_is_read_in_a_frame_and_logged_once_with_the_bytes()
    {
        var keys = await _app.AssessmentAsync();
        var id = await DocumentAsync(keys, "Zoë Ashworth.pdf", SampleFiles.Pdf);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync($"/documents/{id}/preview");
        using var shown = await browser.Client.GetAsync(page.Find("iframe").GetAttribute("src"));

        Assert.Equal($"Document from the local authority, {keys.Reference}", page.Find("h1").TextContent);
        Assert.DoesNotContain("Ashworth", page.Document.DocumentElement.OuterHtml, StringComparison.OrdinalIgnoreCase);
        Assert.Contains("frame-src 'self'", page.Response.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal($"/assessments/{keys.Reference}", page.Find(".nhsuk-back-link").GetAttribute("href") ?? page.Find(".nhsuk-back-link a").GetAttribute("href"));
        Assert.Equal("application/pdf", shown.Content.Headers.ContentType!.MediaType);
        Assert.Equal("inline", shown.Content.Headers.ContentDisposition!.DispositionType);
        Assert.Equal("nosniff", shown.Headers.GetValues("X-Content-Type-Options").Single());
        Assert.Equal("default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'self'; base-uri 'none'; form-action 'none'", shown.Headers.GetValues("Content-Security-Policy").Single());
        Assert.Equal(SampleFiles.Pdf, await shown.Content.ReadAsByteArrayAsync());
        Assert.Equal(["DocumentPreviewed"], await ReadsAsync(keys));
    }

    [Fact]
    public async Task A_picture_is_shown_with_its_own_kind_and_in_a_sandbox()
    {
        var keys = await _app.AssessmentAsync();
        var id = await DocumentAsync(keys, "drawing.png", SampleFiles.Png);
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var page = await browser.GetAsync($"/documents/{id}/preview");
        using var shown = await browser.Client.GetAsync(page.Find("img.dco-preview__picture").GetAttribute("src"));

        Assert.Equal("image/png", shown.Content.Headers.ContentType!.MediaType);
        Assert.Contains("sandbox;", shown.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_scan_is_marked_beside_its_size_wherever_it_is_listed()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var id = await DocumentAsync(keys, "letter.pdf", SampleFiles.ScannedPdf);
        await DocumentAsync(keys, "report.pdf", SampleFiles.Pdf);

        var preview = await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/documents/{id}/preview");
        var details = await (await _app.SignInAsync(TestWorld.Administrator)).GetAsync($"/assessments/{keys.Reference}");
        var asked = await (await _app.SignInAsync(TestWorld.Clinician)).GetAsync($"/advice-requests/{request}");

        foreach (var page in new[] { preview, details, asked }) { Assert.Equal("Scan: no text in it", Assert.Single(page.All(".dco-scan")).TextContent); }
    }

    [Fact]
    public async Task Another_kind_of_file_is_only_downloaded()
    {
        var keys = await _app.AssessmentAsync();
        var id = await DocumentAsync(keys, "notes.rtf", SampleFiles.Rtf);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.GetAsync($"/documents/{id}/preview");
        var details = await browser.GetAsync($"/assessments/{keys.Reference}");

        Assert.Contains("This kind of file cannot be shown in the page", page.Text, StringComparison.Ordinal);
        Assert.Empty(page.All("iframe, main img"));
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{id}/shown")).Status);
        Assert.Empty(details.All("a[href$='/preview']"));
    }

    [Fact]
    public async Task What_the_scanner_did_not_pass_and_advice_not_yet_returned_are_not_there()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var infected = await DocumentAsync(keys, "a.pdf", SampleFiles.Pdf, verdict: "Infected");
        var advice = await DocumentAsync(keys, "b.pdf", SampleFiles.Pdf, request);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        foreach (var id in new[] { infected, advice })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{id}/preview")).Status);
            Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/documents/{id}/shown")).Status);
        }
        Assert.Empty(await ReadsAsync(keys));
    }

    [Fact]
    public async Task A_clinician_goes_from_one_document_to_the_next_and_back_to_the_request()
    {
        var keys = await _app.AssessmentAsync();
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var first = await DocumentAsync(keys, "a.pdf", SampleFiles.Pdf);
        _app.Time.Advance(TimeSpan.FromMinutes(1));
        var second = await DocumentAsync(keys, "b.pdf", SampleFiles.Pdf);
        var browser = await _app.SignInAsync(TestWorld.Clinician);

        var links = (await browser.GetAsync($"/advice-requests/{request}")).All("a[href$='/preview']").Select(l => l.TextContent).ToList();
        var page = await browser.GetAsync($"/documents/{first}/preview");

        // which of two is the newer is told to who reads them
        Assert.Equal("Preview a.pdf, sent with the request", links[0]);
        Assert.StartsWith("Preview b.pdf, added on ", Assert.Single(links.Skip(1)), StringComparison.Ordinal);
        Assert.EndsWith(", 1 of 2", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Single(page.All($"a[href='/documents/{second}/preview']"));
        Assert.Equal($"/advice-requests/{request}", page.Find(".nhsuk-back-link").GetAttribute("href") ?? page.Find(".nhsuk-back-link a").GetAttribute("href"));
    }
}
