using System.Globalization;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A child who is in the portal written a little otherwise: the form, a correction and the page of the case ask what the import asks.</summary>
public sealed class LogLikeChildTests : IDisposable
{
    private const string Form = "main form[method=post]";
    private const string Twin = "A twin, or the same child? Same surname, date of birth and postcode, and other forenames";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData("Kathryn|Holtam|9/8/2016", "Katherine|Holtam|9/8/2016", Twin)]
    [InlineData("Margaret=Maggie|Holtass|9/8/2016", "Maggie|Holtass|9/8/2016", "May be the same child, but not the same forenames")]
    [InlineData("Maggie|Holtass|9/8/2016", "Margaret=Maggie|Holtass|9/8/2016", "May be the same child, but not the same forenames")]
    [InlineData("Peter|Holtwick|9/8/2016", "Peter|Holtwick|8/8/2016", "May be the same child, but not the same date of birth")]
    [InlineData("Peter|Holtwick|9/8/2016", "Peter|Holtwick|9/7/2016", "May be the same child, but not the same date of birth")]
    [InlineData("Peter|Holtwick|9/8/2016", "Peter|Holtwick|9/8/2015", "May be the same child, but not the same date of birth")]
    [InlineData("Lila|Thornber|9/8/2016", "Lila|Thonrber|9/8/2016", "May be the same child, but not the same surname")]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Ben|Holt|9/8/2016", "May be the same child, but not the same forenames")]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Ali|Holt|9/8/2016", "May be the same child, but not the same forenames")]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "B|Holt|9/8/2016", Twin)]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Benji|Holt|9/8/2016", Twin)]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Benjaman|Holt|9/8/2016", Twin)]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Benjamin Ali|Holt-Smith|9/8/2016", "May be the same child, but not the same surname")]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Benjamin Ali|Cartwright|9/8/2016", "May be the same child, but not the same surname")]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "|Benjamin Ali Holt|9/8/2016", "May be the same child, but not the same surname, forenames")]
    [InlineData("Benjamin Ali|Holt|9/8/2016", "Holt|Benjamin Ali|9/8/2016", ChildLikeness.TheOtherWayRound)]
    [InlineData("Holly|Holt|9/8/2016", "Ivy|Holt|9/8/2016", Twin)]
    [InlineData("Jayden|Hallam|9/8/2016", "Jaydan|Hallumm|9/8/2016", "May be the same child, but not the same surname, forenames")]
    [InlineData("Catherine|Brown|9/8/2016", "Katharine|Browne|8/9/2016", "May be the same child, but not the same surname, forenames, date of birth")]
    [InlineData("William=Billy|Cartwright|9/8/2016", "Billy|Cartright|9/8/2016|PR4 5YX", "May be the same child, but not the same surname, forenames, postcode")]
    public async Task A_child_written_a_little_otherwise_is_asked_about_before_it_is_logged(string known, string typed, string why)
    {
        var there = await KnownAsync(known);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, typed);

        Assert.Contains($"{there.Reference}: request received 1 September 2026. Being assessed. {why}.", check.Text, StringComparison.Ordinal);
        Assert.Equal(["Tick the box if this is not the same request, or discard this draft"], (await browser.SubmitAsync(check, Form, [])).Errors);
    }

    [Theory]
    [InlineData("Holly|Holt|9/8/2016", "Ivy|Holt|3/5/2018")]
    [InlineData("Holly|Holt|9/8/2016", "Holly|Holt|3/5/2016")]
    [InlineData("Holly|Holt|9/8/2016", "Ivy|Marsden|9/8/2016")]
    [InlineData("Holly|Holt|9/8/2016|LA1 1AA", "Ivy|Holt|9/8/2016")]
    [InlineData("Holly|Holt|9/8/2016|LA1 1AA", "Holly|Marsden|9/8/2016")]
    public async Task A_child_who_is_only_a_little_like_another_is_not_asked_about(string known, string typed)
    {
        await KnownAsync(known);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, typed);

        Assert.DoesNotContain("This child may already be in the portal", check.Text, StringComparison.Ordinal);
        Assert.Equal("Notification logged", (await browser.SubmitAsync(check, Form, [])).Find("h1").TextContent);
    }

    [Fact]
    public async Task A_near_child_with_another_number_or_of_another_authority_is_not_asked_about()
    {
        await KnownAsync("Lila|Thornber|9/8/2016|LA1 1AA", number: "9434765919");
        var far = await KnownAsync("Lila|Thonrber|9/8/2016", authority: "890");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, "Lila|Thonrbers|9/8/2016", "999 018 1594");

        Assert.DoesNotContain("This child may already be in the portal", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(far.Reference, check.Document.DocumentElement.OuterHtml, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_surest_stands_first_and_what_the_number_does_not_bear_out_is_said()
    {
        var near = await KnownAsync("Kate|Holtam|9/8/2016");
        var sure = await KnownAsync("Kathryn|Holtham|9/8/2015", number: "9990181594");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, "Katie|Holtam|9/8/2016", "999 018 1594");

        var shown = check.All("main ul li").Select(li => li.TextContent).Where(t => t.Contains("Being assessed", StringComparison.Ordinal)).ToList();
        Assert.Equal([sure.Reference, near.Reference], shown.Select(t => t[..t.IndexOf(':', StringComparison.Ordinal)].Trim()));
        Assert.Contains("Same NHS number, but not the same surname, forenames, date of birth", shown[0], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logged_all_the_same_each_case_says_that_the_other_looks_like_it_until_somebody_has_decided()
    {
        var there = await KnownAsync("Kathryn|Holtam|9/8/2016", number: "9990181594");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await browser.SubmitAsync(await CheckAsync(browser, "Katherine|Holtam|9/8/2016"), Form, new() { ["LogAnyway"] = "true" });
        await using var db = _app.Database();
        var logged = await db.Assessments.Where(a => a.Id != there.AssessmentId).Select(a => a.Reference).SingleAsync();

        foreach (var (person, here, other) in new[] { (TestWorld.Caseworker, logged, there.Reference), (TestWorld.Administrator, there.Reference, logged) })
        {
            var reader = await _app.SignInAsync(person);
            Assert.Contains("Another case looks like this child’s", (await reader.GetAsync($"/assessments/{here}")).Text, StringComparison.Ordinal);
            var choice = await reader.GetAsync($"/assessments/{here}/same-child");
            Assert.Contains(other, choice.Text, StringComparison.Ordinal);
            Assert.Contains($"{Twin}.", choice.Text, StringComparison.Ordinal);
        }
        var beside = await browser.GetAsync($"/assessments/{logged}/same-child?other={there.Reference}");
        await browser.SubmitAsync(beside, Form, new() { ["Decision"] = "two", ["Reason"] = "Twins" });
        Assert.DoesNotContain("looks like this child’s", (await browser.GetAsync($"/assessments/{logged}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twins_whom_their_numbers_tell_apart_are_not_suggested_on_their_pages()
    {
        var here = await KnownAsync("Holly|Holt|9/8/2016", number: "9990181594");
        await KnownAsync("Ivy|Holt|9/8/2016", number: "9434765919");

        Assert.DoesNotContain("looks like this child’s", (await (await _app.SignInAsync(TestWorld.Caseworker)).GetAsync($"/assessments/{here.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Twins_whom_their_numbers_tell_apart_are_logged_without_a_question()
    {
        await KnownAsync("Holly|Holt|9/8/2016", number: "9434765919");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        Assert.Equal("Notification logged", (await browser.SubmitAsync(await CheckAsync(browser, "Ivy|Holt|9/8/2016", "999 018 1594"), Form, [])).Find("h1").TextContent);
    }

    [Fact]
    public async Task Another_authority_that_logs_a_child_written_otherwise_is_told_no_more_than_of_the_very_same_name()
    {
        var there = await KnownAsync("Lila|Thornber|9/8/2016", authority: "890");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await CheckAsync(browser, "Lyla|Thonrber|9/8/2016");

        Assert.Contains("already be known to the portal through another organisation", check.Text, StringComparison.Ordinal);
        foreach (var secret in new[] { there.Reference, "Thornber", "Blackpool" }) { Assert.DoesNotContain(secret, check.Document.DocumentElement.OuterHtml, StringComparison.Ordinal); }
        Assert.DoesNotContain("another organisation", (await CheckAsync(await _app.SignInAsync(TestWorld.Manager), "Lyla|Thonrber|3/2/2015")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_DCO_service_that_logs_for_an_authority_is_asked_about_its_children()
    {
        var there = await KnownAsync("Peter|Holtwick|9/8/2016");
        var arrival = new Dictionary<string, string?>
        {
            ["Arrival.AuthorityId"] = $"{there.LocalAuthorityId}",
            ["Arrival.ArrivedOn.Day"] = "21",
            ["Arrival.ArrivedOn.Month"] = "11",
            ["Arrival.ArrivedOn.Year"] = "2026",
        };

        var check = await CheckAsync(await _app.SignInAsync(TestWorld.Administrator), "Peter|Holtwick|8/8/2016", more: arrival);

        Assert.Contains($"{there.Reference}: request received 1 September 2026. Being assessed. May be the same child, but not the same date of birth.", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_correction_that_makes_a_child_like_another_is_looked_at_first_and_one_that_changes_nothing_of_it_is_not()
    {
        var there = await KnownAsync("Lila|Thornber|9/8/2016");
        var here = await KnownAsync("Lila|Marsden|9/8/2016|LA1 1AA");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        async Task<Page> CorrectAsync(string surname, string postcode) => await browser.SubmitAsync(await browser.GetAsync($"/assessments/{here.Reference}/correct-details"), "main form", new() { ["Child.LegalSurname"] = surname, ["Child.Postcode"] = postcode, ["Reason"] = "From the GP." });

        Assert.DoesNotContain("May be the same child", (await CorrectAsync("Marsdens", "LA1 1AA")).Text, StringComparison.Ordinal);
        var check = await CorrectAsync("Thonrber", "LA1 1AA");
        Assert.Contains($"May be the same child, but not the same surname, postcode: {there.Reference}", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, new() { ["HasLooked"] = "true" });

        Assert.DoesNotContain("May be the same child", (await CorrectAsync("Thonrbers", "LA1 1AA")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Orla|Snickerby|5/6/2019", null, ", but not the same postcode")]
    [InlineData("Orla|Snickerby|5/6/2019", "999 018 1594", ", but not the same NHS number, postcode")] // adopted, with a number of its own
    [InlineData("Snickerby|Orla|5/6/2019", null, ", but not the same postcode")]
    [InlineData("Orla Jane|Snickerby|5/6/2019", null, ", but not the same postcode")]
    [InlineData("Orla|Snickersby|5/6/2019", null, ", but not the same postcode")]
    public async Task A_child_under_the_name_that_a_correction_replaced_is_asked_about_before_it_is_logged(string typed, string? number, string differs)
    {
        var there = await KnownAsync("Orla|Snickerby|5/6/2019|LA1 1AA", number: "9434765919");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await RenameAsync(browser, there.Reference, "Alice", "Frobisherton");

        var check = await CheckAsync(browser, typed, number);

        Assert.Contains($"{there.Reference}: request received 1 September 2026. Being assessed. Same date of birth, and recorded before as Orla Snickerby{differs}.", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Orla|Snickerby|6/7/2018", null)]
    [InlineData("Maud|Snickerby|5/6/2019", null)]
    [InlineData("Orla|Snickersby|5/6/2019", "999 018 1594")]
    public async Task A_child_who_is_only_a_little_like_a_former_name_is_not_asked_about(string typed, string? number)
    {
        var there = await KnownAsync("Orla|Snickerby|5/6/2019|LA1 1AA", number: "9434765919");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await RenameAsync(browser, there.Reference, "Alice", "Frobisherton");

        Assert.DoesNotContain("This child may already be in the portal", (await CheckAsync(browser, typed, number)).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logged_under_the_former_name_all_the_same_each_case_shows_the_other_and_the_wish_that_stands_there()
    {
        var there = await KnownAsync("Orla|Snickerby|5/6/2019|LA1 1AA");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        await RenameAsync(browser, there.Reference, "Alice", "Frobisherton");
        await browser.SubmitAsync(await browser.GetAsync($"/assessments/{there.Reference}/sharing"), Form, new() { ["Sharing"] = "Objects", ["DoNotShareWith"] = "Dietetics", ["SaidBy"] = "The mother" });
        await browser.SubmitAsync(await CheckAsync(browser, "Orla|Snickerby|5/6/2019"), Form, new() { ["LogAnyway"] = "true" });
        await using var db = _app.Database();
        var logged = await db.Assessments.Where(a => a.Id != there.AssessmentId).Select(a => a.Reference).SingleAsync();

        var (here, other) = (await browser.GetAsync($"/assessments/{logged}"), await browser.GetAsync($"/assessments/{there.Reference}"));

        Assert.All([here, other], page => Assert.Contains("Another case looks like this child’s", page.Text, StringComparison.Ordinal));
        Assert.Contains("Dietetics", here.Text, StringComparison.Ordinal);
        Assert.Contains("recorded before as Orla Snickerby", (await browser.GetAsync($"/assessments/{logged}/same-child")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_authority_that_logs_a_child_under_the_former_name_is_told_that_the_child_is_known_elsewhere()
    {
        await _app.AssessmentAsync("890", change: a => (a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, a.Child.FormerNames) = ("Alice", "Frobisherton", new(2019, 6, 5), "Orla Snickerby"));

        var check = await CheckAsync(await _app.SignInAsync(TestWorld.Caseworker), "Orla|Snickerby|5/6/2019");

        Assert.Contains("already be known to the portal through another organisation", check.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Frobisherton", check.Text, StringComparison.Ordinal);
    }

    private static async Task RenameAsync(PortalBrowser browser, string reference, string forenames, string surname)
    {
        var check = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{reference}/correct-details"), "main form", new() { ["Child.Forenames"] = forenames, ["Child.LegalSurname"] = surname, ["Reason"] = "Adopted." });
        await browser.SubmitAsync(check, Form, []);
    }

    /// <summary>A case of "forenames|surname|born", perhaps with "=known as" behind the forenames and a postcode at the end.</summary>
    private Task<CaseKeys> KnownAsync(string child, string? number = null, string authority = "888")
    {
        var (forenames, knownAs, surname, born, postcode) = Parts(child);
        return _app.AssessmentAsync(authority, received: new(2026, 9, 1), surname: surname, nhsNumber: number, change: a =>
        {
            (a.Child.Forenames, a.Child.KnownAs, a.Child.Postcode) = (forenames, knownAs, postcode);
            a.Child.DateOfBirth = born;
        });
    }

    private static async Task<Page> CheckAsync(PortalBrowser browser, string child, string? number = null, Dictionary<string, string?>? more = null)
    {
        var (forenames, knownAs, surname, born, postcode) = Parts(child);
        var values = new Dictionary<string, string?>(more ?? [])
        {
            ["Child.Forenames"] = forenames,
            ["Child.HasOneName"] = forenames.Length == 0 ? "true" : null,
            ["Child.LegalSurname"] = surname,
            ["Child.KnownAs"] = knownAs,
            ["Child.DateOfBirth.Day"] = $"{born.Day}",
            ["Child.DateOfBirth.Month"] = $"{born.Month}",
            ["Child.DateOfBirth.Year"] = $"{born.Year}",
            ["Child.NhsNumber"] = number,
            ["Child.NhsNumberNotKnown"] = number is null ? "true" : null,
            ["Child.Postcode"] = postcode,
            ["Request.Received.Day"] = "2",
            ["Request.Received.Month"] = "11",
            ["Request.Received.Year"] = "2026",
            ["Request.Source"] = "Parent",
            ["Request.Decision"] = "NotDecided",
            ["Request.PrimaryNeed"] = "SLCN",
            ["Family.ParentName"] = "Rachel Holt",
            ["Family.Sharing"] = "Agreed",
            ["Family.Views"] = "She loves water.",
            ["Setting.Name"] = "Moorside Primary School",
            ["Setting.YearGroup"] = "Year 5",
        };
        var page = await browser.SubmitAsync(await browser.GetAsync("/assessments/log"), Form, values, button: "check");
        Assert.Equal([], page.Errors);
        return page;
    }

    private static (string Forenames, string? KnownAs, string Surname, DateOnly Born, string Postcode) Parts(string child)
    {
        var parts = child.Split('|');
        var names = parts[0].Split('=');
        return (names[0], names.ElementAtOrDefault(1), parts[1], DateOnly.ParseExact(parts[2], "d/M/yyyy", CultureInfo.InvariantCulture), parts.ElementAtOrDefault(3) ?? "PR4 5XY");
    }
}
