using System.Net;
using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

public sealed class CorrectDetailsTests : IDisposable
{
    private const string Form = "main form";

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task The_authority_puts_details_right_after_seeing_them_before_and_after_and_no_clock_moves()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        DateOnly due;
        await using (var before = _app.Database()) { due = (await before.Assessments.SingleAsync()).FinalPlanDueOn!.Value; }

        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new()
        {
            ["Child.Forenames"] = "Zoey",
            ["Child.DateOfBirth.Year"] = "2018",
            ["Setting.YearGroup"] = "",
            ["Child.Postcode"] = "pr18xj",
            ["Reason"] = "The school sent the birth certificate.",
        });
        Assert.Contains("Date of birth 4 March 2019 4 March 2018", check.Text, StringComparison.Ordinal);
        Assert.Contains("Postcode Not recorded PR1 8XJ", check.Text, StringComparison.Ordinal);
        Assert.Contains("Year group Year 3 Nothing: it is removed", check.Text, StringComparison.Ordinal);
        Assert.Contains("No time limit moves", check.Text, StringComparison.Ordinal);
        Assert.Equal(4, check.All("tbody tr").Count);
        await using (var still = _app.Database()) { Assert.Null((await still.Assessments.SingleAsync()).Child.Postcode); }
        var done = await browser.SubmitAsync(check, Form, []);

        Assert.Contains("4 details corrected. Whoever has the open request is told by email that details changed.", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal(("Zoey", new DateOnly(2018, 3, 4), "PR1 8XJ", null, due), (assessment.Child.Forenames, assessment.Child.DateOfBirth, assessment.Child.Postcode, assessment.Setting.YearGroup, assessment.FinalPlanDueOn!.Value));
        Assert.Contains("ZOEY", assessment.SearchText, StringComparison.OrdinalIgnoreCase);
        var facts = await db.AuditEntries.Where(e => e.Fact == "DetailCorrected").ToListAsync();
        Assert.Equal(4, facts.Count);
        Assert.Single(facts.Select(f => f.ActionId).Distinct());
        var born = facts.Single(f => f.Sentence == "Date of birth: corrected");
        Assert.Equal(("4 March 2019", "4 March 2018", "The school sent the birth certificate."), (born.Before, born.After, born.Reason));
        Assert.Contains("From 4 March 2019 to 4 March 2018", (await browser.GetAsync($"/assessments/{keys.Reference}/activity")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_side_and_whoever_has_an_open_request_are_told_that_details_changed_and_never_which()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy, null, r => r.Close("Asked by mistake", _app.Time.GetUtcNow().UtcDateTime));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await CorrectAsync(browser, keys.Reference, new() { ["Child.LegalSurname"] = "Ashcroft" });

        await using var db = _app.Database();
        var other = await db.Emails.SingleAsync(e => e.Template == "details-corrected");
        var holder = await db.Emails.SingleAsync(e => e.Template == "request-details-corrected");
        Assert.Equal((await db.Icbs.Where(i => i.Id == keys.IcbId).Select(i => i.DcoInbox).SingleAsync(), "gwen@ot.test"), (other.To, holder.To));
        Assert.All([other, holder], e => Assert.DoesNotContain("Ash", e.Subject + e.Body, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Views_that_say_who_must_not_know_are_pointed_out_and_the_request_they_may_mean_is_to_stop_or_keep()
    {
        var keys = await _app.AssessmentAsync();
        var asked = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var other = await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Family.Views"] = "She likes trains. We don't want Gwen Pritchard to be told.", ["Reason"] = "The parents wrote." });

        Assert.Contains("“We don't want Gwen Pritchard to be told.” may say who must not know", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, []);
        await using var db = _app.Database();
        Assert.NotNull((await db.AdviceRequests.SingleAsync(r => r.Id == asked)).SharingDoubtUtc);
        Assert.Null((await db.AdviceRequests.SingleAsync(r => r.Id == other)).SharingDoubtUtc);
    }

    [Fact]
    public async Task The_authority_s_own_reference_and_who_asked_are_no_news_to_a_clinician()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await CorrectAsync(browser, keys.Reference, new() { ["AuthorityReference"] = "EHC/77", ["Source"] = "School" });

        await using var db = _app.Database();
        Assert.Equal(["details-corrected"], await db.Emails.Where(e => e.Template.EndsWith("details-corrected")).Select(e => e.Template).ToListAsync());
        Assert.Equal("EHC/77", (await db.Assessments.SingleAsync()).AuthorityReference);
    }

    [Fact]
    public async Task The_DCO_service_adds_an_NHS_number_and_the_authority_is_told()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Administrator);

        var done = await CorrectAsync(browser, keys.Reference, new() { ["Child.NhsNumber"] = "999 018 1594", ["Child.NhsNumberNotKnown"] = null, ["Child.GpPractice"] = "P81010" });

        Assert.Contains("2 details corrected.", done.Text, StringComparison.Ordinal);
        await using var db = _app.Database();
        var assessment = await db.Assessments.SingleAsync();
        Assert.Equal(("9990181594", "9990181594", "P81010"), (assessment.Child.NhsNumber, assessment.ChildNhsNumber, assessment.Child.GpPracticeCode));
        Assert.Equal(await db.LocalAuthorities.Where(a => a.Id == keys.LocalAuthorityId).Select(a => a.SendInbox).SingleAsync(), (await db.Emails.SingleAsync(e => e.Template == "details-corrected")).To);
    }

    [Fact]
    public async Task A_number_that_makes_two_cases_alike_is_looked_at_before_it_is_saved()
    {
        var other = await _app.AssessmentAsync(change: a => { (a.Child.NhsNumber, a.Child.Forenames) = ("9990181594", "Zoë"); a.RefreshSearch(); });
        var keys = await _app.AssessmentAsync(change: a => { a.Child.Forenames = "Zoë"; a.RefreshSearch(); });
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Child.NhsNumber"] = "9990181594", ["Child.NhsNumberNotKnown"] = null, ["Reason"] = "From the GP." });

        Assert.Contains($"The same NHS number, name and date of birth are recorded in another case. If it is one child, say so under Same child, whatever was said before: {other.Reference}", check.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Child.Forenames", "Ann & Bob", "two children")]
    [InlineData("Child.Forenames", "Ann, Bob", "two children")]
    [InlineData("Child.Forenames", "Ann plus Bob", "two children")]
    [InlineData("Child.LegalSurname", "Aldham (twins)", "two children")]
    [InlineData("Child.KnownAs", "Bob (twin brother)", "another child")]
    [InlineData("AuthorityReference", "LCC-26-00020", "how the portal numbers its own cases")]
    public async Task What_a_form_would_take_for_something_else_is_refused(string field, string typed, string words)
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var refused = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { [field] = typed, ["Reason"] = "As they wrote" });

        Assert.Contains(words, Assert.Single(refused.Errors), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_number_of_another_child_is_looked_at_before_it_is_saved_and_never_merged()
    {
        var twin = await _app.AssessmentAsync(nhsNumber: "9990181594");
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Child.NhsNumber"] = "9990181594", ["Child.NhsNumberNotKnown"] = null, ["Reason"] = "From the GP." });
        Assert.Contains($"The NHS number is recorded for a child with another name or date of birth: {twin.Reference}", check.Text, StringComparison.Ordinal);

        var refused = await browser.SubmitAsync(check, Form, []);
        Assert.Contains("Look at the other records, then say that these details are this child’s", refused.Text, StringComparison.Ordinal);
        await using (var still = _app.Database()) { Assert.Null((await still.Assessments.SingleAsync(a => a.Id == keys.AssessmentId)).Child.NhsNumber); }
        await browser.SubmitAsync(refused, Form, new() { ["HasLooked"] = "true" });

        await using var db = _app.Database();
        Assert.Equal(2, await db.Assessments.CountAsync(a => a.ChildNhsNumber == "9990181594"));
    }

    [Fact]
    public async Task A_name_and_birthday_recorded_with_another_number_are_looked_at_first()
    {
        var first = await _app.AssessmentAsync(nhsNumber: "9990181594");
        var keys = await _app.AssessmentAsync();
        string forenames;
        await using (var db = _app.Database()) { forenames = (await db.Assessments.SingleAsync(a => a.Id == first.AssessmentId)).Child.Forenames; }
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Child.Forenames"] = forenames, ["Reason"] = "Spelled wrong." });

        Assert.Contains($"A child with this name and date of birth is recorded with another NHS number, or none: {first.Reference}", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_said_beside_its_field_and_what_was_typed_stays()
    {
        var other = await _app.AssessmentAsync(change: a => a.AuthorityReference = "EHC/1");
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var page = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new()
        {
            ["Child.DateOfBirth.Year"] = "1999",
            ["Child.NhsNumber"] = "123",
            ["AuthorityReference"] = "EHC/1",
            ["Family.Views"] = "He loves trains.",
        });

        Assert.Contains("they were 26 or over when", page.Find("#Child_DateOfBirth-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("NHS number", page.Find("#Child_NhsNumber-error").TextContent, StringComparison.Ordinal);
        Assert.Contains($"already used by {other.Reference}", page.Find("#AuthorityReference-error").TextContent, StringComparison.Ordinal);
        Assert.Contains("Enter why this is being corrected or added", page.Find("#Reason-error").TextContent, StringComparison.Ordinal);
        Assert.Equal("He loves trains.", page.Find("#Family_Views").TextContent.Trim());
    }

    [Fact]
    public async Task Nothing_changed_is_said_and_a_browser_s_line_break_is_no_change()
    {
        var keys = await _app.AssessmentAsync(change: a => a.Child.Address = "1 High Street\nPreston");
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var form = await PageAsync(browser, keys.Reference);
        form.Find("#Child_Address").TextContent = "1 High Street\r\nPreston";

        var page = await browser.SubmitAsync(form, Form, new() { ["Reason"] = "Looked again." });

        Assert.Contains("Change or add at least one of the details", page.Find(".nhsuk-error-summary").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Going_back_from_the_check_keeps_what_was_typed()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Child.KnownAs"] = "Zed", ["Reason"] = "She asked for it." });

        var again = await browser.SubmitAsync(check, Form, [], button: "change");

        Assert.Equal(("Zed", "She asked for it."), (again.Find("#Child_KnownAs").GetAttribute("value"), again.Find("#Reason").TextContent.Trim()));
        Assert.Empty(again.All(".nhsuk-error-summary"));
    }

    [Fact]
    public async Task An_ended_assessment_can_still_be_put_right()
    {
        var keys = await _app.AssessmentAsync(decision: AssessmentDecision.DoNotAssess);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var done = await CorrectAsync(browser, keys.Reference, new() { ["Child.KnownAs"] = "Zed" });

        Assert.Contains("1 detail corrected.", done.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_somebody_else_changed_meanwhile_is_not_overwritten()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await browser.SubmitAsync(await PageAsync(browser, keys.Reference), Form, new() { ["Child.KnownAs"] = "Zed", ["Reason"] = "She asked for it." });
        await CorrectAsync(await _app.SignInAsync(TestWorld.Administrator), keys.Reference, new() { ["Child.NhsNumber"] = "9990181594", ["Child.NhsNumberNotKnown"] = null });

        await browser.SubmitAsync(check, Form, []);

        await using var db = _app.Database();
        var child = (await db.Assessments.SingleAsync()).Child;
        Assert.Equal((null, "9990181594"), (child.KnownAs, child.NhsNumber));
    }

    [Fact]
    public async Task Only_the_case_s_own_authority_and_board_can_correct_it()
    {
        var keys = await _app.AssessmentAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);

        Assert.Equal(HttpStatusCode.Forbidden, (await PageAsync(await _app.SignInAsync(TestWorld.Clinician), keys.Reference)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(await _app.SignInAsync(TestWorld.OtherCaseworker), keys.Reference)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await PageAsync(await _app.SignInAsync(TestWorld.FarAdministrator), keys.Reference)).Status);
    }

    private static Task<Page> PageAsync(PortalBrowser browser, string reference) => browser.GetAsync($"/assessments/{reference}/correct-details");

    private static async Task<Page> CorrectAsync(PortalBrowser browser, string reference, Dictionary<string, string?> fields) =>
        await browser.SubmitAsync(await browser.SubmitAsync(await PageAsync(browser, reference), Form, new(fields) { ["Reason"] = "It was wrong." }), Form, []);
}
