using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>A clinician who has never seen the portal, from their work to a submitted answer.</summary>
[Collection(BrowserTests.Name)]
public sealed class AnswerJourneyTests(Chromium chromium) : IDisposable
{
    private readonly LivePortal _portal = new();

    public void Dispose() => _portal.Dispose();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_clinician_answers_from_their_work_to_the_confirmation(bool script)
    {
        var keys = await _portal.AssessmentAsync(change: a => { a.Family.DoNotShareWith = "Her uncle"; a.Child.Interpreter = "Polish"; a.Reasons = "She finds writing and dressing hard."; });
        var id = await _portal.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen, note: "Please look at hand skills.");
        await _portal.RequestAsync(await _portal.AssessmentAsync(surname: "Khan"), TestWorld.OccupationalTherapy);
        await _portal.RequestAsync(keys, TestWorld.SpeechTherapy, TestWorld.Joan);
        await using var visitor = await Visitor.OpenAsync(chromium.Browser, _portal.BaseUrl, script ? "answer" : "answer-no-script", script);
        await visitor.SignInAsync(TestWorld.Clinician);
        await visitor.LookAsync("home-clinician");
        await visitor.GoAsync("/advice-requests", "list");
        await visitor.GoAsync($"/advice-requests/{id}", "request");
        foreach (var path in new[] { "nil-return", "pass-on", "exemption" })
        {
            await visitor.GoAsync($"/advice-requests/{id}/{path}", path);
        }
        await visitor.PressAsync("Record exemption");
        await visitor.LookAsync("exemption-empty");
        await visitor.GoAsync($"/advice-requests/{id}/respond", "respond");
        await visitor.PressAsync("Check and submit");
        await visitor.LookAsync("respond-empty");
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync(new FilePayload[] { Files.Pdf("report.pdf"), new() { Name = "tool.exe", MimeType = "application/octet-stream", Buffer = [1, 2] }, new() { Name = "picture.png", MimeType = "image/png", Buffer = [1, 2] } });
        await visitor.PressAsync("Upload files");
        await visitor.LookAsync("respond-refused");
        await visitor.TypeAsync("Short summary", "She needs a writing slope.\nAnd a footrest.");
        await visitor.TypeAsync("Health needs", "Finds zips and buttons hard.");
        await visitor.PressAsync("Save draft");
        await visitor.LookAsync("respond-draft");
        await visitor.PressAsync("Check and submit");
        await visitor.LookAsync("check");
        await visitor.PressAsync("Submit advice");
        await visitor.LookAsync("done");

        Assert.Contains("The DCO service checks your answer", await visitor.WordsAsync(), StringComparison.Ordinal);
        await visitor.GoAsync("/", "home-clinician-after");
    }
}
