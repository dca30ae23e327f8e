using DcoPortal.Domain.Access;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Search;

public sealed class SearchTests : IDisposable
{
    private const string Box = ".nhsuk-header__search-form";
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("o'ashe")]
    [InlineData("ASHE")]
    [InlineData("ashe zoe")]
    public async Task A_child_is_found_by_words_of_their_name(string text)
    {
        var keys = await _app.AssessmentAsync(surname: "O'Ashe");
        await _app.AssessmentAsync(surname: "Elm");

        var found = await SearchAsync(TestWorld.Administrator, text);

        Assert.Equal("/search", found.Url.PathAndQuery);
        Assert.Equal([keys.Reference], Children(found));
        Assert.Contains("O'Ashe", found.Text, StringComparison.Ordinal);
        Assert.Contains("7 years", found.Text, StringComparison.Ordinal);
        Assert.Contains("Final plan due", found.Text, StringComparison.Ordinal);
    }

    private static async Task<HttpResponseMessage> TypeAsync(PortalBrowser browser, string text)
    {
        var token = (await browser.GetAsync("/account/profile")).Find($"{Box} input[name=__RequestVerificationToken]").GetAttribute("value")!;
        return await browser.Client.PostAsync("/search/as-typed", new FormUrlEncodedContent([KeyValuePair.Create("__RequestVerificationToken", token), KeyValuePair.Create("Text", text)]));
    }

    [Fact]
    public async Task What_is_found_as_one_types_is_what_one_may_see_and_at_most_eight()
    {
        for (var n = 0; n < 9; n++) { await _app.AssessmentAsync(surname: $"Quicken{n}"); }
        var foreign = await _app.AssessmentAsync("890", surname: "Quickenfar");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        using var found = await TypeAsync(browser, "quicken");
        var html = await found.Content.ReadAsStringAsync();
        using var little = await TypeAsync(browser, "q");

        Assert.Equal(8, html.Split("/assessments/LCC-26-").Length - 1);
        Assert.Contains("The first 8 results", html, StringComparison.Ordinal);
        Assert.Contains("See all results", html, StringComparison.Ordinal);
        Assert.DoesNotContain(foreign.Reference, html, StringComparison.Ordinal);
        Assert.Equal(System.Net.HttpStatusCode.NoContent, little.StatusCode);
        // not kept: the search page shows what was searched for last, not what was begun
        Assert.Contains("What are you looking for?", (await browser.GetAsync("/search")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Typing_is_told_once_for_each_search_and_not_for_each_key()
    {
        await _app.AssessmentAsync(surname: "Quickenden");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        foreach (var text in new[] { "qu", "qui", "quick", "nobodyhere" }) { (await TypeAsync(browser, text)).Dispose(); }
        _app.Time.Advance(TimeSpan.FromMinutes(2));
        (await TypeAsync(browser, "quick")).Dispose();

        await using var db = _app.Database();
        Assert.Equal(["Search as typed, 1 rows", "Search as typed, 1 rows"], await db.AuditEntries.Where(e => e.Fact == "ChildListRead" && e.After!.StartsWith("Search")).Select(e => e.After).ToListAsync());
    }

    [Theory]
    [InlineData("St Wilfrids")]
    [InlineData("st wilfrid's academy")]
    public async Task Children_are_found_by_their_school(string text)
    {
        var (one, two) = (await _app.AssessmentAsync(), await _app.AssessmentAsync(decision: null));
        await _app.AssessmentAsync(change: a => a.Setting.Name = "Moor Park Primary");

        var found = await SearchAsync(TestWorld.Caseworker, text);

        Assert.Equal(new[] { one.Reference, two.Reference }.Order(StringComparer.Ordinal), Children(found).Order(StringComparer.Ordinal));
        Assert.Contains("St Wilfrid's CE Academy", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reference_or_NHS_number_leads_straight_to_its_record()
    {
        var keys = await _app.AssessmentAsync(nhsNumber: "9990181594");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        foreach (var text in new[] { "999 018 1594", keys.Reference.ToLowerInvariant() })
        {
            Assert.Equal($"/assessments/{keys.Reference}", (await SearchAsync(TestWorld.Administrator, text)).Url.PathAndQuery);
            // a clinician opens no assessment, so the request that was sent to them
            Assert.Equal($"/advice-requests/{request}", (await SearchAsync(TestWorld.Clinician, text)).Url.PathAndQuery);
        }
    }

    [Fact]
    public async Task An_NHS_number_of_two_assessments_lists_both()
    {
        var (first, second) = (await _app.AssessmentAsync(nhsNumber: "9990181594", decision: AssessmentDecision.DoNotAssess), await _app.AssessmentAsync(nhsNumber: "9990181594"));

        var found = await SearchAsync(TestWorld.Administrator, "9990181594");

        Assert.Equal("/search", found.Url.PathAndQuery);
        Assert.Equal([second.Reference, first.Reference], Children(found));
    }

    [Fact]
    public async Task Professionals_and_services_are_found_by_name_job_and_provider()
    {
        var gwen = await SearchAsync(TestWorld.Caseworker, "gwen occupational");
        Assert.Contains("Gwen Pritchard", gwen.Text, StringComparison.Ordinal);
        Assert.Contains("Occupational therapist, Paediatric occupational therapy", gwen.Text, StringComparison.Ordinal);
        // who does not keep the directory gets no link to its forms
        Assert.Empty(gwen.All("main a[href^='/directory/professionals/']"));

        // a part of a word is no beginning of one: "ash" is in every "Lancashire"
        Assert.Contains("Nothing was found", (await SearchAsync(TestWorld.Caseworker, "ritchard")).Text, StringComparison.Ordinal);

        var service = await SearchAsync(TestWorld.Administrator, "community paediatrics");
        Assert.NotNull(service.Document.QuerySelector($"main a[href='/directory/services/{TestWorld.Paediatrics}']"));
        Assert.Contains("No child or young person was found", service.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_of_another_organisation_finds_nothing()
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden", nhsNumber: "9990181594");
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        foreach (var email in new[] { TestWorld.OtherCaseworker, TestWorld.FarAdministrator, TestWorld.OtherClinician, TestWorld.Colleague })
        {
            foreach (var text in new[] { "Quickenden", "9990181594", keys.Reference })
            {
                var found = await SearchAsync(email, text);
                Assert.Equal("/search", found.Url.PathAndQuery);
                Assert.Contains("Nothing was found", found.Text, StringComparison.Ordinal);
                Assert.Contains("by name, NHS number or school", found.Text, StringComparison.Ordinal);
            }
        }
        Assert.Contains("Nothing was found", (await SearchAsync(TestWorld.FarCaseworker, "Gwen")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_sees_the_directory_alone_finds_no_child()
    {
        await _app.AssessmentAsync(surname: "Pritchard");

        var found = await SearchAsync(TestWorld.SystemAdministrator, "pritchard");

        Assert.Contains("Gwen Pritchard", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Children", found.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("7 years", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_words_stand_in_no_address_and_no_title_and_are_the_persons_own()
    {
        await _app.AssessmentAsync(surname: "Quickenden");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var page = await browser.GetAsync("/dashboard");

        var found = await browser.SubmitAsync(page, Box, new() { ["Text"] = "Quickenden" });

        Assert.Equal("/search", found.Url.PathAndQuery);
        Assert.Equal("post", page.Find(Box).GetAttribute("method"));
        Assert.DoesNotContain("Quickenden", found.Document.Title, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(found.All("[href], [action]"), e => $"{e.GetAttribute("href")}{e.GetAttribute("action")}".Contains("Quickenden", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Quickenden", (await browser.GetAsync("/search")).Find("#search-field").GetAttribute("value"));
        Assert.Contains("What are you looking for?", (await (await _app.SignInAsync(TestWorld.Dco)).GetAsync("/search")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("a")]
    [InlineData("'")]
    public async Task Without_words_the_page_says_what_can_be_searched(string text)
    {
        await _app.AssessmentAsync();

        var page = await SearchAsync(TestWorld.Administrator, text);

        Assert.Equal("/search", page.Url.PathAndQuery);
        Assert.Contains("What are you looking for?", page.Text, StringComparison.Ordinal);
        Assert.Empty(Children(page));
    }

    [Fact]
    public async Task Ten_children_are_shown_and_all_of_them_stand_in_the_list()
    {
        for (var n = 0; n < 12; n++) { await _app.AssessmentAsync(surname: "Quickenden"); }
        await _app.AssessmentAsync(surname: "Elm");
        var browser = await _app.SignInAsync(TestWorld.Administrator);
        var found = await browser.SubmitAsync(await browser.GetAsync("/search"), Box, new() { ["Text"] = "Quickenden" });
        Assert.Equal(10, Children(found).Count);

        var all = await browser.SubmitAsync(found, "main form[action='/assessments/filter']", []);

        Assert.Equal("/assessments", all.Url.PathAndQuery);
        Assert.Contains("12 assessments", all.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_clinician_finds_the_requests_sent_to_them()
    {
        var keys = await _app.AssessmentAsync(surname: "Quickenden");
        var request = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        var found = await SearchAsync(TestWorld.Clinician, "quickenden");

        Assert.NotNull(found.Document.QuerySelector($"main a[href='/advice-requests/{request}']"));
        Assert.Contains($"St Wilfrid's CE Academy. {keys.Reference}", found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_shown_stands_in_the_read_log()
    {
        await _app.AssessmentAsync(surname: "Quickenden");

        await SearchAsync(TestWorld.Administrator, "quickenden");
        await SearchAsync(TestWorld.Administrator, "nobody of this name");

        await using var db = _app.Database();
        Assert.Equal("Search, 1 rows", (await db.AuditEntries.SingleAsync(e => e.Fact == "ChildListRead" && e.After!.StartsWith("Search"))).After);
    }

    [Fact]
    public async Task The_box_stands_on_the_pages_of_those_who_may_search_and_of_nobody_else()
    {
        foreach (var email in TestWorld.Everyone)
        {
            var browser = await _app.SignInAsync(email);
            await using var db = _app.Database();
            var may = (await db.Users.SingleAsync(u => u.Email == email)).Role.Allows(Permission.ViewDirectory);
            foreach (var path in new[] { "/", "/clock", "/help", "/account/profile" })
            {
                Assert.Equal(may, (await browser.GetAsync(path)).Document.QuerySelector("#search-field") is not null);
            }
        }
        Assert.Null((await _app.Browser().GetAsync("/account/sign-in")).Document.QuerySelector("#search-field"));
    }

    [Fact]
    public void Everyone_who_may_see_cases_or_requests_may_search()
    {
        var cannot = Enum.GetValues<Role>().Where(r => (r.Allows(Permission.ViewAssessments) || r.Allows(Permission.ViewAdviceRequests)) && !r.Allows(Permission.ViewDirectory));

        Assert.Empty(cannot);
    }

    private async Task<Page> SearchAsync(string email, string text)
    {
        var browser = await _app.SignInAsync(email);
        return await browser.SubmitAsync(await browser.GetAsync("/help"), Box, new() { ["Text"] = text });
    }

    private static List<string> Children(Page page) => [.. page.All("[aria-labelledby=children] .dco-child-line__place").Select(e => e.TextContent.Split(". ")[^1].Trim())];
}
