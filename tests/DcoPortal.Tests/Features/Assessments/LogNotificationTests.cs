using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Casework.Documents;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>Every page is driven without script, as a browser would send it. Today is 21 November 2026.</summary>
public sealed class LogNotificationTests : IDisposable
{
    private const string Form = "main form";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_caseworker_logs_a_notification_and_is_given_the_reference_both_clocks_and_what_happens_next()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToCheckAsync(browser, await StartAsync(browser), professional: "Gwen Pritchard");
        Assert.Contains("The clock started on 2 November 2026: week 3 of 20. You decided on 20 November 2026 to assess, and the plan is due by 22 March 2027.", page.Text, StringComparison.Ordinal);
        Assert.Contains("999 018 1594", page.Text, StringComparison.Ordinal);

        var done = await browser.SubmitAsync(page, Form, []);

        Assert.Equal("Notification logged", done.Find("h1").TextContent);
        foreach (var words in new[] { "LCC-26-00001", "Decided on 20 November 2026", "6 weeks from 21 November 2026", "2 January 2027", "act by 31 December 2026", "22 February 2027", "22 March 2027", "1 request is ready" })
        {
            Assert.Contains(words, done.Text, StringComparison.Ordinal);
        }
        Assert.Equal("/assessments/LCC-26-00001", done.Find("a.nhsuk-button").GetAttribute("href"));
        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal(("LCC-26-00001", "Ashworth", "PR1 8XJ", "9990181594"), (saved.Reference, saved.Child.LegalSurname, saved.Child.Postcode, saved.Child.NhsNumber));
        Assert.Equal((AssessmentDecision.Assess, new DateOnly(2026, 11, 20), new DateOnly(2026, 11, 21)), (saved.Decision, saved.DecidedOn, saved.AdviceRequestReceivedOn));
        Assert.Equal(TestWorld.Gwen, (await db.AdviceRequests.SingleAsync()).ProfessionalId);
        Assert.Equal("views.pdf", (await db.Documents.SingleAsync()).FileName);
        Assert.False(await db.Drafts.AnyAsync(d => d.Kind == "notification"));
        var told = await db.AuditEntries.Where(e => e.AssessmentId == saved.Id).Select(e => e.Fact).ToListAsync();
        foreach (var fact in new[] { "NotificationLogged", "DecisionRecorded", "AdviceRequestPrepared", "DocumentUploaded" }) { Assert.Contains(fact, told); }
        var emails = await db.Emails.ToListAsync();
        Assert.Equal(2, emails.Count);
        foreach (var personal in new[] { "Ashworth", "Zoë", "2019", "9990181594", "St Wilfrid" })
        {
            Assert.All(emails, e => Assert.DoesNotContain(personal, e.Subject + e.Body, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Confirming_twice_logs_once_and_shows_the_same_confirmation()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToCheckAsync(browser, await StartAsync(browser));

        var both = await Task.WhenAll(browser.SubmitAsync(page, Form, []), browser.SubmitAsync(page, Form, []));
        var back = await browser.SubmitAsync(page, Form, []);
        var step = await browser.GetAsync(page.Url.AbsolutePath.Replace("/check", "/child", StringComparison.Ordinal));

        Assert.All([.. both, back, step], p => Assert.Contains("LCC-26-0000", p.Find(".nhsuk-panel").TextContent, StringComparison.Ordinal));
        await using var db = _app.Database();
        Assert.Equal(1, await db.Assessments.CountAsync());
        Assert.Equal(2, await db.Emails.CountAsync());
        Assert.Equal(1, await db.Documents.CountAsync());
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_the_field_and_what_was_typed_stays()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await StartAsync(browser);

        var empty = await browser.SubmitAsync(page, Form, [], button: "continue");
        var wrong = await browser.SubmitAsync(empty, Form, new()
        {
            ["Forenames"] = "Zoë",
            ["LegalSurname"] = "Ashworth",
            ["DateOfBirth.Day"] = "31",
            ["DateOfBirth.Month"] = "2",
            ["DateOfBirth.Year"] = "2019",
            ["NhsNumber"] = "999 018 1595",
            ["Upn"] = "A801200005001",
            ["Postcode"] = "Preston",
        }, button: "continue");

        Assert.Equal(["Enter the forenames", "Enter the legal surname", "Enter the date of birth", "Enter the NHS number, or tick that it is not known"], empty.Errors);
        Assert.Equal(["Date of birth must be a real date", "Check the NHS number: one or more of its digits are wrong", "Enter a full UK postcode, such as PR1 8XJ", "Check the UPN: its check letter is wrong"], wrong.Errors);
        Assert.Equal("999 018 1595", wrong.Find("#NhsNumber").GetAttribute("value"));
        Assert.StartsWith("Error: ", wrong.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_NHS_number_that_is_not_known_never_stops_anyone()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var next = await browser.SubmitAsync(await StartAsync(browser), Form, Child(nhs: "", ("NhsNumberNotKnown", "true")), button: "continue");

        Assert.EndsWith("/request", next.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_in_the_future_is_refused_and_one_long_ago_says_when_its_clock_started()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var request = await browser.SubmitAsync(await StartAsync(browser), Form, Child(), button: "continue");

        var future = await browser.SubmitAsync(request, Form, Request(received: "22 11 2026"), button: "continue");
        var before = await browser.SubmitAsync(request, Form, Request(received: "3 3 2019"), button: "continue");
        var decidedFirst = await browser.SubmitAsync(request, Form, Request(received: "21 11 2026"), button: "continue");
        var inTime = await browser.SubmitAsync(request, Form, Request(decision: "NotDecided"), button: "continue");
        var past = await browser.SubmitAsync(request, Form, Request(received: "1 6 2026", decision: "NotDecided"), button: "continue");

        Assert.Equal(["The date the request was received cannot be in the future"], future.Errors);
        Assert.StartsWith("The date of birth (4 March 2019) is after the request was received (3 March 2019)", before.Errors[0], StringComparison.Ordinal);
        Assert.Equal(["Date of the decision cannot be before the request was received, on 21 November 2026"], decidedFirst.Errors);
        Assert.Contains("week 3 of 20. The decision is due by 14 December 2026, the plan by 22 March 2027.", inTime.Text, StringComparison.Ordinal);
        Assert.EndsWith("/family", past.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("The clock started on 1 June 2026: more than 20 weeks ago. The decision was due by 13 July 2026, the plan was due by 19 October 2026.", past.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_25_at_the_request_is_refused_and_25_is_not()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        var young = await browser.SubmitAsync(start, Form, Child("9990181594", ("DateOfBirth.Day", "3"), ("DateOfBirth.Month", "11"), ("DateOfBirth.Year", "2000")), button: "continue");
        var allowed = await browser.SubmitAsync(young, Form, Request(), button: "continue");
        var old = await browser.SubmitAsync(start, Form, Child("9990181594", ("DateOfBirth.Day", "2"), ("DateOfBirth.Month", "11"), ("DateOfBirth.Year", "2000")), button: "continue");

        Assert.EndsWith("/family", allowed.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("they were over 25 when the request was received", Assert.Single(old.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_young_person_over_compulsory_school_age_is_asked_for_their_own_contact()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var request = await browser.SubmitAsync(await StartAsync(browser), Form, Child("9990181594", ("DateOfBirth.Year", "2009")), button: "continue");
        var family = await browser.SubmitAsync(request, Form, Request(), button: "continue");
        Assert.Contains("Young person and family", family.Find("h1").TextContent, StringComparison.Ordinal);

        var setting = await browser.SubmitAsync(family, Form, new() { ["YoungPersonEmail"] = "zoe@example.org", ["Discussed"] = "true", ["CopyParents"] = "false", ["Sharing"] = "Agreed" }, button: "continue");
        var check = await ContinueAsync(browser, setting);
        await browser.SubmitAsync(check, Form, []);

        Assert.Contains("The young person knows and agrees", check.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var saved = (await db.Assessments.SingleAsync()).Family;
        Assert.Equal(("zoe@example.org", true, false), (saved.YoungPersonEmail, saved.DiscussedWithYoungPerson, saved.ParentsMayBeCopiedIn));
    }

    [Fact]
    public async Task Professionals_are_added_changed_and_removed_without_script_and_nothing_typed_is_lost()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToAsync(browser, await StartAsync(browser), "professionals");

        var provider = await browser.SubmitAsync(page, Form, new() { ["Adding.ProviderName"] = "A trust" }, button: "add");
        Assert.Equal(["Enter the name of the professional or service"], provider.Errors);
        page = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = "gwen pritchard" }, button: "add");
        var again = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = "Dr Amelia Frost", ["Adding.ServiceName"] = "Private clinic", ["Adding.Contact"] = "01772 900 982", ["Adding.LastSeen"] = "spring 2026", ["Adding.IsCurrent"] = "false" }, button: "add");
        var twice = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = "Dr Amelia Frost" }, button: "add");
        Assert.Equal(2, twice.All("li.dco-panel").Count);
        Assert.Contains("In the directory", again.All("li.dco-panel")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not in the directory", again.All("li.dco-panel")[1].TextContent, StringComparison.Ordinal);

        var remove = twice.All("li.dco-panel button").First(b => b.GetAttribute("value")!.StartsWith("remove:", StringComparison.Ordinal)).GetAttribute("value");
        var removed = await browser.SubmitAsync(twice, Form, new() { ["Adding.Name"] = "half typed" }, button: remove);
        await browser.SubmitAsync(twice, Form, new() { ["Adding.Name"] = "half typed" }, button: remove);

        Assert.Equal("half typed", removed.Find("#Adding_Name").GetAttribute("value"));
        Assert.Contains("Dr Amelia Frost", Assert.Single(removed.All("li.dco-panel")).TextContent, StringComparison.Ordinal);
        var change = removed.All("li.dco-panel button").First(b => b.GetAttribute("value")!.StartsWith("change:", StringComparison.Ordinal)).GetAttribute("value");
        var changing = await browser.SubmitAsync(removed, Form, [], button: change);
        Assert.Equal("Dr Amelia Frost", changing.Find("#Adding_Name").GetAttribute("value"));
        Assert.Contains("half typed", Assert.Single(changing.All("li.dco-panel")).TextContent, StringComparison.Ordinal);

        var check = await ContinueAsync(browser, changing);
        await browser.SubmitAsync(check, Form, []);
        await using var db = _app.Database();
        var named = await db.InvolvedProfessionals.OrderBy(p => p.Position).ToListAsync();
        Assert.Equal(["half typed", "Dr Amelia Frost"], named.Select(p => p.Name));
        Assert.Equal(("Private clinic", "01772 900 982", "spring 2026", false), (named[1].ServiceName, named[1].Contact, named[1].LastSeen, named[1].IsCurrent));
    }

    [Fact]
    public async Task A_pick_of_the_directory_counts_only_while_its_name_stands_and_only_in_scope()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToAsync(browser, await StartAsync(browser), "professionals");

        page = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = "Community paediatrics", ["Adding.Pick"] = $"s-{TestWorld.Paediatrics:N}" }, button: "add");
        page = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = "Somebody else", ["Adding.Pick"] = $"p-{TestWorld.Gwen:N}" }, button: "add");
        page = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = "Dorset occupational therapy", ["Adding.Pick"] = $"s-{TestWorld.FarService:N}" }, button: "add");
        await browser.SubmitAsync(await ContinueAsync(browser, page), Form, []);

        await using var db = _app.Database();
        Assert.Equal([TestWorld.Paediatrics, null, null], await db.InvolvedProfessionals.OrderBy(p => p.Position).Select(p => p.ServiceId).ToListAsync());
        Assert.Equal(TestWorld.Paediatrics, (await db.AdviceRequests.SingleAsync()).ServiceId);
    }

    [Fact]
    public async Task A_refused_file_does_not_cost_the_good_ones_and_the_same_file_is_kept_once()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToAsync(browser, await StartAsync(browser), "documents");

        var mixed = await browser.SubmitAsync(page, Form, [], [("Files", "views.pdf", SampleFiles.Pdf), ("Files", "tool.exe", [1, 2]), ("Files", "photo.png", SampleFiles.Pdf)], "upload");
        var again = await browser.SubmitAsync(page, Form, [], [("Files", "views.pdf", SampleFiles.Pdf), ("Files", "report.docx", SampleFiles.Docx())], "continue");
        var back = await browser.GetAsync(page.Url.AbsolutePath);
        var remove = back.All("li.dco-panel button")[0].GetAttribute("value");
        var removed = await browser.SubmitAsync(back, Form, [], button: remove);

        Assert.Equal(2, mixed.Errors.Count);
        Assert.Contains("views.pdf", Assert.Single(mixed.All("li.dco-panel")).TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/check", again.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(2, back.All("li.dco-panel").Count);
        Assert.Contains("report.docx", Assert.Single(removed.All("li.dco-panel")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_upload_beyond_all_limits_is_answered_in_words_before_it_is_read()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToAsync(browser, await StartAsync(browser), "documents");
        using var zeros = new StreamContent(new ZeroStream(200L * 1024 * 1024));
        zeros.Headers.ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse("multipart/form-data; boundary=x");
        var answer = await browser.Client.PostAsync(page.Url, zeros);

        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        Assert.Contains("The files are too large", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_child_is_shown_before_confirming_and_logged_only_on_purpose()
    {
        var existing = await _app.AssessmentAsync(nhsNumber: "9990181594", received: new DateOnly(2026, 9, 1));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToCheckAsync(browser, await StartAsync(browser));

        Assert.Contains($"{existing.Reference}: request received 1 September 2026. Being assessed. Same NHS number.", page.Text, StringComparison.Ordinal);
        var refused = await browser.SubmitAsync(page, Form, []);
        var done = await browser.SubmitAsync(refused, Form, new() { ["LogAnyway"] = "true" });

        Assert.Equal(["Tick the box if this is not the same request, or discard this draft"], refused.Errors);
        Assert.Equal("Notification logged", done.Find("h1").TextContent);
        var byName = await ToCheckAsync(browser, await StartAsync(browser), nhs: "");
        Assert.Contains("Same name and date of birth", byName.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_child_of_another_authority_is_hinted_at_and_nothing_of_it_is_shown()
    {
        var other = await _app.AssessmentAsync("890", nhsNumber: "9990181594", surname: "Differentname");
        var far = await _app.AssessmentAsync("838", nhsNumber: "4010232137");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await ToCheckAsync(browser, await StartAsync(browser));

        Assert.Contains("This child may already be known to the portal through another organisation. The DCO service will check.", page.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { other.Reference, "Blackpool", "Differentname" }) { Assert.DoesNotContain(secret, page.Document.DocumentElement.OuterHtml, StringComparison.Ordinal); }
        Assert.Equal("Notification logged", (await browser.SubmitAsync(page, Form, [])).Find("h1").TextContent);
        var beyond = await ToCheckAsync(browser, await StartAsync(browser), nhs: "4010232137", surname: "Elsewhere");
        Assert.DoesNotContain("another organisation", beyond.Text, StringComparison.Ordinal);
        Assert.NotEqual(far.Reference, other.Reference);
    }

    [Fact]
    public async Task An_own_reference_that_is_taken_is_refused_with_the_one_that_has_it()
    {
        var existing = await _app.AssessmentAsync(change: a => a.AuthorityReference = "EH-7");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var request = await browser.SubmitAsync(await StartAsync(browser), Form, Child(), button: "continue");

        var values = Request();
        values["AuthorityReference"] = "EH-7";
        var refused = await browser.SubmitAsync(request, Form, values, button: "continue");

        Assert.Equal([$"This reference of yours is already used by {existing.Reference}"], refused.Errors);
    }

    [Fact]
    public async Task An_unfinished_draft_survives_signing_out_and_is_offered_again()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        var saved = await browser.SubmitAsync(start, Form, new() { ["Forenames"] = "Zoë", ["NhsNumber"] = "12" }, button: "later");
        Assert.Contains("Zoë", saved.Text, StringComparison.Ordinal);

        var later = await _app.SignInAsync(TestWorld.Caseworker);
        var offered = await later.GetAsync("/assessments/log");
        var resumed = await later.GetAsync(offered.Find("main dl a").GetAttribute("href")!);
        var child = await later.GetAsync(start.Url.AbsolutePath);
        var check = await later.GetAsync(start.Url.AbsolutePath.Replace("/child", "/check", StringComparison.Ordinal));
        var discard = await later.GetAsync(start.Url.AbsolutePath.Replace("/child", "/discard", StringComparison.Ordinal));
        await later.SubmitAsync(discard, Form, []);

        Assert.EndsWith("/request", resumed.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal("12", child.Find("#NhsNumber").GetAttribute("value"));
        Assert.Contains("Before you can log this", check.Text, StringComparison.Ordinal);
        Assert.Empty(check.All("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(start.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task An_autosave_keeps_what_is_typed_and_answers_nothing()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        browser.Client.DefaultRequestHeaders.Add("x-autosave", "yes");

        var answer = await browser.PostAsync(start, Form, new() { ["Forenames"] = "Zoë" });

        browser.Client.DefaultRequestHeaders.Remove("x-autosave");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("Zoë", (await browser.GetAsync(start.Url.AbsolutePath)).Find("#Forenames").GetAttribute("value"));
    }

    [Theory]
    [InlineData(TestWorld.OtherCaseworker)]
    [InlineData(TestWorld.Manager)]
    [InlineData(TestWorld.FarCaseworker)]
    public async Task Another_persons_draft_or_another_authoritys_confirmation_is_not_found(string email)
    {
        var owner = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(owner);
        var logged = await ToCheckAsync(owner, start);
        var stranger = await _app.SignInAsync(email);

        foreach (var step in new[] { "", "/child", "/request", "/family", "/setting", "/professionals", "/documents", "/check", "/discard", "/done" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(start.Url.AbsolutePath.Replace("/child", step, StringComparison.Ordinal))).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync(start, Form, await TokenAsync(stranger), button: "continue")).Status);
        await owner.SubmitAsync(logged, Form, []);
        // a colleague of the same authority may see the confirmation, nobody else
        var seen = await stranger.GetAsync(start.Url.AbsolutePath.Replace("/child", "/done", StringComparison.Ordinal));
        Assert.Equal(email == TestWorld.Manager ? HttpStatusCode.OK : HttpStatusCode.NotFound, seen.Status);
    }

    [Theory]
    [InlineData(TestWorld.Clinician)]
    [InlineData(TestWorld.Administrator)]
    [InlineData(TestWorld.BoardMember)]
    public async Task Only_the_authority_logs(string email)
    {
        var browser = await _app.SignInAsync(email);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assessments/log")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/assessments/log/{Guid.NewGuid()}/child")).Status);
    }

    [Fact]
    public async Task The_directory_answers_as_one_types_within_the_board_only()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        async Task<string> Ask(string q) => await browser.Client.GetStringAsync($"/directory/search?q={Uri.EscapeDataString(q)}");

        Assert.Contains($"\"value\":\"p-{TestWorld.Gwen:N}\",\"text\":\"Gwen Pritchard\"", await Ask("gwen pr"), StringComparison.Ordinal);
        Assert.Contains($"s-{TestWorld.OccupationalTherapy:N}", await Ask("occupational"), StringComparison.Ordinal);
        Assert.DoesNotContain("Dorset", await Ask("occupational"), StringComparison.Ordinal);
        Assert.Equal("[]", await Ask("Dorset"));
        Assert.Equal("[]", await Ask("g"));
        var board = await _app.SignInAsync(TestWorld.BoardMember);
        Assert.Equal(HttpStatusCode.Forbidden, (await board.GetAsync("/directory/search?q=gwen")).Status);
    }

    private static async Task<Page> StartAsync(PortalBrowser browser)
    {
        var page = await browser.GetAsync("/assessments/log");
        if (!page.Url.AbsolutePath.EndsWith("/child", StringComparison.Ordinal)) { page = await browser.SubmitAsync(page, Form, []); }
        return page;
    }

    private static Dictionary<string, string?> Child(string nhs = "999 018 1594", params (string Field, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["Forenames"] = "Zoë",
            ["LegalSurname"] = "Ashworth",
            ["DateOfBirth.Day"] = "4",
            ["DateOfBirth.Month"] = "March",
            ["DateOfBirth.Year"] = "2019",
            ["NhsNumber"] = nhs,
            ["Postcode"] = "pr18xj",
        };
        foreach (var (field, value) in more) { values[field] = value; }
        return values;
    }

    private static Dictionary<string, string?> Request(string received = "2 11 2026", string decision = "Assess")
    {
        var date = received.Split(' ');
        return new()
        {
            ["Received.Day"] = date[0],
            ["Received.Month"] = date[1],
            ["Received.Year"] = date[2],
            ["Source"] = "Parent",
            ["Decision"] = decision,
            ["DecisionOn.Day"] = decision == "NotDecided" ? "" : "20",
            ["DecisionOn.Month"] = decision == "NotDecided" ? "" : "11",
            ["DecisionOn.Year"] = decision == "NotDecided" ? "" : "2026",
            ["PrimaryNeed"] = "SLCN",
        };
    }

    private static async Task<Page> ToAsync(PortalBrowser browser, Page start, string step, string nhs = "999 018 1594", string surname = "Ashworth")
    {
        var page = await browser.SubmitAsync(start, Form, Child(nhs, ("LegalSurname", surname), ("NhsNumberNotKnown", nhs.Length == 0 ? "true" : "false")), button: "continue");
        page = await browser.SubmitAsync(page, Form, Request(), button: "continue");
        page = await browser.SubmitAsync(page, Form, new() { ["ParentName"] = "Chloé Ashworth", ["Sharing"] = "Agreed", ["Views"] = "She loves water." }, button: "continue");
        page = await browser.SubmitAsync(page, Form, new() { ["Name"] = "St Wilfrid's CE Academy", ["YearGroup"] = "Year 3" }, button: "continue");
        return step == "professionals" ? page : await browser.SubmitAsync(page, Form, [], button: "continue");
    }

    /// <summary>Presses continue until the check page.</summary>
    private static async Task<Page> ContinueAsync(PortalBrowser browser, Page page)
    {
        for (var i = 0; i < 4 && !page.Url.AbsolutePath.EndsWith("/check", StringComparison.Ordinal); i++) { page = await browser.SubmitAsync(page, Form, [], button: "continue"); }
        Assert.Equal([], page.Errors);
        return page;
    }

    private static async Task<Page> ToCheckAsync(PortalBrowser browser, Page start, string nhs = "999 018 1594", string surname = "Ashworth", string? professional = null)
    {
        var page = await ToAsync(browser, start, "professionals", nhs, surname);
        page = await browser.SubmitAsync(page, Form, new() { ["Adding.Name"] = professional ?? "" }, button: "continue");
        page = await browser.SubmitAsync(page, Form, [], [("Files", "views.pdf", SampleFiles.Pdf)], "continue");
        Assert.EndsWith("/check", page.Url.AbsolutePath, StringComparison.Ordinal);
        return page;
    }

    private static async Task<Dictionary<string, string?>> TokenAsync(PortalBrowser browser)
    {
        var own = await browser.GetAsync("/assessments/log");
        return new() { ["__RequestVerificationToken"] = own.Find("input[name=__RequestVerificationToken]").GetAttribute("value") };
    }

    private sealed class ZeroStream(long length) : Stream
    {
        private long _position;

        public override bool CanRead => true;
        public override bool CanSeek => true;
        public override bool CanWrite => false;
        public override long Length => length;
        public override long Position { get => _position; set => _position = value; }
        public override void Flush() { }
        public override long Seek(long offset, SeekOrigin origin) => _position = origin == SeekOrigin.Begin ? offset : throw new NotSupportedException();
        public override void SetLength(long value) => throw new NotSupportedException();
        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = (int)Math.Min(count, length - _position);
            Array.Clear(buffer, offset, read);
            _position += read;
            return read;
        }
    }
}
