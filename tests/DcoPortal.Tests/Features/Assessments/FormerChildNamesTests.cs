using DcoPortal.Domain.Assessments;
using DcoPortal.Tests.Features.Assessments.ImportNotifications;
using DcoPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace DcoPortal.Tests.Features.Assessments;

/// <summary>A child whose name was corrected is the child of the former name still: families, schools and trackers go on with it.</summary>
public sealed class FormerChildNamesTests : IDisposable
{
    private readonly PortalApp _app = PortalApp.Lend();

    public void Dispose() => _app.Dispose();

    [Theory]
    [InlineData(TestWorld.Caseworker, "Snickerby")]
    [InlineData(TestWorld.Manager, "orla snickerby")]
    [InlineData(TestWorld.Administrator, "Snickerby")]
    [InlineData(TestWorld.Administrator, "Frobisherton")]
    public async Task A_child_is_found_by_the_name_that_a_correction_replaced(string person, string text)
    {
        var keys = await RenamedAsync();
        var browser = await _app.SignInAsync(person);

        var found = await browser.SubmitAsync(await browser.GetAsync("/help"), ".nhsuk-header__search-form", new() { ["Text"] = text });

        Assert.Contains(keys.Reference, found.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_under_the_former_name_in_an_authoritys_file_is_looked_at_beside_the_case()
    {
        var keys = await RenamedAsync();

        var preview = await _app.OwnFileAsync("LA reference,Date request received,Legal surname,Forenames,Date of birth\nA1,02/11/2026,Snickerby,Orla,05/06/2019\nA2,02/11/2026,Snickerby,Maud,07/06/2019\n");

        Assert.Equal("Good 1, With a warning 0, To look at 1, Already there 0, Refused 0", preview.Figures());
        Assert.Contains($"Look at both: may be the same child as {keys.Reference}, recorded before as Orla Snickerby, but not the same surname, forenames", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_under_the_former_name_in_the_tracker_of_a_DCO_service_asks_nobody_until_somebody_has_looked()
    {
        var keys = await RenamedAsync();

        var preview = await _app.TrackerAsync("LA,Surname,Forename,DOB,NHS No,Date received,Decision to assess,Date of decision,Service,Date asked\nLancashire,Snickerby,Orla,05/06/2019,,01/09/2026,Yes,21/09/2026,Dietetics,23/09/2026\n");

        Assert.Contains("To look at 1", preview.Figures(), StringComparison.Ordinal);
        Assert.Contains($"may be the same child as {keys.Reference}, recorded before as Orla Snickerby, but not the same surname, forenames", preview.Text, StringComparison.Ordinal);
        // beside rows to answer there is no button that would import without the answers
        Assert.Empty(preview.All("form[action$='/confirm']"));
    }

    [Fact]
    public async Task A_row_under_the_former_name_of_a_child_whose_case_runs_with_another_authority_is_looked_at_first()
    {
        var there = await _app.AssessmentAsync("890", change: a => (a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth, a.Child.FormerNames) = ("Alice", "Frobisherton", new(2019, 6, 5), "Orla Snickerby"));

        var preview = await _app.TrackerAsync("LA,Surname,Forename,DOB,Date received\nLancashire,Snickerby,Orla,05/06/2019,02/11/2026\n");

        Assert.Contains($"Look at this: the same child is {there.Reference} of ", preview.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_of_the_case_shows_the_former_names_and_forgets_one_that_the_child_has_again()
    {
        var keys = await RenamedAsync();
        var administrator = await _app.SignInAsync(TestWorld.Administrator);
        Assert.Contains("Formerly: Orla Snickerby", (await administrator.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await CorrectAsync(browser, keys.Reference, "orla", "Snicker-By");

        Assert.Contains("Formerly: Alice Frobisherton", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_case_or_space_of_the_same_name_and_a_corrected_birth_date_leave_no_former_name()
    {
        var keys = await _app.AssessmentAsync(change: a => (a.Child.Forenames, a.Child.LegalSurname) = ("Orla", "O Rourke"));
        var browser = await _app.SignInAsync(TestWorld.Caseworker);

        await CorrectAsync(browser, keys.Reference, "ORLA", "O’Rourke", new() { ["Child.DateOfBirth.Year"] = "2018" });

        Assert.DoesNotContain("Formerly", (await browser.GetAsync($"/assessments/{keys.Reference}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_former_name_goes_into_no_email()
    {
        var keys = await RenamedAsync();
        await _app.RequestAsync(keys, TestWorld.OccupationalTherapy, TestWorld.Gwen);
        await CorrectAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, "Alicia", "Frobisherton");

        await using var db = _app.Database();
        Assert.All(await db.Emails.Select(e => e.Subject + e.Body).ToListAsync(), text => Assert.DoesNotContain("Snickerby", text, StringComparison.Ordinal));
    }

    private async Task<CaseKeys> RenamedAsync()
    {
        var keys = await _app.AssessmentAsync(received: new(2026, 9, 1), change: a => (a.Child.Forenames, a.Child.LegalSurname, a.Child.DateOfBirth) = ("Orla", "Snickerby", new(2019, 6, 5)));
        await CorrectAsync(await _app.SignInAsync(TestWorld.Caseworker), keys.Reference, "Alice", "Frobisherton");
        return keys;
    }

    private static async Task CorrectAsync(PortalBrowser browser, string reference, string forenames, string surname, Dictionary<string, string?>? more = null)
    {
        var check = await browser.SubmitAsync(await browser.GetAsync($"/assessments/{reference}/correct-details"), "main form", new(more ?? []) { ["Child.Forenames"] = forenames, ["Child.LegalSurname"] = surname, ["Reason"] = "A new name." });
        await browser.SubmitAsync(check, "main form", []);
    }
}
