using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>"Correct or add details" on the wrong case would make another child of it: the advice about the first would stand as the second's.</summary>
public sealed class AnotherChildByDetailsTests : IDisposable
{
    private const string Form = "main form";

    private static readonly Dictionary<string, string?> Another = new()
    {
        ["Child.Forenames"] = "Bartholomew",
        ["Child.LegalSurname"] = "Crumblehorn",
        ["Child.DateOfBirth.Day"] = "9",
        ["Child.DateOfBirth.Month"] = "8",
        ["Child.DateOfBirth.Year"] = "2011",
        ["Reason"] = "Wrong child.",
    };

    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Fact]
    public async Task A_correction_that_makes_another_child_of_a_case_says_so_with_what_was_asked_about_the_first()
    {
        var keys = await WithAdviceAsync();
        await _app.RequestAsync(keys, TestWorld.SpeechTherapy);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await PageAsync(browser, keys), Form, new(Another));

        Assert.Contains("This looks like another child", check.Text, StringComparison.Ordinal);
        Assert.Contains("forenames, surname, date of birth", check.Text, StringComparison.Ordinal);
        Assert.Contains("Paediatric occupational therapy: advice was returned on", check.Text, StringComparison.Ordinal);
        Assert.Contains("Paediatric speech and language therapy: is asked", check.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_not_made_until_somebody_says_that_it_is_the_same_child()
    {
        var keys = await _app.AssessmentAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);
        var check = await browser.SubmitAsync(await PageAsync(browser, keys), Form, new(Another));

        var refused = await browser.SubmitAsync(check, Form, []);
        Assert.Contains("Say that it is the same child, or log the other child", refused.Text, StringComparison.Ordinal);
        await using (var still = _app.Database()) { Assert.NotEqual("Crumblehorn", (await still.Assessments.SingleAsync()).Child.LegalSurname); }
        await browser.SubmitAsync(refused, Form, new() { ["IsSameChild"] = "true" });

        await using var db = _app.Database();
        Assert.Equal("Crumblehorn", (await db.Assessments.SingleAsync()).Child.LegalSurname);
    }

    [Fact]
    public async Task A_service_whose_advice_was_returned_about_the_first_child_is_told_that_details_changed()
    {
        var keys = await WithAdviceAsync();
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await PageAsync(browser, keys), Form, new(Another));
        Assert.Contains("So is whoever gave the advice that was returned", check.Text, StringComparison.Ordinal);
        await browser.SubmitAsync(check, Form, new() { ["IsSameChild"] = "true" });

        await using var db = _app.Database();
        Assert.Equal("gwen@ot.test", (await db.Emails.SingleAsync(e => e.Template == "request-details-corrected")).To);
    }

    [Theory]
    [InlineData("Zoe", "Ashworth", "4", "3", "2018")]
    [InlineData("Ashworth", "Zoë", "4", "3", "2019")]
    [InlineData("Zoë Rose", "Crumblehorn", "3", "4", "2019")]
    public async Task A_slip_put_right_a_new_surname_or_names_the_other_way_round_are_no_other_child(string forenames, string surname, string day, string month, string year)
    {
        var keys = await _app.AssessmentAsync(change: a => { (a.Child.Forenames, a.Child.Postcode) = ("Zoë", "PR1 8XJ"); a.RefreshSearch(); });
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        var check = await browser.SubmitAsync(await PageAsync(browser, keys), Form, new()
        {
            ["Child.Forenames"] = forenames,
            ["Child.LegalSurname"] = surname,
            ["Child.DateOfBirth.Day"] = day,
            ["Child.DateOfBirth.Month"] = month,
            ["Child.DateOfBirth.Year"] = year,
            ["Child.Postcode"] = "PR4 5XY",
            ["Reason"] = "As they wrote.",
        });

        Assert.DoesNotContain("This looks like another child", check.Text, StringComparison.Ordinal);
    }

    private async Task<CaseKeys> WithAdviceAsync()
    {
        var keys = await _app.AssessmentAsync();
        var id = await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        var gwen = await _app.SignInAsync(TestWorld.Clinician);
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond"), "main form[enctype]", new() { ["Summary"] = "What I saw", ["Needs"] = "A chair", ["Provision"] = "Weekly" }, button: "check");
        await gwen.SubmitAsync(await gwen.GetAsync($"/advice-requests/{id}/respond/check"), "main form[method=post]", []);
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        await administrator.SubmitAsync(await administrator.GetAsync($"/check/{id}"), "form[action$='/accept']", [], button: "return");
        return keys;
    }

    private static Task<Page> PageAsync(PortalBrowser browser, CaseKeys keys) => browser.GetAsync($"/assessments/{keys.Reference}/correct-details");
}
