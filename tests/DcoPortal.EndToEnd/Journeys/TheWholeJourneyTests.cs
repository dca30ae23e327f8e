using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;
using DcoPortal.Casework.Schools;
using DcoPortal.EndToEnd.Support;
using DcoPortal.Tests.Support;
using Microsoft.Playwright;

namespace DcoPortal.EndToEnd.Journeys;

/// <summary>The portal's main job from the first page to the last, each person in a browser of their own.</summary>
[Collection(BrowserTests.Name)]
public sealed partial class TheWholeJourneyTests(Chromium chromium, LivePortal portal) : IClassFixture<LivePortal>
{
    private const string Surname = "Hargreaves";

    [Fact]
    public async Task A_notification_becomes_requests_requests_become_advice_and_everyone_sees_the_clock()
    {
        await AddSchoolsAsync();
        await using var caseworker = await OpenAsync("caseworker", TestWorld.Caseworker);
        var reference = await LogAsync(caseworker);
        await using var administrator = await OpenAsync("administrator", TestWorld.Administrator);
        await RequestAsync(administrator, reference);
        var gwensLink = await EmailedLinkAsync(TestWorld.Clinician, reference);
        await using var gwen = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "journey-clinician");
        await AnswerAsync(gwen, gwensLink);
        await SayNotKnownAsync(await EmailedLinkAsync("slt@teaching.test", reference));
        await SendBackAsync(administrator, gwensLink);
        await AnswerAgainAsync(gwen, gwensLink);
        await AcceptAndReturnAsync(administrator, reference, gwensLink);
        await DownloadAsync(caseworker, reference);
        await SeeFiguresAsync(reference);
    }

    private async Task AddSchoolsAsync()
    {
        await using var db = portal.Database();
        var file = "URN,LA (code),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),Town\n" + string.Join('\n', [
            "137482,888,St Wilfrid's CE Academy,Academy converter,Open,Preston", "137483,889,St Wilfrid's CE Academy,Academy converter,Open,Blackburn"]);
        await LoadSchools.FromAsync(new MemoryStream(Encoding.UTF8.GetBytes(file)), db, default);
    }

    private async Task<Visitor> OpenAsync(string who, string email)
    {
        var visitor = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, $"journey-{who}");
        await visitor.SignInAsync(email);
        return visitor;
    }

    private static async Task<string> LogAsync(Visitor visitor)
    {
        await visitor.LookAsync("home");
        await visitor.GoAsync("/assessments/log", "form-blank");
        await visitor.PressAsync("Check your answers");
        await visitor.SeeAsync("Select what was agreed about sharing");
        await visitor.LookAsync("form-empty");
        await visitor.FillChildAsync(Surname);
        await visitor.FillRequestAsync();
        await visitor.SaysAsync("The clock started on 16 November 2026: week 1 of 20. You decided on 20 November 2026 to assess, and the plan is due by 5 April 2027.");
        await visitor.FillFamilyAsync();
        await ChooseSchoolAsync(visitor);
        await NameProfessionalsAsync(visitor);
        await AddDocumentAsync(visitor);
        await visitor.ToCheckAsync();
        await visitor.SeeAsync("St Wilfrid's CE Academy, Blackburn, Academy converter, URN 137483");
        await visitor.LookAsync("check");
        await visitor.PressAsync("Log notification");
        await visitor.HeadingAsync("Notification logged");
        await visitor.LookAsync("done");
        var reference = await visitor.Page.Locator(".nhsuk-panel__body strong").InnerTextAsync();
        Assert.Matches("^LCC-26-\\d{5}$", reference);
        // health was asked on 21 November 2026: 6 weeks later is 2 January 2027, and week 20 is counted from the request of 16 November
        await visitor.SeeAsync("Each service has until 2 January 2027 to answer");
        await visitor.SeeAsync("5 April 2027");
        return reference;
    }

    /// <summary>Of two schools of one name, the one that is pointed at.</summary>
    private static async Task ChooseSchoolAsync(Visitor visitor)
    {
        await visitor.Page.Locator("#Setting_Name").FillAsync("");
        await visitor.Page.Locator("#Setting_Name").PressSequentiallyAsync("wilfrid");
        await visitor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Blackburn, Academy converter, URN 137483" }).ClickAsync();
        await visitor.SaysAsync("Chosen: St Wilfrid's CE Academy, Blackburn, Academy converter, URN 137483");
        await Assertions.Expect(visitor.Page.Locator("#Setting_Urn")).ToHaveValueAsync("137483");
        // another name is another school: its number goes with it
        await visitor.Page.Locator("#Setting_Name").FillAsync("St Wilfrid's");
        await Assertions.Expect(visitor.Page.Locator("#Setting_Urn")).ToHaveValueAsync("");
        await visitor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Blackburn" }).ClickAsync();
        await visitor.LookAsync("school-chosen");
    }

    private static async Task NameProfessionalsAsync(Visitor visitor)
    {
        await visitor.Page.Locator("#Professionals_0__Name").PressSequentiallyAsync("gwen");
        var found = visitor.Page.GetByRole(AriaRole.Option).Filter(new() { HasText = "Gwen Pritchard" });
        await found.WaitForAsync();
        await visitor.LookAsync("professionals-suggested");
        await found.ClickAsync();
        await visitor.TypeAsync("Professional or service 2", "Dr Asha Menon");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.Page.Locator(".dco-person").Nth(1).GetByText("More").ClickAsync();
        await visitor.Page.Locator("[name='Professionals[1].ServiceName']").FillAsync("Children's epilepsy clinic");
        await visitor.TypeAsync("Professional or service 3", "Dr Who Else");
        await visitor.Page.Keyboard.PressAsync("Escape");
        await visitor.PressAsync("Add another professional");
        await Assertions.Expect(visitor.Page.Locator("#Professionals_3__Name")).ToBeFocusedAsync();
        await visitor.SeeAsync("Not in the directory");
        await visitor.LookAsync("professionals-named");
        await visitor.Page.Locator(".dco-person").Nth(2).GetByText("More").ClickAsync();
        await visitor.PressAsync("Remove Dr Who Else");
    }

    private static async Task AddDocumentAsync(Visitor visitor)
    {
        var input = visitor.Page.Locator("input[type=file]");
        // one of them is refused, and says why beside the others, which go on
        await input.SetInputFilesAsync([Files.Program, Files.Pdf("school report.pdf")]);
        await visitor.SaysAsync("school report.pdf uploaded. 1 document added.");
        await visitor.SeeAsync("‘tool.exe’ must be a");
        Assert.Equal("School", await visitor.Page.GetByLabel("What is school report.pdf?").InputValueAsync());
        await visitor.LookAsync("documents-one-refused", 422);
        await visitor.Page.Locator("[data-drop]").EvaluateAsync(Drop, new[] { "letter.pdf", Encoding.ASCII.GetString(Files.Pdf("letter.pdf").Buffer) });
        await visitor.SaysAsync("letter.pdf uploaded. 2 documents added.");
        await visitor.Page.GetByLabel("What is letter.pdf?").SelectOptionAsync("Medical letter or health report");
        await visitor.LookAsync("documents");
    }

    // what a browser does with a file let go over the zone
    private const string Drop = """
        (zone, [name, text]) => {
          const files = new DataTransfer();
          files.items.add(new File([text], name, { type: 'application/pdf' }));
          zone.dispatchEvent(new DragEvent('drop', { dataTransfer: files, bubbles: true, cancelable: true }));
        }
        """;

    private static async Task RequestAsync(Visitor visitor, string reference)
    {
        await visitor.LookAsync("home");
        await visitor.GoAsync("/triage", "triage");
        await visitor.Page.Locator($"a[href='/assessments/{reference}/request-advice']").ClickAsync();
        await visitor.HeadingAsync("Request advice");
        await visitor.SeeAsync("not sent yet");
        foreach (var box in await visitor.Page.Locator("[name=Ask]").AllAsync()) { await box.UncheckAsync(); }
        await visitor.PressAsync("Send requests");
        await visitor.SeeAsync("Tick at least one professional or service to ask");
        await visitor.LookAsync("request-advice-empty");
        await visitor.Page.GetByLabel(AskGwen()).CheckAsync();
        await visitor.Page.GetByLabel(AskSpeechTherapy()).CheckAsync();
        await visitor.TypeAsync("Covering note (optional)", "Please say what helps her at mealtimes.");
        await visitor.LookAsync("request-advice");
        await visitor.PressAsync("Send 2 requests");
        await visitor.SeeAsync("2 requests sent, due 2 January 2027");
        await visitor.LookAsync("request-advice-sent");
    }

    private async Task<string> EmailedLinkAsync(string address, string reference)
    {
        var email = Assert.Single(await portal.EmailsToAsync(address), e => e.Contains(reference, StringComparison.Ordinal));
        Assert.Contains($"Subject: Health advice requested: {reference}, due 2 January 2027\r\n", email, StringComparison.Ordinal);
        foreach (var secret in new[] { Surname, "Amelia", "Ruth", "mealtimes", "31 March" }) { Assert.DoesNotContain(secret, email, StringComparison.OrdinalIgnoreCase); }
        return LinkInEmail().Match(email).Groups[1].Value;
    }

    private static async Task AnswerAsync(Visitor visitor, string link)
    {
        await visitor.Page.GotoAsync(link);
        await visitor.SignInHereAsync(TestWorld.Clinician);
        await visitor.HeadingAsync(Surname);
        Assert.EndsWith(link, visitor.Page.Url, StringComparison.Ordinal);
        var words = await visitor.WordsAsync();
        Assert.InRange(words.IndexOf("She loves water and music", StringComparison.Ordinal), 1, words.IndexOf("What is asked", StringComparison.Ordinal));
        await visitor.SeeAsync("School or setting report: school report.pdf");
        await visitor.SeeAsync("Medical letter or health report: letter.pdf");
        await visitor.LookAsync("request");
        await visitor.Page.Locator($"a[href='{link}/respond']").ClickAsync();
        await visitor.PressAsync("Check and submit");
        await visitor.Page.Locator(".nhsuk-error-summary").WaitForAsync();
        await visitor.LookAsync("respond-empty");
        await visitor.TypeAsync("Health needs", "Finds zips and buttons hard.");
        await visitor.PressAsync("Save draft");
        await visitor.SeeAsync("Draft saved. Nothing has been sent yet");
        await visitor.GoAsync("/", "home");
        await visitor.GoAsync($"{link}/respond", "respond-again");
        Assert.Equal("Finds zips and buttons hard.", await visitor.Page.GetByLabel("Health needs").InputValueAsync());
        await visitor.Page.Locator("input[type=file]").SetInputFilesAsync([Files.Pdf("report.pdf"), Files.Program, Files.NotWhatItSays]);
        await visitor.PressAsync("Upload files");
        await visitor.SeeAsync("its contents do not match its name");
        await visitor.LookAsync("respond-refused");
        await visitor.TypeAsync("Short summary", "She needs a writing slope and a footrest.");
        await visitor.PressAsync("Check and submit");
        await visitor.HeadingAsync("Check your advice");
        await visitor.LookAsync("respond-check");
        await visitor.PressAsync("Submit advice");
        await visitor.HeadingAsync("Advice submitted");
        await visitor.LookAsync("respond-done");
    }

    /// <summary>From the request, two clicks besides the reason itself: the link and the button.</summary>
    private async Task SayNotKnownAsync(string link)
    {
        await using var joan = await Visitor.OpenAsync(chromium.Browser, portal.BaseUrl, "journey-nil-return");
        await joan.Page.GotoAsync(link);
        await joan.SignInHereAsync(TestWorld.OtherClinician);
        await joan.HeadingAsync(Surname);
        await joan.FollowAsync("The child is not known to us");
        await joan.PressAsync("Submit this answer");
        await joan.SeeAsync("Select why you have no advice to give");
        await joan.LookAsync("nil-return-empty");
        await joan.ChooseAsync("Not known to the service");
        await joan.PressAsync("Submit this answer");
        await joan.HeadingAsync("Answer submitted");
        await joan.LookAsync("nil-return-done");
    }

    private static async Task SendBackAsync(Visitor visitor, string link)
    {
        await visitor.GoAsync("/check", "to-check");
        await visitor.SeeAsync("2 answers");
        await visitor.GoAsync(CheckPage(link), "answer");
        await visitor.PressAsync("Send back");
        await visitor.SeeAsync("Say what needs to change");
        await visitor.LookAsync("send-back-empty");
        await visitor.TypeAsync("What needs to change?", "Please say how often, and who provides it.");
        await visitor.PressAsync("Send back");
        await visitor.SeeAsync("advice sent back. Its due date has not changed.");
        await visitor.LookAsync("sent-back");
    }

    private static async Task AnswerAgainAsync(Visitor visitor, string link)
    {
        await visitor.GoAsync("/", "home-sent-back");
        await visitor.SeeAsync("More is needed");
        await visitor.GoAsync($"{link}/respond", "respond-sent-back");
        await visitor.SeeAsync("Please say how often, and who provides it.");
        await visitor.TypeAsync("Provision", "Occupational therapy once a week for twelve weeks.");
        await visitor.PressAsync("Check and submit");
        await visitor.HeadingAsync("Check your advice");
        await visitor.PressAsync("Submit advice");
        await visitor.HeadingAsync("Advice submitted");
    }

    private static async Task AcceptAndReturnAsync(Visitor visitor, string reference, string gwensLink)
    {
        await visitor.GoAsync(CheckPage(gwensLink), "answer-again");
        await visitor.PressAsync("Accept only");
        await visitor.SeeAsync("answer accepted. Next: return it to the local authority.");
        await visitor.LookAsync("accepted");
        await visitor.PressAsync("Undo");
        await visitor.SeeAsync("The answer waits to be checked as before.");
        await visitor.PressAsync("Accept and next");
        await visitor.SeeAsync("answer accepted. This is the next answer about the same child.");
        await visitor.LookAsync("next-answer");
        await visitor.GoAsync($"/assessments/{reference}/return", "return");
        await visitor.Page.Locator("[name=Requests]").UncheckAsync();
        await visitor.PressAsync("Return to the local authority");
        await visitor.SeeAsync("Tick at least one answer to return");
        await visitor.LookAsync("return-empty");
        await visitor.Page.Locator("[name=Requests]").CheckAsync();
        await visitor.PressAsync("Return to the local authority");
        await visitor.SeeAsync("1 answer returned to the local authority, in time.");
        await visitor.LookAsync("returned");
        await visitor.GoAsync("/check", "one-left");
        await visitor.Page.Locator("main a[href^='/check/']").ClickAsync();
        await visitor.SeeAsync("No advice: not known to the service");
        await visitor.LookAsync("nil-return");
        await visitor.PressAsync("Accept and return to the local authority");
        await visitor.SeeAsync("answer accepted and returned to the local authority.");
    }

    private async Task DownloadAsync(Visitor visitor, string reference)
    {
        Assert.Contains(await portal.EmailsToAsync("send@lancashire.example.gov.uk"), e => e.Contains(reference, StringComparison.Ordinal));
        await visitor.GoAsync("/", "home-returned");
        await visitor.SeeAsync("Answers from health in the last 14 days");
        await visitor.GoAsync($"/assessments/{reference}", "assessment-returned");
        var (name, bytes) = await visitor.DownloadAsync(visitor.Page.Locator("a[download]", new() { HasText = "report.pdf, from" }));
        Assert.Equal("report.pdf", name);
        Assert.StartsWith("%PDF-1.", Encoding.ASCII.GetString(bytes), StringComparison.Ordinal);
        var (pack, zipped) = await visitor.DownloadAsync(visitor.Page.Locator($"a[href='/assessments/{reference}/advice.zip']"));
        Assert.Contains(reference, pack, StringComparison.Ordinal);
        using var zip = new ZipArchive(new MemoryStream(zipped));
        Assert.Contains(zip.Entries, e => e.FullName == "index.html");
        Assert.Contains(zip.Entries, e => e.FullName.EndsWith("report.pdf", StringComparison.Ordinal));
    }

    private async Task SeeFiguresAsync(string reference)
    {
        await using var dco = await OpenAsync("dco", TestWorld.Dco);
        await dco.LookAsync("home");
        await dco.GoAsync("/dashboard", "dashboard");
        await dco.GoAsync("/dashboard/now", "dashboard-now");
        var tile = dco.Page.Locator(".dco-fact", new() { HasText = "Returned" }).Locator("a").First;
        var count = Number().Match(await tile.InnerTextAsync()).Value;
        Assert.Equal("2", count);
        await tile.ClickAsync();
        await dco.HeadingAsync("Advice requests");
        await dco.LookAsync("list-behind-the-figure");
        Assert.Equal(2, await dco.Page.Locator("main tbody tr").CountAsync());
        await dco.GoAsync($"/assessments/{reference}", "assessment");
        Assert.True(await dco.Page.Locator("section[aria-labelledby=timeline] svg").First.IsVisibleAsync());
        await dco.GoAsync($"/assessments/{reference}/activity", "activity");
    }

    private static string CheckPage(string link) => link.Replace("/advice-requests/", "/check/", StringComparison.Ordinal);

    [GeneratedRegex("^Gwen Pritchard")]
    private static partial Regex AskGwen();

    [GeneratedRegex("^Paediatric speech and language therapy")]
    private static partial Regex AskSpeechTherapy();

    [GeneratedRegex(@"https?://\S+?(/advice-requests/[0-9a-f-]{36})")]
    private static partial Regex LinkInEmail();

    [GeneratedRegex(@"\d+")]
    private static partial Regex Number();
}
