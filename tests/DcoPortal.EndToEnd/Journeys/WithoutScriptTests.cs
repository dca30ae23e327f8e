using System.Text.RegularExpressions;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>The main path with script switched off in the browser.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class WithoutScriptTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    [Fact]
    public async Task A_notification_is_logged_asked_about_answered_returned_and_downloaded_without_script()
    {
        var reference = await LogAsync();
        var link = await RequestAsync(reference);
        await AnswerAsync(link);
        await ReturnAsync(link);
        await DownloadAsync(reference);
    }

    private async Task<Visitor> OpenAsync(string who, string email)
    {
        var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, who, script: false);
        await visitor.SignInAsync(email);
        return visitor;
    }

    private async Task<string> LogAsync()
    {
        await using var visitor = await OpenAsync("caseworker", TestWorld.Caseworker);
        await visitor.GoAsync("/assessments/log", "form-blank");
        await visitor.FillChildAsync("Marsden");
        await visitor.TypeAsync("Professional or service 1", "Gwen Pritchard");
        await visitor.TypeAsync("Professional or service 2", "Dr Asha Menon");
        await visitor.TypeAsync("Professional or service 3", "Dr Who Else");
        await visitor.PressAsync("Add another professional");
        await visitor.SeeAsync("Professional or service 4");
        await visitor.SeeAsync("In the directory: Gwen Pritchard");
        await visitor.LookAsync("professionals");
        await visitor.FillRequestAsync();
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(Files.Pdf("school report.pdf"));
        await visitor.PressAsync("Upload");
        await visitor.SeeAsync("1 document added");
        await visitor.LookAsync("documents");
        await visitor.FillFamilyAsync();
        await visitor.ToCheckAsync();
        await visitor.LookAsync("check");
        await visitor.PressAsync("Log notification");
        await visitor.HeadingAsync("Notification logged");
        return await visitor.Page.Locator(".nhsuk-panel__body strong").InnerTextAsync();
    }

    private async Task<string> RequestAsync(string reference)
    {
        await using var visitor = await OpenAsync("administrator", TestWorld.Administrator);
        await visitor.GoAsync("/triage", "triage");
        await visitor.Page.Locator($"a[href='/assessments/{reference}/request-advice']").ClickAsync();
        await visitor.HeadingAsync("Request advice");
        foreach (var box in await visitor.Page.Locator("[name=Ask]").AllAsync()) { await box.UncheckAsync(); }
        await visitor.Page.GetByLabel(AskGwen()).CheckAsync();
        await visitor.LookAsync("request-advice");
        await visitor.PressAsync("Send requests");
        await visitor.SeeAsync("1 request sent");
        var link = await visitor.Page.Locator("main a[href^='/advice-requests/']").First.GetAttributeAsync("href");
        return link!;
    }

    private async Task AnswerAsync(string link)
    {
        await using var visitor = await OpenAsync("clinician", TestWorld.Clinician);
        await visitor.GoAsync(link, "request");
        await visitor.Page.Locator($"a[href='{link}/respond']").ClickAsync();
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync([Files.Pdf("report.pdf"), Files.Program]);
        await visitor.PressAsync("Upload files");
        await visitor.SeeAsync("‘tool.exe’ must be a");
        await visitor.LookAsync("respond-refused");
        await visitor.TypeAsync("Short summary", "She needs a writing slope.");
        await visitor.PressAsync("Check and submit");
        await visitor.HeadingAsync("Check your advice");
        await visitor.PressAsync("Submit advice");
        await visitor.HeadingAsync("Advice submitted");
        await visitor.LookAsync("done");
    }

    private async Task ReturnAsync(string link)
    {
        await using var visitor = await OpenAsync("administrator-returns", TestWorld.Administrator);
        await visitor.GoAsync("/check", "to-check");
        await visitor.GoAsync(link.Replace("/advice-requests/", "/check/", StringComparison.Ordinal), "answer");
        await visitor.PressAsync("Accept and return to the local authority");
        await visitor.SeeAsync("answer accepted and returned to the local authority.");
    }

    private async Task DownloadAsync(string reference)
    {
        await using var visitor = await OpenAsync("caseworker-downloads", TestWorld.Caseworker);
        await visitor.GoAsync($"/assessments/{reference}", "assessment");
        var (name, _) = await visitor.DownloadAsync(visitor.Page.Locator("a[download]", new() { HasText = "report.pdf, from" }));
        Assert.Equal("report.pdf", name);
        var (_, zipped) = await visitor.DownloadAsync(visitor.Page.Locator($"a[href='/assessments/{reference}/advice.zip']"));
        Assert.Equal((byte)'P', zipped[0]);
    }

    [GeneratedRegex("^Gwen Pritchard")]
    private static partial Regex AskGwen();
}
