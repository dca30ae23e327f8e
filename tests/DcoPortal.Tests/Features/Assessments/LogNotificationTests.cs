using System.Net;
using DcoPortal.Casework.Schools;
using DcoPortal.Domain.Assessments;
using DcoPortal.Domain.Requests;
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
        Assert.Contains("The DCO service is told. Health’s 6 weeks start today.", page.Text, StringComparison.Ordinal);

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
        Assert.False(await db.Drafts.AnyAsync(d => d.Kind.StartsWith("notification")));
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
    public async Task Who_logs_a_child_with_the_very_same_file_as_another_child_s_is_told_with_the_confirmation()
    {
        var other = await _app.AssessmentAsync(surname: "Brown");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{other.Reference}/add"), "#add", [], [("Files", "report.pdf", SampleFiles.Pdf)]);

        var done = await browser.SubmitAsync(await ToCheckAsync(browser, await StartAsync(browser)), Form, []);

        Assert.Contains($"views.pdf: the very same file is kept for another child, in {other.Reference}.", done.Text, StringComparison.Ordinal);
        Assert.Contains(done.All("main a"), a => a.GetAttribute("href")!.EndsWith("/add", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_file_that_names_another_child_s_case_is_told_before_the_child_is_logged()
    {
        var other = await _app.AssessmentAsync(surname: "Thistlewood");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await StartAsync(browser), Form, new(Whole(Child("999 018 1594"))), [("Files", $"EP letter {other.Reference}.pdf", SampleFiles.Pdf)], "check");

        Assert.Contains($"It names {other.Reference}, which is another case. Open it and look whom it is about", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Thistlewood", check.Find("main").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Confirming_twice_logs_once_and_shows_the_same_confirmation()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await ToCheckAsync(browser, await StartAsync(browser));

        var both = await Task.WhenAll(browser.SubmitAsync(page, Form, []), browser.SubmitAsync(page, Form, []));
        var back = await browser.SubmitAsync(page, Form, []);
        var form = await browser.GetAsync(page.Url.AbsolutePath.Replace("/check", "", StringComparison.Ordinal));

        Assert.All([.. both, back, form], p => Assert.Contains("LCC-26-0000", p.Find(".nhsuk-panel").TextContent, StringComparison.Ordinal));
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

        var empty = await browser.SubmitAsync(page, Form, [], button: "check");
        var wrong = await browser.SubmitAsync(empty, Form, new(Whole())
        {
            ["Child.DateOfBirth.Day"] = "31",
            ["Child.DateOfBirth.Month"] = "2",
            ["Child.NhsNumber"] = "999 018 1595",
            ["Child.Upn"] = "A801200005001",
            ["Child.Postcode"] = "Preston",
        }, button: "check");

        Assert.Equal(
        [
            "Enter the forenames, or tick that they have one name only", "Enter the legal surname", "Enter the date of birth", "Enter the NHS number, or tick that it is not known", "Enter the date the request was received",
            "Select the primary need", "Select who made the request", "Select what has been decided", "Select what was agreed about sharing",
        ], empty.Errors);
        Assert.Equal(["Date of birth must be a real date", "Check the NHS number: one or more of its digits are wrong", "Enter a full UK postcode, such as PR1 8XJ", "Check the UPN: its check letter is wrong"], wrong.Errors);
        Assert.Equal("999 018 1595", wrong.Find("#Child_NhsNumber").GetAttribute("value"));
        Assert.StartsWith("Error: ", wrong.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_fold_says_how_much_of_it_is_filled_in_and_is_open_where_something_is_wrong_or_the_address_leads()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        static AngleSharp.Dom.IElement Fold(Page page, string field) => page.Find($"details:has({field})");

        var wrong = await browser.SubmitAsync(start, Form, new(Whole()) { ["Child.KnownAs"] = "Zo", ["Child.Sex"] = "Female", ["Family.ParentEmail"] = "no address" }, button: "check");
        var check = await browser.SubmitAsync(wrong, Form, new() { ["Family.ParentEmail"] = "" }, button: "check");
        var change = check.All("a").Single(a => a.TextContent == "Change year group").GetAttribute("href")!;
        var there = await browser.GetAsync(change);

        Assert.All(start.All("details.dco-fold"), f => Assert.False(f.HasAttribute("open")));
        Assert.Contains("Nothing yet", Fold(start, "#Child_KnownAs").TextContent, StringComparison.Ordinal);
        Assert.Contains("3 filled in", Fold(wrong, "#Child_KnownAs").TextContent, StringComparison.Ordinal);
        Assert.Equal(["Enter an email address in the right format, such as name@example.com"], wrong.Errors);
        Assert.True(Fold(wrong, "#Family_ParentEmail").HasAttribute("open"));
        Assert.False(Fold(wrong, "#Child_KnownAs").HasAttribute("open"));
        Assert.EndsWith("#Setting_YearGroup", change, StringComparison.Ordinal);
        Assert.True(Fold(there, "#Setting_YearGroup").HasAttribute("open"));
        Assert.False(Fold(there, "#Family_ParentEmail").HasAttribute("open"));
    }

    [Fact]
    public async Task An_NHS_number_that_is_not_known_never_stops_anyone()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var next = await browser.SubmitAsync(await StartAsync(browser), Form, Whole(Child(nhs: "")), button: "check");

        Assert.EndsWith("/check", next.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_request_in_the_future_is_refused_and_one_long_ago_says_when_its_clock_started()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        var future = await browser.SubmitAsync(start, Form, Whole(request: Request(received: "22 11 2026")), button: "check");
        var before = await browser.SubmitAsync(start, Form, Whole(request: Request(received: "3 3 2019")), button: "check");
        var decidedFirst = await browser.SubmitAsync(start, Form, Whole(request: Request(received: "21 11 2026")), button: "check");
        var inTime = await browser.SubmitAsync(start, Form, Whole(request: Request(decision: "NotDecided")), button: "check");
        var past = await browser.SubmitAsync(start, Form, Whole(request: Request(received: "1 6 2026", decision: "NotDecided")), button: "check");

        Assert.Equal(["The date the request was received cannot be in the future"], future.Errors);
        Assert.StartsWith("The date of birth (4 March 2019) is after the request was received (3 March 2019)", before.Errors[0], StringComparison.Ordinal);
        Assert.Equal(["Date of the decision cannot be before the request was received, on 21 November 2026"], decidedFirst.Errors);
        Assert.Contains("week 3 of 20. The decision is due by 14 December 2026, the plan by 22 March 2027.", inTime.Text, StringComparison.Ordinal);
        Assert.EndsWith("/check", past.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Contains("The clock started on 1 June 2026: more than 20 weeks ago. The decision was due by 13 July 2026, the plan was due by 19 October 2026.", past.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task At_26_a_request_is_refused_and_at_25_it_needs_a_reason()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        Dictionary<string, string?> Born(string day) => Whole(Child("9990181594", ("Child.DateOfBirth.Day", day), ("Child.DateOfBirth.Month", "11"), ("Child.DateOfBirth.Year", "2000")));

        var old = await browser.SubmitAsync(start, Form, Born("2"), button: "check");
        var asked = await browser.SubmitAsync(old, Form, Born("3"), button: "check");
        var allowed = await browser.SubmitAsync(asked, Form, new() { ["Request.Reasons"] = "The plan goes on to July" }, button: "check");

        Assert.StartsWith("They were 25 when the request was received. An assessment is for someone under 25: give the reason", Assert.Single(asked.Errors), StringComparison.Ordinal);
        Assert.Contains("they were 26 or over when the request was received", Assert.Single(old.Errors), StringComparison.Ordinal);
        Assert.EndsWith("/check", allowed.Url.AbsolutePath, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Words_for_nothing_are_stored_as_nothing_and_a_child_may_have_one_name()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        Dictionary<string, string?> typed = new(Whole(Child("9990181594", ("Child.Forenames", ""), ("Child.LegalSurname", "Suharto"))))
        {
            ["Child.HasOneName"] = "true",
            ["Child.KnownAs"] = "-",
            ["Child.Postcode"] = "N/A",
            ["Family.Sharing"] = "Objects",
            ["Family.DoNotShareWith"] = "No",
            ["Setting.YearGroup"] = "TBC",
        };

        var asked = await browser.SubmitAsync(start, Form, typed, button: "check");
        var names = await browser.SubmitAsync(asked, Form, new() { ["Family.Sharing"] = "Agreed", ["Child.HasOneName"] = null, ["Child.Forenames"] = "N/A", ["Child.LegalSurname"] = "ZoÃ«" }, button: "check");
        var check = await browser.SubmitAsync(names, Form, new() { ["Child.HasOneName"] = "true", ["Child.Forenames"] = "", ["Child.LegalSurname"] = "Suharto" }, button: "check");
        await browser.SubmitAsync(check, Form, []);

        Assert.Equal(["Say what must not be shared, or with whom"], asked.Errors);
        Assert.Equal(["Forenames: “N/A” is not a name", "Legal surname: some letters were garbled. Is it Zoë?"], names.Errors);
        await using var db = _app.Database();
        var saved = await db.Assessments.SingleAsync();
        Assert.Equal(("", "Suharto", "Suharto", null, null), (saved.Child.Forenames, saved.Child.LegalSurname, saved.Child.DisplayName, saved.Child.KnownAs, saved.Child.Postcode));
        Assert.Equal((null, null), (saved.Family.DoNotShareWith, saved.Setting.YearGroup));
    }

    [Fact]
    public async Task A_young_person_over_compulsory_school_age_is_asked_for_their_own_contact()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        Assert.DoesNotContain("Young person’s email address", start.Text, StringComparison.Ordinal);

        // the page had asked a parent: it asks again, of the young person, before anything is checked
        var asked = await browser.SubmitAsync(start, Form, Whole(Child("9990181594", ("Child.DateOfBirth.Year", "2009"))), button: "check");
        Assert.Contains("Some questions have changed with your answers: they are now those for a young person.", asked.Text, StringComparison.Ordinal);
        Assert.Contains("Zoë is over compulsory school age", asked.Text, StringComparison.Ordinal);
        Assert.Contains("The young person knows and agrees", asked.Text, StringComparison.Ordinal);
        var check = await browser.SubmitAsync(asked, Form, new() { ["Family.YoungPersonEmail"] = "zoe@example.org", ["Family.Discussed"] = "true", ["Family.CopyParents"] = "false" }, button: "check");
        await browser.SubmitAsync(check, Form, new() { ["SourceIsRight"] = "true" });

        Assert.Contains("The young person knows and agrees", check.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var saved = (await db.Assessments.SingleAsync()).Family;
        Assert.Equal(("zoe@example.org", true, false), (saved.YoungPersonEmail, saved.DiscussedWithYoungPerson, saved.ParentsMayBeCopiedIn));
    }

    [Fact]
    public async Task What_a_young_person_was_asked_is_kept_while_the_date_of_birth_is_put_right_and_never_logged_of_a_child()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var asked = await browser.SubmitAsync(await StartAsync(browser), Form, Whole(Child("9990181594", ("Child.DateOfBirth.Year", "2009"))), button: "check");

        var ofAChild = await browser.SubmitAsync(asked, Form, new() { ["Family.YoungPersonEmail"] = "no address", ["Family.Discussed"] = "true", ["Child.DateOfBirth.Year"] = "2019" }, button: "check");
        var again = await browser.SubmitAsync(ofAChild, Form, new() { ["Child.DateOfBirth.Year"] = "2009" }, button: "check");
        var check = await browser.SubmitAsync(again, Form, new() { ["Child.DateOfBirth.Year"] = "2019" }, button: "check");
        check = check.Url.AbsolutePath.EndsWith("/check", StringComparison.Ordinal) ? check : await browser.SubmitAsync(check, Form, [], button: "check");
        await browser.SubmitAsync(check, Form, []);

        Assert.Equal([], ofAChild.Errors);
        Assert.Equal("no address", again.Find("#Family_YoungPersonEmail").GetAttribute("value"));
        await using var db = _app.Database();
        var saved = (await db.Assessments.SingleAsync()).Family;
        Assert.Equal((null, null), (saved.YoungPersonEmail, saved.DiscussedWithYoungPerson));
    }

    [Fact]
    public async Task Professionals_are_added_changed_and_removed_without_script_and_nothing_typed_is_lost()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        var provider = await browser.SubmitAsync(start, Form, new() { ["Professionals[0].ProviderName"] = "A trust" }, button: "add");
        Assert.Equal(["Enter the name of the professional or service"], provider.Errors);
        // a tick in a row without a name is somebody's wish for nobody
        var ticked = await browser.SubmitAsync(provider, Form, new() { ["Professionals[0].ProviderName"] = "", ["Professionals[0].FamilyAsked"] = "true" }, button: "add");
        Assert.Equal(["Enter the name of the professional or service"], ticked.Errors);
        var added = await browser.SubmitAsync(provider, Form, new()
        {
            ["Child.Forenames"] = "Zoë",
            ["Professionals[0].Name"] = "gwen pritchard",
            ["Professionals[0].ProviderName"] = "",
            ["Professionals[1].Name"] = "Dr Amelia Frost",
            ["Professionals[1].ServiceName"] = "Private clinic",
            ["Professionals[1].Contact"] = "01772 900 982",
            ["Professionals[1].LastSeen"] = "spring 2026",
            ["Professionals[1].HasEnded"] = "true",
            ["Professionals[2].Name"] = "half typed",
        }, button: "add");
        // whatever was typed elsewhere is there, and nothing is called wrong that nobody has come to
        Assert.Equal([], added.Errors);
        Assert.EndsWith("#Professionals_3__Name", added.Url.Fragment, StringComparison.Ordinal);
        Assert.Equal("Zoë", added.Find("#Child_Forenames").GetAttribute("value"));
        Assert.Equal(4, added.All(".dco-person").Count);
        Assert.Contains("In the directory: Gwen Pritchard", added.All(".dco-person")[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("Not in the directory", added.All(".dco-person")[1].TextContent, StringComparison.Ordinal);

        var remove = added.All(".dco-person button")[0].GetAttribute("value");
        var removed = await browser.SubmitAsync(added, Form, new() { ["Professionals[1].Name"] = "Dr Amelia Frost-Hall" }, button: remove);
        var again = await browser.SubmitAsync(added, Form, new() { ["Professionals[1].Name"] = "Dr Amelia Frost-Hall" }, button: remove);
        Assert.All([removed, again], p => Assert.Equal(["Dr Amelia Frost-Hall", "half typed", null], p.All("input[name$='].Name']").Select(i => i.GetAttribute("value"))));

        var check = await browser.SubmitAsync(again, Form, Whole(), button: "check");
        await browser.SubmitAsync(check, Form, []);
        await using var db = _app.Database();
        var named = await db.InvolvedProfessionals.OrderBy(p => p.Position).ToListAsync();
        Assert.Equal(["Dr Amelia Frost-Hall", "half typed"], named.Select(p => p.Name));
        Assert.Equal(("Private clinic", "01772 900 982", "spring 2026", false), (named[0].ServiceName, named[0].Contact, named[0].LastSeen, named[0].IsCurrent));
    }

    [Fact]
    public async Task A_pick_of_the_directory_counts_only_while_its_name_stands_and_only_in_scope()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await StartAsync(browser), Form, new(Whole())
        {
            ["Professionals[0].Name"] = "Community paediatrics",
            ["Professionals[0].Pick"] = $"s-{TestWorld.Paediatrics:N}",
            ["Professionals[1].Name"] = "Somebody else",
            ["Professionals[1].Pick"] = $"p-{TestWorld.Gwen:N}",
            ["Professionals[2].Name"] = "Dorset occupational therapy",
            ["Professionals[2].Pick"] = $"s-{TestWorld.FarService:N}",
        }, button: "check");
        await browser.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        Assert.Equal([TestWorld.Paediatrics, null, null], await db.InvolvedProfessionals.OrderBy(p => p.Position).Select(p => p.ServiceId).ToListAsync());
        Assert.Equal(TestWorld.Paediatrics, (await db.AdviceRequests.SingleAsync()).ServiceId);
    }

    [Fact]
    public async Task A_refused_file_does_not_cost_the_good_ones_and_the_same_file_is_kept_once()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        var none = await browser.SubmitAsync(start, Form, [], button: "upload");
        var mixed = await browser.SubmitAsync(start, Form, new() { ["Child.Forenames"] = "Zoë" }, [("Files", "views.pdf", SampleFiles.Pdf), ("Files", "tool.exe", [1, 2]), ("Files", "photo.png", SampleFiles.Pdf)], "upload");
        var again = await browser.SubmitAsync(mixed, Form, Whole(), [("Files", "views.pdf", SampleFiles.Pdf), ("Files", "report.docx", SampleFiles.Docx())], "check");
        var back = await browser.GetAsync(start.Url.AbsolutePath);
        var remove = back.All("li.dco-panel button")[0].GetAttribute("value");
        var removed = await browser.SubmitAsync(back, Form, [], button: remove);

        Assert.Equal(["Select a file to upload"], none.Errors);
        Assert.Equal(2, mixed.Errors.Count);
        Assert.Contains("is really a PDF. Give it a name that ends in .pdf", mixed.Find("#Files-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("Zoë", mixed.Find("#Child_Forenames").GetAttribute("value"));
        Assert.Contains("views.pdf", Assert.Single(mixed.All("li.dco-panel")).TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/check", again.Url.AbsolutePath, StringComparison.Ordinal);
        Assert.Equal(2, back.All("li.dco-panel").Count);
        Assert.Contains("report.docx", Assert.Single(removed.All("li.dco-panel")).TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_document_is_is_read_from_its_name_corrected_in_the_draft_and_shown_to_who_reads_it()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        var uploaded = await browser.SubmitAsync(start, Form, [], [("Files", "EP report.pdf", SampleFiles.Pdf), ("Files", "scan 12.docx", SampleFiles.Docx())], "upload");
        var kinds = uploaded.All("select[name^=Kinds]");
        Assert.Equal(["Psychologist", null], kinds.Select(k => k.QuerySelector("option[selected]")?.GetAttribute("value")));
        var check = await browser.SubmitAsync(uploaded, Form, new(Whole()) { ["Professionals[0].Name"] = "Gwen Pritchard", [kinds[0].GetAttribute("name")!] = "School", [kinds[1].GetAttribute("name")!] = "Views" }, button: "check");
        await browser.SubmitAsync(check, Form, []);

        Assert.Contains("School or setting report: EP report.pdf", check.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        Assert.Equal([EvidenceKind.School, EvidenceKind.Views], await db.Documents.OrderBy(d => d.FileName).Select(d => d.Evidence).ToListAsync());
        var dco = await _app.SignInAsync(TestWorld.Administrator);
        var reference = (await db.Assessments.SingleAsync()).Reference;
        Assert.Contains("Views of the child or family: scan 12.docx", (await dco.GetAsync($"/assessments/{reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_single_file_is_answered_with_its_line_or_with_why_it_is_refused()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        async Task<(HttpStatusCode Status, string Words)> SendAsync(string name, byte[] bytes)
        {
            using var content = new MultipartFormDataContent { { new StringContent(start.Find("input[name=__RequestVerificationToken]").GetAttribute("value")!), "__RequestVerificationToken" }, { new ByteArrayContent(bytes), "file", name } };
            var answer = await browser.Client.PostAsync($"{start.Url.AbsolutePath}/documents", content);
            return (answer.StatusCode, await answer.Content.ReadAsStringAsync());
        }

        var (kept, line) = await SendAsync("family views.pdf", SampleFiles.Pdf);
        var (again, same) = await SendAsync("family views.pdf", SampleFiles.Pdf);
        var (refused, why) = await SendAsync("tool.exe", [1, 2]);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK, HttpStatusCode.UnprocessableEntity), (kept, again, refused));
        Assert.StartsWith("<li", line.Trim(), StringComparison.Ordinal);
        Assert.Equal(line, same);
        Assert.StartsWith("‘tool.exe’ must be a", why, StringComparison.Ordinal);
        Assert.Single((await browser.GetAsync(start.Url.AbsolutePath)).All("li.dco-panel"));
        Assert.DoesNotContain("Scan: no text in it", line, StringComparison.Ordinal);
        Assert.Contains("Scan: no text in it", (await SendAsync("letter.pdf", SampleFiles.ScannedPdf)).Words, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_and_what_is_typed_meanwhile_are_both_kept()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        await Task.WhenAll(Enumerable.Range(0, 3).Select(n => browser.SubmitAsync(start, Form, new() { ["Child.Forenames"] = "Zoë" }, [("Files", $"report {n}.pdf", [.. SampleFiles.Pdf, (byte)n])], "upload")));

        var page = await browser.GetAsync(start.Url.AbsolutePath);
        Assert.Equal(3, page.All("li.dco-panel").Count);
        Assert.Equal("Zoë", page.Find("#Child_Forenames").GetAttribute("value"));
    }

    [Fact]
    public async Task An_upload_beyond_all_limits_is_answered_in_words_before_it_is_read()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var page = await StartAsync(browser);
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

        Assert.Contains($"{existing.Reference}: request received 1 September 2026. Being assessed. Same NHS number and date of birth, but not the same forenames.", page.Text, StringComparison.Ordinal);
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

        var refused = await browser.SubmitAsync(await StartAsync(browser), Form, new(Whole()) { ["Request.AuthorityReference"] = "EH-7" }, button: "check");

        Assert.Equal([$"This reference of yours is already used by {existing.Reference}"], refused.Errors);
    }

    [Fact]
    public async Task An_unfinished_draft_survives_signing_out_and_is_offered_again()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        var saved = await browser.SubmitAsync(start, Form, new() { ["Child.Forenames"] = "Zoë", ["Child.NhsNumber"] = "12" }, button: "later");
        Assert.Contains("Zoë", saved.Text, StringComparison.Ordinal);

        var later = await _app.SignInAsync(TestWorld.Caseworker);
        var offered = await later.GetAsync("/assessments/log");
        var resumed = await later.GetAsync(offered.Find("main dl a").GetAttribute("href")!);
        var check = await later.GetAsync($"{start.Url.AbsolutePath}/check");
        var discard = await later.GetAsync($"{start.Url.AbsolutePath}/discard");
        await later.SubmitAsync(discard, Form, []);

        Assert.Equal(start.Url.AbsolutePath, resumed.Url.AbsolutePath);
        Assert.Equal("12", resumed.Find("#Child_NhsNumber").GetAttribute("value"));
        Assert.Contains("Before you can log this", check.Text, StringComparison.Ordinal);
        Assert.Contains($"{start.Url.AbsolutePath}?at=Request_Received_Day#Request_Received_Day", check.All(".nhsuk-card--warning a").Select(a => a.GetAttribute("href")));
        Assert.Empty(check.All("main form"));
        Assert.Equal(HttpStatusCode.NotFound, (await later.GetAsync(start.Url.AbsolutePath)).Status);
    }

    [Fact]
    public async Task A_draft_of_somebody_who_cannot_sign_in_any_more_is_found_and_taken_over_by_a_colleague()
    {
        var leaving = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(leaving);
        await leaving.SubmitAsync(start, Form, new() { ["Child.Forenames"] = "Zoë" }, button: "later");
        await using (var db = _app.Database()) { await db.Users.Where(u => u.Email == TestWorld.Caseworker).ExecuteUpdateAsync(s => s.SetProperty(u => u.DisabledUtc, DateTime.UnixEpoch)); }
        var (manager, other) = (await _app.SignInAsync(TestWorld.Manager), await _app.SignInAsync(TestWorld.OtherCaseworker));
        Assert.DoesNotContain("cannot sign in any more", (await other.GetAsync("/")).Text, StringComparison.Ordinal);
        Assert.Contains("Take over a notification", (await manager.GetAsync("/")).Text, StringComparison.Ordinal);

        var taken = await manager.SubmitAsync(await manager.GetAsync("/assessments/log"), "form[action$='/take-over']", []);

        Assert.Equal(start.Url.AbsolutePath, taken.Url.AbsolutePath);
        Assert.Equal("Zoë", taken.Find("#Child_Forenames").GetAttribute("value"));
        await using (var db = _app.Database()) { Assert.Single(await db.AuditEntries.Where(e => e.Fact == "DraftTakenOver").ToListAsync()); }
    }

    [Fact]
    public async Task An_autosave_keeps_what_is_typed_and_answers_nothing()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        browser.Client.DefaultRequestHeaders.Add("x-autosave", "yes");

        var answer = await browser.PostAsync(start, Form, new() { ["Child.Forenames"] = "Zoë" });

        browser.Client.DefaultRequestHeaders.Remove("x-autosave");
        Assert.Equal(HttpStatusCode.NoContent, answer.StatusCode);
        Assert.Equal("Zoë", (await browser.GetAsync(start.Url.AbsolutePath)).Find("#Child_Forenames").GetAttribute("value"));
    }

    [Fact]
    public async Task What_is_typed_in_a_second_window_after_the_notification_was_logged_is_not_taken_for_logged()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        var check = await ToCheckAsync(browser, start);
        var older = await browser.GetAsync(start.Url.AbsolutePath);
        await browser.SubmitAsync(check, Form, []);

        var late = await browser.SubmitAsync(older, Form, new() { ["Family.Views"] = "He wants to ride a bicycle" }, button: "later");

        Assert.Equal(HttpStatusCode.Conflict, late.Status);
        Assert.Equal("This notification was logged meanwhile", late.Find("h1").TextContent);
        Assert.Contains("He wants to ride a bicycle", late.Find("main details").TextContent, StringComparison.Ordinal);
        Assert.EndsWith("/correct-details", late.Find("main p a").GetAttribute("href"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_second_window_replaces_what_the_first_saved_only_knowingly_and_neither_loses_its_text()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var first = await StartAsync(browser);
        var second = await browser.GetAsync(first.Url.AbsolutePath);
        // one window may save as often as it likes
        foreach (var name in new[] { "Zo", "Zoë" }) { await browser.SubmitAsync(first, Form, new() { ["Child.Forenames"] = name }, button: "later"); }

        var kept = await browser.SubmitAsync(second, Form, new() { ["Child.Forenames"] = "Chloe" }, button: "later");

        Assert.Equal(HttpStatusCode.Conflict, kept.Status);
        Assert.Equal("Chloe", kept.Find("#Child_Forenames").GetAttribute("value"));
        Assert.Contains("another window has changed this draft", kept.Text, StringComparison.Ordinal);
        Assert.Equal("Zoë", (await browser.GetAsync(first.Url.AbsolutePath)).Find("#Child_Forenames").GetAttribute("value"));
        await browser.SubmitAsync(kept, Form, new() { ["Child.Forenames"] = "Chloe" }, button: "later");
        Assert.Equal("Chloe", (await browser.GetAsync(first.Url.AbsolutePath)).Find("#Child_Forenames").GetAttribute("value"));
    }

    [Fact]
    public async Task Answers_that_change_the_questions_bring_the_page_back_in_new_words_with_nothing_called_wrong()
    {
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);
        browser.Client.DefaultRequestHeaders.Add("x-redraw", "yes");

        var page = await browser.SubmitAsync(start, Form, new(Child("12", ("Child.DateOfBirth.Year", "2009"))) { ["Request.Received.Day"] = "2", ["Request.Received.Month"] = "11", ["Request.Received.Year"] = "2026" });

        Assert.Equal([], page.Errors);
        Assert.Contains("The young person knows and agrees", page.Find("#family").TextContent, StringComparison.Ordinal);
        Assert.Contains("The clock started on 2 November 2026: week 3 of 20.", page.Find("#clock").TextContent, StringComparison.Ordinal);
        Assert.Equal("RequestReceived, young person", page.Find("#asked").GetAttribute("value"));
        Assert.Equal("12", page.Find("#Child_NhsNumber").GetAttribute("value"));
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

        foreach (var page in new[] { "", "/check", "/discard", "/done" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync(start.Url.AbsolutePath + page)).Status);
        }
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SubmitAsync(start, Form, await TokenAsync(stranger), button: "check")).Status);
        await owner.SubmitAsync(logged, Form, []);
        // a colleague of the same authority may see the confirmation, nobody else
        var seen = await stranger.GetAsync($"{start.Url.AbsolutePath}/done");
        Assert.Equal(email == TestWorld.Manager ? HttpStatusCode.OK : HttpStatusCode.NotFound, seen.Status);
    }

    [Theory]
    [InlineData(TestWorld.Clinician)]
    [InlineData(TestWorld.Dco)]
    [InlineData(TestWorld.BoardMember)]
    public async Task Only_the_authority_logs(string email)
    {
        var browser = await _app.SignInAsync(email);

        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync("/assessments/log")).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await browser.GetAsync($"/assessments/log/{Guid.NewGuid()}")).Status);
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

    [Fact]
    public async Task Schools_are_suggested_by_name_town_postcode_and_number_the_own_authoritys_first_and_none_that_has_closed()
    {
        await AddSchoolsAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        async Task<string[]> Ask(string q) => [.. System.Text.Json.JsonDocument.Parse(await browser.Client.GetStringAsync($"/schools/search?q={Uri.EscapeDataString(q)}")).RootElement.EnumerateArray().Select(e => $"{e.GetProperty("value")} {e.GetProperty("text")}: {e.GetProperty("hint")}")];

        var both = await Ask("st wilfrids ce");
        Assert.Equal(["137482 St Wilfrid's CE Academy: Preston, Academy converter, URN 137482", "137483 St Wilfrid's CE Academy: Blackburn, Academy converter, URN 137483"], both);
        Assert.Equal([both[0]], await Ask("wilfrid preston"));
        Assert.Equal([both[1]], await Ask("bb19ak"));
        Assert.Equal([both[1]], await Ask("137483"));
        Assert.Empty(await Ask("Moorside"));
        Assert.Empty(await Ask("st"));
        var clinician = await _app.SignInAsync(TestWorld.Clinician);
        Assert.Equal(HttpStatusCode.Forbidden, (await clinician.GetAsync("/schools/search?q=wilfrid")).Status);
    }

    [Fact]
    public async Task Without_script_a_typed_school_is_kept_and_those_it_could_mean_are_offered_to_choose_from()
    {
        await AddSchoolsAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await StartAsync(browser), Form, new(Whole()) { ["Setting.Name"] = "St Wilfrids" }, button: "check");
        var choose = await browser.GetAsync(check.All("a").Single(a => a.TextContent == "Choose the school from the list").GetAttribute("href")!);
        Assert.True(choose.Find("#setting").HasAttribute("open"));
        Assert.Equal("St Wilfrids", choose.Find("#Setting_Name").GetAttribute("value"));
        Assert.Equal(["137482", "137483", "none"], choose.All("[name='Setting.Chosen']").Select(r => r.GetAttribute("value")));
        var none = await browser.SubmitAsync(choose, Form, new() { ["Setting.Chosen"] = "none" }, button: "check");
        var second = await browser.SubmitAsync(choose, Form, new() { ["Setting.Chosen"] = "137483" }, button: "check");
        await browser.SubmitAsync(second, Form, []);

        Assert.DoesNotContain("could be meant", none.Text, StringComparison.Ordinal);
        Assert.Contains("St Wilfrid's CE Academy, Blackburn, Academy converter, URN 137483", second.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var saved = (await db.Assessments.SingleAsync()).Setting;
        Assert.Equal(("St Wilfrid's CE Academy", "137483", "Year 3"), (saved.Name, saved.Urn, saved.YearGroup));
    }

    [Fact]
    public async Task A_number_that_is_another_schools_is_pointed_out_and_what_is_not_in_the_list_stays_as_typed()
    {
        await AddSchoolsAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var start = await StartAsync(browser);

        var another = await browser.SubmitAsync(start, Form, new(Whole()) { ["Setting.Name"] = "Little Acorns", ["Setting.Urn"] = "137482" }, button: "check");
        var unknown = await browser.SubmitAsync(start, Form, new(Whole()) { ["Setting.Name"] = "Little Acorns (at her grandmother's)", ["Setting.Urn"] = "999999" }, button: "check");

        Assert.Contains("This URN is that of St Wilfrid's CE Academy, Preston.", another.Text, StringComparison.Ordinal);
        Assert.Contains("Little Acorns (at her grandmother's), URN 999999", unknown.Text, StringComparison.Ordinal);
    }

    /// <summary>Two open schools of one name, and one that has closed.</summary>
    private async Task AddSchoolsAsync()
    {
        const string file = """
            URN,LA (code),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),PhaseOfEducation (name),Town,Postcode
            137483,889,St Wilfrid's CE Academy,Academy converter,Open,Secondary,Blackburn,BB1 9AK
            137482,888,St Wilfrid's CE Academy,Academy converter,"Open, but proposed to close",Secondary,Preston,PR1 9AG
            119467,888,Moorside Junior School,Community school,Closed,Primary,Lancaster,LA1 9AR
            """;
        await using var db = _app.Database();
        await LoadSchools.FromAsync(new MemoryStream(System.Text.Encoding.UTF8.GetBytes(file)), db, default);
    }

    /// <summary>The form of a new draft.</summary>
    private static async Task<Page> StartAsync(PortalBrowser browser)
    {
        var page = await browser.GetAsync("/assessments/log");
        return page.All("#Child_Forenames").Count > 0 ? page : await browser.SubmitAsync(page, Form, []);
    }

    private static Dictionary<string, string?> Child(string nhs = "999 018 1594", params (string Field, string Value)[] more)
    {
        var values = new Dictionary<string, string?>
        {
            ["Child.Forenames"] = "Zoë",
            ["Child.LegalSurname"] = "Ashworth",
            ["Child.DateOfBirth.Day"] = "4",
            ["Child.DateOfBirth.Month"] = "March",
            ["Child.DateOfBirth.Year"] = "2019",
            ["Child.NhsNumber"] = nhs,
            ["Child.NhsNumberNotKnown"] = nhs.Length == 0 ? "true" : null,
            ["Child.Postcode"] = "pr18xj",
        };
        foreach (var (field, value) in more) { values[field] = value; }
        return values;
    }

    private static Dictionary<string, string?> Request(string received = "2 11 2026", string decision = "Assess")
    {
        var date = received.Split(' ');
        return new()
        {
            ["Request.Received.Day"] = date[0],
            ["Request.Received.Month"] = date[1],
            ["Request.Received.Year"] = date[2],
            ["Request.Source"] = "Parent",
            ["Request.Decision"] = decision,
            ["Request.DecisionOn.Day"] = decision == "NotDecided" ? "" : "20",
            ["Request.DecisionOn.Month"] = decision == "NotDecided" ? "" : "11",
            ["Request.DecisionOn.Year"] = decision == "NotDecided" ? "" : "2026",
            ["Request.PrimaryNeed"] = "SLCN",
        };
    }

    /// <summary>Everything that the form needs, and a little more.</summary>
    private static Dictionary<string, string?> Whole(Dictionary<string, string?>? child = null, Dictionary<string, string?>? request = null) => new((child ?? Child()).Concat(request ?? Request()))
    {
        ["Family.ParentName"] = "Chloé Ashworth",
        ["Family.Sharing"] = "Agreed",
        ["Family.Views"] = "She loves water.",
        ["Setting.Name"] = "St Wilfrid's CE Academy",
        ["Setting.YearGroup"] = "Year 3",
    };

    private static async Task<Page> ToCheckAsync(PortalBrowser browser, Page start, string nhs = "999 018 1594", string surname = "Ashworth", string? professional = null)
    {
        var page = await browser.SubmitAsync(start, Form, new(Whole(Child(nhs, ("Child.LegalSurname", surname)))) { ["Professionals[0].Name"] = professional ?? "" }, [("Files", "views.pdf", SampleFiles.Pdf)], "check");
        Assert.Equal([], page.Errors);
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
